import type { ApiClient } from '@dvor/api-client';
import { Form, FormDialog, useMessages } from '@dvor/ui';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useSave } from '../basis/use-save.js';
import { secretMessages } from './messages.js';

/** Asks how long the secret before stays good, and gives a new one. */
export function RotateDialog<Given>(props: {
  opened: boolean;
  onClose: () => void;
  title: string;
  submit: string;
  rotate: (api: ApiClient, graceHours: number) => Promise<Given>;
  onGiven: (given: Given) => void;
}) {
  return (
    <FormDialog opened={props.opened} onClose={props.onClose} title={props.title}>
      <RotateForm {...props} />
    </FormDialog>
  );
}

function RotateForm<Given>(props: Parameters<typeof RotateDialog<Given>>[0]) {
  const t = useMessages(secretMessages);
  const form = useForm({
    initialValues: { graceHours: '24' },
    validate: {
      graceHours: (text) => (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 168 ? null : t('grace.need')),
    },
  });
  const save = useSave(form, {
    write: (api, { graceHours }) => props.rotate(api, Number(graceHours)),
    onDone: (given) => {
      props.onClose();
      props.onGiven(given);
    },
    said: null,
  });
  return (
    <Form onCancel={props.onClose} submit={props.submit} {...save}>
      <TextInput
        data-autofocus
        label={t('grace')}
        description={t('grace.hint')}
        inputMode="numeric"
        required
        {...form.getInputProps('graceHours')}
      />
    </Form>
  );
}

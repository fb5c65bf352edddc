import type { ApiClient } from '@dvor/api-client';
import { Form, Notice, useMessages } from '@dvor/ui';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useSave } from '../basis/use-save.js';
import { secondWordMessages } from './messages.js';

/** Why: one line, and what follows from it. */
export function ReasonForm<Made>(props: {
  readonly label: string;
  readonly example?: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly said: string;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  /** Where closing after the write is more than closing. */
  readonly onCancel?: () => void;
  readonly write: (api: ApiClient, reason: string, headers: Readonly<Record<string, string>>) => Promise<Made>;
}) {
  const t = useMessages(secondWordMessages);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (text) => (text.trim().length < 3 ? t('need') : null) },
  });
  const save = useSave(form, {
    write: (api, { reason }, headers) => props.write(api, reason.trim(), headers),
    onDone: props.onClose,
    said: props.said,
  });
  return (
    <Form
      onCancel={props.onCancel ?? props.onClose}
      submit={props.submit}
      {...(props.danger && { danger: true })}
      {...save}
    >
      {props.children && <Notice tone="info">{props.children}</Notice>}
      <TextInput
        data-autofocus
        label={props.label}
        placeholder={props.example}
        required
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </Form>
  );
}

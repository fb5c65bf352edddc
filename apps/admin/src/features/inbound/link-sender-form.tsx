import { answer, Form, useMessages } from '@dvor/ui';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { AccountChoice } from '../../lib/accounts/account-choice.js';
import { useSave } from '../../lib/basis/use-save.js';
import type { InboundMessage } from './api.js';
import { inboundMessages } from './messages.js';

const LEAST_WORDS = 3;

/** For which account a phone or an address speaks. */
export function LinkSenderForm({ message, onClose }: { message: InboundMessage; onClose: () => void }) {
  const t = useMessages(inboundMessages);
  const form = useForm({
    initialValues: { accountId: null as string | null, reason: '' },
    validate: {
      accountId: (chosen) => (chosen ? null : t('link.need')),
      reason: (reason) => (reason.trim().length < LEAST_WORDS ? t('need.reason') : null),
    },
  });
  const save = useSave(form, {
    write: (api, { accountId, reason }, headers) =>
      answer(
        api.POST('/api/v1/inbound-messages/{id}/sender-link', {
          params: { path: { id: message.id } },
          body: { accountId: accountId!, reason: reason.trim() },
          headers,
        }),
      ),
    onDone: onClose,
    said: t('linked'),
  });
  return (
    <Form onCancel={onClose} submit={t('link')} {...save}>
      <div>{t('link.hint', { sender: message.sender })}</div>
      <AccountChoice
        value={form.getValues().accountId}
        onChange={(next) => form.setFieldValue('accountId', next)}
        error={form.errors.accountId}
      />
      <TextInput
        label={t('link.reason')}
        description={t('link.reason.hint')}
        required
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </Form>
  );
}

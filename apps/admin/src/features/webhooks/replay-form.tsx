import { answer, DayField, Form, FormGrid, useMessages } from '@dvor/ui';
import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { dayAfter, typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import type { Delivery } from './api.js';
import { webhookMessages } from './messages.js';

/** Sends again what happened on some days. */
export function ReplayForm({ webhookId, onClose }: { webhookId: string; onClose: () => void }) {
  const t = useMessages(webhookMessages);
  const checks = useChecks();
  const form = useForm({
    initialValues: { from: '', to: '', state: 'given-up' },
    validate: { from: checks.day, to: checks.until },
  });
  const save = useSave(form, {
    write: (api, { from, to, state }, headers) => {
      const last = to.trim() === '' ? null : dayAfter(typedDay(to));
      const body = {
        from: midnight(typedDay(from)),
        ...(last && { to: midnight(last) }),
        ...(state !== 'all' && { state: state as Delivery['state'] }),
      };
      return answer(api.POST('/api/v1/webhooks/{id}/replay', { params: { path: { id: webhookId } }, body, headers }));
    },
    onDone: ({ replayed }) => {
      onClose();
      notifications.show({ message: t('replay.done', { n: replayed }) });
    },
    said: null,
  });
  return (
    <Form onCancel={onClose} submit={t('replay')} {...save}>
      <FormGrid>
        <DayField data-autofocus label={t('replay.from')} required {...form.getInputProps('from')} />
        <DayField label={t('replay.to')} {...form.getInputProps('to')} />
        <Select
          label={t('replay.which')}
          required
          allowDeselect={false}
          data={(['given-up', 'delivered', 'all'] as const).map((value) => ({ value, label: t(`log.${value}`) }))}
          {...form.getInputProps('state')}
        />
      </FormGrid>
    </Form>
  );
}

/** Where the reader sits. */
function midnight(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}

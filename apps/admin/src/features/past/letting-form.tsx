import { answer, Form, useFormat, useMessages } from '@dvor/ui';
import { Checkbox, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useSave } from '../../lib/basis/use-save.js';
import type { RecalculationCard } from './api.js';
import { pastMessages } from './messages.js';

/** Lets a recalculation into the next run, or asks a second person to allow it. */
export function LettingForm({ recalculation, onClose }: { recalculation: RecalculationCard; onClose: () => void }) {
  const t = useMessages(pastMessages);
  const format = useFormat();
  const { id, state, letting } = recalculation;
  const { required, approval, cutOff, monthsBack } = letting;
  const posted = state === 'posted' || state === 'approved';
  const allowed = approval?.state === 'approved';
  const form = useForm({
    initialValues: { beyond: allowed ? letting.beyond : posted, reason: '' },
    validate: {
      reason: (text, { beyond }) => (text.trim().length < 3 && (beyond || asksFor(beyond)) ? t('approve.need') : null),
    },
  });
  /** A word for the usual months is none for those before them. */
  const asksFor = (beyond: boolean) => required && !(allowed && letting.beyond === beyond);
  const asking = asksFor(form.values.beyond);
  const save = useSave(form, {
    write: async (api, { beyond, reason }, headers) => {
      const asked = {
        params: { path: { id } },
        body: { beyond, ...(reason.trim() && { reason: reason.trim() }) },
        headers,
      };
      if (asksFor(beyond)) await answer(api.POST('/api/v1/recalculations/{id}/ask', asked));
      else await answer(api.POST('/api/v1/recalculations/{id}/approve', asked));
      return asksFor(beyond);
    },
    onDone: (asked) => {
      notifications.show({ message: t(asked ? 'approve.asked' : 'approve.done') });
      onClose();
    },
    said: null,
  });
  return (
    <Form onCancel={onClose} submit={t(asking ? 'approve.ask' : 'approve')} {...save}>
      <p>{t('approve.text')}</p>
      {cutOff && (
        <Checkbox
          label={t('approve.beyond', { month: format.month(cutOff), n: monthsBack })}
          disabled={posted}
          {...form.getInputProps('beyond', { type: 'checkbox' })}
        />
      )}
      <Textarea
        data-autofocus
        label={t('postpone.reason')}
        required={form.values.beyond || asking}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </Form>
  );
}

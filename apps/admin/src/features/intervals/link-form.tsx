import { answer, DayField, Form, useMessages } from '@dvor/ui';
import { Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { MeterChoice } from '../../lib/meters/meter-choice.js';
import type { ActiveChannel, Point } from './api.js';
import { intervalMessages } from './messages.js';

/** Which meter a channel is from a day on. */
export function LinkForm({ point, channel, onClose }: { point: Point; channel: ActiveChannel; onClose: () => void }) {
  const t = useMessages(intervalMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      meterId: null as string | null,
      from: point.firstDay ?? today,
      byItself: true,
      basis: emptyBasis('act'),
    },
    validate: {
      meterId: (chosen) => (chosen ? null : t('link.need')),
      from: checks.day,
      basis: checks.basis,
    },
  });
  const { meterId } = form.getValues();
  const record = useRecord(form, {
    write: (api, { meterId: chosen, from, byItself }, told, headers) =>
      answer(
        api.PUT('/api/v1/metering-points/{id}/meter', {
          params: { path: { id: point.id } },
          body: { channel, meterId: chosen, byItself, from: typedDay(from), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('link')} {...record}>
      <div>{t('link.hint')}</div>
      <MeterChoice
        resource="electricity"
        value={meterId}
        onChange={(next) => form.setFieldValue('meterId', next)}
        error={form.errors.meterId}
      />
      <DayField label={t('link.from')} required maw={220} {...form.getInputProps('from')} />
      <Checkbox
        label={t('link.byItself')}
        description={t('link.byItself.hint')}
        {...form.getInputProps('byItself', { type: 'checkbox' })}
      />
      <BasisFields form={form} />
    </Form>
  );
}

/** From a day on the channel is nobody's. */
export function UnlinkForm({ point, channel, onClose }: { point: Point; channel: ActiveChannel; onClose: () => void }) {
  const t = useMessages(intervalMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: { from: today, basis: emptyBasis('act') },
    validate: { from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { from }, told, headers) =>
      answer(
        api.PUT('/api/v1/metering-points/{id}/meter', {
          params: { path: { id: point.id } },
          body: { channel, meterId: null, byItself: false, from: typedDay(from), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('unlink')} danger {...record}>
      <DayField data-autofocus label={t('link.from')} required maw={220} {...form.getInputProps('from')} />
      <BasisFields form={form} />
    </Form>
  );
}

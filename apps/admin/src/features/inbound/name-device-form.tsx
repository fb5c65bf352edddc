import { answer, Form, useMessages } from '@dvor/ui';
import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useSave } from '../../lib/basis/use-save.js';
import { MeterChoice } from '../../lib/meters/meter-choice.js';
import type { UnknownDevice } from './api.js';
import { inboundMessages } from './messages.js';

const LEAST_WORDS = 3;

/** Which meter an unknown device is: what it has told is taken in at once. */
export function NameDeviceForm({ device, onClose }: { device: UnknownDevice; onClose: () => void }) {
  const t = useMessages(inboundMessages);
  const form = useForm({
    initialValues: { again: false, meterId: null as string | null, reason: '' },
    validate: {
      meterId: (chosen, { again }) => (chosen || again ? null : t('name.need')),
      reason: (reason) => (reason.trim().length < LEAST_WORDS ? t('need.reason') : null),
    },
  });
  const { again, meterId } = form.getValues();
  const save = useSave(form, {
    write: (api, { again: anew, meterId: chosen, reason }, headers) =>
      answer(
        api.POST('/api/v1/device-events/replay', {
          body: { device: device.device, meterId: anew ? null : chosen, reason: reason.trim() },
          headers,
        }),
      ),
    onDone: ({ counts }) => {
      notifications.show({ message: t('name.done', { taken: takenOf(counts), all: device.events }) });
      onClose();
    },
    said: null,
  });
  return (
    <Form onCancel={onClose} submit={t('name')} {...save}>
      <div>{t('name.hint')}</div>
      <Checkbox
        label={t('name.again')}
        description={t('name.again.hint')}
        {...form.getInputProps('again', { type: 'checkbox' })}
      />
      {!again && (
        <MeterChoice
          value={meterId}
          onChange={(next) => form.setFieldValue('meterId', next)}
          error={form.errors.meterId}
        />
      )}
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

/** A later event of the same day stands for the earlier ones. */
function takenOf(counts: Readonly<Record<string, number>>): number {
  return (counts.taken ?? 0) + (counts.replaced ?? 0);
}

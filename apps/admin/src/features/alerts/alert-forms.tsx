import { answer, DayField, Form, useMessages } from '@dvor/ui';
import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { type MeterAlert, type Resolution, RESOLUTIONS } from './api.js';
import { alertMessages } from './messages.js';

const LEAST_WORDS = 3;

interface Props {
  readonly alert: MeterAlert;
  readonly onClose: () => void;
}

/** It is known what it was. */
export function ResolveForm({ alert, onClose }: Props) {
  const t = useMessages(alertMessages);
  const form = useForm<{ resolution: Resolution; note: string }>({
    initialValues: { resolution: alert.kind === 'leak' ? 'mended' : 'mistake', note: '' },
    validate: { note: (note) => (note.trim().length < LEAST_WORDS ? t('note.need') : null) },
  });
  const save = useSave(form, {
    write: (api, { resolution, note }, headers) =>
      answer(
        api.POST('/api/v1/meter-alerts/{id}/resolution', {
          params: { path: { id: alert.id } },
          body: { resolution, note: note.trim() },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('resolve')} {...save}>
      <About alert={alert} />
      <Select
        label={t('resolve.what')}
        allowDeselect={false}
        data={RESOLUTIONS.map((value) => ({ value, label: t(`resolution.${value}`) }))}
        {...form.getInputProps('resolution')}
      />
      <Textarea
        data-autofocus
        label={t('resolve.note')}
        description={t('resolve.hint')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
    </Form>
  );
}

/** Nothing is told of the meter for a while. */
export function MuteForm({ alert, onClose }: Props) {
  const t = useMessages(alertMessages);
  const { day } = useChecks();
  const form = useForm({
    initialValues: { until: '', reason: '' },
    validate: { until: day, reason: (reason) => (reason.trim().length < LEAST_WORDS ? t('note.need') : null) },
  });
  const save = useSave(form, {
    write: (api, { until, reason }, headers) =>
      answer(
        api.POST('/api/v1/meters/{id}/alert-mute', {
          params: { path: { id: alert.meterId } },
          body: { until: typedDay(until), reason: reason.trim() },
          headers,
        }),
      ),
    onDone: onClose,
    said: t('mute.done'),
  });
  return (
    <Form onCancel={onClose} submit={t('mute')} {...save}>
      <About alert={alert} />
      <DayField
        data-autofocus
        label={t('mute.until')}
        description={t('mute.hint')}
        required
        {...form.getInputProps('until')}
      />
      <Textarea label={t('mute.reason')} required autosize minRows={2} {...form.getInputProps('reason')} />
    </Form>
  );
}

function About({ alert: { resource, serial, address, text } }: { alert: MeterAlert }) {
  const t = useMessages(alertMessages);
  return (
    <div>
      <div>{`${t(`resource.${resource}`)} № ${serial}, ${address}`}</div>
      <div>{text}</div>
    </div>
  );
}

import { answer, Form, useFormat, useMessages } from '@dvor/ui';
import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useSave } from '../../lib/basis/use-save.js';
import { type DoubtfulReading, valueText } from './api.js';
import { readingMessages } from './messages.js';

const DIAL = /^\s*\d{1,9}(?:[.,]\d{1,4})?\s*$/;
const LEAST_WORDS = 3;

/** The dial shows something else: a field for each zone. */
export function FixForm({ doubt, onClose }: { doubt: DoubtfulReading; onClose: () => void }) {
  const t = useMessages(readingMessages);
  const { value } = doubt;
  const zones = typeof value === 'string' ? null : Object.keys(value);
  const form = useForm({
    initialValues: {
      amounts: (typeof value === 'string' ? [value] : Object.values(value)).map((amount) => ({
        text: valueText(amount),
      })),
      note: '',
    },
    validate: {
      amounts: { text: (text: string) => (DIAL.test(text) ? null : t('fix.need')) },
      note: (note) => (note.trim().length < LEAST_WORDS ? t('note.need') : null),
    },
  });
  const save = useSave(form, {
    write: (api, { amounts, note }, headers) => {
      const [first] = amounts;
      const right = zones
        ? Object.fromEntries(zones.map((zone, i) => [zone, amounts[i]!.text.trim()]))
        : first!.text.trim();
      return answer(
        api.POST('/api/v1/readings/doubtful/{id}/correction', {
          params: { path: { id: doubt.id } },
          body: { value: right, note: note.trim() },
          headers,
        }),
      );
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('fix')} {...save}>
      <Told doubt={doubt} />
      {form.values.amounts.map((_, i) => (
        <TextInput
          key={zones?.[i] ?? 'all'}
          label={zones ? t(`zone.${zones[i] as 'day'}`) : t('fix.value')}
          required
          inputMode="decimal"
          {...(i === 0 && { 'data-autofocus': true })}
          {...form.getInputProps(`amounts.${i}.text`)}
        />
      ))}
      <Textarea
        label={t('fix.note')}
        description={t('fix.note.hint')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
    </Form>
  );
}

export function RefuseForm({ doubt, onClose }: { doubt: DoubtfulReading; onClose: () => void }) {
  const t = useMessages(readingMessages);
  const form = useForm({
    initialValues: { note: '' },
    validate: { note: (note) => (note.trim().length < LEAST_WORDS ? t('note.need') : null) },
  });
  const save = useSave(form, {
    write: (api, { note }, headers) =>
      answer(
        api.POST('/api/v1/readings/doubtful/{id}/refusal', {
          params: { path: { id: doubt.id } },
          body: { note: note.trim() },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('refuse')} {...save}>
      <Told doubt={doubt} />
      <Textarea
        data-autofocus
        label={t('refuse.note')}
        description={t('refuse.hint')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
    </Form>
  );
}

function Told({ doubt: { resource, serial, address, date, value, previous } }: { doubt: DoubtfulReading }) {
  const t = useMessages(readingMessages);
  const format = useFormat();
  const shown = (day: string, amounts: DoubtfulReading['value']) => `${format.day(day)}: ${valueText(amounts)}`;
  return (
    <div>
      <div>{`${t(`resource.${resource}`)} № ${serial}, ${address}`}</div>
      <div>{[...(previous ? [shown(previous.date, previous.value)] : []), shown(date, value)].join(' → ')}</div>
    </div>
  );
}

import { addMonths, formatPeriod, parsePeriod } from '@dvor/kernel';
import { answer, DayField, FormGrid, Notice, useFormat, useMessages } from '@dvor/ui';
import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { type Basis, emptyBasis } from '../../lib/basis/basis.js';
import { isDay, typedDay, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { meterMessages } from './messages.js';

/** What every act of a meter's life has, as it stands in a form. */
export interface PaperValues {
  readonly number: string;
  readonly dated: string;
  readonly on: string;
  readonly signedBy: string;
  readonly late: string;
  readonly basis: Basis;
}

const LIMITATION = 36; // months

export function emptyPaper(today: string): PaperValues {
  return { number: '', dated: today, on: '', signedBy: '', late: '', basis: emptyBasis('act') };
}

export function usePaperChecks() {
  const { filled, day, dayOrEmpty, basis } = useChecks();
  return { number: filled, dated: day, on: dayOrEmpty, signedBy: filled, basis };
}

/** As the API takes it. */
export function paperOf({ number, dated, on, signedBy, late }: PaperValues) {
  return {
    ...{ number: number.trim(), dated: typedDay(dated), on: on.trim() ? typedDay(on) : null },
    ...{ signedBy: linesOf(signedBy), lateReason: typedText(late) },
  };
}

/** The day on which it happened; empty while it can't be told. */
export function dayOf({ dated, on }: Pick<PaperValues, 'dated' | 'on'>): string {
  const day = on.trim() === '' ? dated : on;
  return isDay(day) ? typedDay(day) : '';
}

export function PaperFields<Values extends PaperValues>({ form }: { form: UseFormReturnType<Values> }) {
  const t = useMessages(meterMessages);
  const { today } = useCalendar();
  return (
    <>
      <FormGrid>
        <TextInput label={t('number')} required maxLength={60} data-autofocus {...form.getInputProps('number')} />
        <DayField label={t('dated')} required {...form.getInputProps('dated')} />
        <DayField label={t('on')} description={t('on.hint')} {...form.getInputProps('on')} />
      </FormGrid>
      <Textarea
        label={t('signedBy')}
        description={t('signedBy.hint')}
        required
        autosize
        minRows={2}
        maxRows={6}
        {...form.getInputProps('signedBy')}
      />
      {isOld(dayOf(form.getValues()), today) && (
        <TextInput label={t('late')} description={t('late.hint')} maxLength={500} {...form.getInputProps('late')} />
      )}
    </>
  );
}

/** Which closed months an act of a day would make to be calculated again, before it is saved. */
export function Foresight({ meterId, on }: { meterId: string; on: string }) {
  const t = useMessages(meterMessages);
  const format = useFormat();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['meters', meterId, 'foresight', on],
    enabled: on !== '',
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/meters/{id}/foresight', { params: { path: { id: meterId }, query: { on } }, signal })),
  });
  if (!data || (data.months.length === 0 && data.tooOldFrom === null)) return null;
  const [first, last] = [data.months[0], data.months.at(-1)];
  const months = first === last ? format.month(first ?? '') : `${format.month(first!)} – ${format.month(last!)}`;
  return (
    <Notice tone="info">
      {first && t('foresight', { months, inMonth: format.month(data.inMonth) })}{' '}
      {data.tooOldFrom && t('foresight.old', { month: format.month(data.tooOldFrom) })}
    </Notice>
  );
}

export function isOld(day: string, today: string): boolean {
  if (day === '') return false;
  return day.slice(0, 7) < formatPeriod(addMonths(parsePeriod(typedDay(today).slice(0, 7)), -LIMITATION));
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

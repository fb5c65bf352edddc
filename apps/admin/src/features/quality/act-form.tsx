import { answer, DayField, Form, FormGrid, FormSection, useMessages } from '@dvor/ui';
import { addMonths, formatPeriod, parsePeriod } from '@dvor/kernel';
import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { type Basis, emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { isDay, numberText, typedDay, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import {
  DEVIATIONS,
  type NewQualityAct,
  type QualityAct,
  type QualityEvent,
  type QualityService,
  SERVICES,
} from './api.js';
import { qualityMessages } from './messages.js';
import { type Places, PlacesField } from './places-field.js';

export interface ActValues {
  readonly number: string;
  readonly day: string;
  readonly service: QualityService;
  readonly type: QualityEvent;
  readonly value: string;
  readonly from: string;
  readonly fromTime: string;
  readonly to: string;
  readonly toTime: string;
  readonly complained: string;
  readonly complainedTime: string;
  readonly late: string;
  readonly places: Places;
  readonly basis: Basis;
}

const LIMITATION = 36; // months
const TIME = /^([01]?\d|2[0-4]):([0-5]\d)$/;
const FIGURE = /^[-−]?\d+([.,]\d+)?$/;

/** A new act, or the correction of one; `onDraft` hears what can be tried already. */
export function useActForm(act: QualityAct | undefined, onDone: (id: string) => void) {
  const t = useMessages(qualityMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const time = (text: string) => (TIME.test(text.trim()) ? null : t('time.need'));
  const form = useForm<ActValues>({
    initialValues: {
      number: act?.number ?? '',
      day: act?.dated ?? today,
      service: act?.service ?? 'cold-water',
      type: act?.type ?? 'outage',
      value: numberText(act?.value),
      ...splitMinute('from', act?.from),
      ...splitMinute('to', act?.to),
      ...splitMinute('complained', act?.complainedAt),
      late: act?.lateReason ?? '',
      places: placesOf(act),
      basis: emptyBasis('act'),
    } as ActValues,
    validate: {
      number: checks.filled,
      day: checks.day,
      value: (text, { type }) => (!hasValue(type) || FIGURE.test(text.trim()) ? null : t('value.need')),
      from: checks.day,
      fromTime: time,
      to: checks.dayOrEmpty,
      toTime: (text, { to }) => (to.trim() === '' ? null : time(text)),
      complained: checks.dayOrEmpty,
      complainedTime: (text, { complained }) => (complained.trim() === '' ? null : time(text)),
      places: ({ houseIds }) => checks.chosen(houseIds.length > 0),
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: async (api, values, told, headers) => {
      const body = { ...bodyOf(values)!, ...told };
      if (!act) return (await answer(api.POST('/api/v1/quality-acts', { body, headers }))).id;
      await answer(api.PUT('/api/v1/quality-acts/{id}', { params: { path: { id: act.id } }, body, headers }));
      return act.id;
    },
    onDone,
  });
  const [draft] = useDebouncedValue(JSON.stringify(bodyOf(form.values)), 400);
  return { form, record, draft: JSON.parse(draft) as NewQualityAct | null };
}

export function ActForm({
  act,
  form,
  record,
  onCancel,
}: { act: QualityAct | undefined; onCancel: () => void } & Pick<ReturnType<typeof useActForm>, 'form' | 'record'>) {
  const t = useMessages(qualityMessages);
  const { today } = useCalendar();
  const { service, type, from, late } = form.values;
  return (
    <Form onCancel={onCancel} submit={t(act ? 'save.correct' : 'save')} {...record}>
      <FormGrid>
        <TextInput label={t('number')} required maxLength={60} {...form.getInputProps('number')} />
        <DayField label={t('dated')} required {...form.getInputProps('day')} />
        <Select
          label={t('service')}
          required
          allowDeselect={false}
          data={SERVICES.map((value) => ({ value, label: t(`service.${value}`) }))}
          {...form.getInputProps('service')}
          onChange={(next) => form.setValues({ service: next as QualityService, type: 'outage', value: '' })}
        />
        <Select
          label={t('type')}
          required
          allowDeselect={false}
          data={DEVIATIONS[service].map((value) => ({ value, label: t(`type.${value}`) }))}
          {...form.getInputProps('type')}
        />
        {(type === 'temperature' || type === 'pressure') && (
          <TextInput label={t(`value.${type}`)} required inputMode="decimal" {...form.getInputProps('value')} />
        )}
      </FormGrid>
      <FormSection title={t('when')}>
        <FormGrid>
          <DayField label={t('from')} required {...form.getInputProps('from')} />
          <TextInput label={t('fromTime')} required placeholder={t('time')} {...form.getInputProps('fromTime')} />
          <DayField label={t('to')} description={t('to.hint')} {...form.getInputProps('to')} />
          <TextInput label={t('toTime')} placeholder={t('time')} {...form.getInputProps('toTime')} />
          <DayField label={t('complained')} description={t('complained.hint')} {...form.getInputProps('complained')} />
          <TextInput label={t('complainedTime')} placeholder={t('time')} {...form.getInputProps('complainedTime')} />
        </FormGrid>
      </FormSection>
      <PlacesField
        value={form.values.places}
        onChange={(places) => form.setFieldValue('places', places)}
        known={act?.houses ?? []}
        error={form.errors['places']}
      />
      {(isOld(from, today) || late) && (
        <TextInput label={t('late')} description={t('late.hint')} maxLength={500} {...form.getInputProps('late')} />
      )}
      <PastNotice from={from} />
      <BasisFields form={form} />
    </Form>
  );
}

/** What would be sent, if it can be sent already. The ground is asked for only when it is saved. */
function bodyOf(values: ActValues): NewQualityAct | null {
  const { number, day, service, type, value, late, places } = values;
  const from = minute(values.from, values.fromTime);
  const to = values.to.trim() === '' ? null : minute(values.to, values.toTime);
  const complainedAt = values.complained.trim() === '' ? null : minute(values.complained, values.complainedTime);
  if (from === null || (values.to.trim() !== '' && to === null) || !isDay(day) || places.houseIds.length === 0)
    return null;
  if (hasValue(type) && !FIGURE.test(value.trim())) return null;
  const entrances = places.entrances
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number);
  if (entrances.some((one) => !Number.isInteger(one))) return null;
  const some = places.houseIds.length === 1 ? { entrances, premisesIds: [...places.premisesIds] } : {};
  return {
    ...{ number: number.trim() || '—', dated: typedDay(day), service, type, from, to, complainedAt },
    value: hasValue(type) ? value.trim().replace(',', '.').replace('−', '-') : null,
    lateReason: typedText(late),
    places: places.houseIds.map((houseId) => ({ houseId, ...some })),
    reason: '———',
  };
}

function hasValue(type: QualityEvent): boolean {
  return type === 'temperature' || type === 'pressure';
}

/** `24:00` is the next day's beginning. */
function minute(day: string, time: string): string | null {
  const match = TIME.exec(time.trim());
  if (!isDay(day) || !match) return null;
  const at = new Date(`${typedDay(day)}T00:00:00Z`);
  at.setUTCMinutes(Number(match[1]) * 60 + Number(match[2]));
  return at.toISOString().slice(0, 16);
}

function splitMinute(name: 'from' | 'to' | 'complained', at: string | null | undefined): Record<string, string> {
  return { [name]: at?.slice(0, 10) ?? '', [`${name}Time`]: at?.slice(11) ?? '' };
}

function placesOf(act: QualityAct | undefined): Places {
  const houses = act?.houses ?? [];
  const premises = houses.length === 1 ? (houses[0]!.premises ?? []) : [];
  return { houseIds: houses.map(({ id }) => id), entrances: '', premisesIds: premises.map(({ id }) => id) };
}

/** Of more than three years ago: the server asks why it is entered now. */
function isOld(text: string, today: string): boolean {
  if (!isDay(text)) return false;
  const oldest = formatPeriod(addMonths(parsePeriod(typedDay(today).slice(0, 7)), -LIMITATION));
  return typedDay(text).slice(0, 7) < oldest;
}

import type { Schemas } from '@dvor/api-client';
import { answer, DayField, Form, FormGrid, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { addMonths, formatPeriod, parsePeriod } from '@dvor/kernel';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { isDay, numberText, typedDay, typedNumber, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { housingWords } from '../../lib/words/messages.js';
import { meterActMessages } from './meter-act-messages.js';

type MeterAct = Schemas['MeterActDto'];
type Kind = MeterAct['kind'];
type Resource = MeterAct['resource'];

const KINDS = ['access-refused', 'meter-failed', 'interference'] as const satisfies readonly Kind[];
export const RESOURCES = [
  'cold-water',
  'hot-water',
  'electricity',
  'gas',
  'heating',
] as const satisfies readonly Resource[];
const LIMITATION = 36; // months

/** A new act, or the correction of one: what it is about stays then. */
export function ActForm({ premisesId, act, onClose }: { premisesId: string; act?: MeterAct; onClose: () => void }) {
  const t = useMessages(meterActMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      kind: (act?.kind ?? 'access-refused') as Kind,
      place: null as string | null,
      number: act?.number ?? '',
      day: act?.dated ?? today,
      signedBy: act?.signedBy.join('\n') ?? '',
      since: act?.since ?? '',
      until: act?.until ?? '',
      months: act ? numberText(act.months) : '3',
      late: act?.lateReason ?? '',
      basis: emptyBasis('act'),
    },
    validate: {
      place: (place) => (act ? null : checks.chosen(place)),
      number: checks.filled,
      day: checks.day,
      signedBy: checks.filled,
      since: checks.dayOrEmpty,
      until: checks.dayOrEmpty,
      months: (text, { kind }) => (kind === 'interference' ? checks.number(text) : null),
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, { kind, place, number, day, signedBy, since, until, months, late }, told, headers) => {
      const says = {
        ...{ number: number.trim(), dated: typedDay(day), signedBy: linesOf(signedBy) },
        ...{ since: kind === 'meter-failed' && since.trim() ? typedDay(since) : null },
        ...{ until: kind === 'access-refused' && until.trim() ? typedDay(until) : null },
        ...{ months: kind === 'interference' ? typedNumber(months) : null, lateReason: typedText(late) },
        ...told,
      };
      if (act)
        return answer(api.PUT('/api/v1/meter-acts/{id}', { params: { path: { id: act.id } }, body: says, headers }));
      return answer(
        api.POST('/api/v1/premises/{id}/meter-acts', {
          params: { path: { id: premisesId } },
          body: { kind, ...placeOf(place!), ...says },
          headers,
        }),
      );
    },
    onDone: onClose,
  });
  const { kind, day, since } = form.values;
  const from = kind === 'meter-failed' && isDay(since) ? since : day;
  return (
    <Form onCancel={onClose} submit={t('save')} {...record}>
      {act ? (
        <div>{t(`kind.${kind}`)}</div>
      ) : (
        <>
          <Select
            label={t('kind')}
            description={t(`about.${kind}`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            allowDeselect={false}
            data={KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
            {...form.getInputProps('kind')}
            onChange={(next) => form.setValues({ kind: next as Kind, place: null })}
          />
          <PlaceField premisesId={premisesId} kind={kind} field={form.getInputProps('place')} />
        </>
      )}
      <FormGrid>
        <TextInput label={t('number')} required maxLength={60} {...form.getInputProps('number')} />
        <DayField label={t('dated')} required {...form.getInputProps('day')} />
        {kind === 'meter-failed' && (
          <DayField label={t('since')} description={t('since.hint')} {...form.getInputProps('since')} />
        )}
        {kind === 'access-refused' && (
          <DayField label={t('until')} description={t('until.hint')} {...form.getInputProps('until')} />
        )}
        {kind === 'interference' && (
          <TextInput
            label={t('months')}
            description={t('months.hint')}
            required
            inputMode="decimal"
            {...form.getInputProps('months')}
          />
        )}
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
      {(isOld(from, today) || act?.lateReason) && (
        <TextInput label={t('late')} description={t('late.hint')} maxLength={500} {...form.getInputProps('late')} />
      )}
      <PastNotice from={from} />
      <BasisFields form={form} />
    </Form>
  );
}

export function CancelForm({ act, onClose }: { act: MeterAct; onClose: () => void }) {
  const t = useMessages(meterActMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: { late: '', basis: emptyBasis('decision') },
    validate: { basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { late }, told, headers) =>
      answer(
        api.POST('/api/v1/meter-acts/{id}/cancellation', {
          params: { path: { id: act.id } },
          body: { lateReason: typedText(late), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  const from = act.since ?? act.dated;
  return (
    <Form onCancel={onClose} submit={t('cancel.submit')} {...record}>
      <div>{t('cancel.text')}</div>
      {isOld(from, today) && (
        <TextInput label={t('late')} description={t('late.hint')} maxLength={500} {...form.getInputProps('late')} />
      )}
      <PastNotice from={from} />
      <BasisFields form={form} />
    </Form>
  );
}

/** Which meter the act is about, or which resource where it is about no one meter. */
function PlaceField({
  premisesId,
  kind,
  field,
}: {
  premisesId: string;
  kind: Kind;
  field: ReturnType<ReturnType<typeof useForm>['getInputProps']>;
}) {
  const t = useMessages(meterActMessages);
  const name = useLooseMessages(housingWords);
  const format = useFormat();
  const api = useApi();
  const meters = useQuery({
    queryKey: ['premises', premisesId, 'meters'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/premises/{id}/meters', { params: { path: { id: premisesId } }, signal })),
  }).data?.items;
  const chargeable = (resource: string) => kind !== 'interference' || resource !== 'heating';
  const resources = kind === 'meter-failed' ? [] : RESOURCES.filter(chargeable);
  return (
    <Select
      label={t('meter')}
      required
      allowDeselect={false}
      data={[
        ...(meters ?? [])
          .filter(({ resource }) => chargeable(resource))
          .map(({ id, service, serial, removedOn }) => {
            const meter = `${service}, ${serial}`;
            const label = removedOn ? t('meter.gone', { meter, day: format.day(removedOn) }) : meter;
            return { value: `meter/${id}`, label };
          }),
        ...resources.map((resource) => ({
          value: `resource/${resource}`,
          label: t(kind === 'interference' ? 'without' : 'whole', { resource: name(`resource.${resource}`, resource) }),
        })),
      ]}
      nothingFoundMessage={t('meter.none')}
      placeholder={meters?.length === 0 && kind === 'meter-failed' ? t('meter.none') : ''}
      {...field}
    />
  );
}

function placeOf(value: string): { meterId: string } | { resource: Resource } {
  const [what, id] = value.split('/') as ['meter' | 'resource', string];
  return what === 'meter' ? { meterId: id } : { resource: id as Resource };
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Of more than three years ago: the server asks why it is entered now. */
export function isOld(text: string, today: string): boolean {
  if (!isDay(text)) return false;
  const oldest = formatPeriod(addMonths(parsePeriod(typedDay(today).slice(0, 7)), -LIMITATION));
  return typedDay(text).slice(0, 7) < oldest;
}

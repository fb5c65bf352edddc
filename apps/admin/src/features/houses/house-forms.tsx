import { answer, DayField, Form, FormDialog, FormGrid, FormSection, useMessages } from '@dvor/ui';
import { TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, numberText, typedCount, typedDay, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { TraitFields, type Traits } from '../../lib/words/traits.js';
import type { House } from './api.js';
import { HouseNameFields, houseNamesBody, typedHouse } from './house-name-fields.js';
import { houseMessages } from './messages.js';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The passport, as typed. */
interface TypedPassport {
  readonly area: string;
  readonly commonArea: string;
  readonly floors: string;
  readonly entrances: string;
  readonly traits: Traits;
}

const typedPassport = (house?: House): TypedPassport => ({
  area: numberText(house?.area),
  commonArea: numberText(house?.commonArea),
  floors: String(house?.floors ?? ''),
  entrances: String(house?.entrances ?? ''),
  traits: house?.traits ?? {},
});

const passportBody = ({ area, commonArea, floors, entrances, traits }: TypedPassport) => ({
  area: typedNumber(area),
  commonArea: typedNumber(commonArea),
  floors: typedCount(floors),
  entrances: typedCount(entrances),
  traits,
});

export function NewHouseDialog({ opened, onClose, onDone }: DialogProps & { onDone: (id: string) => void }) {
  const t = useMessages(houseMessages);
  return (
    <FormDialog wide opened={opened} onClose={onClose} title={t('add.title')}>
      <NewHouseForm onClose={onClose} onDone={onDone} />
    </FormDialog>
  );
}

function NewHouseForm({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const t = useMessages(houseMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today, timeZone } = useCalendar();
  const form = useForm({
    initialValues: { ...typedHouse({ timeZone }), from: today, ...typedPassport(), basis: emptyBasis('agreement') },
    validate: {
      city: checks.filled,
      street: checks.filled,
      building: checks.filled,
      yearBuilt: checks.wholeOrEmpty,
      from: checks.day,
      area: checks.numberOrEmpty,
      commonArea: checks.numberOrEmpty,
      floors: checks.wholeOrEmpty,
      entrances: checks.wholeOrEmpty,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) => {
      const body = { ...houseNamesBody(values), ...passportBody(values), from: typedDay(values.from), ...told };
      return answer(api.POST('/api/v1/houses', { body, headers }));
    },
    onDone: ({ id }) => onDone(id),
  });
  return (
    <Form onCancel={onClose} submit={t('add')} {...record}>
      <FormSection title={t('names')}>
        <HouseNameFields form={form} />
      </FormSection>
      <FormSection title={t('passport')}>
        <FormGrid>
          <DayField label={words('from')} required {...form.getInputProps('from')} />
          <PassportInputs form={form} />
        </FormGrid>
      </FormSection>
      <TraitFields of="house" value={form.values.traits} onChange={(traits) => form.setFieldValue('traits', traits)} />
      <BasisFields form={form} />
    </Form>
  );
}

function PassportInputs<Values extends TypedPassport>({ form }: { form: UseFormReturnType<Values> }) {
  const t = useMessages(houseMessages);
  return (
    <>
      <TextInput label={t('area')} inputMode="decimal" {...form.getInputProps('area')} />
      <TextInput label={t('commonArea')} inputMode="decimal" {...form.getInputProps('commonArea')} />
      <TextInput label={t('fact.floors')} inputMode="numeric" {...form.getInputProps('floors')} />
      <TextInput label={t('fact.entrances')} inputMode="numeric" {...form.getInputProps('entrances')} />
    </>
  );
}

export function ChangePassportDialog({ house, opened, onClose }: DialogProps & { house: House }) {
  const t = useMessages(houseMessages);
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('change.title')}>
      <ChangePassportForm house={house} onClose={onClose} />
    </FormDialog>
  );
}

/** Only what was changed in the form is changed in the house, whatever else holds over these days. */
function ChangePassportForm({ house, onClose }: { house: House; onClose: () => void }) {
  const t = useMessages(houseMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const before = typedPassport(house);
  const form = useForm({
    initialValues: { from: today, to: '', ...before, basis: emptyBasis('act') },
    validate: {
      from: checks.day,
      to: checks.until,
      area: (text, values) =>
        checks.numberOrEmpty(text) ?? (changesOf(values, before) === null ? t('change.none') : null),
      commonArea: checks.numberOrEmpty,
      floors: checks.wholeOrEmpty,
      entrances: checks.wholeOrEmpty,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) => {
      const { from, to } = values;
      const days = { from: typedDay(from), to: to.trim() ? dayAfter(typedDay(to)) : null };
      const body = { ...changesOf(values, before), ...days, ...told };
      return answer(api.POST('/api/v1/houses/{id}/facts', { params: { path: { id: house.id } }, body, headers }));
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('change.submit')} {...record}>
      <FormGrid>
        <DayField data-autofocus label={words('from')} required {...form.getInputProps('from')} />
        <DayField
          label={words('until')}
          description={words('until.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('to')}
        />
        <PassportInputs form={form} />
      </FormGrid>
      <TraitFields of="house" value={form.values.traits} onChange={(traits) => form.setFieldValue('traits', traits)} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

/** `null`: nothing was changed. */
function changesOf(values: TypedPassport, before: TypedPassport) {
  const [now, was] = [passportBody(values), passportBody(before)];
  const changed = Object.entries(now).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name as keyof typeof was]),
  );
  return changed.length === 0 ? null : (Object.fromEntries(changed) as Partial<typeof now>);
}

export function RenameHouseDialog({ house, opened, onClose }: DialogProps & { house: House }) {
  const t = useMessages(houseMessages);
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('rename.title')}>
      <RenameHouseForm house={house} onClose={onClose} />
    </FormDialog>
  );
}

function RenameHouseForm({ house, onClose }: { house: House; onClose: () => void }) {
  const t = useMessages(houseMessages);
  const checks = useChecks();
  const form = useForm({
    initialValues: { ...typedHouse(house), basis: emptyBasis('decision') },
    validate: {
      city: checks.filled,
      street: checks.filled,
      building: checks.filled,
      yearBuilt: checks.wholeOrEmpty,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) =>
      answer(
        api.PATCH('/api/v1/houses/{id}', {
          params: { path: { id: house.id } },
          body: { ...houseNamesBody(values), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('save')} {...record}>
      <HouseNameFields form={form} />
      <BasisFields form={form} />
    </Form>
  );
}

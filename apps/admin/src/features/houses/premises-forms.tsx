import { answer, DayField, Form, FormDialog, FormGrid, FormSection, useMessages } from '@dvor/ui';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, typedDay, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import type { ChosenParty } from '../../lib/parties/party.js';
import { PartyPicker } from '../../lib/parties/party-picker.js';
import { TraitFields } from '../../lib/words/traits.js';
import type { Premises } from './api.js';
import { houseMessages } from './messages.js';
import {
  MeterImpossibleFields,
  PremisesAreaInputs,
  PremisesNameFields,
  premisesNamesBody,
  premisesValuesBody,
  typedPremisesNames,
  type TypedPremisesValues,
  typedPremisesValues,
} from './premises-fields.js';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function NewPremisesDialog(props: DialogProps & { houseId: string; onDone: (id: string) => void }) {
  const t = useMessages(houseMessages);
  return (
    <FormDialog wide opened={props.opened} onClose={props.onClose} title={t('premises.add.title')}>
      <NewPremisesForm {...props} />
    </FormDialog>
  );
}

function NewPremisesForm({
  houseId,
  onClose,
  onDone,
}: DialogProps & { houseId: string; onDone: (id: string) => void }) {
  const t = useMessages(houseMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      ...typedPremisesNames(),
      from: today,
      ...typedPremisesValues(),
      basis: emptyBasis('register-extract'),
    },
    validate: {
      ...nameChecks(checks),
      from: checks.day,
      ...valueChecks(checks),
      area: checks.number,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) => {
      const body = {
        ...premisesNamesBody(values),
        ...premisesValuesBody(values),
        from: typedDay(values.from),
        ...told,
      };
      return answer(api.POST('/api/v1/houses/{id}/premises', { params: { path: { id: houseId } }, body, headers }));
    },
    onDone: ({ id }) => onDone(id),
  });
  return (
    <Form onCancel={onClose} submit={t('premises.add')} {...record}>
      <PremisesNameFields form={form} houseId={houseId} />
      <FormSection title={t('premises.values')}>
        <FormGrid>
          <DayField label={words('from')} required {...form.getInputProps('from')} />
          <PremisesAreaInputs form={form} />
        </FormGrid>
      </FormSection>
      <TraitFields
        of="premises"
        value={form.values.traits}
        onChange={(traits) => form.setFieldValue('traits', traits)}
      />
      <MeterImpossibleFields form={form} />
      <BasisFields form={form} />
    </Form>
  );
}

export function RenamePremisesDialog({ premises, opened, onClose }: DialogProps & { premises: Premises }) {
  const t = useMessages(houseMessages);
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('premises.rename.title')}>
      <RenamePremisesForm premises={premises} onClose={onClose} />
    </FormDialog>
  );
}

function RenamePremisesForm({ premises, onClose }: { premises: Premises; onClose: () => void }) {
  const t = useMessages(houseMessages);
  const checks = useChecks();
  const form = useForm({
    initialValues: { ...typedPremisesNames(premises), basis: emptyBasis('register-extract') },
    validate: { ...nameChecks(checks), basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) =>
      answer(
        api.PATCH('/api/v1/premises/{id}', {
          params: { path: { id: premises.id } },
          body: { ...premisesNamesBody(values), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('save')} {...record}>
      <PremisesNameFields form={form} houseId={premises.houseId} />
      <BasisFields form={form} />
    </Form>
  );
}

export function ChangePremisesDialog({ premises, opened, onClose }: DialogProps & { premises: Premises }) {
  const t = useMessages(houseMessages);
  return (
    <FormDialog wide opened={opened} onClose={onClose} title={t('premises.change.title')}>
      <ChangePremisesForm premises={premises} onClose={onClose} />
    </FormDialog>
  );
}

function ChangePremisesForm({ premises, onClose }: { premises: Premises; onClose: () => void }) {
  const t = useMessages(houseMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const before = typedPremisesValues(premises);
  const form = useForm({
    initialValues: { from: today, to: '', ...before, basis: emptyBasis('register-extract') },
    validate: {
      from: checks.day,
      to: checks.until,
      ...valueChecks(checks),
      area: (text, values) => checks.number(text) ?? (changesOf(values, before) === null ? t('change.none') : null),
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) => {
      const { from, to } = values;
      const days = { from: typedDay(from), to: to.trim() ? dayAfter(typedDay(to)) : null };
      const body = { ...changesOf(values, before), ...days, ...told };
      return answer(api.POST('/api/v1/premises/{id}/facts', { params: { path: { id: premises.id } }, body, headers }));
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
      </FormGrid>
      <FormGrid>
        <PremisesAreaInputs form={form} />
      </FormGrid>
      <TraitFields
        of="premises"
        value={form.values.traits}
        onChange={(traits) => form.setFieldValue('traits', traits)}
      />
      <MeterImpossibleFields form={form} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

export function OpenAccountDialog(props: DialogProps & { premises: Premises; onDone: (id: string) => void }) {
  const t = useMessages(houseMessages);
  return (
    <FormDialog opened={props.opened} onClose={props.onClose} title={t('account.open.title')}>
      <OpenAccountForm {...props} />
    </FormDialog>
  );
}

function OpenAccountForm({
  premises,
  onClose,
  onDone,
}: DialogProps & { premises: Premises; onDone: (id: string) => void }) {
  const t = useMessages(houseMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const owner = premises.owners[0];
  const form = useForm({
    initialValues: {
      payerId: (owner ? { id: owner.partyId, name: owner.name } : null) as ChosenParty | null,
      from: today,
      number: '',
      basis: emptyBasis('application'),
    },
    validate: { payerId: checks.chosen, from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { payerId, from, number }, told, headers) => {
      const body = { payerId: payerId!.id, from: typedDay(from), number: typedText(number), ...told };
      return answer(
        api.POST('/api/v1/premises/{id}/accounts', { params: { path: { id: premises.id } }, body, headers }),
      );
    },
    onDone: ({ id }) => onDone(id),
  });
  return (
    <Form onCancel={onClose} submit={t('account.open')} {...record}>
      <PartyPicker label={t('payer')} required {...form.getInputProps('payerId')} />
      <FormGrid>
        <DayField label={words('from')} required {...form.getInputProps('from')} />
        <TextInput
          label={t('account.number')}
          description={t('account.number.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={30}
          {...form.getInputProps('number')}
        />
      </FormGrid>
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

type Checks = ReturnType<typeof useChecks>;

function nameChecks(checks: Checks) {
  return {
    number: checks.filled,
    parentId: (parentId: string | null, { kind }: { readonly kind: string }) =>
      kind === 'room' ? checks.chosen(parentId) : null,
    entrance: checks.wholeOrEmpty,
    floor: checks.wholeOrEmpty,
  };
}

function valueChecks(checks: Checks) {
  return { livingArea: checks.numberOrEmpty, heatedArea: checks.numberOrEmpty, rooms: checks.wholeOrEmpty };
}

/** Only what was changed in the form; `null`: nothing. */
function changesOf(values: TypedPremisesValues, before: TypedPremisesValues) {
  const [now, was] = [premisesValuesBody(values), premisesValuesBody(before)];
  const changed = Object.entries(now).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name as keyof typeof was]),
  );
  return changed.length === 0 ? null : (Object.fromEntries(changed) as Partial<typeof now>);
}

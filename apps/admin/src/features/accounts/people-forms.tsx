import { answer, DayField, Form, FormDialog, FormGrid, useFormat, useMessages } from '@dvor/ui';
import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import type { ChosenParty } from '../../lib/parties/party.js';
import { PartyPicker } from '../../lib/parties/party-picker.js';
import type { Absence, AccountCard, Resident } from './api.js';
import { AbsencePreview } from './absence-preview.js';
import { accountMessages } from './messages.js';

export type PeopleDoing =
  | { readonly what: 'move-in' }
  | { readonly what: 'move-out' | 'absence'; readonly person: Resident }
  | { readonly what: 'withdraw-absence'; readonly absence: Absence }
  | null;

/** One window at a time, for whatever is being done with the people of an account. */
export function PeopleDialogs({
  account,
  doing,
  onClose,
}: {
  account: AccountCard;
  doing: PeopleDoing;
  onClose: () => void;
}) {
  const t = useMessages(accountMessages);
  const accountId = account.id;
  return (
    <>
      <FormDialog opened={doing?.what === 'move-in'} onClose={onClose} title={t('moveIn.title')}>
        <MoveInForm accountId={accountId} onClose={onClose} />
      </FormDialog>
      <FormDialog opened={doing?.what === 'move-out'} onClose={onClose} title={t('moveOut.title')}>
        {doing?.what === 'move-out' && <MoveOutForm accountId={accountId} person={doing.person} onClose={onClose} />}
      </FormDialog>
      <FormDialog opened={doing?.what === 'absence'} onClose={onClose} title={t('absence.title')}>
        {doing?.what === 'absence' && <AbsenceForm accountId={accountId} person={doing.person} onClose={onClose} />}
      </FormDialog>
      <FormDialog opened={doing?.what === 'withdraw-absence'} onClose={onClose} title={t('absence.withdraw.title')}>
        {doing?.what === 'withdraw-absence' && (
          <WithdrawForm accountId={accountId} absence={doing.absence} onClose={onClose} />
        )}
      </FormDialog>
    </>
  );
}

interface FormProps {
  readonly accountId: string;
  readonly onClose: () => void;
}

function MoveInForm({ accountId, onClose }: FormProps) {
  const t = useMessages(accountMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      partyId: null as ChosenParty | null,
      kind: 'permanent' as 'permanent' | 'temporary',
      from: today,
      to: '',
      basis: emptyBasis('certificate'),
    },
    validate: { partyId: checks.chosen, from: checks.day, to: checks.until, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { partyId, kind, from, to }, told, headers) => {
      const body = {
        partyId: partyId!.id,
        kind,
        from: typedDay(from),
        to: to.trim() ? dayAfter(typedDay(to)) : null,
        ...told,
      };
      return answer(
        api.POST('/api/v1/accounts/{id}/residents', { params: { path: { id: accountId } }, body, headers }),
      );
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('moveIn.submit')} {...record}>
      <PartyPicker label={t('who')} required {...form.getInputProps('partyId')} />
      <FormGrid>
        <Select
          label={t('residency')}
          allowDeselect={false}
          data={(['permanent', 'temporary'] as const).map((kind) => ({ value: kind, label: t(`residency.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
        <DayField label={words('from')} required {...form.getInputProps('from')} />
        <DayField
          label={words('until')}
          description={words('until.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('to')}
        />
      </FormGrid>
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

function MoveOutForm({ accountId, person, onClose }: FormProps & { person: Resident }) {
  const t = useMessages(accountMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: { from: today, basis: emptyBasis('application') },
    validate: { from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { from }, told, headers) =>
      answer(
        api.POST('/api/v1/accounts/{id}/residents/{partyId}/move-out', {
          params: { path: { id: accountId, partyId: person.partyId } },
          body: { from: typedDay(from), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('moveOut.submit')} {...record}>
      <div>{person.name}</div>
      <DayField data-autofocus label={t('moveOut.from')} required maw={240} {...form.getInputProps('from')} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

function AbsenceForm({ accountId, person, onClose }: FormProps & { person: Resident }) {
  const t = useMessages(accountMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      from: '',
      until: '',
      appliedOn: today,
      basis: { ...emptyBasis('certificate'), hasPaper: true },
    },
    validate: {
      from: checks.day,
      until: (text, values) => checks.day(text) ?? checks.until(text, values),
      appliedOn: checks.day,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, { from, until, appliedOn }, told, headers) => {
      const days = { from: typedDay(from), until: typedDay(until), appliedOn: typedDay(appliedOn) };
      const body = { partyId: person.partyId, ...days, ...told };
      return answer(api.POST('/api/v1/accounts/{id}/absences', { params: { path: { id: accountId } }, body, headers }));
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('absence.submit')} {...record}>
      <div>{person.name}</div>
      <FormGrid>
        <DayField data-autofocus label={t('absence.from')} required {...form.getInputProps('from')} />
        <DayField label={t('absence.until')} required {...form.getInputProps('until')} />
        <DayField label={t('absence.applied')} required {...form.getInputProps('appliedOn')} />
      </FormGrid>
      <AbsencePreview accountId={accountId} partyId={person.partyId} typed={form.values} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} paperNeeded />
    </Form>
  );
}

function WithdrawForm({ accountId, absence, onClose }: FormProps & { absence: Absence }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const checks = useChecks();
  const { partyId, name, from, until } = absence;
  const form = useForm({ initialValues: { basis: emptyBasis('act') }, validate: { basis: checks.basis } });
  const record = useRecord(form, {
    write: (api, _, told, headers) =>
      answer(
        api.POST('/api/v1/accounts/{id}/absences/withdraw', {
          params: { path: { id: accountId } },
          body: { partyId, from, until, ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('absence.withdraw')} danger {...record}>
      <div>
        {name}, {format.day(from)} – {format.day(until)}
      </div>
      <PastNotice from={from} />
      <BasisFields form={form} />
    </Form>
  );
}

import { answer, DayField, EmptyState, Form, FormGrid, FormSection, Notice, useFormat, useMessages } from '@dvor/ui';
import { ActionIcon, Checkbox, MultiSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { numberText, typedDay, typedNumber, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import type { ChosenParty } from '../../lib/parties/party.js';
import { PartyPicker } from '../../lib/parties/party-picker.js';
import classes from './accounts.module.css';
import { type AccountCard, useAccountChoices, useRooms } from './api.js';
import { accountMessages } from './messages.js';
import { isZero, MoveDebt, withPaper } from './move-debt.js';
import { SplitSharesForm } from './split-shares-form.js';

interface Props {
  readonly account: AccountCard;
  readonly onClose: () => void;
}

/** A new owner: this account ends and another one begins for the same premises. */
export function TransferForm({ account, onClose }: Props) {
  const t = useMessages(accountMessages);
  const words = useMessages(basisMessages);
  const navigate = useNavigate();
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      payerId: null as ChosenParty | null,
      from: today,
      number: '',
      moveDebt: false,
      basis: emptyBasis(),
    },
    validate: { payerId: checks.chosen, from: checks.day, basis: withPaper(checks) },
  });
  const record = useRecord(form, {
    paperNeeded: ({ moveDebt }) => moveDebt,
    write: (api, { payerId, from, number, moveDebt }, told, headers) => {
      const body = { payerId: payerId!.id, from: typedDay(from), number: typedText(number), moveDebt, ...told };
      return answer(
        api.POST('/api/v1/accounts/{id}/transfer', { params: { path: { id: account.id } }, body, headers }),
      );
    },
    onDone: ({ id }) => {
      onClose();
      void navigate(`/accounts/${id}`);
    },
  });
  return (
    <Form onCancel={onClose} submit={t('submit.transfer')} {...record}>
      <Notice tone="info">
        {t('transfer.text')} <Link to={`/premises/${account.premisesId}`}>{t('transfer.owners')}</Link>
      </Notice>
      <PartyPicker label={t('newPayer')} required {...form.getInputProps('payerId')} />
      <FormGrid>
        <DayField label={words('from')} required {...form.getInputProps('from')} />
        <TextInput
          label={t('newNumber')}
          description={t('newNumber.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={30}
          {...form.getInputProps('number')}
        />
      </FormGrid>
      <MoveDebt form={form} balance={account.balance} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} paperNeeded={form.values.moveDebt} />
    </Form>
  );
}

/** Somebody else pays; a closed account is opened again the same way. */
export function PayerForm({ account, reopens, onClose }: Props & { reopens: boolean }) {
  const t = useMessages(accountMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      payerId: (reopens ? account.payer : null) as ChosenParty | null,
      from: today,
      basis: emptyBasis('application'),
    },
    validate: { payerId: checks.chosen, from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { payerId, from }, told, headers) => {
      const request = {
        params: { path: { id: account.id } },
        body: { payerId: payerId!.id, from: typedDay(from), ...told },
        headers,
      };
      return answer<unknown>(
        reopens ? api.POST('/api/v1/accounts/{id}/reopen', request) : api.POST('/api/v1/accounts/{id}/payer', request),
      );
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={reopens ? t('submit.reopen') : t('submit.payer')} {...record}>
      <PartyPicker label={t('payer')} required {...form.getInputProps('payerId')} />
      <DayField label={words('from')} required maw={200} {...form.getInputProps('from')} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

export function ClosingForm({ account, onClose }: Props) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const checks = useChecks();
  const { today } = useCalendar();
  const settled = isZero(account.balance);
  const form = useForm({
    initialValues: { from: today, basis: { ...emptyBasis('decision'), hasPaper: !settled } },
    validate: { from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { from }, told, headers) =>
      answer(
        api.POST('/api/v1/accounts/{id}/close', {
          params: { path: { id: account.id } },
          body: { from: typedDay(from), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('submit.close')} danger {...record}>
      {!settled && (
        <Notice tone="attention" title={t('close.balance', { amount: format.money(account.balance) })}>
          {t('close.balance.text')}
        </Notice>
      )}
      <DayField data-autofocus label={t('close.from')} required maw={240} {...form.getInputProps('from')} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} paperNeeded={!settled} />
    </Form>
  );
}

export function IdentifiersForm({ account, onClose }: Props) {
  const t = useMessages(accountMessages);
  const checks = useChecks();
  const form = useForm({
    initialValues: { els: account.els ?? '', izhku: account.izhku ?? '', basis: emptyBasis('other') },
    validate: { basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { els, izhku }, told, headers) =>
      answer(
        api.PUT('/api/v1/accounts/{id}/identifiers', {
          params: { path: { id: account.id } },
          body: { els: typedText(els), izhku: typedText(izhku), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('submit.identifiers')} {...record}>
      <FormGrid>
        <TextInput
          data-autofocus
          label={t('els')}
          placeholder="10АА123456"
          maxLength={30}
          {...form.getInputProps('els')}
        />
        <TextInput label={t('izhku')} placeholder="10АА123456-01" maxLength={30} {...form.getInputProps('izhku')} />
      </FormGrid>
      <BasisFields form={form} />
    </Form>
  );
}

/** The rooms of a flat, or co-owners by their shares; who is left without a payer is not begun at all. */
export function SplitForm({ account, onClose }: Props) {
  const t = useMessages(accountMessages);
  const { data: rooms } = useRooms(account.houseId, account.premisesName);
  const [chosen, setChosen] = useState<'rooms' | 'shares' | null>(null);
  if (!rooms) return null;
  const isFlat = account.premises.kind === 'flat' && account.share === null;
  const by = chosen ?? (isFlat && rooms.length > 1 ? 'rooms' : 'shares');
  return (
    <>
      {isFlat && (
        <SegmentedControl
          mb="md"
          aria-label={t('split.by')}
          value={by}
          onChange={(value) => setChosen(value as typeof by)}
          data={[
            { value: 'shares', label: t('split.by.shares') },
            { value: 'rooms', label: t('split.by.rooms') },
          ]}
        />
      )}
      {by === 'shares' ? (
        <SplitSharesForm account={account} onClose={onClose} />
      ) : rooms.length < 2 ? (
        <EmptyState
          title={t('split.noRooms')}
          action={<Link to={`/houses/${account.houseId}`}>{t('split.toHouse')}</Link>}
        >
          {t('split.noRooms.text')}
        </EmptyState>
      ) : (
        <SplitRooms account={account} rooms={rooms} onClose={onClose} />
      )}
    </>
  );
}

interface Part {
  readonly premisesId: string;
  readonly name: string;
  readonly payerId: ChosenParty | null;
  readonly number: string;
  readonly weight: string;
}

function SplitRooms({
  account,
  rooms,
  onClose,
}: Props & { rooms: readonly { id: string; name: string; area: string | null }[] }) {
  const t = useMessages(accountMessages);
  const words = useMessages(basisMessages);
  const navigate = useNavigate();
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      from: today,
      parts: rooms.map(({ id, name, area }): Part => ({
        premisesId: id,
        name,
        payerId: null,
        number: '',
        weight: numberText(area ?? '1'),
      })),
      moveDebt: false,
      basis: emptyBasis('agreement'),
    },
    validate: { from: checks.day, parts: { payerId: checks.chosen, weight: checks.number }, basis: withPaper(checks) },
  });
  const record = useRecord(form, {
    paperNeeded: ({ moveDebt }) => moveDebt,
    write: (api, { from, parts, moveDebt }, told, headers) => {
      const body = {
        by: 'rooms' as const,
        from: typedDay(from),
        parts: parts.map(({ premisesId, payerId, number, weight }) => ({
          premisesId,
          payerId: payerId!.id,
          number: typedText(number),
          weight: typedNumber(weight)!,
        })),
        moveDebt,
        ...told,
      };
      return answer(api.POST('/api/v1/accounts/{id}/split', { params: { path: { id: account.id } }, body, headers }));
    },
    onDone: () => {
      onClose();
      void navigate(`/premises/${account.premisesId}`);
    },
  });
  const { parts } = form.values;
  return (
    <Form onCancel={onClose} submit={t('submit.split')} {...record}>
      <DayField data-autofocus label={words('from')} required maw={200} {...form.getInputProps('from')} />
      {parts.map(({ premisesId, name }, i) => (
        <FormSection
          key={premisesId}
          title={
            <span className={classes.partHead}>
              {name}
              {parts.length > 2 && (
                <ActionIcon
                  size={24}
                  aria-label={t('split.remove', { name })}
                  onClick={() => form.removeListItem('parts', i)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              )}
            </span>
          }
        >
          <PartyPicker label={t('payer')} required {...form.getInputProps(`parts.${i}.payerId`)} />
          <FormGrid>
            <TextInput
              label={t('newNumber')}
              placeholder={t('newNumber.hint')}
              maxLength={30}
              {...form.getInputProps(`parts.${i}.number`)}
            />
            <TextInput label={t('split.weight')} inputMode="decimal" {...form.getInputProps(`parts.${i}.weight`)} />
          </FormGrid>
        </FormSection>
      ))}
      <MoveDebt form={form} balance={account.balance} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} paperNeeded={form.values.moveDebt} />
    </Form>
  );
}

/** Other accounts of the house become part of this one and are closed. */
export function MergeForm({ account, onClose }: Props) {
  const t = useMessages(accountMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const { data } = useAccountChoices(account.houseId, search);
  // Those chosen keep their names while one searches on.
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({});
  const form = useForm({
    initialValues: { accountIds: [] as string[], from: today, moveDebt: false, basis: emptyBasis('application') },
    validate: {
      accountIds: (ids) => (ids.length === 0 ? checks.chosen(null) : null),
      from: checks.day,
      basis: withPaper(checks),
    },
  });
  const record = useRecord(form, {
    paperNeeded: ({ moveDebt }) => moveDebt,
    write: (api, { accountIds, from, moveDebt }, told, headers) =>
      answer(
        api.POST('/api/v1/accounts/{id}/merge', {
          params: { path: { id: account.id } },
          body: { accountIds, from: typedDay(from), moveDebt, ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  const found = (data?.items ?? [])
    .filter(({ id, state }) => id !== account.id && state === 'open')
    .map(({ id, number, premisesName, payerName }) => ({
      value: id,
      label: [number, premisesName, payerName].filter(Boolean).join(' · '),
    }));
  const { accountIds } = form.values;
  const options = [
    ...found,
    ...accountIds
      .filter((id) => !found.some(({ value }) => value === id))
      .map((id) => ({ value: id, label: seen[id] ?? id })),
  ];
  return (
    <Form onCancel={onClose} submit={t('submit.merge')} {...record}>
      <Notice tone="info">{t('merge.text', { number: account.number })}</Notice>
      <MultiSelect
        label={t('merge.which')}
        placeholder={t('search')}
        required
        searchable
        data={options}
        filter={({ options: all }) => all}
        nothingFoundMessage={t('none.title')}
        onSearchChange={setTyped}
        {...form.getInputProps('accountIds')}
        onChange={(ids) => {
          setSeen(Object.fromEntries(options.map(({ value, label }) => [value, label])));
          form.setFieldValue('accountIds', ids);
        }}
      />
      <DayField label={words('from')} required maw={200} {...form.getInputProps('from')} />
      <Checkbox
        label={t('merge.moveDebt')}
        description={t('moveDebt.hint')}
        {...form.getInputProps('moveDebt', { type: 'checkbox' })}
      />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} paperNeeded={form.values.moveDebt} />
    </Form>
  );
}

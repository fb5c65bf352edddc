import { answer, DayField, Form, FormDialog, FormGrid, Notice, useFormat, useMessages } from '@dvor/ui';
import type { Schemas } from '@dvor/api-client';
import { Money } from '@dvor/kernel';
import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, isCount, typedDay, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import type { AccountCard } from './api.js';
import { subsidyMessages } from './subsidy-messages.js';

type Subsidy = Schemas['SubsidyDto'];
type Declined = Schemas['DeclineDto'];

export type SubsidyDoing =
  | { readonly what: 'add' | 'check' | 'decline' }
  | { readonly what: 'end'; readonly subsidy: Subsidy }
  | { readonly what: 'takeBack'; readonly declined: Declined }
  | null;

/** One window at a time, for whatever is being done with subsidies and declined services. */
export function SubsidyDialogs({
  account,
  subsidies,
  doing,
  onClose,
}: {
  account: AccountCard;
  subsidies: readonly Subsidy[];
  doing: SubsidyDoing;
  onClose: () => void;
}) {
  const t = useMessages(subsidyMessages);
  const own = { accountId: account.id, onClose };
  return (
    <>
      <FormDialog opened={doing?.what === 'add'} onClose={onClose} title={t('add')}>
        <AddForm account={account} onClose={onClose} />
      </FormDialog>
      <FormDialog opened={doing?.what === 'check'} onClose={onClose} title={t('check.title')}>
        <CheckForm subsidies={subsidies} {...own} />
      </FormDialog>
      <FormDialog opened={doing?.what === 'end'} onClose={onClose} title={t('end.title')}>
        {doing?.what === 'end' && <EndForm subsidy={doing.subsidy} {...own} />}
      </FormDialog>
      <FormDialog opened={doing?.what === 'decline'} onClose={onClose} title={t('decline')}>
        <DeclineForm {...own} />
      </FormDialog>
      <FormDialog opened={doing?.what === 'takeBack'} onClose={onClose} title={t('takeBack.title')}>
        {doing?.what === 'takeBack' && <TakeBackForm declined={doing.declined} {...own} />}
      </FormDialog>
    </>
  );
}

interface FormProps {
  readonly accountId: string;
  readonly onClose: () => void;
}

function AddForm({ account, onClose }: { account: AccountCard; onClose: () => void }) {
  const t = useMessages(subsidyMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const people = new Map([...account.residents, ...account.owners].map(({ partyId, name }) => [partyId, name]));
  const form = useForm({
    initialValues: {
      partyId: null as string | null,
      amount: '',
      paidTo: 'executor' as Subsidy['paidTo'],
      from: today,
      to: '',
      basis: emptyBasis('decision'),
    },
    validate: {
      partyId: checks.chosen,
      amount: checks.number,
      from: checks.day,
      to: checks.until,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, { partyId, amount, paidTo, from, to }, told, headers) => {
      const days = { from: typedDay(from), to: to.trim() ? dayAfter(typedDay(to)) : null };
      const body = { partyId: partyId!, amount: typedNumber(amount) ?? '', paidTo, ...days, ...told };
      return answer(
        api.POST('/api/v1/accounts/{id}/subsidies', { params: { path: { id: account.id } }, body, headers }),
      );
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('add')} {...record}>
      <Select
        data-autofocus
        label={t('who')}
        required
        searchable
        data={[...people].map(([value, label]) => ({ value, label }))}
        nothingFoundMessage={t('who.none')}
        {...form.getInputProps('partyId')}
      />
      <FormGrid>
        <TextInput label={t('amount')} required inputMode="decimal" {...form.getInputProps('amount')} />
        <Select
          label={t('paidTo')}
          description={t('paidTo.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDeselect={false}
          data={(['executor', 'citizen'] as const).map((value) => ({ value, label: t(`paidTo.${value}`) }))}
          {...form.getInputProps('paidTo')}
        />
        <DayField label={words('from')} required {...form.getInputProps('from')} />
        <DayField label={words('until')} {...form.getInputProps('to')} />
      </FormGrid>
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

function EndForm({ accountId, subsidy, onClose }: FormProps & { subsidy: Subsidy }) {
  const t = useMessages(subsidyMessages);
  const format = useFormat();
  const checks = useChecks();
  const { today } = useCalendar();
  const { partyId, person, amount, from: begun } = subsidy;
  const form = useForm({
    initialValues: { from: today > begun ? today : begun, basis: emptyBasis('decision') },
    validate: { from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { from }, told, headers) => {
      const body = { partyId, from: typedDay(from), ...told };
      return answer(
        api.POST('/api/v1/accounts/{id}/subsidies/end', { params: { path: { id: accountId } }, body, headers }),
      );
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('end')} danger {...record}>
      <div>{`${person}, ${format.money(amount)}`}</div>
      <DayField
        data-autofocus
        label={t('end.from')}
        description={t('end.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        maw={320}
        {...form.getInputProps('from')}
      />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

/** The standard's arithmetic over again: nothing is kept of it. */
function CheckForm({ accountId, subsidies, onClose }: FormProps & { subsidies: readonly Subsidy[] }) {
  const t = useMessages(subsidyMessages);
  const format = useFormat();
  const checks = useChecks();
  const { today } = useCalendar();
  const [found, setFound] = useState<Schemas['SubsidyCheckDto'] | null>(null);
  const form = useForm({
    initialValues: { standard: '', persons: '', income: '', minimum: '', mostPercent: '', charged: '' },
    validate: {
      standard: checks.number,
      persons: (text: string) => (isCount(text) ? null : checks.wholeOrEmpty(text || '-')),
      income: checks.number,
      minimum: checks.number,
      mostPercent: checks.numberOrEmpty,
      charged: checks.numberOrEmpty,
    },
    onValuesChange: () => setFound(null),
  });
  const save = useSave(form, {
    write: (api, { standard, persons, income, minimum, mostPercent, charged }) => {
      const body = {
        ...{ standard: typedNumber(standard) ?? '', persons: Number(persons), income: typedNumber(income) ?? '' },
        ...{
          minimum: typedNumber(minimum) ?? '',
          mostPercent: typedNumber(mostPercent),
          charged: typedNumber(charged),
        },
      };
      return answer(api.POST('/api/v1/accounts/{id}/subsidies/check', { params: { path: { id: accountId } }, body }));
    },
    onDone: setFound,
    said: null,
  });
  const entered = subsidies.filter(({ from, to }) => from <= today && (to === null || to > today));
  const sum = entered.reduce((total, { amount }) => total.plus(Money.parse(amount)), Money.zero);
  const compared = (amount: string) => {
    if (entered.length === 0) return '';
    const difference = sum.minus(Money.parse(amount));
    return difference.isZero
      ? t('check.same')
      : t('check.differs', {
          amount: format.money(sum.toString()),
          difference: format.money(difference.toString(), { signed: true }),
        });
  };
  return (
    <Form onCancel={onClose} submit={t('check.submit')} {...save}>
      <div>{t('check.text')}</div>
      <FormGrid>
        <TextInput
          data-autofocus
          label={t('standard')}
          required
          inputMode="decimal"
          {...form.getInputProps('standard')}
        />
        <TextInput label={t('persons')} required inputMode="numeric" {...form.getInputProps('persons')} />
        <TextInput label={t('income')} required inputMode="decimal" {...form.getInputProps('income')} />
        <TextInput label={t('minimum')} required inputMode="decimal" {...form.getInputProps('minimum')} />
        <TextInput
          label={t('mostPercent')}
          placeholder={t('mostPercent.hint')}
          inputMode="decimal"
          {...form.getInputProps('mostPercent')}
        />
        <TextInput
          label={t('charged')}
          placeholder={t('charged.hint')}
          inputMode="decimal"
          {...form.getInputProps('charged')}
        />
      </FormGrid>
      <div role="status">
        {found && (
          <Notice
            tone="info"
            title={
              Money.parse(found.amount).isZero
                ? t('check.none')
                : t('check.result', { amount: format.money(found.amount) })
            }
          >
            {`${t('check.by', { percent: format.decimal(found.mostPercent) })} ${compared(found.amount)}`}
          </Notice>
        )}
      </div>
    </Form>
  );
}

function DeclineForm({ accountId, onClose }: FormProps) {
  const t = useMessages(subsidyMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const services = useVoluntaryServices();
  const form = useForm({
    initialValues: { serviceId: null as string | null, from: today, to: '', basis: emptyBasis('application') },
    validate: { serviceId: checks.chosen, from: checks.day, to: checks.until, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { serviceId, from, to }, told, headers) => {
      const days = { from: typedDay(from), to: to.trim() ? dayAfter(typedDay(to)) : null };
      const body = { serviceId: serviceId!, ...days, ...told };
      return answer(api.POST('/api/v1/accounts/{id}/declines', { params: { path: { id: accountId } }, body, headers }));
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('decline.submit')} {...record}>
      <Select
        data-autofocus
        label={t('service')}
        description={services?.length === 0 && t('service.none')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        searchable
        data={services?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        nothingFoundMessage={t('service.none')}
        {...form.getInputProps('serviceId')}
      />
      <FormGrid>
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

function useVoluntaryServices() {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['services'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/services', { signal })),
  });
  return data?.items.filter(({ voluntary, archived }) => voluntary && !archived);
}

function TakeBackForm({ accountId, declined, onClose }: FormProps & { declined: Declined }) {
  const t = useMessages(subsidyMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const { serviceId, service, from: begun } = declined;
  const form = useForm({
    initialValues: { from: today > begun ? today : begun, basis: emptyBasis('application') },
    validate: { from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { from }, told, headers) => {
      const body = { serviceId, from: typedDay(from), ...told };
      return answer(
        api.POST('/api/v1/accounts/{id}/declines/take-back', { params: { path: { id: accountId } }, body, headers }),
      );
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('takeBack')} {...record}>
      <div>{service}</div>
      <DayField data-autofocus label={t('takeBack.from')} required maw={320} {...form.getInputProps('from')} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

import { answer, DayField, Form, FormDialog, FormGrid, useMessages } from '@dvor/ui';
import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, typedCount, typedDay, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import type { AccountCard } from './api.js';
import { type AccountBenefit, type OneOffAct, useBenefitCategories, useOneOffWorks } from './relief-api.js';
import { reliefMessages } from './relief-messages.js';

export type ReliefDoing =
  | { readonly what: 'grant' | 'enter' }
  | { readonly what: 'end'; readonly benefit: AccountBenefit }
  | { readonly what: 'cancel'; readonly act: OneOffAct }
  | null;

/** One window at a time, for whatever is being done with benefits and works of an account. */
export function ReliefDialogs({
  account,
  doing,
  onClose,
}: {
  account: AccountCard;
  doing: ReliefDoing;
  onClose: () => void;
}) {
  const t = useMessages(reliefMessages);
  const accountId = account.id;
  const number = doing?.what === 'cancel' ? doing.act.number : '';
  return (
    <>
      <FormDialog opened={doing?.what === 'grant'} onClose={onClose} title={t('grant')}>
        <GrantForm account={account} onClose={onClose} />
      </FormDialog>
      <FormDialog opened={doing?.what === 'end'} onClose={onClose} title={t('end.title')}>
        {doing?.what === 'end' && <EndForm accountId={accountId} benefit={doing.benefit} onClose={onClose} />}
      </FormDialog>
      <FormDialog opened={doing?.what === 'enter'} onClose={onClose} title={t('enter')}>
        <ActForm accountId={accountId} onClose={onClose} />
      </FormDialog>
      <FormDialog opened={doing?.what === 'cancel'} onClose={onClose} title={t('cancel.title', { number })}>
        {doing?.what === 'cancel' && <CancelForm accountId={accountId} act={doing.act} onClose={onClose} />}
      </FormDialog>
    </>
  );
}

interface FormProps {
  readonly accountId: string;
  readonly onClose: () => void;
}

function GrantForm({ account, onClose }: { account: AccountCard; onClose: () => void }) {
  const t = useMessages(reliefMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const { data: categories } = useBenefitCategories();
  const form = useForm({
    initialValues: {
      partyId: null as string | null,
      categoryId: null as string | null,
      covered: '',
      from: today,
      to: '',
      basis: emptyBasis('certificate'),
    },
    validate: {
      partyId: checks.chosen,
      categoryId: checks.chosen,
      covered: checks.wholeOrEmpty,
      from: checks.day,
      to: checks.until,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, { partyId, categoryId, covered, from, to }, told, headers) => {
      const body = {
        ...{ partyId: partyId!, categoryId: categoryId!, covered: typedCount(covered) },
        ...{ from: typedDay(from), to: to.trim() ? dayAfter(typedDay(to)) : null },
        ...told,
      };
      return answer(
        api.POST('/api/v1/accounts/{id}/benefits', { params: { path: { id: account.id } }, body, headers }),
      );
    },
    onDone: onClose,
  });
  const people = new Map([...account.residents, ...account.owners].map(({ partyId, name }) => [partyId, name]));
  const choices = categories?.items
    .filter(({ archived }) => !archived)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form onCancel={onClose} submit={t('grant')} {...record}>
      <Select
        data-autofocus
        label={t('who')}
        required
        searchable
        data={[...people].map(([value, label]) => ({ value, label }))}
        nothingFoundMessage={t('who.none')}
        {...form.getInputProps('partyId')}
      />
      <Select
        label={t('category')}
        required
        searchable
        data={choices ?? []}
        nothingFoundMessage={t('category.none')}
        {...form.getInputProps('categoryId')}
      />
      <FormGrid>
        <DayField label={words('from')} required {...form.getInputProps('from')} />
        <DayField label={words('until')} {...form.getInputProps('to')} />
        <TextInput label={t('covered')} placeholder={t('covered.hint')} {...form.getInputProps('covered')} />
      </FormGrid>
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

function EndForm({ accountId, benefit, onClose }: FormProps & { benefit: AccountBenefit }) {
  const t = useMessages(reliefMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: { from: today, basis: emptyBasis('application') },
    validate: { from: checks.day, basis: checks.basis },
  });
  const { partyId, categoryId, person, category } = benefit;
  const record = useRecord(form, {
    write: (api, { from }, told, headers) =>
      answer(
        api.POST('/api/v1/accounts/{id}/benefits/end', {
          params: { path: { id: accountId } },
          body: { partyId, categoryId, from: typedDay(from), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('end')} {...record}>
      <div>
        {person}, {category}
      </div>
      <DayField data-autofocus label={t('end.from')} required maw={240} {...form.getInputProps('from')} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

function ActForm({ accountId, onClose }: FormProps) {
  const t = useMessages(reliefMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const { data: works } = useOneOffWorks();
  const form = useForm({
    initialValues: {
      workId: null as string | null,
      number: '',
      day: today,
      quantity: '1',
      price: '',
      prepaid: '',
      basis: emptyBasis('act'),
    },
    validate: {
      workId: checks.chosen,
      number: checks.filled,
      day: checks.day,
      quantity: checks.numberOrEmpty,
      price: checks.numberOrEmpty,
      prepaid: checks.numberOrEmpty,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, { workId, number, day, quantity, price, prepaid }, told, headers) => {
      const body = {
        ...{ workId: workId!, number: number.trim(), dated: typedDay(day), quantity: typedNumber(quantity) ?? '1' },
        ...{ price: typedNumber(price), prepaid: typedNumber(prepaid) },
        ...told,
      };
      return answer(api.POST('/api/v1/accounts/{id}/one-offs', { params: { path: { id: accountId } }, body, headers }));
    },
    onDone: onClose,
  });
  const choices = works?.items.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form onCancel={onClose} submit={t('enter')} {...record}>
      <Select
        label={t('work')}
        required
        searchable
        data={choices ?? []}
        nothingFoundMessage={t('work.none')}
        {...form.getInputProps('workId')}
      />
      <FormGrid>
        <TextInput label={t('number')} required {...form.getInputProps('number')} />
        <DayField label={t('dated')} required {...form.getInputProps('day')} />
        <TextInput label={t('quantity')} {...form.getInputProps('quantity')} />
        <TextInput label={t('price')} placeholder={t('price.hint')} {...form.getInputProps('price')} />
        <TextInput label={t('prepaid')} {...form.getInputProps('prepaid')} />
      </FormGrid>
      <BasisFields form={form} />
    </Form>
  );
}

function CancelForm({ accountId, act, onClose }: FormProps & { act: OneOffAct }) {
  const t = useMessages(reliefMessages);
  const checks = useChecks();
  const form = useForm({ initialValues: { basis: emptyBasis('application') }, validate: { basis: checks.basis } });
  const record = useRecord(form, {
    write: (api, _, told, headers) =>
      answer(
        api.POST('/api/v1/accounts/{id}/one-offs/{act}/cancel', {
          params: { path: { id: accountId, act: act.id } },
          body: told,
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('cancel')} {...record}>
      <div>{t('cancel.text')}</div>
      <BasisFields form={form} />
    </Form>
  );
}

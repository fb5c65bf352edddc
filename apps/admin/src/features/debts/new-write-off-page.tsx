import {
  answer,
  Code,
  DataTable,
  EmptyState,
  Form,
  MoneyText,
  Page,
  PageHeader,
  ProblemNotice,
  Section,
  Sheet,
  useMessages,
} from '@dvor/ui';
import { tryParsePeriod } from '@dvor/kernel';
import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate } from 'react-router';
import { AccountChoice } from '../../lib/accounts/account-choice.js';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { BASES, filterOf, useWriteOffPreview, type WriteOff, type WriteOffChoice } from './api.js';
import classes from './debts.module.css';
import { debtMessages } from './messages.js';
import { useDebtorFilter } from './use-debtor-filter.js';

const OF = ['penalties', 'principal', 'all'] as const;

/** Of one account, or of all that a filter of the debtors finds: previewed by account, sent for a second person's word. */
export default function NewWriteOffPage() {
  const t = useMessages(debtMessages);
  const navigate = useNavigate();
  const checks = useChecks();
  const [accountId, setAccount] = useUrlFilter('accountId');
  const filter = useDebtorFilter();
  const many = accountId === '' && Object.values(filter).some(Boolean);
  const form = useForm({
    initialValues: {
      of: 'penalties' as (typeof OF)[number],
      upTo: '',
      sum: '',
      ground: 'limitation-expired' as WriteOff['basis'],
      basis: emptyBasis('decision'),
    },
    validate: {
      of: () => checks.chosen(many || accountId),
      upTo: (text) => (text.trim() === '' || tryParsePeriod(text.trim()) !== null ? null : t('need.month')),
      sum: checks.numberOrEmpty,
      basis: checks.basis,
    },
  });
  const { of, upTo, sum } = form.values;
  const whose = many ? { filter: filterOf(filter) } : accountId ? { accountIds: [accountId] } : null;
  const choice: WriteOffChoice | null = whose && {
    ...whose,
    of,
    upTo: tryParsePeriod(upTo.trim()) === null ? null : upTo.trim(),
    amount: many || sum.trim() === '' ? null : typedNumber(sum),
  };
  const record = useRecord(form, {
    paperNeeded: () => true,
    write: (api, { ground }, { reason, documentId }, headers) =>
      answer(
        api.POST('/api/v1/write-offs', {
          params: { header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: { ...choice!, basis: ground, reason, documentId: documentId! },
          headers,
        }),
      ),
    onDone: ({ id }) => void navigate(`/write-offs/${id}`, { replace: true }),
  });
  return (
    <Page>
      <PageHeader back={<Link to="/write-offs">{t('back.write-offs')}</Link>} title={t('write-off.new')} />
      <div className={classes.card}>
        <Sheet>
          <Form onCancel={() => void navigate('/write-offs')} submit={t('save')} {...record}>
            {many ? (
              <TextInput label={t('whose')} value={t('by.filter')} readOnly />
            ) : (
              <AccountChoice value={accountId || null} onChange={setAccount} error={form.errors['of']} />
            )}
            <Select
              label={t('of')}
              allowDeselect={false}
              data={OF.map((value) => ({ value, label: t(`of.${value}`) }))}
              {...form.getInputProps('of')}
            />
            <TextInput label={t('upTo')} placeholder="2023-10" {...form.getInputProps('upTo')} />
            {!many && <TextInput label={t('sum.of')} inputMode="decimal" {...form.getInputProps('sum')} />}
            <Select
              label={t('basis.law')}
              allowDeselect={false}
              data={BASES.map((value) => ({ value, label: t(`basis.${value}`) }))}
              {...form.getInputProps('ground')}
            />
            <BasisFields form={form} paperNeeded />
          </Form>
        </Sheet>
        <Section title={t('preview')}>
          {choice === null ? <EmptyState title={t('preview.wait')} /> : <Preview choice={choice} />}
        </Section>
      </div>
    </Page>
  );
}

function Preview({ choice }: { choice: WriteOffChoice }) {
  const t = useMessages(debtMessages);
  const { data, error } = useWriteOffPreview(choice);
  if (error) return <ProblemNotice error={error} />;
  return (
    <DataTable
      wrap
      label={t('preview')}
      minWidth={620}
      rows={data?.items}
      rowKey={({ accountId }) => accountId}
      empty={<EmptyState title={t('debt.none')} />}
      columns={[
        {
          key: 'account',
          title: t('account'),
          cell: ({ number, address }) => (
            <>
              <Code>{number}</Code>
              <div className={classes.quiet}>{address}</div>
            </>
          ),
          total: data && t('total', { n: data.accounts }),
        },
        {
          key: 'balance',
          title: t('balance'),
          width: 125,
          align: 'end',
          cell: ({ balance }) => <MoneyText value={balance} currency={false} />,
        },
        {
          key: 'amount',
          title: t('write-off.one'),
          width: 125,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
          total: data && <MoneyText value={data.amount} currency={false} />,
        },
        {
          key: 'left',
          title: t('left'),
          width: 125,
          align: 'end',
          cell: ({ left }) => <MoneyText value={left} currency={false} />,
        },
      ]}
    />
  );
}

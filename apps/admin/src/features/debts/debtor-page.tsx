import {
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  type Fact,
  Facts,
  MoneyText,
  Page,
  PageHeader,
  Section,
  Sheet,
  unbrokenAddress,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { type AccountDebt, useAccount, useAccountDebt } from './api.js';
import { Contacts } from './contacts.js';
import classes from './debts.module.css';
import { Disputes } from './disputes.js';
import { debtMessages } from './messages.js';
import { Plans } from './plans.js';
import { Steps } from './steps.js';

/** The debt of one account: what it is made of, what was done and said about it, what is disputed. */
export default function DebtorPage() {
  const t = useMessages(debtMessages);
  const may = useMay();
  const { accountId = '' } = useParams();
  const account = useAccount(accountId).data;
  const { data: debt, error, refetch } = useAccountDebt(accountId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!debt || !account) return <Page>{null}</Page>;
  const money = (value: string) => <MoneyText value={value} />;
  const facts: Fact[] = [
    { label: t('account'), value: <Code>{account.number}</Code> },
    { label: t('payer'), value: account.payer?.name ?? '—' },
    { label: t('balance'), value: money(debt.balance) },
    { label: t('overdue'), value: money(debt.overdue) },
    { label: t('principal'), value: money(debt.principal) },
    {
      label: t('penalties'),
      value: may('ledger.read') ? (
        <Link to={`/accounts/${accountId}?tab=penalties`}>{money(debt.penalties)}</Link>
      ) : (
        money(debt.penalties)
      ),
    },
    ...(debt.disputed === '0.00' ? [] : [{ label: t('disputed'), value: money(debt.disputed) }]),
    ...(debt.inTransit === '0.00' ? [] : [{ label: t('inTransit.long'), value: money(debt.inTransit) }]),
  ];
  return (
    <Page>
      <PageHeader
        back={<Link to="/debtors">{t('back')}</Link>}
        title={t('debt.title', { number: account.number })}
        note={unbrokenAddress(account.address)}
        actions={
          <>
            <Button variant="default" component={Link} to={`/accounts/${accountId}`}>
              {t('to.account')}
            </Button>
            {may('debt.work') && debt.lines.length > 0 && (
              <>
                <Button variant="default" component={Link} to={`/restrictions/new?accountId=${accountId}`}>
                  {t('to.restriction')}
                </Button>
                <Button variant="default" component={Link} to={`/court-cases/new?accountId=${accountId}`}>
                  {t('to.court')}
                </Button>
              </>
            )}
            {may('debt.write-off') && debt.lines.length > 0 && (
              <Button variant="default" component={Link} to={`/write-offs/new?accountId=${accountId}`}>
                {t('write-off.one')}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.split}>
        <Section title={t('debt.lines')}>
          <Lines debt={debt} />
        </Section>
        <div className={classes.aside}>
          <Sheet>
            <Facts facts={facts} />
          </Sheet>
          <Steps accountId={accountId} />
          <Plans accountId={accountId} />
          <Contacts accountId={accountId} />
          <Disputes accountId={accountId} lines={debt.lines} />
        </div>
      </div>
    </Page>
  );
}

function Lines({ debt: { lines, balance } }: { debt: AccountDebt }) {
  const t = useMessages(debtMessages);
  const format = useFormat();
  return (
    <DataTable
      wrap
      label={t('debt.lines')}
      minWidth={760}
      rows={lines}
      rowKey={({ recipientId, serviceId, origin, kind }) => [recipientId, serviceId, origin, kind].join(' ')}
      empty={<EmptyState title={t('debt.none')} />}
      columns={[
        {
          key: 'month',
          title: t('month'),
          width: 150,
          cell: ({ origin }) => format.month(origin),
        },
        {
          key: 'service',
          title: t('service'),
          cell: ({ service, recipient, kind }) => (
            <span title={recipient ?? undefined}>
              {[service ?? '—', kind !== 'charge' && t(`kind.${kind}`)].filter(Boolean).join(', ')}
            </span>
          ),
        },
        { key: 'due', title: t('due'), width: 110, cell: ({ due }) => format.day(due) },
        { key: 'age', title: t('age'), width: 150, cell: ({ age }) => t(`age.${age}`) },
        {
          key: 'amount',
          title: t('amount'),
          width: 130,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
          total: <MoneyText value={balance} currency={false} />,
        },
      ]}
    />
  );
}

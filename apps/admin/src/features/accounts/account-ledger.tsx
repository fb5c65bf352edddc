import {
  CsvButton,
  csvFigure,
  DataTable,
  EmptyState,
  ErrorState,
  MoneyText,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './accounts.module.css';
import { type AccountCard, type Ledger, useLedger } from './api.js';
import { accountMessages } from './messages.js';

export function AccountLedger({ account }: { account: AccountCard }) {
  const { data, error, refetch } = useLedger(account.id);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <LedgerTable account={account} ledger={data} />;
}

function LedgerTable({ account, ledger }: { account: AccountCard; ledger: Ledger | undefined }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const may = useMay();
  const newestFirst = ledger?.items.toReversed();

  async function gather() {
    return {
      head: [t('date'), t('period'), t('what'), t('change'), t('after')],
      rows: (newestFirst ?? []).map((entry) => [
        entry.date,
        entry.period,
        entry.text,
        csvFigure(entry.amount),
        csvFigure(entry.balance),
      ]),
    };
  }

  return (
    <>
      <Toolbar>
        {ledger && (
          <span className={classes.quiet}>
            {t('opening')}: <MoneyText value={ledger.opening} />
          </span>
        )}
        <ToolbarEnd>
          {may('payment.enter') && (
            <Button
              component={Link}
              to={`/payments/new?accountId=${account.id}`}
              variant="default"
              leftSection={<IconPlus size={16} />}
            >
              {t('ledger.pay')}
            </Button>
          )}
          <CsvButton name={t('ledger.csv', { number: account.number })} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      <DataTable
        label={t('tab.ledger')}
        minWidth={680}
        rows={newestFirst}
        rowKey={(entry) => `${entry.date}/${entry.kind}/${entry.text}/${entry.balance}`}
        empty={<EmptyState title={t('ledger.empty')}>{t('ledger.empty.text')}</EmptyState>}
        columns={[
          { key: 'date', title: t('date'), width: 110, cell: ({ date }) => format.day(date) },
          {
            key: 'period',
            title: t('period'),
            width: 140,
            cell: ({ period }) => format.month(period),
            total: t('closing'),
          },
          {
            key: 'text',
            title: t('what'),
            cell: ({ text, paymentId }) =>
              paymentId && may('payment.read') ? (
                <Link to={`/payments/${paymentId}`} title={text}>
                  {text}
                </Link>
              ) : (
                <span title={text}>{text}</span>
              ),
          },
          {
            key: 'amount',
            title: t('change'),
            width: 130,
            align: 'end',
            cell: ({ amount }) => <MoneyText value={amount} currency={false} signed />,
          },
          {
            key: 'balance',
            title: t('after'),
            width: 130,
            align: 'end',
            cell: ({ balance }) => <MoneyText value={balance} currency={false} />,
            total: ledger && <MoneyText value={ledger.closing} currency={false} />,
          },
        ]}
      />
    </>
  );
}

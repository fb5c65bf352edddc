import {
  CsvButton,
  csvFigure,
  DataTable,
  downloadFile,
  EmptyState,
  ErrorState,
  MoneyText,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useHttp,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import classes from './accounts.module.css';
import { type AccountCard, type Penalties, usePenalties } from './api.js';
import { accountMessages } from './messages.js';

/** Penalties day by day: a row for each stretch of days with one rate. Rows add up to what was accrued. */
export function AccountPenalties({ account }: { account: AccountCard }) {
  const { data, error, refetch } = usePenalties(account.id);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <PenaltyTable account={account} penalties={data} />;
}

function PenaltyTable({ account, penalties }: { account: AccountCard; penalties: Penalties | undefined }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const may = useMay();
  const http = useHttp();
  const rows = penalties && rowsOf(penalties);

  async function gather() {
    return {
      head: [
        t('period'),
        t('service'),
        t('penalty.due'),
        t('penalty.debt'),
        t('penalty.paid'),
        t('penalty.from'),
        t('penalty.to'),
        t('penalty.days'),
        t('penalty.rate'),
        t('penalty.amount'),
      ],
      rows: (rows ?? []).map(({ debt, part, days }) => [
        debt.period,
        debt.service.name,
        part.dueOn,
        csvFigure(part.debt),
        part.paidOn ?? '',
        days.from,
        days.to,
        String(days.days),
        days.free ? t(`penalty.free.${days.free}`) : `${days.rate} / ${days.divisor}`,
        csvFigure(days.amount),
      ]),
    };
  }

  return (
    <>
      <Toolbar>
        {penalties && (
          <span className={classes.quiet}>
            {t('penalty.owed')}: <MoneyText value={penalties.owed} />
          </span>
        )}
        <ToolbarEnd>
          {may('debt.work') && (
            <Button variant="default" size="sm" component={Link} to={`/instalments/new?accountId=${account.id}`}>
              {t('penalty.instalments')}
            </Button>
          )}
          <Button
            variant="default"
            size="sm"
            onClick={() =>
              void downloadFile(http, `/api/v1/accounts/${account.id}/penalties.xlsx`, `${account.number}.xlsx`)
            }
          >
            XLSX
          </Button>
          <CsvButton name={t('penalty.csv', { number: account.number })} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      <DataTable
        label={t('tab.penalties')}
        minWidth={760}
        rows={rows}
        rowKey={({ key }) => key}
        empty={<EmptyState title={t('penalty.empty')}>{t('penalty.empty.text')}</EmptyState>}
        columns={[
          {
            key: 'period',
            title: t('penalty.month'),
            width: 115,
            cell: ({ debt }) => format.month(debt.period),
            total: t('penalty.accrued'),
          },
          { key: 'service', title: t('service'), cell: ({ debt }) => debt.service.name },
          {
            key: 'debt',
            title: t('penalty.debt'),
            width: 95,
            align: 'end',
            cell: ({ part }) => (
              <span title={part.sentence}>
                <MoneyText value={part.debt} currency={false} />
              </span>
            ),
          },
          {
            key: 'days',
            title: t('penalty.delay'),
            width: 185,
            cell: ({ days }) => `${format.day(days.from)} – ${format.day(days.to)}`,
          },
          { key: 'count', title: t('penalty.days'), width: 58, align: 'end', cell: ({ days }) => days.days },
          {
            key: 'rate',
            title: t('penalty.rate'),
            width: 105,
            cell: ({ days }) =>
              days.free ? t(`penalty.free.${days.free}`) : `${days.rate.replace('.', ',')} % / ${days.divisor}`,
          },
          {
            key: 'amount',
            title: t('penalty.amount'),
            width: 90,
            align: 'end',
            cell: ({ days }) => <MoneyText value={days.amount} currency={false} />,
            total: penalties && <MoneyText value={penalties.accrued} currency={false} />,
          },
        ]}
      />
    </>
  );
}

interface PenaltyRow {
  readonly key: string;
  readonly debt: Penalties['items'][number];
  readonly part: Penalties['items'][number]['parts'][number];
  readonly days: Penalties['items'][number]['parts'][number]['days'][number];
}

function rowsOf({ items }: Penalties): PenaltyRow[] {
  return items.flatMap((debt, i) =>
    debt.parts.flatMap((part, j) => part.days.map((days, k) => ({ key: `${i}/${j}/${k}`, debt, part, days }))),
  );
}

import {
  type Column,
  CsvButton,
  csvFigure,
  DataTable,
  EmptyState,
  ErrorState,
  MoneyText,
  ProblemNotice,
  Section,
  sumMoney,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Link, useNavigate } from 'react-router';
import { type HouseReceipts, isPrinting, type Run, type RunHouse, useRunHouses, useRunReceipts } from './api.js';
import { HouseFile } from './house-file.js';
import { monthMessages } from './messages.js';
import classes from './month.module.css';
import { useHouseFile } from './use-house-file.js';

/** What each house was charged, and its receipts once there are any. */
export function RunHouses({ run }: { run: Run }) {
  const t = useMessages(monthMessages);
  const navigate = useNavigate();
  const { data, error, refetch } = useRunHouses(run.id);
  const receipts = useRunReceipts(run);
  const file = useHouseFile(run);
  const columns = useColumns(data?.items);
  const receiptColumns = useReceiptColumns(receipts.data?.items, file);

  async function gather() {
    return {
      head: [t('houses.house'), t('houses.accounts'), t('houses.lines'), t('houses.amount')],
      rows: (data?.items ?? []).map(({ address, accounts, lines, amount }) => [
        address,
        String(accounts),
        String(lines),
        csvFigure(amount),
      ]),
    };
  }

  return (
    <Section
      title={t('houses.title')}
      actions={<CsvButton name={t('houses.csv', { period: run.period })} gather={gather} onError={() => undefined} />}
    >
      <ProblemNotice error={file.error} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={t('houses.title')}
          minWidth={run.receipts ? 760 : 520}
          rows={data?.items}
          rowKey={({ houseId }) => houseId}
          onOpen={({ houseId }) => void navigate(`/houses/${houseId}`)}
          empty={<EmptyState title={t('houses.empty')} />}
          columns={run.receipts || isPrinting(run) ? [...columns, ...receiptColumns] : columns}
        />
      )}
    </Section>
  );
}

function useColumns(houses: readonly RunHouse[] | undefined): Column<RunHouse>[] {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const sum = (of: (house: RunHouse) => number) =>
    houses && format.count(houses.reduce((n, house) => n + of(house), 0));
  return [
    {
      key: 'house',
      title: t('houses.house'),
      cell: ({ houseId, address, parked }) => (
        <Link to={`/houses/${houseId}`} tabIndex={-1} title={address}>
          {address}
          {parked > 0 && <span className={classes.parkedNote}>{t('runs.parked', { n: parked })}</span>}
        </Link>
      ),
      total: houses && t('houses.total', { n: houses.length }),
    },
    {
      key: 'accounts',
      title: t('houses.accounts'),
      width: 90,
      align: 'end',
      cell: ({ accounts }) => format.count(accounts),
      total: sum(({ accounts }) => accounts),
    },
    {
      key: 'lines',
      title: t('houses.lines'),
      width: 90,
      align: 'end',
      cell: ({ lines }) => format.count(lines),
      total: sum(({ lines }) => lines),
    },
    {
      key: 'amount',
      title: t('houses.amount'),
      width: 150,
      align: 'end',
      cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
      total: houses && <MoneyText value={sumMoney(houses.map(({ amount }) => amount))} currency={false} />,
    },
  ];
}

function useReceiptColumns(
  receipts: readonly HouseReceipts[] | undefined,
  file: ReturnType<typeof useHouseFile>,
): Column<RunHouse>[] {
  const t = useMessages(monthMessages);
  const of = new Map(receipts?.map((house) => [house.houseId, house]));
  const sum = (part: 'done' | 'total') => receipts?.reduce((n, house) => n + house[part], 0) ?? 0;
  return [
    {
      key: 'printed',
      title: t('receipts.printed'),
      width: 150,
      align: 'end',
      cell: ({ houseId }) => {
        const house = of.get(houseId);
        return house ? t('receipts.of', { done: house.done, total: house.total }) : '—';
      },
      total: receipts && t('receipts.of', { done: sum('done'), total: sum('total') }),
    },
    {
      key: 'file',
      title: t('receipts.file'),
      width: 160,
      align: 'end',
      cell: ({ houseId }) => <HouseFile house={of.get(houseId)} file={file} />,
    },
  ];
}

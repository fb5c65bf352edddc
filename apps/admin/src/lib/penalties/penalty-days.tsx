import type { Schemas } from '@dvor/api-client';
import { csvFigure, DataTable, MoneyText, useFormat, useMessages } from '@dvor/ui';
import type { ReactNode } from 'react';
import { penaltyTableMessages } from './messages.js';

type PenaltyOfDebt = Schemas['PenaltyOfDebtDto'];

interface Props {
  readonly label: string;
  readonly debts: readonly PenaltyOfDebt[] | undefined;
  /** What the totals row says, and its sum. */
  readonly total: readonly [ReactNode, string | undefined];
  readonly empty: ReactNode;
}

/** Penalties day by day: a row for each stretch of days with one rate. */
export function PenaltyDays({ label, debts, total: [totalWord, total], empty }: Props) {
  const t = useMessages(penaltyTableMessages);
  const format = useFormat();
  return (
    <DataTable
      label={label}
      minWidth={760}
      rows={debts && rowsOf(debts)}
      rowKey={({ key }) => key}
      empty={empty}
      columns={[
        {
          key: 'period',
          title: t('month'),
          width: 130,
          cell: ({ debt }) => format.month(debt.period),
          total: totalWord,
        },
        { key: 'service', title: t('service'), cell: ({ debt }) => debt.service.name },
        {
          key: 'debt',
          title: t('debt'),
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
          title: t('delay'),
          width: 185,
          cell: ({ days }) => `${format.day(days.from)} – ${format.day(days.to)}`,
        },
        { key: 'count', title: t('days'), width: 58, align: 'end', cell: ({ days }) => days.days },
        {
          key: 'rate',
          title: t('rate'),
          width: 105,
          cell: ({ days }) =>
            days.free ? t(`free.${days.free}`) : `${days.rate.replace('.', ',')} % / ${days.divisor}`,
        },
        {
          key: 'amount',
          title: t('amount'),
          width: 90,
          align: 'end',
          cell: ({ days }) => <MoneyText value={days.amount} currency={false} />,
          total: total !== undefined && <MoneyText value={total} currency={false} />,
        },
      ]}
    />
  );
}

/** The same rows for a file. */
export function usePenaltyCsv(): (debts: readonly PenaltyOfDebt[]) => { head: string[]; rows: string[][] } {
  const t = useMessages(penaltyTableMessages);
  return (debts) => ({
    head: [
      ...[t('month'), t('service'), t('due'), t('debt'), t('paid')],
      ...[t('from'), t('to'), t('days'), t('rate'), t('amount')],
    ],
    rows: rowsOf(debts).map(({ debt, part, days }) => [
      ...[debt.period, debt.service.name, part.dueOn, csvFigure(part.debt), part.paidOn ?? ''],
      ...[days.from, days.to, String(days.days)],
      days.free ? t(`free.${days.free}`) : `${days.rate} / ${days.divisor}`,
      csvFigure(days.amount),
    ]),
  });
}

interface PenaltyRow {
  readonly key: string;
  readonly debt: PenaltyOfDebt;
  readonly part: PenaltyOfDebt['parts'][number];
  readonly days: PenaltyOfDebt['parts'][number]['days'][number];
}

function rowsOf(debts: readonly PenaltyOfDebt[]): PenaltyRow[] {
  return debts.flatMap((debt, i) =>
    debt.parts.flatMap((part, j) => part.days.map((days, k) => ({ key: `${i}/${j}/${k}`, debt, part, days }))),
  );
}

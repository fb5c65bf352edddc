import {
  Code,
  type Column,
  CsvButton,
  csvFigure,
  DataTable,
  EmptyState,
  Figure,
  FigureStrip,
  FormDialog,
  MoneyText,
  ProblemNotice,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type DryRun, type DryRunQuestion, useDryLines } from './api.js';
import { dryRunMessages } from './messages.js';

const GROUPS = ['accounts', 'houses', 'services'] as const;

type Row = DryRun['accounts'][number] | DryRun['houses'][number] | DryRun['services'][number];

export function DryRunOutcome({ run, asked }: { run: DryRun; asked: DryRunQuestion }) {
  const t = useMessages(dryRunMessages);
  const format = useFormat();
  const [chosen, setBy] = useUrlFilter('by');
  const [shown, setShown] = useState<DryRun['accounts'][number] | null>(null);
  const by = GROUPS.find((one) => one === chosen) ?? 'accounts';
  const rows: readonly Row[] = run[by];
  const gather = async () => ({
    head: [t('account'), t('address'), t('amount'), t('corrections')],
    rows: run.accounts.map(({ number, address, amount, corrections }) => [
      number,
      address,
      csvFigure(amount),
      csvFigure(corrections),
    ]),
  });
  return (
    <>
      <FigureStrip>
        <Figure large label={t('amount')}>
          <MoneyText value={run.amount} />
        </Figure>
        <Figure large label={t('corrections')}>
          <MoneyText value={run.corrections} signed />
        </Figure>
        <Figure large label={t('lines')}>
          {run.lines}
        </Figure>
        {asked.extrapolate && (
          <Figure large label={t('supposed')}>
            {run.supposed}
          </Figure>
        )}
      </FigureStrip>
      <Toolbar>
        <SegmentedControl
          aria-label={t('by')}
          value={by}
          onChange={(next) => setBy(next === 'accounts' ? null : next)}
          data={GROUPS.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
        <ToolbarEnd>
          <CsvButton name={t('csv', { month: format.month(run.period) })} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      <DataTable
        label={t(`by.${by}`)}
        minWidth={640}
        rows={rows}
        rowKey={(row) => ('accountId' in row ? row.accountId : 'houseId' in row ? row.houseId : row.serviceId)}
        onOpen={by === 'accounts' ? (row) => setShown(row as DryRun['accounts'][number]) : undefined}
        empty={<EmptyState title={t('none')} />}
        columns={[
          {
            key: 'name',
            title: t(by === 'accounts' ? 'account' : by === 'houses' ? 'house' : 'service'),
            cell: nameOf,
          },
          ...(['corrections', 'amount'] as const).map((key): Column<Row> => ({
            key,
            title: `${t(key)}, ₽`,
            width: 190,
            align: 'end',
            cell: (row) => <MoneyText value={row[key]} currency={false} signed={key === 'corrections'} />,
            total: <MoneyText value={run[key]} currency={false} signed={key === 'corrections'} />,
          })),
        ]}
      />
      <FormDialog
        opened={shown !== null}
        onClose={() => setShown(null)}
        title={t('lines.title', { number: shown?.number ?? '' })}
        wide
      >
        {shown && <Lines asked={asked} accountId={shown.accountId} />}
      </FormDialog>
    </>
  );
}

function nameOf(row: Row) {
  if ('service' in row) return row.service;
  if (!('number' in row)) return row.address;
  return (
    <>
      <Code>{row.number}</Code> {row.address}
    </>
  );
}

/** Line by line, each with the sentence that stands in the receipt. */
function Lines({ asked, accountId }: { asked: DryRunQuestion; accountId: string }) {
  const t = useMessages(dryRunMessages);
  const format = useFormat();
  const { data, error } = useDryLines(asked, accountId);
  if (error) return <ProblemNotice error={error} />;
  return (
    <DataTable
      wrap
      label={t('lines')}
      minWidth={560}
      rows={data?.items}
      rowKey={({ id, service, part }) => `${id}/${service.id}/${part}`}
      empty={<EmptyState title={t('none')} />}
      columns={[
        {
          key: 'service',
          title: t('service'),
          cell: ({ service, explanation }) => (
            <>
              <div>{service.name}</div>
              <small>{explanation.sentence}</small>
            </>
          ),
        },
        {
          key: 'volume',
          title: t('volume'),
          width: 130,
          align: 'end',
          cell: ({ volume, service }) => (volume === null ? '—' : format.volume(volume, service.unit)),
        },
        {
          key: 'amount',
          title: `${t('amount')}, ₽`,
          width: 130,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
          total: data && <MoneyText value={data.total} currency={false} />,
        },
      ]}
    />
  );
}

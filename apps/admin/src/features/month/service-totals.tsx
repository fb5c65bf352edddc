import {
  CsvButton,
  csvFigure,
  DataTable,
  EmptyState,
  MoneyText,
  roundTotal,
  Section,
  useFormat,
  useMessages,
  volumeColumn,
  VolumeText,
} from '@dvor/ui';
import type { RunDetails } from './api.js';
import { monthMessages } from './messages.js';

export function ServiceTotals({ run }: { run: RunDetails }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const totals = run.totals.map((total) => ({ ...total, volume: roundTotal(total.volume) }));
  const width = volumeColumn(totals);

  async function gather() {
    return {
      head: [t('totals.service'), t('totals.lines'), t('totals.volume'), '', t('totals.amount')],
      rows: run.totals.map(({ service, lines, volume, unit, amount }) => [
        service,
        String(lines),
        csvFigure(volume),
        format.unit(unit),
        csvFigure(amount),
      ]),
    };
  }

  return (
    <Section
      title={t('totals.title')}
      actions={<CsvButton name={t('totals.csv', { period: run.period })} gather={gather} onError={() => undefined} />}
    >
      <DataTable
        label={t('totals.title')}
        minWidth={520}
        rows={totals}
        rowKey={({ service, unit }) => `${service}/${unit}`}
        empty={<EmptyState title={t('totals.empty')} />}
        columns={[
          {
            key: 'service',
            title: t('totals.service'),
            cell: ({ service }) => <span title={service}>{service}</span>,
            total: t('totals.total'),
          },
          {
            key: 'lines',
            title: t('totals.lines'),
            width: 80,
            align: 'end',
            cell: ({ lines }) => format.count(lines),
            total: format.count(run.lines),
          },
          {
            key: 'volume',
            title: t('totals.volume'),
            width: 190,
            align: 'end',
            cell: ({ volume, unit }) => <VolumeText value={volume} unit={unit} {...width} />,
          },
          {
            key: 'amount',
            title: t('totals.amount'),
            width: 140,
            align: 'end',
            cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
            total: <MoneyText value={run.amount} currency={false} />,
          },
        ]}
      />
    </Section>
  );
}

import {
  DataTable,
  EmptyState,
  ErrorState,
  ExplainedFigure,
  Notice,
  PeriodSwitch,
  useFormat,
  useLooseMessages,
  useMay,
  useMessages,
  volumeColumn,
  VolumeText,
} from '@dvor/ui';
import { Link } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import classes from './accounts.module.css';
import { useAccountLines } from './api.js';
import { accountMessages } from './messages.js';

interface Props {
  readonly accountId: string;
  readonly period: string;
  readonly latest: string;
  readonly onPeriod: (period: string) => void;
}

export function AccountLinesTab({ accountId, period, latest, onPeriod }: Props) {
  return (
    <>
      <PeriodSwitch period={period} max={latest} onChange={onPeriod} />
      <Lines accountId={accountId} period={period} />
    </>
  );
}

function Lines({ accountId, period }: { accountId: string; period: string }) {
  const t = useMessages(accountMessages);
  const name = useLooseMessages(accountMessages);
  const format = useFormat();
  const may = useMay();
  const [lineId, setLine] = useUrlFilter('line');
  const { data, error, refetch } = useAccountLines(accountId, period);

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const lines = data?.items;
  const width = volumeColumn(lines?.map((line) => ({ volume: line.volume, unit: unitOf(line) })) ?? []);
  return (
    <>
      {lines && lines.length > 0 && data.runState !== 'closed' && <Notice tone="info">{t('lines.draft')}</Notice>}
      {lines && data.runState === 'closed' && may('account.edit') && (
        <div>
          <Link to={`/corrections/new?accountId=${accountId}&period=${period}`}>{t('lines.correct')}</Link>
        </div>
      )}
      <DataTable
        label={t('tab.lines')}
        minWidth={680}
        rows={lines}
        rowKey={({ id }) => id}
        selectedKey={lineId || null}
        onOpen={({ id }) => setLine(id)}
        empty={
          <EmptyState title={t('lines.empty', { month: format.month(period) })}>{t('lines.empty.text')}</EmptyState>
        }
        columns={[
          {
            key: 'service',
            title: t('service'),
            cell: ({ service, part, zone }) => {
              const partName = [zone && name(`zone.${zone}`, zone), name(`part.${part}`, '')]
                .filter(Boolean)
                .join(', ');
              return (
                <span title={partName ? `${service.name}, ${partName}` : service.name}>
                  {service.name}
                  {partName && <span className={classes.quiet}>, {partName}</span>}
                </span>
              );
            },
            total: t('lines.total'),
          },
          {
            key: 'volume',
            title: t('volume'),
            width: 170,
            align: 'end',
            cell: (line) => <VolumeText value={line.volume} unit={unitOf(line)} {...width} />,
          },
          {
            key: 'rate',
            title: t('rate'),
            width: 110,
            align: 'end',
            cell: ({ rate }) => (rate === null ? '—' : format.decimal(rate, 2)),
          },
          {
            key: 'amount',
            title: t('amount'),
            width: 140,
            align: 'end',
            cell: ({ id, amount, service }) => (
              <ExplainedFigure
                tabIndex={-1}
                active={id === lineId}
                label={t('explain', { amount: format.money(amount), service: service.name })}
                onExplain={() => setLine(id === lineId ? null : id)}
              >
                {format.money(amount, { currency: false })}
              </ExplainedFigure>
            ),
            total: data && format.money(data.total, { currency: false }),
          },
        ]}
      />
    </>
  );
}

/** The heat in hot water is counted in another unit than the water. */
function unitOf({ part, service }: { readonly part: string; readonly service: { readonly unit: string } }): string {
  return part === 'heat' ? 'Гкал' : service.unit;
}

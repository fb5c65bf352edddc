import {
  capitalized,
  CsvButton,
  csvFigure,
  DataTable,
  EmptyState,
  ErrorState,
  MoneyText,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, SegmentedControl } from '@mantine/core';
import { IconCalculator, IconFlask } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type Run, useRuns } from './api.js';
import { monthMessages } from './messages.js';
import classes from './month.module.css';
import { runSeconds } from './run-seconds.js';
import { RunStateBadge } from './run-state-badge.js';

export default function RunsPage() {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const may = useMay();
  const [state, setState] = useUrlFilter('state');
  const [search, setSearch] = useUrlFilter('search');
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useRuns();
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const wanted = search.toLowerCase();
  const runs = data?.pages
    .flatMap(({ items }) => items)
    .filter((run) => state === '' || (run.state === 'closed') === (state === 'closed'))
    .filter((run) => `${format.month(run.period)} ${run.requestedBy ?? ''}`.toLowerCase().includes(wanted));

  async function gather() {
    return {
      head: [
        t('runs.period'),
        t('runs.state'),
        t('runs.requested'),
        t('runs.by'),
        t('runs.houses'),
        t('runs.accounts'),
        t('runs.lines'),
        t('runs.amount'),
      ],
      rows: (runs ?? []).map((run) => [
        run.period,
        t(`state.${run.state}`),
        run.requestedAt,
        run.requestedBy ?? '',
        String(run.houses.done),
        String(run.accounts),
        String(run.lines),
        csvFigure(run.amount),
      ]),
    };
  }

  return (
    <Page fill>
      <PageHeader
        title={t('runs.title')}
        actions={
          may('run.start') && (
            <Button component={Link} to="/runs/dry" variant="default" leftSection={<IconFlask size={16} aria-hidden />}>
              {t('runs.dry')}
            </Button>
          )
        }
      />
      <Toolbar>
        <SearchField label={t('runs.search')} value={search} onChange={setSearch} width={260} />
        <SegmentedControl
          aria-label={t('runs.filter')}
          value={state || 'all'}
          onChange={(next) => setState(next === 'all' ? null : next)}
          data={(['all', 'closed', 'open'] as const).map((value) => ({
            value,
            label: t(`runs.filter.${value}`),
          }))}
        />
        <ToolbarEnd>
          <CsvButton name={t('runs.csv')} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <RunsTable runs={runs} onNearEnd={more} />}
    </Page>
  );
}

function RunsTable({ runs, onNearEnd }: { runs: readonly Run[] | undefined; onNearEnd: () => void }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <DataTable
      fill
      label={t('runs.title')}
      minWidth={1080}
      rows={runs}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/runs/${id}`)}
      onNearEnd={onNearEnd}
      empty={
        <EmptyState icon={<IconCalculator stroke={1.5} />} title={t('runs.empty')}>
          {t('runs.empty.text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'period',
          title: t('runs.period'),
          width: 130,
          cell: ({ id, period }) => (
            <Link to={`/runs/${id}`} tabIndex={-1}>
              {capitalized(format.month(period))}
            </Link>
          ),
        },
        {
          key: 'state',
          title: t('runs.state'),
          width: 190,
          cell: ({ state, houses }) => (
            <>
              <RunStateBadge state={state} />
              {houses.parked > 0 && (
                <span className={classes.parkedNote}>{t('runs.parked', { n: houses.parked })}</span>
              )}
            </>
          ),
        },
        {
          key: 'requested',
          title: t('runs.requested'),
          width: 140,
          cell: ({ requestedAt }) => format.instant(requestedAt),
        },
        {
          key: 'by',
          title: t('runs.by'),
          cell: ({ requestedBy }) => <span title={requestedBy ?? ''}>{requestedBy ?? '—'}</span>,
        },
        {
          key: 'took',
          title: t('runs.took'),
          width: 80,
          align: 'end',
          cell: (run) => {
            const seconds = runSeconds(run);
            return seconds === null ? '—' : format.duration(seconds);
          },
        },
        {
          key: 'houses',
          title: t('runs.houses'),
          width: 80,
          align: 'end',
          cell: ({ houses }) => format.count(houses.done),
        },
        {
          key: 'accounts',
          title: t('runs.accounts'),
          width: 90,
          align: 'end',
          cell: ({ accounts }) => format.count(accounts),
        },
        {
          key: 'lines',
          title: t('runs.lines'),
          width: 90,
          align: 'end',
          cell: ({ lines }) => format.count(lines),
        },
        {
          key: 'amount',
          title: t('runs.amount'),
          width: 140,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} zero="dash" />,
        },
        {
          key: 'receipts',
          title: t('runs.receipts'),
          width: 120,
          align: 'end',
          cell: ({ receipts }) => (receipts ? t('receipts.of', { done: receipts.done, total: receipts.total }) : '—'),
        },
      ]}
    />
  );
}

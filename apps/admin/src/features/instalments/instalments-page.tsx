import {
  Code,
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
  useMessages,
} from '@dvor/ui';
import { SegmentedControl, Select } from '@mantine/core';
import { IconCalendarDollar } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import { allPages } from '../../lib/all-pages.js';
import { DebtTabs } from '../../lib/debt-tabs/debt-tabs.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { fetchPlans, OFFER_STATES, type Plan, type PlanFilter, STANDINGS, useCounts, usePlans } from './api.js';
import classes from './instalments.module.css';
import { instalmentMessages } from './messages.js';
import { OffersTable } from './offers-table.js';
import { StandingBadge } from './standing-badge.js';

export default function InstalmentsPage() {
  const t = useMessages(instalmentMessages);
  const api = useApi();
  const counts = useCounts().data;
  const [tab, setTab] = useUrlFilter('tab');
  const [search, setSearch] = useUrlFilter('search');
  const [standing, setStanding] = useUrlFilter('standing');
  const [state, setState] = useUrlFilter('state');
  const filter = { search, standing };
  const counted = (label: string, n: number | undefined) => (n === undefined ? label : `${label} · ${n}`);

  async function gather(onCount: (rows: number) => void) {
    const rows = await allPages((cursor) => fetchPlans(api, filter, cursor), onCount);
    return {
      head: ['number', 'account', 'address', 'basis', 'rate', 'debt', 'paid', 'left', 'dueOn', 'part', 'standing'].map(
        (column) => t(column as 'number'),
      ),
      rows: rows.map((one) => [
        ...[String(one.number), one.account, one.address, t(`basis.${one.basis}`), one.rate.replace('.', ',')],
        ...[csvFigure(one.debt), csvFigure(one.paid), csvFigure(one.left)],
        ...[one.next?.dueOn ?? '', one.next ? csvFigure(one.next.left) : '', t(`standing.${one.standing}`)],
      ]),
    };
  }

  return (
    <Page fill>
      <PageHeader title={t('title')} note={t('note')} />
      <DebtTabs current="instalments" />
      <Toolbar>
        <SegmentedControl
          aria-label={t('title')}
          value={tab || 'plans'}
          onChange={(next) => setTab(next === 'plans' ? null : next)}
          data={[
            { value: 'plans', label: t('tab.plans') },
            { value: 'offers', label: counted(t('tab.offers'), counts?.offers.open) },
          ]}
        />
        {tab === 'offers' ? (
          <Select
            aria-label={t('state')}
            placeholder={t('all')}
            clearable
            w={250}
            data={OFFER_STATES.map((value) => ({
              value,
              label: counted(t(`state.${value}`), counts?.offers[value]),
            }))}
            value={state || null}
            onChange={setState}
          />
        ) : (
          <>
            <SearchField label={t('search')} value={search} onChange={setSearch} />
            <Select
              aria-label={t('standing')}
              placeholder={t('all')}
              clearable
              w={230}
              data={STANDINGS.map((value) => ({ value, label: counted(t(`standing.${value}`), counts?.plans[value]) }))}
              value={standing || null}
              onChange={setStanding}
            />
            <ToolbarEnd>
              <CsvButton name={t('title')} gather={gather} onError={() => undefined} />
            </ToolbarEnd>
          </>
        )}
      </Toolbar>
      {tab === 'offers' ? <OffersTable state={state} /> : <PlansTable filter={filter} />}
    </Page>
  );
}

function PlansTable({ filter }: { filter: PlanFilter }) {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePlans(filter);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      fill
      wrap
      label={t('title')}
      minWidth={980}
      rows={data?.pages.flatMap(({ items }) => items)}
      rowKey={({ id }: Plan) => id}
      onOpen={({ id }) => void navigate(`/instalments/${id}`)}
      onNearEnd={more}
      empty={
        Object.values(filter).some(Boolean) ? (
          <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconCalendarDollar stroke={1.5} />} title={t('empty')}>
            {t('empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'number',
          title: t('number'),
          width: 130,
          cell: ({ id, number, basis }) => (
            <>
              <Link to={`/instalments/${id}`} tabIndex={-1}>
                № {number}
              </Link>
              <div className={classes.quiet}>{t(`basis.${basis}`)}</div>
            </>
          ),
        },
        {
          key: 'account',
          title: t('account'),
          cell: ({ account, address, payer }) => (
            <>
              <Code>{account}</Code> {payer}
              <div className={classes.quiet}>{address}</div>
            </>
          ),
        },
        {
          key: 'debt',
          title: t('debt'),
          width: 120,
          align: 'end',
          cell: ({ debt }) => <MoneyText value={debt} currency={false} />,
        },
        {
          key: 'left',
          title: t('left'),
          width: 120,
          align: 'end',
          cell: ({ left }) => <MoneyText value={left} currency={false} />,
        },
        {
          key: 'next',
          title: t('next'),
          width: 150,
          align: 'end',
          cell: ({ next }) =>
            next ? (
              <>
                <MoneyText value={next.left} currency={false} />
                <div className={classes.quiet}>{format.day(next.dueOn)}</div>
              </>
            ) : (
              '—'
            ),
        },
        { key: 'standing', title: t('standing'), width: 200, cell: (one) => <StandingBadge standing={one.standing} /> },
      ]}
    />
  );
}

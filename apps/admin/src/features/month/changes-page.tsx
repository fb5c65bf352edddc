import {
  Code,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  MoneyText,
  Notice,
  Page,
  PageHeader,
  ProblemNotice,
  SearchField,
  Section,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import {
  type ChangedAccount,
  type ChangesFilter,
  changesQuery,
  type RunChanges,
  useChangedAccounts,
  useCompareRun,
  useRunChanges,
} from './api.js';
import { monthMessages } from './messages.js';
import classes from './month.module.css';
import { WorkbookButton } from './workbook-button.js';

/** A run beside the month before: sums, reasons, and the accounts that changed most. */
export default function ChangesPage() {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const { runId = '' } = useParams();
  const filters = useChangesFilter();
  const { data: changes, error, refetch } = useRunChanges(runId, filters.filter.houseId);
  const compare = useCompareRun(runId);
  useAsked(changes, compare.mutate);

  if (error && !changes) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!changes) return <Page>{null}</Page>;
  const { period, base, comparison } = changes;
  return (
    <Page>
      <PageHeader
        back={<Link to={`/runs/${runId}`}>{t('changes.back', { month: format.month(period) })}</Link>}
        title={t('changes.title', { month: format.month(period) })}
      />
      {base === null ? (
        <EmptyState icon={<IconArrowsDiff stroke={1.5} />} title={t('changes.noBase')}>
          {t('changes.noBase.text')}
        </EmptyState>
      ) : (
        <>
          <Sums changes={changes} before={base.period} />
          <ProblemNotice error={compare.error} />
          {comparison.state !== 'done' && !compare.error && (
            <Notice tone="info">
              {t('changes.working', { done: comparison.housesDone, total: comparison.housesTotal })}
            </Notice>
          )}
          <Reasons changes={changes} filters={filters} />
          <div className={classes.twoTables}>
            <Services changes={changes} filters={filters} />
            <Houses changes={changes} filters={filters} />
          </div>
          <Movers runId={runId} changes={changes} filters={filters} />
        </>
      )}
    </Page>
  );
}

/** Asks for the reasons once a visit; what is found already is left as it is. */
function useAsked(changes: RunChanges | undefined, ask: () => void): void {
  const asked = useRef(false);
  const wanted = changes !== undefined && changes.base !== null && changes.comparison.state !== 'done';
  const ready = changes !== undefined && ['review', 'closing', 'closed'].includes(changes.runState);
  useEffect(() => {
    if (!wanted || !ready || asked.current) return;
    asked.current = true;
    ask();
  }, [wanted, ready, ask]);
}

function useChangesFilter() {
  const [houseId, setHouse] = useUrlFilter('houseId');
  const [serviceId, setService] = useUrlFilter('serviceId');
  const [reason, setReason] = useUrlFilter('reason');
  const [direction, setDirection] = useUrlFilter('direction');
  const [typed, setAtLeast] = useUrlFilter('atLeast');
  const [search, setSearch] = useUrlFilter('search');
  const atLeast = /^\d{1,12}(\.\d{1,2})?$/.test(typed) ? typed : '';
  const filter: ChangesFilter = { houseId, serviceId, reason, direction, atLeast, search };
  return { filter, typed, setHouse, setService, setReason, setDirection, setAtLeast, setSearch };
}

type Filters = ReturnType<typeof useChangesFilter>;

function Sums({ changes, before }: { changes: RunChanges; before: string }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  return (
    <FigureStrip>
      <Figure large label={t('changes.before', { month: format.month(before) })}>
        <MoneyText value={changes.before} />
      </Figure>
      <Figure large label={t('changes.after', { month: format.month(changes.period) })}>
        <MoneyText value={changes.after} />
      </Figure>
      <Figure large label={t('changes.difference')} note={percentText(changes.changePercent, format)}>
        <MoneyText value={changes.change} signed />
      </Figure>
      <Figure large label={t('changes.accounts')}>
        {format.count(changes.accounts)}
      </Figure>
    </FigureStrip>
  );
}

function percentText(percent: string | null, format: ReturnType<typeof useFormat>): string {
  if (percent === null) return '';
  return `${percent.startsWith('-') || percent === '0.0' ? '' : '+'}${format.decimal(percent)} %`;
}

function Reasons({ changes, filters }: { changes: RunChanges; filters: Filters }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const { reason, serviceId } = filters.filter;
  const rows = changes.reasons.flatMap(({ services, ...row }) => {
    const own = services.find((one) => one.serviceId === serviceId);
    return serviceId === '' ? [row] : own ? [{ ...row, amount: own.amount, accounts: own.accounts }] : [];
  });
  return (
    <Section title={t('changes.reasons')} note={t('changes.reasons.note')}>
      <DataTable
        label={t('changes.reasons')}
        wrap
        minWidth={280}
        rows={rows}
        rowKey={(row) => row.reason}
        selectedKey={reason || null}
        onOpen={(row) => filters.setReason(row.reason === reason ? null : row.reason)}
        empty={
          changes.comparison.state === 'done' && (
            <EmptyState title={t('changes.none')}>{t('changes.none.text')}</EmptyState>
          )
        }
        columns={[
          { key: 'reason', title: t('changes.reason'), cell: ({ text }) => text, total: t('changes.total') },
          {
            key: 'accounts',
            title: t('changes.count'),
            width: 76,
            align: 'end',
            cell: ({ accounts }) => format.count(accounts),
          },
          {
            key: 'amount',
            title: t('changes.sum'),
            width: 124,
            align: 'end',
            cell: ({ amount }) => <MoneyText value={amount} currency={false} signed />,
            total: serviceId === '' && changes.comparison.state === 'done' && (
              <MoneyText value={changes.change} currency={false} signed />
            ),
          },
        ]}
      />
    </Section>
  );
}

type Sum = Pick<RunChanges, 'before' | 'after' | 'change' | 'changePercent'>;

function useSumColumns<Row extends Sum>(whole: Sum): Column<Row>[] {
  const t = useMessages(monthMessages);
  const format = useFormat();
  return [
    {
      key: 'before',
      title: t('changes.was'),
      width: 125,
      align: 'end',
      cell: ({ before }) => <MoneyText value={before} currency={false} zero="dash" />,
      total: <MoneyText value={whole.before} currency={false} />,
    },
    {
      key: 'after',
      title: t('changes.became'),
      width: 125,
      align: 'end',
      cell: ({ after }) => <MoneyText value={after} currency={false} zero="dash" />,
      total: <MoneyText value={whole.after} currency={false} />,
    },
    {
      key: 'change',
      title: t('changes.change'),
      width: 125,
      align: 'end',
      cell: ({ change }) => <MoneyText value={change} currency={false} signed zero="dash" />,
      total: <MoneyText value={whole.change} currency={false} signed />,
    },
    {
      key: 'percent',
      title: t('changes.percent'),
      width: 85,
      align: 'end',
      cell: ({ changePercent }) => percentText(changePercent, format),
      total: percentText(whole.changePercent, format),
    },
  ];
}

function Services({ changes, filters }: { changes: RunChanges; filters: Filters }) {
  const t = useMessages(monthMessages);
  const { serviceId } = filters.filter;
  const sums = useSumColumns<RunChanges['services'][number]>(changes);
  return (
    <Section title={t('changes.services')}>
      <DataTable
        label={t('changes.services')}
        minWidth={640}
        rows={changes.services}
        rowKey={(row) => row.serviceId}
        selectedKey={serviceId || null}
        onOpen={(row) => filters.setService(row.serviceId === serviceId ? null : row.serviceId)}
        columns={[
          {
            key: 'service',
            title: t('changes.service'),
            cell: ({ service }) => <span title={service}>{service}</span>,
            total: t('changes.total'),
          },
          ...sums,
        ]}
      />
    </Section>
  );
}

function Houses({ changes, filters }: { changes: RunChanges; filters: Filters }) {
  const t = useMessages(monthMessages);
  const { houseId } = filters.filter;
  const sums = useSumColumns<RunChanges['houses'][number]>(changes);
  return (
    <Section
      title={t('changes.houses')}
      actions={
        houseId !== '' && (
          <Button variant="subtle" size="compact-sm" onClick={() => filters.setHouse(null)}>
            {t('changes.house.all')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('changes.houses')}
        minWidth={640}
        rows={changes.houses}
        rowKey={(row) => row.houseId}
        selectedKey={houseId || null}
        onOpen={(row) => filters.setHouse(row.houseId === houseId ? null : row.houseId)}
        columns={[
          {
            key: 'house',
            title: t('changes.house'),
            cell: ({ address }) => <span title={address}>{address}</span>,
            total: t('changes.total'),
          },
          ...sums,
        ]}
      />
    </Section>
  );
}

function Movers({ runId, changes, filters }: { runId: string; changes: RunChanges; filters: Filters }) {
  const t = useMessages(monthMessages);
  const { filter, typed, setReason, setService, setDirection, setAtLeast, setSearch } = filters;
  return (
    <Section title={t('changes.movers')}>
      <Toolbar>
        <SearchField label={t('changes.search')} value={filter.search} onChange={setSearch} width={200} />
        <Select
          aria-label={t('changes.reason')}
          placeholder={t('changes.reason.all')}
          clearable
          w={220}
          data={changes.reasons.map(({ reason, text }) => ({ value: reason, label: text }))}
          value={filter.reason || null}
          onChange={setReason}
        />
        <Select
          aria-label={t('changes.service')}
          placeholder={t('changes.service.all')}
          clearable
          searchable
          w={220}
          data={changes.services.map(({ serviceId, service }) => ({ value: serviceId, label: service }))}
          value={filter.serviceId || null}
          onChange={setService}
        />
        <Select
          aria-label={t('changes.direction')}
          placeholder={t('changes.direction.all')}
          clearable
          w={150}
          data={(['up', 'down'] as const).map((value) => ({ value, label: t(`changes.direction.${value}`) }))}
          value={filter.direction || null}
          onChange={setDirection}
        />
        <TextInput
          aria-label={t('changes.atLeast')}
          placeholder={t('changes.atLeast')}
          inputMode="decimal"
          w={110}
          defaultValue={typed}
          onChange={({ currentTarget }) => setAtLeast(currentTarget.value.replace(',', '.').trim())}
        />
        <ToolbarEnd>
          <WorkbookButton
            path={`/api/v1/runs/${runId}/changes/accounts.xlsx`}
            query={changesQuery(filter)}
            name={`changes-${changes.period}.xlsx`}
          />
        </ToolbarEnd>
      </Toolbar>
      <MoversTable runId={runId} changes={changes} filter={filter} />
    </Section>
  );
}

function MoversTable({ runId, changes, filter }: { runId: string; changes: RunChanges; filter: ChangesFilter }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useChangedAccounts(
    runId,
    filter,
    changes.comparison.housesDone,
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const partial = filter.reason !== '' || filter.serviceId !== '';
  const columns: Column<ChangedAccount>[] = [
    {
      key: 'account',
      title: t('changes.account'),
      width: 130,
      cell: ({ accountId, number }) => (
        <Link to={`/runs/${runId}/changes/${accountId}`} tabIndex={-1}>
          <Code>{number}</Code>
        </Link>
      ),
    },
    { key: 'address', title: t('changes.address'), cell: ({ address }) => <span title={address}>{address}</span> },
    {
      key: 'before',
      title: t('changes.was'),
      width: 115,
      align: 'end',
      cell: ({ before }) => <MoneyText value={before} currency={false} zero="dash" />,
    },
    {
      key: 'after',
      title: t('changes.became'),
      width: 115,
      align: 'end',
      cell: ({ after }) => <MoneyText value={after} currency={false} zero="dash" />,
    },
    {
      key: 'change',
      title: partial ? t('changes.part') : t('changes.change'),
      width: 125,
      align: 'end',
      cell: ({ part }) => <MoneyText value={part} currency={false} signed />,
    },
    {
      key: 'percent',
      title: t('changes.percent'),
      width: 85,
      align: 'end',
      cell: ({ changePercent }) => percentText(changePercent, format),
    },
    {
      key: 'reasons',
      title: t('changes.reasons'),
      cell: ({ reasons }) => {
        const told = reasons.map(({ text, amount }) => `${text} ${format.money(amount, { signed: true })}`).join(', ');
        return <span title={told}>{told}</span>;
      },
    },
  ];
  return (
    <>
      <DataTable
        label={t('changes.movers')}
        minWidth={1080}
        rows={data?.pages.flatMap(({ items }) => items)}
        rowKey={({ accountId }) => accountId}
        onOpen={({ accountId }) => void navigate(`/runs/${runId}/changes/${accountId}`)}
        empty={
          Object.values(filter).some(Boolean) ? (
            <EmptyState title={t('changes.nothing')}>{t('changes.nothing.text')}</EmptyState>
          ) : (
            changes.comparison.state === 'done' && (
              <EmptyState title={t('changes.none')}>{t('changes.none.text')}</EmptyState>
            )
          )
        }
        columns={columns}
      />
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('changes.more')}
        </Button>
      )}
    </>
  );
}

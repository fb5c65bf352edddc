import {
  CsvButton,
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  SearchField,
  StatusBadge,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useLooseMessages,
  useMessages,
} from '@dvor/ui';
import { Button, SegmentedControl } from '@mantine/core';
import { IconAlertCircle, IconInbox } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type InboxItem, useInbox } from './api.js';
import { inboxMessages } from './messages.js';
import { ResolveDialog } from './resolve-dialog.js';

const ESCALATES_AFTER_SECONDS = 5 * 86_400;

export default function InboxPage() {
  const t = useMessages(inboxMessages);
  const name = useLooseMessages(inboxMessages);
  const [filter, setFilter] = useUrlFilter('state');
  const [search, setSearch] = useUrlFilter('search');
  const state = filter === 'resolved' ? 'resolved' : 'open';
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInbox(state);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const wanted = search.toLowerCase();
  const items = data?.pages
    .flatMap((page) => page.items)
    .filter(({ reason, object }) => `${reason} ${object.label}`.toLowerCase().includes(wanted));

  async function gather() {
    return {
      head: [t('what'), t('where'), t('kind'), t('since')],
      rows: (items ?? []).map(({ reason, object, kind, createdAt }) => [
        reason,
        object.label,
        name(`kind.${kind}`, kind),
        createdAt,
      ]),
    };
  }

  return (
    <Page fill>
      <PageHeader title={t('title')} note={t('note')} />
      <Toolbar>
        <SegmentedControl
          value={state}
          onChange={(next) => setFilter(next === 'open' ? null : next)}
          data={(['open', 'resolved'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
        />
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <ToolbarEnd>
          <CsvButton name={t('csv')} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <InboxTable items={items} state={state} searched={search !== ''} onNearEnd={more} />
      )}
    </Page>
  );
}

interface TableProps {
  readonly items: readonly InboxItem[] | undefined;
  readonly state: 'open' | 'resolved';
  readonly searched: boolean;
  readonly onNearEnd: () => void;
}

function InboxTable({ items, state, searched, onNearEnd }: TableProps) {
  const t = useMessages(inboxMessages);
  const name = useLooseMessages(inboxMessages);
  const format = useFormat();
  const [resolving, setResolving] = useState<InboxItem | null>(null);
  const open = state === 'open';
  return (
    <>
      <DataTable
        fill
        wrap
        label={t('title')}
        minWidth={960}
        rows={items}
        rowKey={({ id }) => id}
        onOpen={open ? setResolving : undefined}
        onNearEnd={onNearEnd}
        empty={
          searched ? (
            <EmptyState title={t('none')} />
          ) : (
            <EmptyState icon={<IconInbox stroke={1.5} />} title={t(`empty.${state}`)}>
              {open && t('empty.open.text')}
            </EmptyState>
          )
        }
        columns={[
          { key: 'reason', title: t('what'), cell: ({ reason }) => reason },
          { key: 'where', title: t('where'), width: 260, cell: ({ object }) => <Place object={object} /> },
          { key: 'kind', title: t('kind'), width: 160, cell: ({ kind }) => name(`kind.${kind}`, kind) },
          { key: 'since', title: t('since'), width: 140, cell: ({ createdAt }) => format.instant(createdAt) },
          ...(open
            ? [
                {
                  key: 'age',
                  title: t('age'),
                  width: 170,
                  cell: ({ age }: InboxItem) =>
                    age > ESCALATES_AFTER_SECONDS ? (
                      <StatusBadge tone="attention" icon={IconAlertCircle}>
                        {t('old')}
                      </StatusBadge>
                    ) : (
                      format.duration(age)
                    ),
                },
                {
                  key: 'resolve',
                  title: '',
                  width: 120,
                  align: 'end' as const,
                  cell: (item: InboxItem) => (
                    <Button variant="subtle" size="compact-sm" tabIndex={-1} onClick={() => setResolving(item)}>
                      {t('resolve')}
                    </Button>
                  ),
                },
              ]
            : [{ key: 'resolution', title: t('resolution'), cell: ({ resolution }: InboxItem) => resolution }]),
        ]}
      />
      <ResolveDialog item={resolving} onClose={() => setResolving(null)} />
    </>
  );
}

function Place({ object }: { object: InboxItem['object'] }) {
  const root = {
    house: '/houses',
    account: '/accounts',
    run: '/runs',
    payment: '/payments',
    webhook: '/settings/webhooks',
    approval: '/approvals',
    recalculation: '/past-changes',
    restriction: '/restrictions',
    'meter-proposal': '/readings/proposals',
    meter: '/meters',
    'metering-point': '/readings/intervals/points',
  }[object.type];
  if (object.type === 'device') return <Link to="/readings/devices">{object.label}</Link>;
  return root ? <Link to={`${root}/${object.id}`}>{object.label}</Link> : object.label;
}

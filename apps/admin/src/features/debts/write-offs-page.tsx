import {
  DataTable,
  EmptyState,
  ErrorState,
  MoneyText,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { IconEraser, IconPlus } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import { DebtTabs } from '../../lib/debt-tabs/debt-tabs.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { STATES, useWriteOffs, type WriteOff, type WriteOffFilter } from './api.js';
import { debtMessages } from './messages.js';
import { WriteOffBadge } from './write-off-badge.js';

export default function WriteOffsPage() {
  const t = useMessages(debtMessages);
  const may = useMay();
  const [search, setSearch] = useUrlFilter('search');
  const [state, setState] = useUrlFilter('state');
  const [accountId] = useUrlFilter('accountId');
  return (
    <Page fill>
      <PageHeader
        title={t('write-offs.title')}
        note={t('write-offs.note')}
        actions={
          may('debt.write-off') && (
            <Button component={Link} to="/write-offs/new" leftSection={<IconPlus size={16} />}>
              {t('write-off.new')}
            </Button>
          )
        }
      />
      <DebtTabs current="write-offs" />
      <Toolbar>
        <SearchField label={t('write-offs.search')} value={search} onChange={setSearch} />
        <Select
          aria-label={t('state')}
          placeholder={t('state.any')}
          clearable
          w={220}
          data={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state || null}
          onChange={setState}
        />
      </Toolbar>
      <WriteOffsTable filter={{ search, state, accountId }} />
    </Page>
  );
}

function WriteOffsTable({ filter }: { filter: WriteOffFilter }) {
  const t = useMessages(debtMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useWriteOffs(filter);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      fill
      wrap
      label={t('write-offs.title')}
      minWidth={860}
      rows={data?.pages.flatMap(({ items }) => items)}
      rowKey={({ id }: WriteOff) => id}
      onOpen={({ id }) => void navigate(`/write-offs/${id}`)}
      onNearEnd={more}
      empty={
        Object.values(filter).some(Boolean) ? (
          <EmptyState title={t('write-offs.none')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconEraser stroke={1.5} />} title={t('write-offs.empty')}>
            {t('write-offs.empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'number',
          title: t('number'),
          width: 90,
          cell: ({ id, number }) => (
            <Link to={`/write-offs/${id}`} tabIndex={-1}>
              № {number}
            </Link>
          ),
        },
        { key: 'entered', title: t('entered'), width: 190, cell: (one) => format.instant(one.createdAt) },
        { key: 'basis', title: t('basis'), width: 230, cell: ({ basis }) => t(`basis.${basis}`) },
        { key: 'reason', title: t('reason'), cell: ({ reason }) => reason },
        { key: 'accounts', title: t('accounts'), width: 90, align: 'end', cell: ({ accounts }) => accounts },
        {
          key: 'amount',
          title: t('amount'),
          width: 130,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
        },
        { key: 'state', title: t('state'), width: 210, cell: ({ state }) => <WriteOffBadge state={state} /> },
      ]}
    />
  );
}

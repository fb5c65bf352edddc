import {
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  MoneyText,
  sumMoney,
  sumQuantities,
  useFormat,
  useLooseMessages,
  useMessages,
} from '@dvor/ui';
import { IconUsers } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import { AccountStateBadge } from './account-state-badge.js';
import { type AccountFilter, useAccounts } from './api.js';
import { accountMessages } from './messages.js';

export function AccountsTable({ filter }: { filter: AccountFilter }) {
  const t = useMessages(accountMessages);
  const name = useLooseMessages(accountMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useAccounts(filter);
  const accounts = data?.pages.flatMap(({ items }) => items);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  // Sums of a list that is not all here would be wrong answers to a right question.
  const all = accounts && !hasNextPage ? accounts : undefined;
  return (
    <DataTable
      fill
      label={t('tab.accounts')}
      minWidth={960}
      rows={accounts}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/accounts/${id}`)}
      onNearEnd={more}
      empty={
        filter.search || filter.houseId ? (
          <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconUsers stroke={1.5} />} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'number',
          title: t('number'),
          width: 120,
          cell: ({ id, number }) => (
            <Link to={`/accounts/${id}`} tabIndex={-1}>
              <Code>{number}</Code>
            </Link>
          ),
        },
        {
          key: 'address',
          title: t('address'),
          cell: ({ address }) => <span title={address}>{address}</span>,
          total: all ? t('total', { n: all.length }) : accounts && t('loaded', { shown: accounts.length }),
        },
        {
          key: 'payer',
          title: t('payer'),
          width: 240,
          cell: ({ payerName }) => <span title={payerName ?? ''}>{payerName ?? '—'}</span>,
        },
        {
          key: 'area',
          title: t('area'),
          width: 105,
          align: 'end',
          cell: ({ area }) => (area ? format.quantity(area, 'м²') : '—'),
          total: all && format.quantity(sumQuantities(all.map(({ area }) => area ?? '0')), 'м²'),
        },
        {
          key: 'persons',
          title: t('persons'),
          width: 70,
          align: 'end',
          cell: ({ persons }) => (persons === 0 ? '—' : persons),
          total: all && format.count(all.reduce((sum, { persons }) => sum + persons, 0)),
        },
        {
          key: 'balance',
          title: t('balance'),
          width: 150,
          align: 'end',
          cell: ({ balance }) => <MoneyText value={balance} currency={false} zero="dash" />,
          total: all && <MoneyText value={sumMoney(all.map(({ balance }) => balance))} currency={false} />,
        },
        {
          key: 'state',
          title: t('state'),
          width: 110,
          cell: ({ state }) =>
            state === 'closed' ? <AccountStateBadge state={state} /> : name(`state.${state}`, state),
        },
      ]}
    />
  );
}

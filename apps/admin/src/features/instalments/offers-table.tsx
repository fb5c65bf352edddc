import {
  answer,
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  MoneyText,
  ProblemNotice,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Group } from '@mantine/core';
import { IconCalendarDollar } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link } from 'react-router';
import { useAct } from '../../lib/basis/use-save.js';
import { type Offer, useOffers } from './api.js';
import classes from './instalments.module.css';
import { instalmentMessages } from './messages.js';
import { OfferBadge } from './standing-badge.js';

/** To whom the law lets pay by parts, and what they said. */
export function OffersTable({ state }: { state: string }) {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  const may = useMay();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useOffers(state);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const reply = useAct({
    write: (api, { id, said }: { id: string; said: 'accepted' | 'declined' }, headers) =>
      answer(
        api.POST('/api/v1/instalment-offers/{id}/answer', {
          params: { path: { id }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: { answer: said },
          headers,
        }),
      ),
    onDone: () => undefined,
    said: t('answer.done'),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <ProblemNotice error={reply.error} />
      <DataTable
        fill
        wrap
        label={t('tab.offers')}
        minWidth={1040}
        rows={data?.pages.flatMap(({ items }) => items)}
        rowKey={({ id }: Offer) => id}
        onNearEnd={more}
        empty={
          state ? (
            <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
          ) : (
            <EmptyState icon={<IconCalendarDollar stroke={1.5} />} title={t('offers.empty')}>
              {t('offers.empty.text')}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'account',
            title: t('account'),
            cell: ({ accountId, account, address }) => (
              <>
                <Link to={`/accounts/${accountId}`}>
                  <Code>{account}</Code>
                </Link>
                <div className={classes.quiet}>{address}</div>
              </>
            ),
          },
          {
            key: 'service',
            title: t('service'),
            cell: ({ service, period }) => (
              <>
                {service}
                <div className={classes.quiet}>{format.month(period)}</div>
              </>
            ),
          },
          {
            key: 'before',
            title: t('before'),
            width: 120,
            align: 'end',
            cell: ({ before }) => <MoneyText value={before} currency={false} />,
          },
          {
            key: 'amount',
            title: t('amount'),
            width: 120,
            align: 'end',
            cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
          },
          { key: 'until', title: t('until'), width: 120, cell: ({ answerUntil }) => format.day(answerUntil) },
          {
            key: 'state',
            title: t('state'),
            width: 290,
            cell: ({ id, state: said, planId }) =>
              said === 'open' && may('debt.work') ? (
                <Group gap="xs" wrap="nowrap">
                  <Button size="compact-sm" loading={reply.busy} onClick={() => reply.run({ id, said: 'accepted' })}>
                    {t('accept')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={reply.busy}
                    onClick={() => reply.run({ id, said: 'declined' })}
                  >
                    {t('decline')}
                  </Button>
                </Group>
              ) : planId ? (
                <Link to={`/instalments/${planId}`}>
                  <OfferBadge state={said} />
                </Link>
              ) : (
                <OfferBadge state={said} />
              ),
          },
        ]}
      />
    </>
  );
}

import {
  Code,
  CsvButton,
  csvFigure,
  DataTable,
  EmptyState,
  ErrorState,
  MoneyText,
  Section,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMay,
  useMessages,
  useProblemWords,
} from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCoin, IconPlus } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link } from 'react-router';
import { allPages } from '../../lib/all-pages.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { ANY_PAYMENT, fetchPayments, usePayment, usePayments } from './api.js';
import { paymentMessages } from './messages.js';
import { PartsTable } from './parts-table.js';
import classes from './payments.module.css';
import { PaymentStateBadge } from './state-badge.js';

/** What was paid on one account; a chosen payment shows where its money went. */
export default function AccountPayments({ accountId }: { accountId: string }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const words = useProblemWords();
  const may = useMay();
  const api = useApi();
  const [state, setState] = useUrlFilter('state');
  const [chosen, choose] = useUrlFilter('payment');
  const filter = { ...ANY_PAYMENT, accountId, state };
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePayments(filter);
  const totals = data?.pages[0]?.totals;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  async function gather(onCount: (rows: number) => void) {
    const payments = await allPages((cursor) => fetchPayments(api, filter, cursor), onCount);
    return {
      head: [t('paidOn'), t('bookedOn'), t('channel'), t('externalId'), t('amount'), t('returned'), t('state')],
      rows: payments.map((one) => [
        one.paidOn,
        one.bookedOn,
        one.channel.name,
        one.externalId,
        csvFigure(one.amount),
        csvFigure(one.returned),
        t(`state.${one.state}`),
      ]),
    };
  }

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Toolbar>
        <Select
          aria-label={t('state')}
          placeholder={t('state.all')}
          clearable
          w={170}
          data={(['posted', 'returned'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state || null}
          onChange={setState}
        />
        <Link to={`/payments?accountId=${accountId}`}>{t('ofAccount.all')}</Link>
        <ToolbarEnd>
          {may('payment.enter') && (
            <Button
              component={Link}
              to={`/payments/new?accountId=${accountId}`}
              variant="default"
              leftSection={<IconPlus size={16} />}
            >
              {t('enter')}
            </Button>
          )}
          <CsvButton
            name={t('title')}
            gather={gather}
            onError={(problem) =>
              notifications.show({ color: 'red', title: words(problem).title, message: words(problem).text })
            }
          />
        </ToolbarEnd>
      </Toolbar>
      <DataTable
        label={t('title')}
        minWidth={680}
        rows={data?.pages.flatMap(({ items }) => items)}
        rowKey={({ id }) => id}
        onOpen={({ id }) => choose(id === chosen ? null : id)}
        onNearEnd={more}
        empty={
          <EmptyState icon={<IconCoin stroke={1.5} />} title={state ? t('none') : t('ofAccount.empty')}>
            {state ? t('none.text') : t('ofAccount.empty.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'paidOn',
            title: t('paidOn'),
            width: 110,
            cell: ({ id, paidOn }) => (
              <Link to={`/payments/${id}`} onClick={(event) => event.stopPropagation()}>
                {format.day(paidOn)}
              </Link>
            ),
          },
          {
            key: 'channel',
            title: t('channel'),
            cell: ({ channel, externalId }) => (
              <span title={`${channel.name}, № ${externalId}`}>
                {channel.name} <span className={classes.quiet}>№ {externalId}</span>
              </span>
            ),
            total: totals && t('total', { n: totals.count }),
          },
          {
            key: 'amount',
            title: t('amount'),
            width: 130,
            align: 'end',
            cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
            total: totals && <MoneyText value={totals.amount} currency={false} />,
          },
          {
            key: 'returned',
            title: t('returned'),
            width: 115,
            align: 'end',
            cell: ({ returned }) => <MoneyText value={returned} currency={false} zero="dash" />,
            total: totals && <MoneyText value={totals.returned} currency={false} zero="dash" />,
          },
          { key: 'state', title: t('state'), width: 140, cell: (one) => <PaymentStateBadge state={one.state} /> },
        ]}
      />
      {chosen && <SplitOf paymentId={chosen} />}
    </>
  );
}

function SplitOf({ paymentId }: { paymentId: string }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const { data: payment, error, refetch } = usePayment(paymentId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!payment) return null;
  return (
    <Section
      title={t('ofAccount.split', { day: format.day(payment.paidOn), sum: format.money(payment.amount) })}
      note={payment.rule}
      actions={<Link to={`/payments/${paymentId}`}>{t('ofAccount.open')}</Link>}
    >
      <p className={classes.quiet}>
        {payment.channel.name} · <Code>{payment.externalId}</Code>
      </p>
      <PartsTable label={t('split')} parts={payment.split} showDue />
    </Section>
  );
}

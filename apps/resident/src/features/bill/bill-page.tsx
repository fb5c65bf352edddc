import { EmptyState, ErrorState, PeriodSwitch, useFormat, useMessages } from '@dvor/ui';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useBill } from './api.js';
import { BillLines } from './bill-lines.js';
import { BillSkeleton } from './bill-skeleton.js';
import { BillTotal } from './bill-total.js';
import classes from './bill.module.css';
import { LineExplained } from './line-explained.js';
import { billMessages } from './messages.js';

/** A month's bill line by line, or one line of it explained; both are in the address. */
export function BillPage({ accountId, receipt }: { accountId: string; receipt: (period: string) => ReactNode }) {
  const t = useMessages(billMessages);
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const latest = useBill(accountId, null);
  const chosen = useBill(accountId, params.get('period'));
  const { data: bill, error, refetch, isPlaceholderData } = chosen;

  if (error && !bill) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!bill) return <BillSkeleton />;
  const line = bill.items.find(({ id }) => id === params.get('line'));
  if (line) return <LineExplained line={line} period={bill.period} />;

  const period = params.get('period') ?? bill.period;
  return (
    <>
      <div className={classes.head}>
        <h1 className={classes.title}>{t('title')}</h1>
        <PeriodSwitch period={period} max={latest.data?.period} onChange={(next) => setParams({ period: next })} />
      </div>
      {isPlaceholderData ? (
        <BillSkeleton />
      ) : bill.items.length === 0 ? (
        <EmptyState title={t('empty', { month: format.month(period) })}>{t('empty.text')}</EmptyState>
      ) : (
        <section className={classes.bill}>
          <BillTotal bill={bill} heading={t('month.total', { month: format.month(period) })} />
          <BillLines bill={bill} />
          {receipt(period)}
        </section>
      )}
    </>
  );
}

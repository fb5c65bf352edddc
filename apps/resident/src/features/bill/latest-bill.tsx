import { ErrorState, EmptyState, useFormat, useMessages } from '@dvor/ui';
import { Link } from 'react-router';
import { useBill } from './api.js';
import { BillLines } from './bill-lines.js';
import { BillSkeleton } from './bill-skeleton.js';
import classes from './bill.module.css';
import { BillTotal } from './bill-total.js';
import { billMessages } from './messages.js';

/** The latest month on the first screen. */
export function LatestBill({ accountId }: { accountId: string }) {
  const t = useMessages(billMessages);
  const format = useFormat();
  const { data: bill, error, refetch } = useBill(accountId, null);
  if (error && !bill) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!bill) return <BillSkeleton />;
  if (bill.items.length === 0) return <EmptyState title={t('empty.first')}>{t('empty.text')}</EmptyState>;
  return (
    <section className={classes.bill}>
      <BillTotal bill={bill} heading={t('month.total', { month: format.monthName(bill.period) })} />
      <BillLines bill={bill} />
      <Link to={`/bill?period=${bill.period}`} className={classes.all}>
        {t('latest.more')}
      </Link>
    </section>
  );
}

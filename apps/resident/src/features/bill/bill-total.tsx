import { addMonths, formatPeriod, Money, parsePeriod } from '@dvor/kernel';
import { MoneyText, useFormat, useMessages } from '@dvor/ui';
import { type Bill, useBill } from './api.js';
import classes from './bill.module.css';
import { billMessages } from './messages.js';

/** The month's sum and how it differs from the month before. */
export function BillTotal({ accountId, bill, heading }: { accountId: string; bill: Bill; heading: string }) {
  return (
    <div className={classes.total}>
      <h2 className={classes.totalName}>{heading}</h2>
      <div className={classes.totalSum}>
        <MoneyText value={bill.total} />
      </div>
      <Change accountId={accountId} bill={bill} />
    </div>
  );
}

function Change({ accountId, bill }: { accountId: string; bill: Bill }) {
  const t = useMessages(billMessages);
  const format = useFormat();
  const before = formatPeriod(addMonths(parsePeriod(bill.period), -1));
  const { data: previous } = useBill(accountId, before);
  if (!previous || previous.period !== before || previous.items.length === 0) return null;
  const change = Money.parse(bill.total).minus(Money.parse(previous.total));
  return (
    <div className={classes.change}>
      {change.isZero
        ? t('same')
        : change.isNegative
          ? t('less', { amount: format.money(change.negated().toString()) })
          : t('more', { amount: format.money(change.toString()) })}
    </div>
  );
}

import { Money } from '@dvor/kernel';
import { MoneyText, useFormat, useMessages } from '@dvor/ui';
import type { Bill } from './api.js';
import classes from './bill.module.css';
import { billMessages } from './messages.js';

/** The month's sum and how it differs from the month before. */
export function BillTotal({ bill, heading }: { bill: Bill; heading: string }) {
  return (
    <div className={classes.total}>
      <h2 className={classes.totalName}>{heading}</h2>
      <div className={classes.totalSum}>
        <MoneyText value={bill.total} />
      </div>
      <Change change={bill.change} total={bill.total} />
    </div>
  );
}

/** How much more or less than the month before, and the main reasons, which add up to it. */
function Change({ change, total }: { change: Bill['change']; total: string }) {
  const t = useMessages(billMessages);
  const format = useFormat();
  if (!change) return null;
  const difference = Money.parse(total).minus(Money.parse(change.before));
  return (
    <div className={classes.change}>
      {difference.isZero
        ? t('same')
        : difference.isNegative
          ? t('less', { amount: format.money(difference.negated().toString()) })
          : t('more', { amount: format.money(difference.toString()) })}
      {change.causes.length > 0 && (
        <ul className={classes.causes} aria-label={t('causes')}>
          {change.causes.map(({ text, amount }) => (
            <li key={text}>
              <span>{text}</span>
              <span className={classes.causeSum}>{format.money(amount, { signed: true })}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

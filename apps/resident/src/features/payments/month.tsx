import { useFormat, useMessages } from '@dvor/ui';
import type { PaidMonth } from './by-month.js';
import { paymentMessages } from './messages.js';
import classes from './payment.module.css';

/** What money pays in one month, service by service. */
export function Month({ month, folded }: { month: PaidMonth; folded?: boolean }) {
  return folded ? (
    <details className={classes.sheet}>
      <summary>
        <Head month={month} />
      </summary>
      <Lines month={month} />
    </details>
  ) : (
    <div className={classes.sheet}>
      <Head month={month} />
      <Lines month={month} />
    </div>
  );
}

function Head({ month: { period, ahead, total } }: { month: PaidMonth }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  return (
    <div className={classes.line}>
      <strong>{ahead ? t('ahead') : t('for', { month: format.month(period) })}</strong>
      <strong className={classes.figure}>{format.money(total)}</strong>
    </div>
  );
}

function Lines({ month: { ahead, lines } }: { month: PaidMonth }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  return (
    <>
      {ahead && <p className={classes.quiet}>{t('ahead.text')}</p>}
      {lines.map(({ service, recipient, kind, amount }) => (
        <div key={`${service?.id} ${recipient?.id} ${kind}`} className={classes.line}>
          <span>
            {service?.name ?? t('whole')}
            {kind !== 'charge' && `, ${t(kind)}`}
          </span>
          <span className={classes.figure}>{format.money(amount)}</span>
        </div>
      ))}
    </>
  );
}

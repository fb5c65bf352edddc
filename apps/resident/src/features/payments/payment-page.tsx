import { ErrorState, MoneyText, useFormat, useMessages } from '@dvor/ui';
import { IconArrowLeft, IconCheck, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { type Payment, usePayment } from './api.js';
import { byMonth } from './by-month.js';
import { paymentMessages } from './messages.js';
import { Month } from './month.js';
import classes from './payment.module.css';

export default function PaymentPage() {
  const { paymentId = '' } = useParams();
  const { data: payment, error, refetch } = usePayment(paymentId);
  if (error && !payment) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return payment ? <Told payment={payment} /> : null;
}

/** Where the money went, in plain words: which months, which services, who gets it and whether it has been sent. */
function Told({ payment }: { payment: Payment }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const months = byMonth(payment.split);
  return (
    <article className={classes.payment}>
      <Link to="/payments" className={classes.back}>
        <IconArrowLeft size={20} aria-hidden />
        {t('back')}
      </Link>
      <div>
        <h1 className={classes.title}>{t('title', { day: format.longDay(payment.paidOn) })}</h1>
        <div className={classes.quiet}>{t('by', { channel: payment.channel })}</div>
      </div>
      <div className={classes.sum}>
        <MoneyText value={payment.amount} />
      </div>
      {/[1-9]/.test(payment.fee) && <div className={classes.quiet}>{t('fee', { sum: format.money(payment.fee) })}</div>}
      {/[1-9]/.test(payment.returned) && <div>{t('returned', { sum: format.money(payment.returned) })}</div>}
      <section>
        <h2 className={classes.part}>{t('where')}</h2>
        {months.length === 0 && <p className={classes.quiet}>{t('nothing')}</p>}
        {months.map((month) => (
          <Month key={`${month.period} ${month.ahead}`} month={month} />
        ))}
      </section>
      <section>
        <h2 className={classes.part}>{t('road')}</h2>
        <ol className={classes.road}>
          <Step done>{t('received', { day: format.longDay(payment.bookedOn) })}</Step>
          {payment.recipients.length > 0 && <Step done>{t('split', { day: format.longDay(payment.bookedOn) })}</Step>}
          {payment.recipients.map(({ recipient, amount, sentOn }) => {
            const told = { name: recipient?.name ?? t('whoever'), sum: format.money(amount) };
            return (
              <Step key={recipient?.id ?? ''} done={sentOn !== null}>
                {sentOn ? t('sent', { ...told, day: format.longDay(sentOn) }) : t('sent.not', told)}
              </Step>
            );
          })}
        </ol>
      </section>
    </article>
  );
}

function Step({ done, children }: { done: boolean; children: ReactNode }) {
  const Icon = done ? IconCheck : IconClock;
  return (
    <li data-done={done || undefined}>
      <Icon size={20} stroke={2} aria-hidden />
      <span>{children}</span>
    </li>
  );
}

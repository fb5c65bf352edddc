import { ErrorState, ProblemNotice, useFormat, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type OwnOffer, type OwnPlan, useAnswer, useInstalments } from './api.js';
import classes from './instalments.module.css';
import { instalmentMessages } from './messages.js';
import { PenaltiesToldByDay } from './penalties-by-day.js';

/** What one may pay by parts, what one pays so, and what delay has cost day by day. */
export default function InstalmentsPage({ accountId }: { accountId: string }) {
  const t = useMessages(instalmentMessages);
  const { data, error, refetch } = useInstalments(accountId);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <article className={classes.page}>
      <Link to="/" className={classes.back}>
        <IconArrowLeft size={20} aria-hidden />
        {t('back')}
      </Link>
      <h1 className={classes.title}>{t('title')}</h1>
      {data?.offers.map((offer) => (
        <Offered key={offer.id} accountId={accountId} offer={offer} />
      ))}
      {data?.plans.map((plan) => (
        <PlanTold key={plan.id} plan={plan} />
      ))}
      <PenaltiesToldByDay accountId={accountId} />
    </article>
  );
}

function Offered({ accountId, offer }: { accountId: string; offer: OwnOffer }) {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  const reply = useAnswer(accountId, offer.id);
  const [first] = offer.schedule;
  return (
    <section className={classes.sheet}>
      <h2 className={classes.part}>
        {t('offer.title', { service: offer.service, month: format.month(offer.period) })}
      </h2>
      <p className={classes.quiet}>
        {t('offer.why', { before: format.money(offer.before), amount: format.money(offer.amount) })}
      </p>
      {first ? (
        <>
          <div className={classes.sum}>{t('offer.parts', { n: offer.parts, sum: format.money(first.amount) })}</div>
          <p className={classes.quiet}>
            {offer.rate === '0' ? t('offer.free') : t('offer.rate', { rate: offer.rate.replace('.', ',') })}{' '}
            {t('offer.first', { day: format.longDay(first.dueOn) })}{' '}
            {t('offer.until', { day: format.longDay(offer.answerUntil) })}
          </p>
          <details>
            <summary>{t('offer.schedule')}</summary>
            {offer.schedule.map(({ dueOn, amount }) => (
              <div key={dueOn} className={classes.line}>
                <span>{format.longDay(dueOn)}</span>
                <span className={classes.figure}>{format.money(amount)}</span>
              </div>
            ))}
          </details>
          <Button fullWidth loading={reply.isPending} onClick={() => reply.mutate('accepted')}>
            {t('accept')}
          </Button>
          <Button fullWidth variant="default" disabled={reply.isPending} onClick={() => reply.mutate('declined')}>
            {t('decline')}
          </Button>
        </>
      ) : (
        <p className={classes.quiet}>{t('offer.paid')}</p>
      )}
      <ProblemNotice error={reply.error} />
    </section>
  );
}

function PlanTold({ plan }: { plan: OwnPlan }) {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  const { number, standing, next, left, debt, endedOn, parts } = plan;
  return (
    <section className={classes.sheet}>
      <h2 className={classes.part}>{t('plan.title', { number })}</h2>
      <p className={classes.quiet}>{t(`plan.${standing}`, { day: endedOn ? format.longDay(endedOn) : '' })}</p>
      {next && (
        <>
          <div>
            <div className={classes.quiet}>
              {t('next')} {format.longDay(next.dueOn)}
            </div>
            <div className={classes.sum}>{format.money(next.left)}</div>
            {/[1-9]/.test(next.interest) && (
              <div className={classes.quiet}>{t('interest', { sum: format.money(next.interest) })}</div>
            )}
          </div>
          <Button component={Link} to="/payments/pay" fullWidth>
            {t('pay')}
          </Button>
        </>
      )}
      <p className={classes.quiet}>{t('left', { left: format.money(left), debt: format.money(debt) })}</p>
      <details>
        <summary>{t('schedule')}</summary>
        {parts.map(({ dueOn, amount, state }) => (
          <div key={dueOn} className={classes.line}>
            <span>
              {format.longDay(dueOn)}
              <div className={classes.quiet}>{t(`part.${state}`)}</div>
            </span>
            <span className={classes.figure}>{format.money(amount)}</span>
          </div>
        ))}
      </details>
    </section>
  );
}

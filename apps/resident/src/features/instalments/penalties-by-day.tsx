import { ErrorState, useFormat, useMessages } from '@dvor/ui';
import { type OwnPenalties, usePenalties } from './api.js';
import classes from './instalments.module.css';
import { instalmentMessages } from './messages.js';

/** What delay has cost: of each debt a sentence in plain words, and its days on request. */
export function PenaltiesToldByDay({ accountId }: { accountId: string }) {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  const { data, error, refetch } = usePenalties(accountId);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const debts = data.items.filter(({ accrued }) => /[1-9]/.test(accrued));
  return (
    <section className={classes.page}>
      <div>
        <h2 className={classes.part}>{t('penalties')}</h2>
        <p className={classes.quiet}>
          {debts.length === 0
            ? `${t('penalties.none')}. ${t('penalties.none.text')}`
            : /[1-9]/.test(data.owed)
              ? t('penalties.owed', { sum: format.money(data.owed) })
              : t('penalties.paid')}
        </p>
      </div>
      {debts.map((debt) => (
        <OfDebt key={`${debt.period} ${debt.service.id} ${debt.recipient}`} debt={debt} />
      ))}
    </section>
  );
}

function OfDebt({ debt }: { debt: OwnPenalties['items'][number] }) {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  return (
    <details className={classes.sheet}>
      <summary>
        <span className={classes.line} style={{ flex: 1 }}>
          <span>{t('penalty.of', { service: debt.service.name, month: format.month(debt.period) })}</span>
          <strong className={classes.figure}>{format.money(debt.accrued)}</strong>
        </span>
      </summary>
      {debt.parts.map((part, i) => (
        <div key={i}>
          <p className={classes.quiet}>{part.sentence}</p>
          {part.days.map((days) => (
            <div key={days.from} className={classes.line}>
              <span>
                {format.day(days.from)} – {format.day(days.to)}, {t('days', { n: days.days })}
                <div className={classes.quiet}>
                  {days.free
                    ? t(`free.${days.free}`)
                    : t('day.rate', { rate: days.rate.replace('.', ','), divisor: days.divisor })}
                </div>
              </span>
              <span className={classes.figure}>{format.money(days.amount)}</span>
            </div>
          ))}
        </div>
      ))}
    </details>
  );
}

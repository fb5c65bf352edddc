import { EmptyState, ErrorState, useFormat, useMessages } from '@dvor/ui';
import { IconReceipt } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type LedgerEntry, useLedger } from './api.js';
import classes from './history.module.css';
import { historyMessages } from './messages.js';
import { byYear, historyOf } from './told-history.js';

export default function HistoryPage({ accountId }: { accountId: string }) {
  const t = useMessages(historyMessages);
  const format = useFormat();
  const { data: ledger, error, refetch } = useLedger(accountId);
  if (error && !ledger) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div>
        <h1 className={classes.title}>{t('title')}</h1>
        <p className={classes.note}>{t('note')}</p>
      </div>
      {ledger?.items.length === 0 && (
        <EmptyState icon={<IconReceipt stroke={1.5} />} title={t('empty')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {ledger &&
        byYear(historyOf(ledger.items)).map(([year, entries]) => (
          <section key={year}>
            <h2 className={classes.year}>{year}</h2>
            <ul className={classes.entries}>
              {entries.map((entry, i) => (
                <li key={i} className={classes.entry}>
                  <Entry entry={entry} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {ledger && ledger.items.length > 0 && /[1-9]/.test(ledger.opening) && (
        <p className={classes.note}>{t('start', { amount: format.money(ledger.opening) })}</p>
      )}
    </>
  );
}

function Entry({ entry }: { entry: LedgerEntry }) {
  const t = useMessages(historyMessages);
  const format = useFormat();
  const { kind, amount, balance, period, date, paymentId } = entry;
  const month = format.monthName(period);
  return (
    <>
      <span className={classes.what}>
        {paymentId ? (
          <Link to={`/payments/${paymentId}`}>{t(kind, { month })}</Link>
        ) : (
          <span>{t(kind, { month })}</span>
        )}
        <small>{format.longDay(date)}</small>
      </span>
      <span className={classes.sums}>
        <span data-kind={kind}>
          {format.money(kind === 'payment' ? amount.replace('-', '') : amount, { signed: kind !== 'charge' })}
        </span>
        <small>
          {!/[1-9]/.test(balance)
            ? t('even')
            : balance.startsWith('-')
              ? t('ahead', { amount: format.money(balance.slice(1)) })
              : t('left', { amount: format.money(balance) })}
        </small>
      </span>
    </>
  );
}

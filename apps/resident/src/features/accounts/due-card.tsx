import { MoneyText, useFormat, useMessages } from '@dvor/ui';
import type { ReactNode } from 'react';
import classes from './accounts.module.css';
import { owes, type ResidentAccount } from './api.js';
import { accountMessages } from './messages.js';

/** How much and until when; the button that helps to pay is handed in. */
export function DueCard({ account, children }: { account: ResidentAccount; children: ReactNode }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const { due, balance } = account;
  // What is owed now, not what the receipt said: part of it may have been paid since.
  const inAdvance = balance.startsWith('-');
  const settled = !owes(account);

  return (
    <section className={classes.due} data-settled={settled || undefined}>
      {!settled && (
        <>
          <div className={classes.dueLabel}>{due ? t('toPay', { date: format.longDay(due.date) }) : t('toPayNow')}</div>
          <div className={classes.dueSum}>
            <MoneyText value={balance} />
          </div>
        </>
      )}
      {settled && inAdvance && (
        <>
          <div className={classes.dueLabel}>{t('advance')}</div>
          <div className={classes.dueSum}>
            <MoneyText value={balance.slice(1)} />
          </div>
          <div className={classes.quiet}>{t('advance.note')}</div>
        </>
      )}
      {settled && !inAdvance && (
        <>
          <div className={classes.dueSum}>{t('nothing')}</div>
          <div className={classes.quiet}>{t('nothing.note')}</div>
        </>
      )}
      {children}
    </section>
  );
}

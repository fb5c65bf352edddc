import { Explanation, MoneyText, useFormat, useMessages } from '@dvor/ui';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { BillLine } from './api.js';
import classes from './bill.module.css';
import { useLineName } from './line-name.js';
import { billMessages } from './messages.js';

/** What, how, on what ground. */
export function LineExplained({ line, period }: { line: BillLine; period: string }) {
  const t = useMessages(billMessages);
  const format = useFormat();
  const { name, part } = useLineName()(line);
  return (
    <article className={classes.explained}>
      <Link to={`/bill?period=${period}`} className={classes.back}>
        <IconArrowLeft size={20} aria-hidden />
        {t('back', { month: format.monthName(period) })}
      </Link>
      <div>
        <h1 className={classes.title}>{part ? `${name}: ${part}` : name}</h1>
        <div className={classes.quiet}>{t('explain.for', { month: format.month(period) })}</div>
      </div>
      <div className={classes.explainedSum}>
        <MoneyText value={line.amount} />
      </div>
      <section className={classes.sheet}>
        <h2 className={classes.how}>{t('explain.how')}</h2>
        <Explanation explanation={line.explanation} />
      </section>
      <div className={classes.quiet}>
        <div>{t('explain.official', { name: line.service.name })}</div>
        <div>{t('explain.supplier', { name: line.supplier })}</div>
      </div>
    </article>
  );
}

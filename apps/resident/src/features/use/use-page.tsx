import { EmptyState, ErrorState, EstimatedMark, MonthColumns, useFormat, useMessages } from '@dvor/ui';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type ServiceUse, type UseMonth, useUse, useUseSavings } from './api.js';
import { useWords } from './messages.js';
import classes from './use.module.css';

/** What was used of one service: the average, the columns by months, and the same as a list. */
export default function UsePage({ accountId }: { accountId: string }) {
  const t = useMessages(useWords);
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useUse(accountId);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const use = data?.services.find(({ service }) => service.code === params.get('service')) ?? data?.services[0];
  return (
    <article className={classes.page}>
      <Link to="/" className={classes.back}>
        <IconArrowLeft size={20} aria-hidden />
        {t('back')}
      </Link>
      <h1 className={classes.title}>{t('title')}</h1>
      {data && !use && <EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>}
      {use && (
        <>
          <div className={classes.services} role="group" aria-label={t('services')}>
            {data!.services.map(({ service }) => (
              <button
                key={service.code}
                type="button"
                className={classes.service}
                aria-pressed={service.code === use.service.code}
                onClick={() => setParams({ service: service.code }, { replace: true })}
              >
                {service.name}
              </button>
            ))}
          </div>
          <Summary accountId={accountId} use={use} />
          <Months use={use} />
        </>
      )}
    </article>
  );
}

function Summary({ accountId, use }: { accountId: string; use: ServiceUse }) {
  const t = useMessages(useWords);
  const format = useFormat();
  const { service, average, months } = use;
  const columns = useMemo(() => columnsOf(months), [months]);
  return (
    <section className={classes.sheet}>
      {average === null ? (
        <p className={classes.quiet}>{t('average.none')}</p>
      ) : (
        <div>
          <div className={classes.quiet}>{t('average')}</div>
          <div className={classes.sum}>{format.volume(average, service.unit)}</div>
        </div>
      )}
      <MonthColumns label={t('chart', { service: service.name, unit: format.unit(service.unit) })} months={columns} />
      {months.some(({ used }) => used === null) && (
        <p className={classes.quiet}>
          <EstimatedMark />
          {t('estimated')}
        </p>
      )}
      {(['highest', 'lowest'] as const).map((which) => {
        const record = use[which];
        return (
          record && (
            <div key={which} className={classes.line}>
              <span>{t(which, { month: format.month(record.period) })}</span>
              <span className={classes.figure}>{format.volume(record.volume, service.unit)}</span>
            </div>
          )
        );
      })}
      <Saved accountId={accountId} use={use} />
    </section>
  );
}

function Saved({ accountId, use: { service } }: { accountId: string; use: ServiceUse }) {
  const t = useMessages(useWords);
  const format = useFormat();
  const { data } = useUseSavings(accountId);
  const saving = data?.services.find(({ serviceId }) => serviceId === service.id);
  if (!saving || !/[1-9]/.test(saving.amount)) return null;
  const above = saving.amount.startsWith('-');
  return (
    <div>
      <strong>{t(above ? 'above' : 'saved', { sum: format.money(plain(saving.amount)) })}</strong>
      <p className={classes.quiet}>
        {t('saved.note', { volume: format.volume(plain(saving.volume), service.unit), n: saving.months })}
      </p>
    </div>
  );
}

function plain(figure: string): string {
  return figure.replace(/^-/, '');
}

function columnsOf(months: readonly UseMonth[]) {
  return months.map(({ period, used, billed }) => ({ period, value: used ?? billed, estimated: used === null }));
}

function Months({ use: { service, months } }: { use: ServiceUse }) {
  const t = useMessages(useWords);
  const format = useFormat();
  return (
    <section className={classes.sheet}>
      <h2 className={classes.part}>{t('months')}</h2>
      <ul className={classes.list}>
        {months.toReversed().map((month) => (
          <li key={month.period} className={classes.line}>
            <span>
              {format.month(month.period)}
              <span className={classes.under}>
                {month.over > 1 ? t('over', { n: month.over }) : t(`how.${month.how}`)}
              </span>
            </span>
            <span className={classes.figure}>
              {format.volume(month.used ?? month.billed, service.unit)}
              <span className={classes.under}>{format.money(month.amount)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

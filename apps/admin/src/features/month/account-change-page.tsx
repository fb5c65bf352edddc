import {
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  MoneyText,
  Page,
  PageHeader,
  Section,
  Sheet,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Link, useParams } from 'react-router';
import { type AccountChange, useAccountChange } from './api.js';
import { monthMessages } from './messages.js';
import classes from './month.module.css';

type Line = AccountChange['linesAfter'][number];

/** One account: for each service what it was, why it changed, what it is, and how both were reckoned. */
export default function AccountChangePage() {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const { runId = '', accountId = '' } = useParams();
  const { data: change, error, refetch } = useAccountChange(runId, accountId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!change) return <Page>{null}</Page>;
  const changed = new Set(change.services.map(({ serviceId }) => serviceId));
  const same = change.linesAfter.filter(({ service }) => !changed.has(service.id));
  return (
    <Page>
      <PageHeader
        back={<Link to={`/runs/${runId}/changes`}>{t('change.back')}</Link>}
        title={t('change.title', { number: change.number })}
        note={change.address}
        actions={<Link to={`/accounts/${accountId}`}>{t('change.account')}</Link>}
      />
      <FigureStrip>
        <Figure large label={t('changes.before', { month: format.month(change.periodBefore) })}>
          <MoneyText value={change.before} />
        </Figure>
        <Figure large label={t('changes.after', { month: format.month(change.period) })}>
          <MoneyText value={change.after} />
        </Figure>
        <Figure large label={t('changes.difference')}>
          <MoneyText value={change.change} signed />
        </Figure>
      </FigureStrip>
      {change.services.length === 0 && <EmptyState title={t('change.nothing')}>{t('change.nothing.text')}</EmptyState>}
      {change.services.map((service) => (
        <ServiceChange key={service.serviceId} service={service} change={change} />
      ))}
      {same.length > 0 && (
        <Section title={t('change.same')}>
          <Sheet>
            <Lines lines={same} />
          </Sheet>
        </Section>
      )}
    </Page>
  );
}

function ServiceChange({ service, change }: { service: AccountChange['services'][number]; change: AccountChange }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const of = (lines: readonly Line[]) => lines.filter((line) => line.service.id === service.serviceId);
  return (
    <Section title={service.service}>
      <Sheet>
        <ul className={classes.changeRows}>
          <Row
            strong
            text={t('changes.before', { month: format.month(change.periodBefore) })}
            amount={service.before}
          />
          <How lines={of(change.linesBefore)} />
          {service.causes.map(({ reason, text, amount }) => (
            <Row key={reason} text={text} amount={amount} signed />
          ))}
          <Row strong text={t('changes.after', { month: format.month(change.period) })} amount={service.after} />
          <How lines={of(change.linesAfter)} />
        </ul>
      </Sheet>
    </Section>
  );
}

function Row({ text, amount, ...how }: { text: string; amount: string; signed?: boolean; strong?: boolean }) {
  return (
    <li className={classes.changeRow} data-strong={how.strong || undefined}>
      <span>{text}</span>
      <MoneyText value={amount} signed={how.signed ?? false} />
    </li>
  );
}

/** How each line was reckoned, in its own words. */
function How({ lines }: { lines: readonly Line[] }) {
  const t = useMessages(monthMessages);
  return (
    <li className={classes.changeHow}>
      {lines.length === 0
        ? t('change.gone')
        : lines.map(({ id, explanation }) => <div key={id}>{explanation.sentence}</div>)}
    </li>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className={classes.changeRows}>
      {lines.map(({ id, service, amount }) => (
        <Row key={id} text={service.name} amount={amount} />
      ))}
    </ul>
  );
}

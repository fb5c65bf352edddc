import { EmptyState, ErrorState, useMessages } from '@dvor/ui';
import { useOwnAlerts, useOwnMeters } from './api.js';
import { MeterCard } from './meter-card.js';
import { readingMessages } from './messages.js';
import { ProposalNews, Proposals } from './proposals.js';
import classes from './readings.module.css';

/** All meters of the flat, to be read one after another. */
export default function ReadingsPage({ accountId }: { accountId: string }) {
  const t = useMessages(readingMessages);
  const { data, error, refetch } = useOwnMeters(accountId);
  const alerts = useOwnAlerts(accountId).data;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t('title')}</h1>
      <ProposalNews accountId={accountId} />
      {data.items.length === 0 && <EmptyState title={t('none')}>{t('none.text')}</EmptyState>}
      {data.items.map((meter) => (
        <MeterCard
          key={meter.id}
          accountId={accountId}
          meter={meter}
          alert={alerts?.items.find(({ meterId }) => meterId === meter.id)}
        />
      ))}
      <Proposals accountId={accountId} />
    </div>
  );
}

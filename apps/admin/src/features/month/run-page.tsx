import { capitalized, ErrorState, Page, PageHeader, useFormat, useMessages } from '@dvor/ui';
import { Link, useParams } from 'react-router';
import { useRun } from './api.js';
import { monthMessages } from './messages.js';
import { MonthRoad } from './month-road.js';
import { RunStateBadge } from './run-state-badge.js';
import { RunView } from './run-view.js';

/** One calculation out of the history, a cancelled one too. */
export default function RunPage() {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const { runId = '' } = useParams();
  const { data: run, error, refetch } = useRun(runId);

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!run) return <Page>{null}</Page>;
  const date = format.instant(run.requestedAt);
  return (
    <Page>
      <PageHeader
        back={<Link to="/runs">{t('run.back')}</Link>}
        title={capitalized(t('run.title', { month: format.month(run.period) }))}
        status={<RunStateBadge state={run.state} />}
        note={run.requestedBy ? t('run.requested', { date, name: run.requestedBy }) : t('run.requestedAt', { date })}
      />
      {run.state !== 'cancelled' && <MonthRoad run={run} />}
      <RunView runId={runId} />
    </Page>
  );
}

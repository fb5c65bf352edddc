import { ErrorState, Notice, ProblemNotice, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type RunDetails, useRun, useRunAction } from './api.js';
import { CancelButton } from './cancel-button.js';
import { type Checklist, useChecklist, useHoldCounts } from './close-api.js';
import { CloseButton } from './close-button.js';
import { closeMessages } from './close-messages.js';
import { placeOf } from './place-of-check.js';
import { monthMessages } from './messages.js';
import classes from './month.module.css';
import { ParkedList } from './parked-list.js';
import { runPenaltyMessages } from './penalties-messages.js';
import { ProofPanel } from './proof-panel.js';
import { ReceiptsPanel } from './receipts-panel.js';
import { RunFigures } from './run-figures.js';
import { RunHouses } from './run-houses.js';
import { RunProgress } from './run-progress.js';
import { ServiceTotals } from './service-totals.js';

export function RunView({ runId }: { runId: string }) {
  const { data: run, error, refetch } = useRun(runId);
  if (error && !run) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!run) return null;
  switch (run.state) {
    case 'queued':
    case 'calculating':
    case 'closing':
      return <RunProgress run={run} />;
    case 'reopening':
      return (
        <>
          <Reopening />
          <RunFigures run={run} />
        </>
      );
    case 'review':
      return <Review run={run} />;
    case 'closed':
      return (
        <>
          <div className={classes.review}>
            <RunFigures run={run} />
            <div className={classes.actions}>
              <ChangesLink run={run} />
              <ClosedLinks run={run} />
            </div>
          </div>
          <HeldNotice run={run} />
          <ReceiptsPanel run={run} />
          <Breakdown run={run} />
          <ProofPanel run={run} />
        </>
      );
    case 'cancelled':
      return <RunFigures run={run} />;
    case 'failed':
      return <Failed run={run} />;
  }
}

/** Bills that wait for somebody to look at them; nothing where there are none. */
function HeldNotice({ run }: { run: RunDetails }) {
  const t = useMessages(closeMessages);
  const { data } = useHoldCounts(run.id);
  const held = data?.items.reduce((sum, count) => sum + count.held, 0) ?? 0;
  if (held === 0) return null;
  return (
    <Notice tone="attention" title={t('held', { n: held })}>
      {t('held.text')} <Link to={`/runs/${run.id}/holds`}>{t('held.see')}</Link>
    </Notice>
  );
}

/** A closed month keeps its checklist, and is opened again from there while that is lawful. */
function ClosedLinks({ run }: { run: RunDetails }) {
  const t = useMessages(closeMessages);
  const may = useMay();
  const { data } = useChecklist(run.id);
  return (
    <>
      <Button component={Link} variant="default" to={`/runs/${run.id}/close`}>
        {t('closed.checks')}
      </Button>
      {data?.reopening.possible && may('run.close') && (
        <Button component={Link} variant="default" to={`/runs/${run.id}/close`}>
          {t('reopen')}
        </Button>
      )}
    </>
  );
}

/** What keeps the month open, each with the place where it is settled. */
function Blocked({ list, run }: { list: Checklist; run: RunDetails }) {
  const t = useMessages(closeMessages);
  const red = list.checks.filter(({ state }) => state === 'red');
  if (red.length === 0) return null;
  return (
    <Notice tone="attention" title={t('blocked')}>
      <ul className={classes.slips}>
        {red.map((check) => (
          <li key={check.code}>
            <Link to={placeOf(check, run) ?? `/runs/${run.id}/close`}>{check.title}</Link>. {check.text}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Reopening() {
  const t = useMessages(monthMessages);
  return <Notice tone="info">{t('reopen.working')}</Notice>;
}

function ChangesLink({ run }: { run: RunDetails }) {
  const t = useMessages(monthMessages);
  return (
    <Button
      component={Link}
      to={`/runs/${run.id}/changes`}
      variant="default"
      leftSection={<IconArrowsDiff size={16} aria-hidden />}
    >
      {t('changes.open')}
    </Button>
  );
}

function PenaltiesLink({ run }: { run: RunDetails }) {
  const t = useMessages(runPenaltyMessages);
  return (
    <Button component={Link} variant="default" to={`/runs/${run.id}/penalties`}>
      {t('open')}
    </Button>
  );
}

function Review({ run }: { run: RunDetails }) {
  const t = useMessages(monthMessages);
  const may = useMay();
  const { data: list } = useChecklist(run.id);
  const parked = run.parked.length > 0;
  return (
    <>
      <div className={classes.review}>
        <RunFigures run={run} />
        <div className={classes.actions}>
          <ChangesLink run={run} />
          <PenaltiesLink run={run} />
          {may('run.start') && <CancelButton run={run} />}
          <Button component={Link} variant="default" to={`/runs/${run.id}/close`}>
            {t('close.checks')}
          </Button>
          {may('run.close') && <CloseButton run={run} disabled={!list?.mayClose} />}
        </div>
      </div>
      {list && <Blocked list={list} run={run} />}
      {list?.checks.some(({ code, state }) => code === 'held' && state === 'skipped') && <HeldNotice run={run} />}
      {parked && <ParkedList run={run} />}
      <Breakdown run={run} />
    </>
  );
}

function Failed({ run }: { run: RunDetails }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const retry = useRunAction(run.id, 'retry');
  return (
    <>
      <Notice tone="danger" title={t('failed.title')}>
        {run.failure && <>{run.failure} </>}
        {t('failed.text')}
      </Notice>
      <div className={classes.actions}>
        <Button onClick={() => retry.mutate()} loading={retry.isPending}>
          {t('failed.retry')}
        </Button>
        <CancelButton run={run} />
        <span className={classes.quiet}>{run.finishedAt && format.instant(run.finishedAt)}</span>
      </div>
      <ProblemNotice error={retry.error} />
      {run.parked.length > 0 && <ParkedList run={run} />}
    </>
  );
}

function Breakdown({ run }: { run: RunDetails }) {
  return (
    <>
      <RunHouses run={run} />
      <ServiceTotals run={run} />
    </>
  );
}

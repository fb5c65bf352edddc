import { addMonths, formatPeriod, parsePeriod, tryParsePeriod } from '@dvor/kernel';
import {
  capitalized,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  PeriodSwitch,
  ProblemNotice,
  Sheet,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconCalculator, IconCalendarMonth } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type Run, useRunOfMonth, useStartRun } from './api.js';
import { monthMessages } from './messages.js';
import { MonthRoad } from './month-road.js';
import { RunStateBadge } from './run-state-badge.js';
import { RunView } from './run-view.js';

/** The month from the first calculation to the last receipt. */
export default function MonthPage({
  workingPeriod,
  today,
  demo,
}: {
  workingPeriod: string;
  today: string;
  demo: boolean;
}) {
  const format = useFormat();
  const [chosen, setPeriod] = useUrlFilter('period');
  const period = tryParsePeriod(chosen) === null ? workingPeriod : chosen;
  const { run, loading, error, refetch } = useRunOfMonth(period);
  const current = run?.state === 'cancelled' ? undefined : run;

  return (
    <Page>
      <PageHeader
        name={capitalized(format.month(period))}
        title={
          <PeriodSwitch
            heading
            period={period}
            max={formatPeriod(addMonths(parsePeriod(workingPeriod), 1))}
            onChange={(next) => setPeriod(next === workingPeriod ? null : next)}
          />
        }
        status={!loading && <RunStateBadge state={current?.state ?? 'none'} />}
      />
      {(current || period === workingPeriod) && <MonthRoad run={current} />}
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : loading ? null : current ? (
        <RunView runId={current.id} />
      ) : (
        <NoRun period={period} workingPeriod={workingPeriod} today={today} demo={demo} cancelled={run} />
      )}
    </Page>
  );
}

interface NoRunProps {
  readonly period: string;
  readonly workingPeriod: string;
  readonly today: string;
  readonly demo: boolean;
  readonly cancelled: Run | undefined;
}

function NoRun({ period, workingPeriod, today, demo, cancelled }: NoRunProps) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const month = format.month(period);
  const title = t('none.title', { month: capitalized(month) });
  const icon = <IconCalendarMonth stroke={1.5} />;

  if (period !== workingPeriod) {
    return (
      <EmptyState icon={icon} title={title} action={<Link to="/month">{t('none.toWorking')}</Link>}>
        {period < workingPeriod ? t('none.past') : t('none.future', { month: format.month(workingPeriod) })}
      </EmptyState>
    );
  }
  if (today < `${period}-01`) {
    return (
      <EmptyState icon={icon} title={title} action={demo && <Link to="/settings#clock">{t('none.moveClock')}</Link>}>
        {t('none.notBegun', { date: format.longDay(today, { year: true }) })}
      </EmptyState>
    );
  }
  return <Start period={period} title={title} cancelled={cancelled !== undefined} />;
}

function Start({ period, title, cancelled }: { period: string; title: string; cancelled: boolean }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const may = useMay();
  const start = useStartRun();
  return (
    <Sheet>
      <EmptyState
        icon={<IconCalculator stroke={1.5} />}
        title={title}
        action={
          may('run.start') && (
            <Button onClick={() => start.mutate(period)} loading={start.isPending}>
              {t('start', { month: format.month(period) })}
            </Button>
          )
        }
      >
        {cancelled && <>{t('none.cancelled')} </>}
        {t('none.text')}
      </EmptyState>
      <ProblemNotice error={start.error} />
    </Sheet>
  );
}

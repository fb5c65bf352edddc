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
export default function MonthPage({ workingPeriod }: { workingPeriod: string }) {
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
        <NoRun period={period} workingPeriod={workingPeriod} cancelled={run} />
      )}
    </Page>
  );
}

function NoRun({
  period,
  workingPeriod,
  cancelled,
}: {
  period: string;
  workingPeriod: string;
  cancelled: Run | undefined;
}) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const may = useMay();
  const start = useStartRun();
  const month = format.month(period);
  if (period !== workingPeriod) {
    return (
      <EmptyState
        icon={<IconCalendarMonth stroke={1.5} />}
        title={t('none.title', { month: capitalized(month) })}
        action={<Link to="/month">{t('none.toWorking')}</Link>}
      >
        {period < workingPeriod ? t('none.past') : t('none.future', { month: format.month(workingPeriod) })}
      </EmptyState>
    );
  }
  return (
    <Sheet>
      <EmptyState
        icon={<IconCalculator stroke={1.5} />}
        title={t('none.title', { month: capitalized(month) })}
        action={
          may('run.start') && (
            <Button onClick={() => start.mutate(period)} loading={start.isPending}>
              {t('start', { month })}
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

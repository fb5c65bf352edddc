import { useMessages } from '@dvor/ui';
import { IconCheck } from '@tabler/icons-react';
import { isPrinting, type Run } from './api.js';
import { monthMessages } from './messages.js';
import classes from './month.module.css';

const STEPS = ['charge', 'review', 'close', 'receipts'] as const;

/** Where the month is between the first calculation and the last receipt. */
export function MonthRoad({ run }: { run: Run | undefined }) {
  const t = useMessages(monthMessages);
  const now = stepNow(run);
  return (
    <ol className={classes.road} aria-label={t('road.label')}>
      {STEPS.map((step, i) => {
        const stage = i < now ? 'done' : i === now ? 'now' : 'later';
        return (
          <li
            key={step}
            className={classes.stop}
            data-stage={stage}
            aria-current={stage === 'now' ? 'step' : undefined}
          >
            <span className={classes.stopMark} aria-hidden>
              {stage === 'done' ? <IconCheck size={14} stroke={2.5} /> : i + 1}
            </span>
            <span>{t(`road.${step}`)}</span>
            <span className={classes.hidden}>{t(`road.${stage}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** How many of the four steps are behind. */
function stepNow(run: Run | undefined): number {
  switch (run?.state) {
    case undefined:
    case 'cancelled':
    case 'queued':
    case 'calculating':
    case 'failed':
      return 0;
    case 'review':
      return 1;
    case 'closing':
    case 'reopening':
      return 2;
    case 'closed':
      return run.receipts && run.receipts.total > 0 && !isPrinting(run) ? STEPS.length : 3;
  }
}

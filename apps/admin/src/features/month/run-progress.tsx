import { CountProgress, Figure, FigureStrip, MoneyText, Sheet, useFormat, useMessages } from '@dvor/ui';
import type { RunDetails } from './api.js';
import { CancelButton } from './cancel-button.js';
import { monthMessages } from './messages.js';
import classes from './month.module.css';
import { useRunProgress } from './use-run-progress.js';

/** A run under way: counts that move, and what has come of it so far. */
export function RunProgress({ run }: { run: RunDetails }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const event = useRunProgress(run.id, true);
  const state = run.state === 'closing' ? 'closing' : (event?.state ?? run.state);
  const closing = state === 'closing';
  return (
    <Sheet>
      <CountProgress
        label={t(closing ? 'progress.closing' : state === 'queued' ? 'progress.queued' : 'progress.calculating')}
        done={event?.housesDone ?? run.houses.done}
        total={event?.housesTotal || run.houses.total}
        secondsLeft={event?.secondsLeft}
        perSecond={event?.perSecond ? t('progress.rate', { accounts: format.count(event.perSecond) }) : undefined}
      />
      {closing ? (
        <p className={classes.note}>{t('progress.closing.note')}</p>
      ) : (
        <div className={classes.review}>
          <FigureStrip>
            <Figure label={t('figure.amount')}>
              <MoneyText value={event?.amount ?? run.amount} />
            </Figure>
            <Figure label={t('figure.accounts')}>{format.count(event?.accountsDone ?? run.accounts)}</Figure>
            <Figure label={t('figure.lines')}>{format.count(event?.linesDone ?? run.lines)}</Figure>
          </FigureStrip>
          <CancelButton run={run} />
        </div>
      )}
    </Sheet>
  );
}

import { CountProgress, Sheet, useFormat, useMessages } from '@dvor/ui';
import type { ImportDetails } from './api.js';
import classes from './imports.module.css';
import { importMessages } from './messages.js';
import { useImportProgress } from './use-import-progress.js';

/** A step under way in the worker. */
export function ImportProgress({ load }: { load: ImportDetails }) {
  const t = useMessages(importMessages);
  return (
    <Sheet>
      <Step load={load} />
      <p className={classes.quiet}>{t('progress.note')}</p>
    </Sheet>
  );
}

function Step({ load }: { load: ImportDetails }) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const seen = useImportProgress(load.id);
  const { state, rowsDone, rowsTotal } = seen?.event ?? load;
  if (load.state === 'undoing') return <OneStep title={t('progress.undoing')}>{t('progress.undoing.text')}</OneStep>;
  if (rowsTotal === null) return <OneStep title={t('progress.reading')}>{t('progress.reading.text')}</OneStep>;
  const rate = seen?.perSecond ?? 0;
  return (
    <CountProgress
      label={t(state === 'applying' ? 'progress.applying' : 'progress.checking')}
      done={rowsDone}
      total={rowsTotal}
      secondsLeft={rate > 0 ? (rowsTotal - rowsDone) / rate : null}
      perSecond={rate >= 1 ? t('progress.rate', { rows: format.count(Math.round(rate)) }) : undefined}
    />
  );
}

/** What has no parts that could be counted says so instead of pretending. */
function OneStep({ title, children }: { title: string; children: string }) {
  return (
    <div role="status">
      <div className={classes.strong}>{title}</div>
      <div className={classes.quiet}>{children}</div>
    </div>
  );
}

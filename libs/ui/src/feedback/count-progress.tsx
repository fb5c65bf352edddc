import { formatShare } from '../format/count.js';
import { useFormat } from '../format/use-format.js';
import { useMessages } from '../i18n/i18n.js';
import classes from './feedback.module.css';
import { uiMessages } from './messages.js';

interface Props {
  /** What is being done: «Считаем дома». */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly secondsLeft?: number | null;
  readonly perSecond?: string;
}

/** Long work as it really goes: count of count, share, time left. */
export function CountProgress({ label, done, total, secondsLeft, perSecond }: Props) {
  const t = useMessages(uiMessages);
  const format = useFormat();
  const left =
    typeof secondsLeft === 'number' && secondsLeft >= 1 && done < total
      ? t('progress.left', { time: format.duration(secondsLeft) })
      : null;
  return (
    <div className={classes.progress}>
      <div className={classes.progressHead}>
        <span className={classes.progressLabel}>{label}</span>
        <span className={classes.progressCount}>
          {t('progress.of', { done, total })}
          <span className={classes.progressShare}>{formatShare(done, total)}</span>
        </span>
      </div>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={t('progress.of', { done, total })}
      >
        <div className={classes.barDone} style={{ transform: `scaleX(${total ? Math.min(1, done / total) : 0})` }} />
      </div>
      <div className={classes.progressFoot}>
        <span>{left}</span>
        {perSecond && <span>{t('progress.rate', { rate: perSecond })}</span>}
      </div>
    </div>
  );
}

import { useFormat, useMessages } from '@dvor/ui';
import { parseDate } from '@dvor/kernel';
import { useCalendar } from '../../lib/calendar.js';
import classes from './catalogue.module.css';
import { catalogueMessages } from './messages.js';
import { phaseOf } from './phase.js';
import { gapsOf } from './rate-gaps.js';
import { useRateText } from './rate-text.js';
import type { RateVersion } from './rate-version.js';

const DAYS_BEFORE = 400;
const DAYS_AFTER = 400;

/** A year back and a year on, at a glance; the table below says the same in words. */
export function VersionsTrack({ versions }: { versions: readonly RateVersion[] }) {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const rateText = useRateText();
  const { today } = useCalendar();
  const now = parseDate(today);
  const at = (day: string | null, otherwise: number) => {
    const days = day === null ? otherwise : parseDate(day) - now;
    return (Math.max(-DAYS_BEFORE, Math.min(DAYS_AFTER, days)) + DAYS_BEFORE) / (DAYS_BEFORE + DAYS_AFTER);
  };
  const place = (from: string, to: string | null) => {
    const [left, right] = [at(from, -DAYS_BEFORE), at(to, DAYS_AFTER)];
    return { left: `${left * 100}%`, width: `${(right - left) * 100}%` };
  };
  const seen = (from: string, to: string | null) => at(from, 0) < at(to, DAYS_AFTER);
  if (versions.length === 0) return null;
  return (
    <div className={classes.track} aria-hidden>
      {versions
        .filter(({ validFrom, validTo }) => seen(validFrom, validTo))
        .map((version) => {
          const phase = phaseOf(version, today);
          const { validFrom, validTo } = version;
          return (
            <div
              key={version.id}
              className={classes.span}
              data-now={phase === 'now' || undefined}
              data-past={phase === 'past' || undefined}
              style={place(validFrom, validTo)}
              title={`${rateText(version)}: ${format.day(validFrom)}`}
            >
              {rateText(version)}
            </div>
          );
        })}
      {gapsOf(versions)
        .filter(({ from, to }) => seen(from, to))
        .map(({ from, to }) => (
          <div key={from} className={classes.hole} style={place(from, to)} title={t('hole')} />
        ))}
      <div className={classes.today} style={{ left: `${at(today, 0) * 100}%` }} />
      <div className={classes.todayName} style={{ left: `${at(today, 0) * 100}%` }}>
        {t('today')}
      </div>
    </div>
  );
}

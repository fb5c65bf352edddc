import { StatusBadge, useFormat, useMessages } from '@dvor/ui';
import { IconAlertTriangle, IconCheck, IconClock, IconHelp } from '@tabler/icons-react';
import type { MeterCard } from './api.js';
import { meterMessages } from './messages.js';
import classes from './meters.module.css';

const LOOK = {
  good: { tone: 'good', icon: IconCheck },
  soon: { tone: 'attention', icon: IconClock },
  over: { tone: 'danger', icon: IconAlertTriangle },
  unknown: { tone: 'quiet', icon: IconHelp },
} as const;

/** How a verification stands, and until when. */
export function Verification({
  state,
  until,
  daysLeft,
}: {
  state: MeterCard['verification'];
  until: string | null;
  daysLeft: number | null;
}) {
  const t = useMessages(meterMessages);
  const format = useFormat();
  return (
    <>
      <StatusBadge {...LOOK[state]}>
        {state === 'soon' ? t('state.soon', { n: daysLeft ?? 0 }) : t(`state.${state}`)}
      </StatusBadge>
      {until && <div className={classes.quiet}>{t('until', { day: format.day(until) })}</div>}
    </>
  );
}

import { StatusBadge, useMessages } from '@dvor/ui';
import { Select } from '@mantine/core';
import { IconCheck, IconClock, IconHistory } from '@tabler/icons-react';
import { useCalendar } from '../../lib/calendar.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { catalogueMessages } from './messages.js';

interface Days {
  readonly validFrom: string;
  readonly validTo: string | null;
}

const PHASES = ['now', 'coming', 'past'] as const;
type Phase = (typeof PHASES)[number];

export function phaseOf({ validFrom, validTo }: Days, today: string): Phase {
  if (validFrom > today) return 'coming';
  return validTo !== null && validTo <= today ? 'past' : 'now';
}

const LOOKS = {
  now: { tone: 'good', icon: IconCheck },
  coming: { tone: 'info', icon: IconClock },
  past: { tone: 'quiet', icon: IconHistory },
} as const;

export function PhaseBadge({ days }: { days: Days }) {
  const t = useMessages(catalogueMessages);
  const { today } = useCalendar();
  const phase = phaseOf(days, today);
  return <StatusBadge {...LOOKS[phase]}>{t(`phase.${phase}`)}</StatusBadge>;
}

/** Whether a row stands in a list filtered so; without a filter what is over is left out. */
export function inPhase(days: Days, filter: string, today: string): boolean {
  const phase = phaseOf(days, today);
  return filter === '' ? phase !== 'past' : filter === 'all' || filter === phase;
}

/** In force, to come, or over; kept in the address. `whole`: unless it is filtered, all of them are there. */
export function PhaseFilter({ whole = false }: { whole?: boolean }) {
  const t = useMessages(catalogueMessages);
  const [phase, setPhase] = useUrlFilter('phase');
  return (
    <Select
      aria-label={t('state')}
      w={230}
      allowDeselect={false}
      data={[
        { value: '', label: t(whole ? 'phase.all' : 'phase.actual') },
        ...PHASES.map((one) => ({ value: one, label: t(`phase.${one}`) })),
        ...(whole ? [] : [{ value: 'all', label: t('phase.all') }]),
      ]}
      value={phase}
      onChange={setPhase}
    />
  );
}

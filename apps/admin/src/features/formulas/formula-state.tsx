import { StatusBadge, useFormat, useMessages } from '@dvor/ui';
import { IconCheck, IconClock, IconPencil, IconX } from '@tabler/icons-react';
import { useCalendar } from '../../lib/calendar.js';
import type { FormulaVersion } from './api.js';
import { formulaMessages } from './messages.js';

const LOOKS = {
  draft: { tone: 'info', icon: IconPencil },
  active: { tone: 'good', icon: IconCheck },
  coming: { tone: 'info', icon: IconClock },
  retired: { tone: 'quiet', icon: IconX },
} as const;

/** Whether a version is charged by today, was, or will be. */
export function FormulaState({ version }: { version: Pick<FormulaVersion, 'state' | 'terms'> }) {
  const t = useMessages(formulaMessages);
  const { today } = useCalendar();
  const phase = phaseOf(version, today);
  return <StatusBadge {...LOOKS[phase]}>{t(`state.${phase}`)}</StatusBadge>;
}

export function phaseOf({ state, terms }: Pick<FormulaVersion, 'state' | 'terms'>, today: string): keyof typeof LOOKS {
  if (state === 'draft') return 'draft';
  if (terms.some(({ from, to }) => from <= today && (to === null || to > today))) return 'active';
  return terms.some(({ from }) => from > today) ? 'coming' : 'retired';
}

/** `с 01.10.2026`, `01.10.2026 – 31.10.2026` */
export function useDays() {
  const t = useMessages(formulaMessages);
  const format = useFormat();
  return ({ terms }: Pick<FormulaVersion, 'terms'>) =>
    terms.length === 0
      ? t('days.none')
      : terms
          .map(({ from, to }) =>
            to === null
              ? t('days.open', { from: format.day(from) })
              : t('days.closed', { from: format.day(from), to: format.lastDay(to) }),
          )
          .join(', ');
}

import { StatusBadge, useFormat, useMessages } from '@dvor/ui';
import { IconArrowBackUp, IconCheck, IconClock, IconPlayerPause } from '@tabler/icons-react';
import type { Recalculation } from './api.js';
import { pastMessages } from './messages.js';

const TONES = { waiting: 'attention', approved: 'good', postponed: 'quiet', posted: 'good', undone: 'quiet' } as const;
const ICONS = {
  waiting: IconClock,
  approved: IconCheck,
  postponed: IconPlayerPause,
  posted: IconCheck,
  undone: IconArrowBackUp,
};

export function RecalculationState({ of: { state, postedIn } }: { of: Recalculation }) {
  const t = useMessages(pastMessages);
  const format = useFormat();
  return (
    <StatusBadge tone={TONES[state]} icon={ICONS[state]}>
      {postedIn ? t('held.postedIn', { month: format.month(postedIn) }) : t(`held.state.${state}`)}
    </StatusBadge>
  );
}

import { StatusBadge, useFormat, useMessages } from '@dvor/ui';
import { IconCalculator, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import type { Correction } from './api.js';
import { correctionMessages } from './messages.js';

export function CorrectionBadge({ correction: { state, postedIn } }: { correction: Correction }) {
  const t = useMessages(correctionMessages);
  const format = useFormat();
  const tone = { waiting: 'attention', 'to-post': 'info', posted: 'good', withdrawn: 'quiet' } as const;
  const icon = { waiting: IconClock, 'to-post': IconCalculator, posted: IconCheck, withdrawn: IconX };
  return (
    <StatusBadge tone={tone[state]} icon={icon[state]}>
      {postedIn ? t('postedIn', { month: format.month(postedIn) }) : t(`state.${state}`)}
    </StatusBadge>
  );
}

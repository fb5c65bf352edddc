import { StatusBadge, useMessages } from '@dvor/ui';
import { IconArrowBackUp, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import type { WriteOff } from './api.js';
import { debtMessages } from './messages.js';

const TONES = { waiting: 'attention', posted: 'good', reversed: 'info', withdrawn: 'quiet' } as const;
const ICONS = { waiting: IconClock, posted: IconCheck, reversed: IconArrowBackUp, withdrawn: IconX };

export function WriteOffBadge({ state }: Pick<WriteOff, 'state'>) {
  const t = useMessages(debtMessages);
  return (
    <StatusBadge tone={TONES[state]} icon={ICONS[state]}>
      {t(`state.${state}`)}
    </StatusBadge>
  );
}

import { StatusBadge, useFormat, useMessages } from '@dvor/ui';
import { IconArrowForwardUp, IconCheck, IconClock } from '@tabler/icons-react';
import type { Transfer } from './api.js';
import { transferMessages } from './messages.js';

export function TransferStateBadge({ transfer: { state, sentOn } }: { transfer: Transfer }) {
  const t = useMessages(transferMessages);
  const format = useFormat();
  const tone = { prepared: 'attention', sent: 'good', carried: 'quiet' } as const;
  const icon = { prepared: IconClock, sent: IconCheck, carried: IconArrowForwardUp };
  return (
    <span title={state === 'carried' ? t('state.carried.hint') : undefined}>
      <StatusBadge tone={tone[state]} icon={icon[state]}>
        {sentOn ? t('state.sentOn', { day: format.day(sentOn) }) : t(`state.${state}`)}
      </StatusBadge>
    </span>
  );
}

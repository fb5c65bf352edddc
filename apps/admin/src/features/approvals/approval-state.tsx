import { StatusBadge, useMessages } from '@dvor/ui';
import { IconArrowBackUp, IconBan, IconCheck, IconClock } from '@tabler/icons-react';
import type { Approval } from './api.js';
import { approvalMessages } from './messages.js';

export function ApprovalStateBadge({ approval: { state, alone } }: { approval: Pick<Approval, 'state' | 'alone'> }) {
  const t = useMessages(approvalMessages);
  const tone = { waiting: 'attention', approved: 'good', refused: 'danger', withdrawn: 'quiet' } as const;
  const icon = { waiting: IconClock, approved: IconCheck, refused: IconBan, withdrawn: IconArrowBackUp };
  return (
    <StatusBadge tone={tone[state]} icon={icon[state]}>
      {alone ? t('alone') : t(`state.${state}`)}
    </StatusBadge>
  );
}

import { StatusBadge, type Tone, useMessages } from '@dvor/ui';
import {
  IconAlertTriangle,
  IconBan,
  IconCalculator,
  IconCircleDashed,
  IconClock,
  IconEyeCheck,
  IconLock,
  IconLockOpen,
} from '@tabler/icons-react';
import type { RunState } from './api.js';
import { monthMessages } from './messages.js';

const LOOKS: Readonly<Record<RunState | 'none', readonly [Tone, typeof IconLock]>> = {
  none: ['quiet', IconCircleDashed],
  queued: ['info', IconClock],
  calculating: ['info', IconCalculator],
  review: ['attention', IconEyeCheck],
  closing: ['info', IconLockOpen],
  closed: ['good', IconLock],
  reopening: ['info', IconLockOpen],
  cancelled: ['quiet', IconBan],
  failed: ['danger', IconAlertTriangle],
};

export function RunStateBadge({ state }: { state: RunState | 'none' }) {
  const t = useMessages(monthMessages);
  const [tone, icon] = LOOKS[state];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </StatusBadge>
  );
}

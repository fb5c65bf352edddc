import { StatusBadge, useMessages } from '@dvor/ui';
import { IconAlertTriangle, IconCheck, IconClock, IconMail, IconPlugConnectedX, IconPlugX } from '@tabler/icons-react';
import type { Restriction } from './api.js';
import { restrictionMessages } from './messages.js';

const STAGES = {
  written: ['attention', IconMail],
  warned: ['info', IconClock],
  limited: ['info', IconPlugConnectedX],
  suspended: ['info', IconPlugX],
  'to-restore': ['danger', IconAlertTriangle],
  ended: ['quiet', IconCheck],
} as const;

/** Where a restriction stands; of one that is over, why. */
export function StageBadge({ stage, endedWhy }: Pick<Restriction, 'stage' | 'endedWhy'>) {
  const t = useMessages(restrictionMessages);
  const [tone, icon] = STAGES[stage];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {endedWhy === null ? t(`stage.${stage}`) : t(`end.${endedWhy}`)}
    </StatusBadge>
  );
}

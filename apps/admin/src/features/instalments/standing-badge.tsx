import { StatusBadge, useMessages } from '@dvor/ui';
import { IconAlertTriangle, IconCheck, IconClock, IconPencil, IconX } from '@tabler/icons-react';
import type { Offer, Plan } from './api.js';
import { instalmentMessages } from './messages.js';

const PLANS = {
  draft: ['info', IconPencil],
  kept: ['good', IconCheck],
  late: ['attention', IconClock],
  done: ['quiet', IconCheck],
  ended: ['danger', IconAlertTriangle],
  cancelled: ['quiet', IconX],
} as const;

const OFFERS = {
  open: ['attention', IconClock],
  accepted: ['good', IconCheck],
  declined: ['quiet', IconX],
  expired: ['quiet', IconX],
  withdrawn: ['quiet', IconX],
} as const;

export function StandingBadge({ standing }: Pick<Plan, 'standing'>) {
  const t = useMessages(instalmentMessages);
  const [tone, icon] = PLANS[standing];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(`standing.${standing}`)}
    </StatusBadge>
  );
}

export function OfferBadge({ state }: Pick<Offer, 'state'>) {
  const t = useMessages(instalmentMessages);
  const [tone, icon] = OFFERS[state];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </StatusBadge>
  );
}

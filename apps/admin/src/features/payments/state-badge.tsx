import { StatusBadge, useMessages } from '@dvor/ui';
import { IconArrowBackUp, IconCheck, IconClock } from '@tabler/icons-react';
import type { PaymentState } from './api.js';
import { paymentMessages } from './messages.js';

export function PaymentStateBadge({ state }: { state: PaymentState }) {
  const t = useMessages(paymentMessages);
  const tone = { posted: 'good', waiting: 'attention', returned: 'quiet' } as const;
  const icon = { posted: IconCheck, waiting: IconClock, returned: IconArrowBackUp };
  return (
    <StatusBadge tone={tone[state]} icon={icon[state]}>
      {t(`state.${state}`)}
    </StatusBadge>
  );
}

import { StatusBadge, useMessages } from '@dvor/ui';
import { IconAlertCircle, IconCircleCheck, IconClock, IconPlayerPause, IconX } from '@tabler/icons-react';
import type { Delivery, Webhook } from './api.js';
import { webhookMessages } from './messages.js';

export function WebhookState({ webhook: { pauseReason, failures } }: { webhook: Webhook }) {
  const t = useMessages(webhookMessages);
  if (pauseReason === 'by-hand')
    return (
      <StatusBadge tone="quiet" icon={IconPlayerPause}>
        {t('state.by-hand')}
      </StatusBadge>
    );
  if (pauseReason)
    return (
      <StatusBadge tone="danger" icon={IconAlertCircle}>
        {t(`state.${pauseReason}`)}
      </StatusBadge>
    );
  return failures > 0 ? (
    <StatusBadge tone="attention" icon={IconAlertCircle}>
      {t('state.failing', { n: failures })}
    </StatusBadge>
  ) : (
    <StatusBadge tone="good" icon={IconCircleCheck}>
      {t('state.active')}
    </StatusBadge>
  );
}

const RESULTS = {
  waiting: { tone: 'info', icon: IconClock },
  delivered: { tone: 'good', icon: IconCircleCheck },
  'given-up': { tone: 'danger', icon: IconX },
} as const;

export function DeliveryResult({ state }: { state: Delivery['state'] }) {
  const t = useMessages(webhookMessages);
  return <StatusBadge {...RESULTS[state]}>{t(`result.${state}`)}</StatusBadge>;
}

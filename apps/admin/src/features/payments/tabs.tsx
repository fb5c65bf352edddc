import { useMay, useMessages } from '@dvor/ui';
import { Tabs } from '@mantine/core';
import { useNavigate } from 'react-router';
import { paymentMessages } from './messages.js';

export function PaymentTabs({ current }: { current: 'payments' | 'payment-channels' }) {
  const t = useMessages(paymentMessages);
  const navigate = useNavigate();
  const may = useMay();
  if (!may('channel.read')) return null;
  return (
    <Tabs value={current} onChange={(tab) => tab !== current && void navigate(`/${tab}`)}>
      <Tabs.List>
        <Tabs.Tab value="payments">{t('title')}</Tabs.Tab>
        <Tabs.Tab value="payment-channels">{t('channels')}</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  );
}

import { useMay, useMessages } from '@dvor/ui';
import { Tabs } from '@mantine/core';
import { useNavigate } from 'react-router';
import { paymentTabMessages } from './messages.js';

const TABS = [
  { tab: 'payments', needs: 'payment.read' },
  { tab: 'transfers', needs: 'transfer.read' },
  { tab: 'payment-channels', needs: 'channel.read' },
] as const;
type PaymentTab = (typeof TABS)[number]['tab'];

/** Lists of the section, whichever feature keeps the list. */
export function PaymentTabs({ current }: { current: PaymentTab }) {
  const t = useMessages(paymentTabMessages);
  const navigate = useNavigate();
  const may = useMay();
  const open = TABS.filter(({ needs }) => may(needs));
  if (open.length < 2) return null;
  return (
    <Tabs value={current} onChange={(tab) => tab !== current && void navigate(`/${tab}`)}>
      <Tabs.List>
        {open.map(({ tab }) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(tab)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

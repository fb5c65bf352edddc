import { useMessages } from '@dvor/ui';
import { Tabs } from '@mantine/core';
import { useNavigate } from 'react-router';
import { debtTabMessages } from './messages.js';

const TABS = ['debtors', 'instalments', 'debt-letters', 'restrictions', 'court-cases', 'write-offs'] as const;
type DebtTab = (typeof TABS)[number];

/** Lists of the section of debts, whichever feature keeps the list. */
export function DebtTabs({ current }: { current: DebtTab }) {
  const t = useMessages(debtTabMessages);
  const navigate = useNavigate();
  return (
    <Tabs value={current} onChange={(tab) => tab !== current && void navigate(`/${tab}`)}>
      <Tabs.List>
        {TABS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(tab)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

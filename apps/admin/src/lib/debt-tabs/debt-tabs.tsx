import { useMay, useMessages } from '@dvor/ui';
import { Tabs } from '@mantine/core';
import { useNavigate } from 'react-router';
import { debtTabMessages } from './messages.js';

const TABS = [
  { tab: 'debtors', needs: 'debt.read' },
  { tab: 'write-offs', needs: 'debt.read' },
] as const;
type DebtTab = (typeof TABS)[number]['tab'];

/** Lists of the section of debts, whichever feature keeps the list. */
export function DebtTabs({ current }: { current: DebtTab }) {
  const t = useMessages(debtTabMessages);
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

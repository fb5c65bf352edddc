import { useMay, useMessages } from '@dvor/ui';
import { Tabs } from '@mantine/core';
import { useNavigate } from 'react-router';
import classes from './correction-tabs.module.css';
import { correctionTabMessages } from './messages.js';

const TABS = [
  { tab: 'past-changes', needs: 'run.read' },
  { tab: 'quality-acts', needs: 'house.read' },
  { tab: 'corrections', needs: 'account.read' },
  { tab: 'overcharges', needs: 'account.read' },
] as const;
type CorrectionTab = (typeof TABS)[number]['tab'];

/** Lists of the section, whichever feature keeps the list. */
export function CorrectionTabs({ current }: { current: CorrectionTab }) {
  const t = useMessages(correctionTabMessages);
  const navigate = useNavigate();
  const may = useMay();
  const open = TABS.filter(({ needs }) => may(needs));
  if (open.length < 2) return null;
  return (
    <Tabs value={current} onChange={(tab) => tab !== current && void navigate(`/${tab}`)}>
      <Tabs.List className={classes.tabs}>
        {open.map(({ tab }) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(tab)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

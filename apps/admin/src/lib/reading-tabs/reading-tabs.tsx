import { useMay, useMessages } from '@dvor/ui';
import { Tabs } from '@mantine/core';
import { useNavigate } from 'react-router';
import { readingTabMessages } from './messages.js';

const TABS = [
  'readings',
  'readings/alerts',
  'readings/entry',
  'readings/registries',
  'meters',
  'readings/windows',
] as const;
const OF_CHECKERS: ReadonlySet<string> = new Set(['readings', 'readings/alerts']);
export type ReadingTab = (typeof TABS)[number];

/** Pages of readings. */
export function ReadingTabs({ current }: { current: ReadingTab }) {
  const t = useMessages(readingTabMessages);
  const navigate = useNavigate();
  const may = useMay();
  return (
    <Tabs value={current} onChange={(tab) => tab !== current && void navigate(`/${tab}`)}>
      <Tabs.List>
        {TABS.filter((tab) => !OF_CHECKERS.has(tab) || may('reading.check')).map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(tab)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

import { useMay, useMessages } from '@dvor/ui';
import { Tabs } from '@mantine/core';
import { useNavigate } from 'react-router';
import { readingTabMessages } from './messages.js';

const TABS = [
  'readings',
  'readings/alerts',
  'readings/entry',
  'readings/registries',
  'readings/intervals',
  'readings/messages',
  'readings/devices',
  'meters',
  'readings/proposals',
  'readings/windows',
] as const;
export type ReadingTab = (typeof TABS)[number];

/** What else is for some only. */
const NEEDS = {
  readings: 'reading.check',
  'readings/alerts': 'reading.check',
  'readings/proposals': 'house.edit',
} as const;

/** Pages of readings. */
export function ReadingTabs({ current }: { current: ReadingTab }) {
  const t = useMessages(readingTabMessages);
  const navigate = useNavigate();
  const may = useMay();
  return (
    <Tabs value={current} onChange={(tab) => tab !== current && void navigate(`/${tab}`)}>
      <Tabs.List>
        {TABS.filter((tab) => !(tab in NEEDS) || may(NEEDS[tab as keyof typeof NEEDS])).map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(tab)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

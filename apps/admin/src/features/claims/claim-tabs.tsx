import { useMessages } from '@dvor/ui';
import { Tabs } from '@mantine/core';
import { useNavigate } from 'react-router';
import { claimMessages } from './messages.js';

/** Letters and what follows them. */
export function ClaimTabs({ current }: { current: 'debt-letters' | 'court-cases' }) {
  const t = useMessages(claimMessages);
  const navigate = useNavigate();
  return (
    <Tabs value={current} onChange={(tab) => tab !== current && void navigate(`/${tab}`)}>
      <Tabs.List>
        <Tabs.Tab value="debt-letters">{t('letters')}</Tabs.Tab>
        <Tabs.Tab value="court-cases">{t('court')}</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  );
}

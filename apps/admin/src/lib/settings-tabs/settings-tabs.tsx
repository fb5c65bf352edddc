import { PageHeader, useMay, useMessages } from '@dvor/ui';
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { settingsTabMessages } from './messages.js';

const TABS = [
  { tab: 'general', to: '/settings', needs: null },
  { tab: 'keys', to: '/settings/keys', needs: 'key.manage' },
  { tab: 'webhooks', to: '/settings/webhooks', needs: 'webhook.manage' },
] as const;

/** The head of every page of settings; whoever has but one page sees no tabs. */
export function SettingsHead({ tab, actions }: { tab: (typeof TABS)[number]['tab']; actions?: ReactNode }) {
  const t = useMessages(settingsTabMessages);
  const may = useMay();
  const navigate = useNavigate();
  const tabs = TABS.filter(({ needs }) => needs === null || may(needs));
  return (
    <>
      <PageHeader
        title={t('title')}
        name={tab === 'general' ? t('title') : `${t(tab)} · ${t('title')}`}
        actions={actions}
      />
      {tabs.length > 1 && (
        <Tabs value={tab} onChange={(next) => void navigate(tabs.find((one) => one.tab === next)?.to ?? '/settings')}>
          <Tabs.List>
            {tabs.map((one) => (
              <Tabs.Tab key={one.tab} value={one.tab}>
                {t(one.tab)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      )}
    </>
  );
}

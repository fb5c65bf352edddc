import { Page, Section, setLanguage, Sheet, useLanguage, useMessages } from '@dvor/ui';
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { ClockPanel } from '../features/organization/clock-panel.js';
import { OrganizationPanel } from '../features/organization/organization-panel.js';
import { SessionsPanel } from '../features/sessions/sessions-panel.js';
import { SettingsHead } from '../lib/settings-tabs/settings-tabs.js';
import { LANGUAGE_NAMES } from './language-items.js';
import { appMessages } from './messages.js';
import classes from './shell.module.css';
import { useWorkplace } from './workplace.js';

export default function SettingsPage() {
  const organization = useWorkplace();
  return (
    <Page>
      <SettingsHead tab="general" />
      <div className={classes.settings}>
        <div className={classes.settingsColumn}>
          <OrganizationPanel organization={organization} />
          <ViewPanel />
        </div>
        {organization.demo && (
          <div id="clock" className={classes.settingsColumn}>
            <ClockPanel organization={organization} />
          </div>
        )}
      </div>
      <SessionsPanel />
    </Page>
  );
}

function ViewPanel() {
  const t = useMessages(appMessages);
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title={t('settings.view')}>
      <Sheet>
        <div className={classes.view}>
          <span>{t('menu.theme')}</span>
          <SegmentedControl
            aria-label={t('menu.theme')}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as typeof colorScheme)}
            data={(['auto', 'light', 'dark'] as const).map((scheme) => ({
              value: scheme,
              label: t(`menu.theme.${scheme}`),
            }))}
          />
          <span>{t('menu.language')}</span>
          <SegmentedControl
            aria-label={t('menu.language')}
            value={language}
            onChange={(value) => setLanguage(value === 'en' ? 'en' : 'ru')}
            data={Object.entries(LANGUAGE_NAMES).map(([value, label]) => ({ value, label }))}
          />
        </div>
      </Sheet>
    </Section>
  );
}

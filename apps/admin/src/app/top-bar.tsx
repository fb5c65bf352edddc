import { useFormat, useMay, useMessages, useSession, useSignedIn } from '@dvor/ui';
import { Kbd, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCalendarEvent, IconCheck, IconKeyboard, IconLogout, IconSearch, IconSettings } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { useActiveRun } from '../features/month/api.js';
import { LanguageItems } from './language-items.js';
import { appMessages } from './messages.js';
import classes from './shell.module.css';
import { useWorkplace } from './workplace.js';

export function TopBar({ onSearch, onKeys }: { onSearch: () => void; onKeys: () => void }) {
  const t = useMessages(appMessages);
  const format = useFormat();
  const { shortName, workingPeriod, demo, today } = useWorkplace();
  return (
    <header className={classes.top}>
      <span className={classes.organization} title={shortName}>
        {shortName}
      </span>
      <Link to="/month" className={classes.monthPill} title={t('month.title')}>
        {t('month.open', { month: format.month(workingPeriod) })}
      </Link>
      <RunningJob />
      <div className={classes.topEnd}>
        {demo && (
          <Link to="/settings#clock" className={classes.demo} title={t('demo.title')}>
            <IconCalendarEvent size={16} stroke={1.75} aria-hidden />
            {t('demo.date', { date: format.longDay(today, { year: true }) })}
          </Link>
        )}
        <button type="button" className={classes.search} onClick={onSearch}>
          <IconSearch size={16} aria-hidden />
          <span>{t('search.open')}</span>
          <Kbd size="xs">Ctrl K</Kbd>
        </button>
        <UserMenu onKeys={onKeys} />
      </div>
    </header>
  );
}

/** A run goes on whatever screen is open: its count stays in sight. */
function RunningJob() {
  const t = useMessages(appMessages);
  const format = useFormat();
  const may = useMay();
  const run = useActiveRun({ enabled: may('run.read') });
  if (!run) return null;
  return (
    <Link to={`/month?period=${run.period}`} className={classes.job}>
      {run.state === 'closing'
        ? t('run.closing', { month: format.monthName(run.period) })
        : t('run.calculating', {
            month: format.monthName(run.period),
            done: run.houses.done,
            total: run.houses.total,
          })}
    </Link>
  );
}

function UserMenu({ onKeys }: { onKeys: () => void }) {
  const t = useMessages(appMessages);
  const session = useSession();
  const navigate = useNavigate();
  const { user } = useSignedIn();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button
          type="button"
          className={classes.user}
          aria-label={`${initials(user.name)}, ${t('menu.open')}`}
          title={user.name}
        >
          {initials(user.name)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.userName}>
          {user.name}
          <div>{user.email}</div>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => void navigate('/settings')}>
          {t('menu.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} rightSection={<Kbd size="xs">?</Kbd>} onClick={onKeys}>
          {t('menu.keys')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('menu.theme')}</Menu.Label>
        {(['auto', 'light', 'dark'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            leftSection={scheme === colorScheme ? <IconCheck size={16} /> : <span style={{ width: 16 }} />}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`menu.theme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('menu.language')}</Menu.Label>
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void session.signOut()}>
          {t('menu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

import { ErrorBoundary, useMessages } from '@dvor/ui';
import { useDisclosure, useHotkeys, useLocalStorage } from '@mantine/hooks';
import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'react-router';
import { SearchDialog } from '../features/search/search-dialog.js';
import { Blank } from './blank.js';
import { KeysDialog } from './keys-dialog.js';
import { appMessages } from './messages.js';
import { Rail } from './rail.js';
import classes from './shell.module.css';
import { TopBar } from './top-bar.js';

export function Shell({ children }: { children: ReactNode }) {
  const t = useMessages(appMessages);
  const { pathname } = useLocation();
  const [collapsed, setCollapsed] = useLocalStorage({
    key: 'dvor.rail',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [searching, search] = useDisclosure();
  const [showingKeys, keys] = useDisclosure();
  useHotkeys([['mod+K', search.open]], []);
  useHotkeys([
    ['shift+?', keys.open],
    ['shift+slash', keys.open],
  ]);

  return (
    <div className={classes.shell} data-collapsed={collapsed || undefined}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <Rail collapsed={collapsed} onToggle={() => setCollapsed(!collapsed)} />
      <TopBar onSearch={search.open} onKeys={keys.open} />
      <main id="content" className={classes.main} tabIndex={-1}>
        <ErrorBoundary resetKey={pathname}>
          <Suspense fallback={<Blank />}>{children}</Suspense>
        </ErrorBoundary>
      </main>
      <SearchDialog opened={searching} onClose={search.close} />
      <KeysDialog opened={showingKeys} onClose={keys.close} />
    </div>
  );
}

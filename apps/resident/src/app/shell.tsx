import { Brand, ErrorBoundary, useMessages } from '@dvor/ui';
import { IconDots, IconFileInvoice, IconGauge, IconHome, IconReceipt } from '@tabler/icons-react';
import { type ReactNode, Suspense, useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { appMessages } from './messages.js';
import classes from './shell.module.css';

/** One column. On a phone the sections are at the thumb, on a wide screen above the column. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useMessages(appMessages);
  const { pathname } = useLocation();
  const items = [
    { to: '/', label: t('nav.home'), icon: IconHome },
    { to: '/readings', label: t('nav.readings'), icon: IconGauge },
    { to: '/bill', label: t('nav.bill'), icon: IconFileInvoice },
    { to: '/payments', label: t('nav.payments'), icon: IconReceipt },
    { to: '/more', label: t('nav.more'), icon: IconDots },
  ];
  const here = items.find(({ to }) => to !== '/' && pathname.startsWith(to)) ?? items[0]!;
  const title = `${here.label} · ${t('product')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <header className={classes.top}>
        <div className={classes.topColumn}>
          <Brand name={t('product')} size={26} />
          <nav className={classes.bar} aria-label={t('nav.label')}>
            {items.map(({ to, label, icon: Icon }) => (
              <Link key={to} to={to} className={classes.item} aria-current={here.to === to ? 'page' : undefined}>
                <Icon size={24} stroke={1.6} aria-hidden />
                <span>{label}</span>
              </Link>
            ))}
          </nav>
        </div>
      </header>
      <main id="content" className={classes.column} tabIndex={-1}>
        <ErrorBoundary resetKey={pathname}>
          <Suspense>{children}</Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}

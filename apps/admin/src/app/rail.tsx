import { BrandMark, useMay, useMessages } from '@dvor/ui';
import {
  IconBooks,
  IconBuildings,
  IconCalculator,
  IconCalendarMonth,
  IconCoin,
  IconFileInvoice,
  IconFileUpload,
  IconGauge,
  IconHistory,
  IconInbox,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconScale,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { type ComponentType, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useOpenExceptionsCount } from '../features/inbox/api.js';
import { appMessages } from './messages.js';
import classes from './shell.module.css';

interface Item {
  readonly to: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Addresses that belong to the section besides its own. */
  readonly also?: readonly string[];
  readonly badge?: ReactNode;
  /** What one must be allowed to do to see the section at all. */
  readonly needs?: string;
}

export function Rail({ collapsed, onToggle }: { collapsed: boolean; onToggle: () => void }) {
  const t = useMessages(appMessages);
  const may = useMay();
  const waiting = useOpenExceptionsCount(may('exceptions.read'));
  const sections: Item[] = [
    { to: '/month', label: t('nav.month'), icon: IconCalendarMonth, needs: 'run.read' },
    {
      to: '/houses',
      label: t('nav.housing'),
      icon: IconBuildings,
      also: ['/accounts', '/premises', '/people'],
      needs: 'account.read',
    },
    { to: '/readings', label: t('nav.readings'), icon: IconGauge, also: ['/meters'], needs: 'reading.enter' },
    { to: '/runs', label: t('nav.runs'), icon: IconCalculator, needs: 'run.read' },
    {
      to: '/past-changes',
      label: t('nav.past'),
      icon: IconHistory,
      also: ['/quality-acts', '/corrections', '/overcharges'],
      needs: 'run.read',
    },
    { to: '/receipts', label: t('nav.receipts'), icon: IconFileInvoice, needs: 'receipt.read' },
    {
      to: '/payments',
      label: t('nav.payments'),
      icon: IconCoin,
      also: ['/transfers', '/payment-channels'],
      needs: 'payment.read',
    },
    {
      to: '/debtors',
      label: t('nav.debts'),
      icon: IconScale,
      also: ['/instalments', '/debt-letters', '/restrictions', '/court-cases', '/write-offs'],
      needs: 'debt.read',
    },
    {
      to: '/catalogue',
      label: t('nav.catalogue'),
      icon: IconBooks,
      also: ['/law', '/formulas'],
      needs: 'catalogue.read',
    },
    { to: '/imports', label: t('nav.imports'), icon: IconFileUpload, needs: 'import.read' },
    {
      to: '/inbox',
      label: waiting ? t('nav.inbox.open', { n: waiting }) : t('nav.inbox'),
      icon: IconInbox,
      needs: 'exceptions.read',
      badge: waiting ? <span className={classes.badge}>{waiting > 99 ? '99+' : waiting}</span> : undefined,
    },
    { to: '/approvals', label: t('nav.approvals'), icon: IconUsers, needs: 'approval.read' },
    { to: '/settings', label: t('nav.settings'), icon: IconSettings },
  ];
  const items = sections.filter(({ needs }) => needs === undefined || may(needs));
  const Toggle = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;

  return (
    <nav className={classes.rail} aria-label={t('nav.label')}>
      <Link to="/month" className={classes.brand} aria-label={t('product')}>
        <BrandMark size={24} />
        {!collapsed && <span>{t('product')}</span>}
      </Link>
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={item.to}>
            <RailLink item={item} collapsed={collapsed} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={classes.item}
        onClick={onToggle}
        aria-label={collapsed ? t('nav.expand') : t('nav.collapse')}
        title={collapsed ? t('nav.expand') : undefined}
      >
        <Toggle size={20} stroke={1.5} />
        {!collapsed && <span className={classes.itemLabel}>{t('nav.collapse')}</span>}
      </button>
    </nav>
  );
}

function RailLink({ item, collapsed }: { item: Item; collapsed: boolean }) {
  const t = useMessages(appMessages);
  const { pathname } = useLocation();
  const inside = (root: string) => pathname === root || pathname.startsWith(`${root}/`);
  const current = [item.to, ...(item.also ?? [])].some(inside);
  const Icon = item.icon;
  return (
    <Link
      to={item.to}
      className={classes.item}
      aria-current={current ? 'page' : undefined}
      aria-label={collapsed ? item.label : undefined}
      title={collapsed || item.badge ? item.label : undefined}
    >
      <Icon size={20} stroke={1.5} />
      {!collapsed && <span className={classes.itemLabel}>{item.badge ? t('nav.inbox') : item.label}</span>}
      {item.badge}
    </Link>
  );
}

import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { uiMessages } from '../feedback/messages.js';
import { useMessages } from '../i18n/i18n.js';
import classes from './layout.module.css';

/** A page's name, its state beside it, its actions at the end. */
export function PageHeader(props: {
  title: ReactNode;
  /** The page's name in the browser's tab, when the title is more than words. */
  name?: string;
  status?: ReactNode;
  note?: ReactNode;
  back?: ReactNode;
  actions?: ReactNode;
}) {
  const t = useMessages(uiMessages);
  const name = props.name ?? (typeof props.title === 'string' ? props.title : null);
  useDocumentTitle(name ? `${name} · ${t('product')}` : '');
  return (
    <header className={classes.header}>
      <div className={classes.heading}>
        {props.back && <div className={classes.back}>{props.back}</div>}
        <div className={classes.titleRow}>
          <h1 className={classes.title}>{props.title}</h1>
          {props.status}
        </div>
        {props.note && <div className={classes.note}>{props.note}</div>}
      </div>
      {props.actions && <div className={classes.actions}>{props.actions}</div>}
    </header>
  );
}

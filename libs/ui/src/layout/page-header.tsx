import type { ReactNode } from 'react';
import classes from './layout.module.css';

/** A page's name, its state beside it, its actions at the end. */
export function PageHeader(props: {
  title: ReactNode;
  status?: ReactNode;
  note?: ReactNode;
  back?: ReactNode;
  actions?: ReactNode;
}) {
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

import type { ReactNode } from 'react';
import classes from './feedback.module.css';

/** Says what will be here and how to get the first one. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.state}>
      {icon && (
        <div className={classes.stateIcon} aria-hidden>
          {icon}
        </div>
      )}
      <div className={classes.stateTitle}>{title}</div>
      {children && <p className={classes.stateText}>{children}</p>}
      {action && <div className={classes.stateAction}>{action}</div>}
    </div>
  );
}

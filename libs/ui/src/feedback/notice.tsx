import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './feedback.module.css';

export type NoticeTone = 'info' | 'attention' | 'danger' | 'good';

const ICONS = {
  info: IconInfoCircle,
  attention: IconAlertCircle,
  danger: IconAlertTriangle,
  good: IconCircleCheck,
};

/** A message that belongs to the place where it stands. */
export function Notice({
  tone,
  title,
  children,
  action,
}: {
  tone: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const Icon = ICONS[tone];
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon className={classes.noticeIcon} stroke={1.75} aria-hidden />
      <div className={classes.noticeBody}>
        {title && <div className={classes.noticeTitle}>{title}</div>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}

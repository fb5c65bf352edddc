import type { ComponentType, ReactNode } from 'react';
import classes from './feedback.module.css';

export type Tone = 'good' | 'attention' | 'danger' | 'info' | 'quiet';

/** A state in a word with its own icon: the colour only helps. */
export function StatusBadge({
  tone,
  icon: Icon,
  children,
}: {
  tone: Tone;
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  children: ReactNode;
}) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={14} stroke={2} aria-hidden />
      {children}
    </span>
  );
}

import type { ReactNode } from 'react';
import classes from './figures.module.css';

/** One number with its name: the strip above a page's tables. */
export function Figure({
  label,
  children,
  note,
  large,
}: {
  label: ReactNode;
  children: ReactNode;
  note?: ReactNode;
  large?: boolean;
}) {
  return (
    <div className={classes.labelled}>
      <div className={classes.label}>{label}</div>
      <div className={large ? classes.valueLarge : classes.value}>{children}</div>
      {note !== undefined && <div className={classes.note}>{note}</div>}
    </div>
  );
}

export function FigureStrip({ children }: { children: ReactNode }) {
  return <div className={classes.strip}>{children}</div>;
}

import type { ReactNode } from 'react';
import classes from './figures.module.css';

/** A figure that can tell where it comes from: dotted underline, opens its explanation. */
export function ExplainedFigure(props: {
  children: ReactNode;
  label: string;
  active?: boolean;
  onExplain: () => void;
  tabIndex?: number;
}) {
  return (
    <button
      type="button"
      className={classes.explained}
      data-active={props.active || undefined}
      aria-label={props.label}
      aria-expanded={props.active}
      tabIndex={props.tabIndex}
      onClick={props.onExplain}
    >
      {props.children}
    </button>
  );
}

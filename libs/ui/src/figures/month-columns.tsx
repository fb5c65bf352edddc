import { useLayoutEffect, useRef } from 'react';
import { useFormat } from '../format/use-format.js';
import classes from './month-columns.module.css';

interface MonthColumn {
  /** `2026-10` */
  readonly period: string;
  readonly value: string;
  /** Not measured: hatched. */
  readonly estimated: boolean;
}

/**
 * Columns by months, the last one in sight. A picture of a table that stands beside it: those who listen get its `label`
 * alone. Below zero nothing can be drawn, so such a month has a line and its figure.
 */
export function MonthColumns({ label, months }: { label: string; months: readonly MonthColumn[] }) {
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth;
  }, [months]);
  const most = Math.max(0, ...months.map(({ value }) => Number(value)));
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="img"
      aria-label={label}
      tabIndex={0} // how many columns fit is the screen's affair
    >
      <div className={classes.columns} aria-hidden>
        {months.map(({ period, value, estimated }, i) => (
          <div key={period} className={classes.month}>
            <div className={classes.room}>
              <div className={classes.figure}>{format.decimal(Number(value).toFixed(1))}</div>
              <div
                className={classes.bar}
                data-estimated={estimated || undefined}
                style={{ height: `calc((100% - 1.4em) * ${most > 0 ? Math.max(0, Number(value)) / most : 0})` }}
              />
            </div>
            <div className={classes.name}>{format.monthName(period).slice(0, 3)}</div>
            <div className={classes.year}>{(i === 0 || period.endsWith('-01')) && period.slice(0, 4)}</div>
          </div>
        ))}
      </div>
    </div>
  );
}

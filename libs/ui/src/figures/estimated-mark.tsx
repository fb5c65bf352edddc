import classes from './month-columns.module.css';

/** The hatch of estimated columns, beside the words that tell what it means. */
export function EstimatedMark() {
  return <span className={classes.mark} aria-hidden />;
}

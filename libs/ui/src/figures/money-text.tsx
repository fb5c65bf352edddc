import { useFormat } from '../format/use-format.js';
import type { MoneyStyle } from '../format/money.js';
import classes from './figures.module.css';

/** A sum on one line. In overviews zero is a dash: an empty place that was looked at. */
export function MoneyText({
  value,
  zero = 'figure',
  ...style
}: MoneyStyle & { value: string; zero?: 'figure' | 'dash' }) {
  const format = useFormat();
  const blank = zero === 'dash' && /^-?0+(\.0+)?$/.test(value);
  return <span className={classes.figure}>{blank ? '—' : format.money(value, style)}</span>;
}

import { decimalsShown } from '../format/quantity.js';
import { useFormat } from '../format/use-format.js';
import classes from './figures.module.css';

/**
 * A volume in a column of unlike units: decimal marks stand under one another, units start at one edge.
 * `decimals` is the longest tail in the column, `unitWidth` the widest unit in characters.
 */
export function VolumeText({
  value,
  unit,
  decimals,
  unitWidth,
}: {
  value: string | null;
  unit: string;
  decimals: number;
  unitWidth: number;
}) {
  const format = useFormat();
  if (value === null) return <span>—</span>;
  const own = decimalsShown(value, unit);
  const missing = decimals - own;
  return (
    <span className={classes.volume}>
      <span className={classes.figure}>
        {format.quantity(value, unit)}
        {missing > 0 && (
          <span className={classes.pad} aria-hidden>
            {own === 0 ? ',' : ''}
            {'0'.repeat(missing)}
          </span>
        )}
      </span>
      <span className={classes.unit} style={{ width: `${unitWidth}ch` }}>
        {format.unit(unit)}
      </span>
    </span>
  );
}

/** How wide the column's decimals and units are. */
export function volumeColumn(volumes: readonly { readonly volume: string | null; readonly unit: string }[]) {
  return {
    decimals: Math.max(0, ...volumes.map(({ volume, unit }) => (volume === null ? 0 : decimalsShown(volume, unit)))),
    unitWidth: Math.max(2, ...volumes.map(({ unit }) => unit.length)),
  };
}

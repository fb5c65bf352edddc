import { parseDecimal } from '@dvor/kernel';

/** What a cell of the grid says of a month: a volume, after `=` a reading, or nothing. */
export interface EnteredCell {
  readonly volume: string | null;
  readonly reading: string | null;
}

/** `812,5` is a volume, `=1520,4` what the dial showed, an empty cell empties the month; `null`: it can't be read. */
export function readCell(text: string): EnteredCell | null {
  const plain = text.replaceAll(/\s/g, '');
  if (plain === '') return { volume: null, reading: null };
  const isReading = plain.startsWith('=');
  const figure = parseDecimal(isReading ? plain.slice(1) : plain);
  if (!figure?.gte('0')) return null;
  return isReading ? { volume: null, reading: figure.toString() } : { volume: figure.toString(), reading: null };
}

import type { LocalDate } from '@dvor/kernel';

/** What must be right before a reading can be judged at all. */
export interface Dial {
  readonly zones: readonly string[];
  readonly digits: number;
  /** Figures behind the point. */
  readonly scale: number;
  /** Days on which it stands; the day of removal may still be read. */
  readonly stands: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
}

export type UnreadableCode =
  'reading.zones' | 'reading.amount' | 'reading.scale' | 'reading.digits' | 'reading.future' | 'reading.outside';

export interface Unreadable {
  readonly code: UnreadableCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/**
 * Amounts as they go into the books: a comma is a point, blanks are gone. Anything else than a plain number of at most
 * the dial's digits and scale is refused by name.
 */
export function readAmounts(
  given: { readonly date: LocalDate; readonly amounts: readonly string[] },
  dial: Dial,
  today: LocalDate,
): readonly string[] | Unreadable {
  const { zones, digits, scale, stands } = dial;
  if (given.date > today) return { code: 'reading.future', details: {} };
  if (!stands.some(({ from, to }) => given.date >= from && (to === null || given.date <= to)))
    return { code: 'reading.outside', details: {} };
  if (given.amounts.length !== zones.length)
    return { code: 'reading.zones', details: { zones: zones.length, amounts: given.amounts.length } };
  const amounts: string[] = [];
  for (const text of given.amounts) {
    const [, whole, fraction = ''] = AMOUNT.exec(text) ?? [];
    if (whole === undefined) return { code: 'reading.amount', details: { amount: text.slice(0, 40) } };
    if (whole.length > digits) return { code: 'reading.digits', details: { amount: text, digits } };
    const exact = fraction.replace(/0+$/, '');
    if (exact.length > scale) return { code: 'reading.scale', details: { amount: text, scale } };
    amounts.push(exact === '' ? whole : `${whole}.${exact}`);
  }
  return amounts;
}

/** Leading zeros are those of the dial. */
const AMOUNT = /^\s*0*(?=\d)(\d{1,9})(?:[.,](\d{0,9}))?\s*$/;

import { formatDate } from '@dvor/kernel';
import { Overlap, slicesOf } from './dated.js';
import type { PremisesFacts, Resident } from './facts.js';
import { Fraction } from './formulas/fraction.js';
import { Refusal } from './refusal.js';
import { clip, type Month, type Span } from './span.js';
import { isCounted } from './temporary-stay.js';
import { Volume } from './volume.js';

// Co-owners with accounts of their own on one premises bear it by their shares (ГК 249, ЖК 158): 1/3 of 52.4 m².
// Persons: those registered with the account. Where somebody is registered with any of the accounts, one without has
// none; where nobody is, the owners stand for them, and the account bears its share of those (ПП 354, п. 56(2)).
// The premises' meters: by person-days so counted, as rooms share their flat's; those of heat by the shares.

/** What an account that bears a share of its premises must know of the others that stand on it. */
export interface Sharing {
  /** The shares don't make up one whole on some day: none of the accounts can be charged. */
  readonly fault: Refusal | null;
  /** Who counts as living there by any of the accounts, on the days on which that is open. */
  readonly residents: readonly Resident[];
}

/** By the flat that they name, the accounts that share one: those with a share, and who stands beside them. */
export function sharingsOf(premises: readonly PremisesFacts[], month: Month): ReadonlyMap<string, Sharing> {
  const shared = new Set<string>();
  for (const { flat, share } of premises) if (flat && share != null) shared.add(flat);
  const sharings = new Map<string, Sharing>();
  for (const flat of shared) {
    const among = premises.filter((one) => one.flat === flat && clip(month, one.from, one.to));
    sharings.set(flat, { fault: faultOf(among, month), residents: among.flatMap(residentsOf) });
  }
  return sharings;
}

function residentsOf({ from, to, residents }: PremisesFacts): Resident[] {
  return (residents ?? []).filter(isCounted).flatMap((resident) => {
    const since = Math.max(resident.from, from ?? resident.from) as Resident['from'];
    const until = Math.min(resident.to ?? Infinity, to ?? Infinity);
    return since < until
      ? [{ ...resident, from: since, to: until === Infinity ? null : (until as Resident['from']) }]
      : [];
  });
}

/** The first day on which the shares of those open don't sum to one. */
function faultOf(among: readonly PremisesFacts[], month: Month): Refusal | null {
  const parts: (Span & { share: Fraction })[] = [];
  const opens: Span[] = [];
  for (const facts of among) {
    const open = clip(month, facts.from, facts.to)!;
    opens.push(open);
    const spans = shareSpans(facts, open);
    if (spans instanceof Refusal) return spans;
    for (const { from, to, text } of spans) parts.push({ from, to, share: Fraction.parse(text) });
  }
  const cuts = [...new Set([...opens, ...parts].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  for (const day of cuts) {
    if (!opens.some(({ from, to }) => from <= day && day < to)) continue;
    const sum = parts
      .filter(({ from, to }) => from <= day && day < to)
      .reduce((total, { share }) => total.plus(share), Fraction.zero);
    if (sum.compare(Fraction.one) === 0) continue;
    const told = { date: formatDate(day), sum: fractionText(sum) };
    const missing = Fraction.one.minus(sum);
    return missing.isNegative
      ? new Refusal('shares-above-whole', told)
      : new Refusal('shares-not-whole', { ...told, missing: fractionText(missing) });
  }
  return null;
}

function fractionText({ over, under }: Fraction): string {
  return under === 1n ? over.toString() : `${over}/${under}`;
}

/** An account's share on some of its days. */
export interface ShareSpan extends Span {
  readonly share: Volume;
  /** `1/3`. */
  readonly text: string;
}

/** Days without a share are left out. */
export function shareSpans({ share }: PremisesFacts, open: Span): ShareSpan[] | Refusal {
  if (share == null) return [];
  const slices = slicesOf(typeof share === 'string' ? [{ from: open.from, value: share }] : share, open);
  if (slices instanceof Overlap) return new Refusal('shares-above-whole', { date: slices.date, sum: null });
  const bad = slices.find(({ entry }) => Fraction.parse(entry.value).compare(Fraction.zero) <= 0);
  if (bad) return new Refusal('bad-figure', { field: 'share', value: bad.entry.value });
  return slices.map(({ from, to, entry }) => ({ from, to, share: Volume.parse(entry.value), text: entry.value }));
}

/** A figure of the whole premises and the account's share of it, as it stands in workings: `52.4*1/3`. */
export function ofShare(whole: string, share: string | undefined): string {
  return share === undefined || share === '1' ? whole : `${whole}*${share}`;
}

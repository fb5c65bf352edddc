import { groupBy, type Interval, intersect, type LocalDate, overlaps, type PremisesId } from '@dvor/kernel';
import type { AccountInMonth } from '@dvor/housing';
import type { DatedShare, PremisesFacts } from '../core/index.js';

/** A room's communal flat. */
export function flatOf({ kind, parentId }: AccountInMonth): PremisesId | null {
  return kind === 'room' ? parentId : null;
}

/** An account's days, and with whom it divides the meters on them. */
export interface Part extends Interval {
  /** The name under which the core knows those together. */
  readonly flat: string | null;
  /** The premises of whose meters. */
  readonly of: PremisesId | null;
  readonly share?: PremisesFacts['share'];
}

export function partsOf(account: AccountInMonth, shared: ReadonlyMap<Interval, string>): Part[] {
  const communal = flatOf(account);
  return account.open.map((open): Part => {
    const flat = shared.get(open);
    return flat === undefined
      ? { from: open.from, to: open.to, flat: communal, of: communal }
      : { from: open.from, to: open.to, flat, of: account.premisesId, share: sharesDuring(open, account) };
  });
}

/** On days without a share it bears all of the premises. */
function sharesDuring(open: Interval, { shares }: AccountInMonth): DatedShare[] {
  const dated: DatedShare[] = [];
  let from: LocalDate | null = open.from;
  for (const { value, ...days } of shares) {
    const part = intersect(days, open);
    if (!part || from === null) continue;
    if (part.from > from) dated.push({ from, to: part.from, value: '1' });
    dated.push({ from: part.from, to: part.to, value });
    from = part.to;
  }
  return from !== null && from < (open.to ?? Infinity) ? [...dated, { from, to: open.to, value: '1' }] : dated;
}

/**
 * The days of accounts that stand on a premises together, or bear a share of it, under one name for those that share it:
 * two that follow one another, as when a flat is sold, don't. Where each bears all of it the core refuses them.
 */
export function sharedPremises(accounts: readonly AccountInMonth[]): Map<Interval, string> {
  const names = new Map<Interval, string>();
  for (const [premisesId, own] of groupBy(accounts, (account) => account.premisesId)) {
    if (own.length === 1 && own[0]!.shares.length === 0) continue;
    const days = own.flatMap(({ open, shares }) => open.map((one) => ({ one, shares })));
    let together: typeof days = [];
    const name = () => {
      const share = together.some(({ one, shares }) => shares.some((days) => overlaps(days, one)));
      if (together.length < 2 && !share) return;
      for (const { one } of together) names.set(one, `${premisesId} ${together[0]!.one.from}`);
    };
    for (const next of days.sort((a, b) => a.one.from - b.one.from)) {
      if (!together.some(({ one }) => overlaps(one, next.one))) {
        name();
        together = [];
      }
      together.push(next);
    }
    name();
  }
  return names;
}

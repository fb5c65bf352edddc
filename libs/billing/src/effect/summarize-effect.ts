import { type HouseId, Money } from '@dvor/kernel';

/** What an account's bill of a month is, and what it would be. */
export interface AccountEffect {
  readonly houseId: HouseId;
  readonly accountId: string;
  readonly before: Money;
  readonly after: Money;
}

/** Two sums and what lies between them; per cent with one decimal, `null` where nothing was there before. */
export interface Difference {
  readonly before: Money;
  readonly after: Money;
  readonly change: Money;
  readonly changePercent: string | null;
}

export interface EffectSummary extends Difference {
  readonly accounts: number;
  /** Accounts whose bill changes at all. */
  readonly affected: number;
  /** Of the accounts affected; `null` where there are none. */
  readonly medianChange: Money | null;
  readonly medianChangePercent: string | null;
  readonly houses: readonly ({
    readonly houseId: HouseId;
    readonly accounts: number;
    readonly affected: number;
  } & Difference)[];
  /** The accounts that change most, up or down, the greatest change first. */
  readonly top: readonly ({ readonly houseId: HouseId; readonly accountId: string } & Difference)[];
}

const TOP = 20;

export function summarizeEffect(effects: readonly AccountEffect[]): EffectSummary {
  const changed = effects.filter(({ before, after }) => !before.equals(after));
  const byHouse = new Map<HouseId, AccountEffect[]>();
  for (const effect of effects) {
    const own = byHouse.get(effect.houseId);
    if (own) own.push(effect);
    else byHouse.set(effect.houseId, [effect]);
  }
  return {
    ...differenceOf(effects),
    accounts: effects.length,
    affected: changed.length,
    ...medianOf(changed),
    houses: [...byHouse].map(([houseId, own]) => ({
      houseId,
      accounts: own.length,
      affected: own.filter(({ before, after }) => !before.equals(after)).length,
      ...differenceOf(own),
    })),
    top: [...changed]
      .sort((a, b) => absolute(b).compare(absolute(a)) || a.accountId.localeCompare(b.accountId))
      .slice(0, TOP)
      .map((effect) => ({ houseId: effect.houseId, accountId: effect.accountId, ...differenceOf([effect]) })),
  };
}

function differenceOf(effects: readonly AccountEffect[]): Difference {
  const before = Money.sum(effects.map((effect) => effect.before));
  const after = Money.sum(effects.map((effect) => effect.after));
  return differenceBetween(before, after);
}

export function differenceBetween(before: Money, after: Money): Difference {
  const change = after.minus(before);
  return { before, after, change, changePercent: percent(change, before) };
}

/** Between the two in the middle, where their count is even, the lower: a change that somebody really has. */
function medianOf(changed: readonly AccountEffect[]): Pick<EffectSummary, 'medianChange' | 'medianChangePercent'> {
  if (changed.length === 0) return { medianChange: null, medianChangePercent: null };
  const sorted = changed.map((effect) => differenceOf([effect])).sort((a, b) => a.change.compare(b.change));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]!;
  return { medianChange: middle.change, medianChangePercent: middle.changePercent };
}

function percent(change: Money, before: Money): string | null {
  if (before.isZero) return null;
  return change.toDecimal().times('100').div(before.toDecimal()).round(1).toFixed(1);
}

function absolute({ before, after }: AccountEffect): Money {
  const change = after.minus(before);
  return change.isNegative ? change.negated() : change;
}

import {
  type AccountId,
  addMonths,
  type HouseId,
  type Period,
  periodOf,
  type ServiceId,
  type SupplierId,
  yearOf,
} from '@dvor/kernel';
import { keepingPlans, type Tx } from '@dvor/platform';
import {
  type ChangeCited,
  type ChargedSum,
  type ChargeLine,
  type Correction,
  correctionsOf,
  estimatedIn,
  type EstimatedVolume,
  FiguresMissing,
  type HouseFacts,
  type HouseFigures,
  type HeatingRule,
  type LineAgain,
  servicesConcerned,
} from '../core/index.js';
import { loadCarry } from '../load/load-carry.js';
import { loadHouses } from '../load/load-houses.js';
import { type LoadedHouse } from '../load/loaded-house.js';
import { carryKey, estimatesKey, type ReplayedMonths } from '../load/replayed-months.js';
import type { LineIds } from '../load/rule-book.js';
import { type ChargedHouse, chargeHouse, type ParkedByFault } from '../runs/charge-house.js';
import { chargedBefore, compensatedBefore } from './charged-before.js';
import { figuresOfMonth, mergeFigures } from './house-figures.js';
import { addWhole, type HouseScope, joined, scopeOf, type Scopes } from './replay-scopes.js';

/** What the replay of some houses' closed months came to. */
export interface Replays extends ReplayedMonths {
  readonly corrections: readonly PlacedCorrection[];
  /** Of benefits that social protection pays. */
  readonly benefits: readonly PlacedCorrection[];
  readonly houses: readonly ReplayedHouse[];
  readonly unreplayed: readonly Unreplayed[];
}

/** A correction with the month and the house it is of. */
export interface PlacedCorrection extends Correction {
  readonly houseId: HouseId;
  readonly origin: Period;
}

/** One house in one closed month. */
export interface ReplayedHouse {
  readonly houseId: HouseId;
  readonly origin: Period;
  readonly accounts: number;
  /** The facts that it was replayed from: of the whole house, of some of its accounts, or both. */
  readonly facts: readonly HouseFacts[];
  /** What the whole house divides now; null: only some accounts were replayed. */
  readonly figures: HouseFigures | null;
}

/** A month that could not be replayed for an account, and why. */
export interface Unreplayed {
  readonly houseId: HouseId;
  readonly accountId: AccountId;
  readonly origin: Period;
  readonly code: ParkedByFault['code'];
  readonly details: ParkedByFault['details'];
  readonly changes: readonly string[];
}

/**
 * Runs closed months of some houses again, from the facts as they are known now, and subtracts what was charged for
 * them. Where single accounts are concerned, only they are loaded, and what their house divided is taken as it came
 * out; where the house, or a service of it, is concerned, all of it is charged again. Nothing is written.
 */
export async function replayHouses(tx: Tx, scopes: Scopes, openMonth: Period): Promise<Replays> {
  if (scopes.size === 0) return NOTHING_REPLAYED;
  return keepingPlans(tx, async (asking) => {
    const replay = new Replay(asking, scopes, openMonth);
    for (let month = firstOf(scopes); month < openMonth; month = addMonths(month, 1)) {
      const houses = scopes.get(month);
      if (!houses) continue;
      await replay.wholeHouses(month, houses);
      await replay.accounts(month, houses);
    }
    return replay.outcome;
  });
}

const NOTHING_REPLAYED: Replays = {
  ...{ corrections: [], benefits: [], houses: [], unreplayed: [] },
  ...{ estimates: new Map(), carry: new Map() },
};

function firstOf(scopes: Scopes): Period {
  return Math.min(...scopes.keys()) as Period;
}

type HouseScopes = ReadonlyMap<HouseId, HouseScope>;

class Replay {
  readonly outcome: Omit<Replays, 'carry'> & {
    readonly corrections: PlacedCorrection[];
    readonly benefits: PlacedCorrection[];
    readonly houses: ReplayedHouse[];
    readonly unreplayed: Unreplayed[];
    readonly estimates: Map<string, readonly Pick<EstimatedVolume, 'volume' | 'meter'>[]>;
    readonly carry: Map<string, Map<string, string>>;
  } = { corrections: [], benefits: [], houses: [], unreplayed: [], estimates: new Map(), carry: new Map() };

  constructor(
    private readonly tx: Tx,
    private readonly scopes: Scopes,
    private readonly openMonth: Period,
  ) {}

  /** Houses in which something of all accounts has changed. */
  async wholeHouses(month: Period, houses: HouseScopes): Promise<void> {
    const ids = [...houses].filter(([, { whole }]) => whole).map(([id]) => id);
    if (ids.length === 0) return;
    const loaded = await this.load(ids, month);
    const asked = loaded.map((house) => askedOfWhole(house, houses.get(house.facts.house.id as HouseId)!));
    const everywhere = asked.every(({ compared }) => compared === null);
    const services = new Set(asked.flatMap(({ compared }) => [...(compared ?? [])]));
    const accounts = await accountsOfHouses(this.tx, ids);
    const before = await this.before([...accounts.keys()], month, everywhere ? null : [...services]);
    const carriedBefore = await loadCarry(this.tx, ids, addMonths(month, 1));
    for (const one of asked) {
      const houseId = one.house.facts.house.id as HouseId;
      const known = new Set(one.house.facts.premises.map(({ id }) => id));
      const own = [...accounts]
        .filter(([id, house]) => house === houseId && (known.has(id) || before.charged.has(id)))
        .map(([id]) => id);
      const charged = chargeHouse(one.house, month);
      this.compare(charged, { ...one, houseId, month, accounts: own, before });
      this.noteCarry(charged, { ...one, houseId, month, before: carriedBefore.get(houseId) ?? [] });
      this.outcome.houses.push({
        houseId,
        origin: month,
        accounts: own.length,
        facts: [one.house.facts],
        figures: charged.figures,
      });
    }
  }

  /** Accounts of which something of their own has changed, in houses that stay as they were. */
  async accounts(month: Period, houses: HouseScopes): Promise<void> {
    const asked = [...houses].filter(([, { accounts, whole }]) => accounts.size > 0 && !whole?.all);
    if (asked.length === 0) return;
    const ids = asked.map(([id]) => id);
    const only = asked.flatMap(([, { accounts }]) => [...accounts.keys()]);
    const loaded = await this.load(ids, month, only);
    const before = await this.before(only, month, null);
    const figures = await figuresOfMonth(this.tx, ids, month);
    for (const house of loaded) {
      const houseId = house.facts.house.id as HouseId;
      const scope = houses.get(houseId)!;
      const replayedWhole = this.outcome.houses.find((one) => one.houseId === houseId && one.origin === month);
      const known = replayedWhole ? mergeFigures(figures.get(houseId), replayedWhole.figures) : figures.get(houseId);
      const own = await this.accountsOf(house, month, known);
      const concerned = scope.whole && wholeServices(own.house, scope.whole);
      this.compare(own.charged, {
        houseId,
        month,
        house: own.house,
        accounts: [...scope.accounts.keys()],
        compared: null,
        besides: concerned && idsOf(own.house, concerned),
        causesOf: (account) => (account === null ? [] : (scope.accounts.get(account) ?? [])),
        before,
      });
      if (replayedWhole) {
        this.outcome.houses.splice(this.outcome.houses.indexOf(replayedWhole), 1, {
          ...replayedWhole,
          facts: [...replayedWhole.facts, own.house.facts],
        });
      } else {
        const accounts = scope.accounts.size;
        this.outcome.houses.push({ houseId, origin: month, accounts, facts: [own.house.facts], figures: null });
      }
    }
  }

  /** Charges some accounts of a house with its figures; where these don't tell enough, the whole house. */
  private async accountsOf(
    house: LoadedHouse,
    month: Period,
    known: HouseFigures | undefined,
  ): Promise<{ house: LoadedHouse; charged: ChargedHouse }> {
    const frozen = withFacts(house, { figures: known ?? { divided: {} }, carry: null });
    try {
      return { house: frozen, charged: chargeHouse(frozen, month) };
    } catch (error) {
      if (!(error instanceof FiguresMissing)) throw error;
      const [whole] = await this.load([house.facts.house.id as HouseId], month);
      return { house: whole!, charged: chargeHouse(whole!, month) };
    }
  }

  /** Works by act and corrections by hand are documents of the month that they were entered for, and stand as they were charged. */
  private load(
    ids: readonly HouseId[],
    month: Period,
    only: readonly AccountId[] | null = null,
  ): Promise<LoadedHouse[]> {
    return loadHouses(this.tx, ids, month, { only, documents: false, replayed: this.outcome });
  }

  private async before(
    accounts: readonly AccountId[],
    month: Period,
    services: readonly ServiceId[] | null,
  ): Promise<Before> {
    const charged = await chargedBefore(this.tx, accounts, month, { services, openMonth: this.openMonth });
    const compensated = await compensatedBefore(this.tx, accounts, month);
    return { charged: byAccount(charged), compensated: byAccount(compensated) };
  }

  private compare(charged: ChargedHouse, asked: Comparison): void {
    const { houseId, month, accounts } = asked;
    const { lines, benefits, parked, idsOf: lineIds } = charged;
    const settled = this.settledByYear(asked);
    const isAsked = (service: string) =>
      (asked.compared === null || asked.compared.has(service as ServiceId)) &&
      !asked.besides?.has(service as ServiceId) &&
      !settled.has(service);
    const again = groupedByAccount(lines, lineIds);
    const benefitsAgain = groupedByAccount(benefits, lineIds);
    const whole = parked.find(({ premises }) => premises === null);
    for (const account of accounts) {
      const refusal = whole ?? parked.find(({ premises }) => premises === account);
      const why = asked.causesOf(account);
      if (refusal) {
        const { code, details } = refusal;
        const changes = why.map(([change]) => change);
        this.outcome.unreplayed.push({ houseId, accountId: account, origin: month, code, details, changes });
        continue;
      }
      const own = (sums: ReadonlyMap<string, ChargedSum[]>) =>
        (sums.get(account) ?? []).filter(({ service }) => isAsked(service));
      const corrections = correctionsOf(month, {
        charged: own(asked.before.charged),
        again: (again.get(account) ?? []).filter(({ service }) => isAsked(service)),
        why,
      });
      for (const one of corrections) this.outcome.corrections.push({ ...one, houseId, origin: month });
      this.noteEstimates(corrections, month);
      const compensated = correctionsOf(month, {
        charged: own(asked.before.compensated),
        again: (benefitsAgain.get(account) ?? [])
          .filter(({ service }) => isAsked(service))
          .map((line) => ({ ...line, supplier: '' })),
        why,
      });
      for (const one of compensated) this.outcome.benefits.push({ ...one, houseId, origin: month });
    }
  }

  /** What was estimated, and is corrected, is subtracted as corrected when a reading settles it. */
  private noteEstimates(corrections: readonly Correction[], month: Period): void {
    for (const { account, service, part, working } of corrections) {
      if (!ESTIMATED_PARTS.has(part)) continue;
      this.outcome.estimates.set(
        estimatesKey(account as AccountId, service as ServiceId, month),
        working.again.flatMap((line) => estimatedIn(line)),
      );
    }
  }

  /** A negative common volume goes on to the next month: where another is left now, that month follows. */
  private noteCarry(
    { carry, parked }: ChargedHouse,
    {
      houseId,
      month,
      house,
      causesOf,
      before,
    }: AskedOfWhole & {
      houseId: HouseId;
      month: Period;
      before: readonly { readonly service: string; readonly volume: string }[];
    },
  ): void {
    if (parked.some(({ premises }) => premises === null)) return;
    const left = new Map(carry.map(({ service, volume }) => [service, volume]));
    for (const { code, method } of house.facts.services) {
      if (method !== 'common') continue;
      const [was, now] = [before.find(({ service }) => service === code)?.volume ?? '0', left.get(code) ?? '0'];
      if (was === now) continue;
      const key = carryKey(houseId, month);
      const known = this.outcome.carry.get(key) ?? new Map<string, string>();
      this.outcome.carry.set(key, known.set(code, now));
      const next = addMonths(month, 1);
      const serviceId = house.book.serviceOf(code);
      if (next < this.openMonth)
        addWhole(scopeOf(this.scopes, next, houseId), { serviceId, ratesOnly: true, causes: causesOf(null) });
    }
  }

  /**
   * A year of even heating that has been settled, or is settled in the open month, takes its months' corrections in: the
   * month that settled it is replayed instead of them (ф. 3(4) compares whole years).
   */
  private settledByYear({ house, houseId, month, accounts, causesOf, whole }: Comparison): ReadonlySet<string> {
    const settled = new Set<string>();
    for (const rule of house.facts.services) {
      const in_ = settledIn(rule as HeatingRule, house, month);
      if (in_ === null || in_ > this.openMonth) continue;
      const service = house.book.serviceOf(rule.code);
      settled.add(service);
      if (in_ === this.openMonth) continue;
      const scope = scopeOf(this.scopes, in_, houseId);
      if (whole) addWhole(scope, { serviceId: service, ratesOnly: true, causes: causesOf(null) });
      else
        for (const account of accounts)
          scope.accounts.set(account, joined(scope.accounts.get(account), causesOf(account)));
    }
    return settled;
  }
}

interface Before {
  readonly charged: ReadonlyMap<string, ChargedSum[]>;
  readonly compensated: ReadonlyMap<string, ChargedSum[]>;
}

interface Comparison {
  readonly houseId: HouseId;
  readonly month: Period;
  readonly house: LoadedHouse;
  readonly accounts: readonly AccountId[];
  /** Services that are compared; null: all. */
  readonly compared: ReadonlySet<ServiceId> | null;
  /** But not these. */
  readonly besides?: ReadonlySet<ServiceId> | null;
  readonly whole?: boolean;
  readonly causesOf: (account: AccountId | null) => readonly ChangeCited[];
  readonly before: Before;
}

const ESTIMATED_PARTS: ReadonlySet<string> = new Set(['individual', 'water', 'within']);
const SETTLED_IN = 3;

/** In which month the year of a month of even heating is settled; null: it is not, or by the norm never. */
function settledIn(rule: HeatingRule, { facts, settledIn: months }: LoadedHouse, month: Period): Period | null {
  if (rule.method !== 'heating' || rule.mode !== 'even') return null;
  const measured = facts.house.meters?.some(
    ({ service }) => service === rule.code || service === (rule.resource ?? rule.code),
  );
  if (!measured && !rule.lastYear) return null;
  return periodOf(yearOf(month) + 1, months?.get(rule.code) ?? SETTLED_IN);
}

// ------------------------------------------------------------------------------------------------ whole houses

interface AskedOfWhole {
  readonly house: LoadedHouse;
  readonly compared: ReadonlySet<ServiceId> | null;
  readonly whole: true;
  readonly causesOf: (account: AccountId | null) => readonly ChangeCited[];
}

/** Only the services that may have moved, and those whose volumes they need, are charged. */
function askedOfWhole(house: LoadedHouse, { whole, accounts }: HouseScope): AskedOfWhole {
  if (whole!.all) {
    const all = joined(
      whole!.all,
      [...whole!.services.values()].flatMap(({ causes }) => causes),
    );
    const causesOf = (account: AccountId | null) => (account === null ? all : joined(all, accounts.get(account) ?? []));
    return { house, compared: null, whole: true, causesOf };
  }
  const { compared, charged } = wholeServices(house, whole!);
  const causes = [...whole!.services.values()].reduce<ChangeCited[]>((known, { causes }) => joined(known, causes), []);
  const services = house.facts.services.filter(({ code }) => charged.has(code));
  return {
    house: withFacts(house, { services }),
    compared: new Set([...whole!.services.keys(), ...idsOf(house, { compared })]),
    whole: true,
    causesOf: () => causes,
  };
}

function wholeServices(house: LoadedHouse, { services }: NonNullable<HouseScope['whole']>) {
  const codes = new Map([...house.book.serviceIds].map(([code, id]) => [id, code]));
  const concerned = (ratesOnly: boolean) => {
    const changed = [...services]
      .filter(([, one]) => one.ratesOnly === ratesOnly)
      .flatMap(([id]) => codes.get(id) ?? []);
    if (changed.length === 0) return { compared: [], charged: [] };
    const { compared, charged } = servicesConcerned(house.facts.services, new Set(changed), {
      ratesOnly,
      quality: (house.facts.quality?.length ?? 0) > 0,
    });
    return { compared: [...compared], charged: [...charged] };
  };
  const [prices, volumes] = [concerned(true), concerned(false)];
  return {
    compared: new Set([...prices.compared, ...volumes.compared]),
    charged: new Set([...prices.charged, ...volumes.charged]),
  };
}

function idsOf({ book }: LoadedHouse, { compared }: { compared: ReadonlySet<string> }): Set<ServiceId> {
  return new Set([...compared].flatMap((code) => book.serviceIds.get(code) ?? []));
}

function withFacts(house: LoadedHouse, instead: Partial<HouseFacts>): LoadedHouse {
  return { ...house, facts: { ...house.facts, ...instead } };
}

async function accountsOfHouses(tx: Tx, houseIds: readonly HouseId[]): Promise<Map<AccountId, HouseId>> {
  const rows = await tx.query<{ id: AccountId; houseId: HouseId }[]>(
    'select id, house_id as "houseId" from accounts where house_id = any ($1) order by id',
    [houseIds],
  );
  return new Map(rows.map(({ id, houseId }) => [id, houseId]));
}

// ----------------------------------------------------------------------------------------------------- the lines

function groupedByAccount(
  lines: readonly ChargeLine[],
  idsOf: (line: ChargeLine) => LineIds,
): Map<string, LineAgain[]> {
  const groups = new Map<string, LineAgain[]>();
  for (const line of lines) {
    const { serviceId, supplierId } = idsOf(line) as { serviceId: ServiceId; supplierId: SupplierId };
    const again = {
      account: line.premises,
      service: serviceId,
      supplier: supplierId,
      part: line.part,
      working: line.working,
    };
    const own = groups.get(line.premises);
    if (own) own.push(again);
    else groups.set(line.premises, [again]);
  }
  return groups;
}

function byAccount(sums: readonly ChargedSum[]): Map<string, ChargedSum[]> {
  const groups = new Map<string, ChargedSum[]>();
  for (const sum of sums) {
    const own = groups.get(sum.account);
    if (own) own.push(sum);
    else groups.set(sum.account, [sum]);
  }
  return groups;
}

import { addDays, type HouseId, type Interval, type Period } from '@dvor/kernel';
import { type Assignment, type CatalogueInMonth, loadCatalogue, type ServiceInMonth } from '@dvor/catalogue';
import { type AccountInMonth, type HouseInMonth, type HousingInMonth, loadHousing } from '@dvor/housing';
import { loadMetering, type MeterInMonth } from '@dvor/metering';
import type { Tx } from '@dvor/platform';
import type { EstimatedVolume, HouseFacts, MeterFacts, PremisesFacts } from '../core/index.js';
import { type FormulasInMonth, loadFormulas } from '../formulas/load-formulas.js';
import { loadEstimates } from './load-estimates.js';
import { RuleBook } from './rule-book.js';

/** A house's facts of a month, and the way back from the core's codes to the catalogue's ids. */
export interface LoadedHouse {
  readonly facts: HouseFacts;
  readonly book: Pick<RuleBook, 'idsOf' | 'changesSupplier' | 'supplierOf'>;
}

/** Loads all that some houses are charged from in a month, in a few set-based queries whatever their number. */
export async function loadHouses(tx: Tx, houseIds: readonly HouseId[], month: Period): Promise<LoadedHouse[]> {
  return assembleHouses(houseIds, await loadRows(tx, houseIds, month));
}

/** What some houses' facts of a month are put together from. */
export interface LoadedRows {
  readonly month: Period;
  readonly housing: HousingInMonth;
  readonly catalogue: CatalogueInMonth;
  readonly meters: readonly MeterInMonth[];
  readonly estimates: ReadonlyMap<string, readonly EstimatedVolume[]>;
  /** The organisation's own, by code. */
  readonly formulas: FormulasInMonth;
}

export async function loadRows(tx: Tx, houseIds: readonly HouseId[], month: Period): Promise<LoadedRows> {
  const housing = await loadHousing(tx, houseIds, month);
  const catalogue = await loadCatalogue(tx, houseIds, month);
  const meters = await loadMetering(tx, houseIds, month);
  const estimates = await loadEstimates(tx, {
    accounts: housing.accounts,
    meters,
    services: catalogue.services,
    month,
  });
  const formulas = await loadFormulas(tx, catalogue.assignments, month);
  return { month, housing, catalogue, meters, estimates, formulas };
}

/** Facts of each house, in the order of the ids. */
export function assembleHouses(
  houseIds: readonly HouseId[],
  { month, housing, catalogue, meters, estimates, formulas }: LoadedRows,
): LoadedHouse[] {
  const known = new Map(housing.houses.map((house) => [house.id, house]));
  const accountsOf = groupBy(housing.accounts, (account) => account.houseId);
  const assignmentsOf = groupBy(catalogue.assignments, (assignment) => assignment.houseId);
  const metersOf = groupBy(meters, (meter) => meter.houseId);
  return houseIds.map((id) =>
    assemble({
      house: known.get(id) ?? { id, facts: [] }, // nothing was ever entered of the house itself; its accounts are billed all the same
      month,
      accounts: accountsOf.get(id) ?? [],
      assignments: assignmentsOf.get(id) ?? [],
      meters: metersOf.get(id) ?? [],
      catalogue,
      estimates,
      formulas,
    }),
  );
}

interface Parts {
  readonly house: HouseInMonth;
  readonly month: Period;
  readonly accounts: readonly AccountInMonth[];
  readonly assignments: readonly Assignment[];
  readonly meters: readonly MeterInMonth[];
  readonly catalogue: CatalogueInMonth;
  readonly estimates: ReadonlyMap<string, readonly EstimatedVolume[]>;
  readonly formulas: FormulasInMonth;
}

function assemble({ house, month, accounts, assignments, meters, catalogue, estimates, formulas }: Parts): LoadedHouse {
  const metersOf = groupBy(meters, (meter) => meter.premisesId);
  const book = new RuleBook({ house, month, assignments, catalogue, formulas });
  const premises = accounts.flatMap((account) => {
    const services = book.enter(account);
    return premisesFactsOf(account, {
      services,
      meters: metersOf.get(account.premisesId) ?? [],
      estimated: estimates.get(account.id),
    });
  });
  const inForce = house.facts.at(-1);
  return {
    facts: {
      house: { id: house.id, area: inForce?.area ?? null, commonArea: inForce?.commonArea ?? null },
      services: book.rules(),
      premises,
    },
    book,
  };
}

/** One entry per span of days on which the account is open. */
function premisesFactsOf(
  account: AccountInMonth,
  own: {
    services: readonly ServiceInMonth[];
    meters: readonly MeterInMonth[];
    estimated: readonly EstimatedVolume[] | undefined;
  },
): PremisesFacts[] {
  const codesOf = (resource: string) =>
    own.services.filter((service) => service.resource === resource).map((service) => service.code);
  const [first] = account.premises;
  const facts: Omit<PremisesFacts, 'from' | 'to'> = {
    id: account.id,
    kind: account.kind === 'flat' || account.kind === 'room' ? account.kind : 'nonresidential',
    area:
      account.premises.length > 1
        ? account.premises.map(({ from, to, area }) => ({ from, to, value: area }))
        : (first?.area ?? null),
    livingArea: first?.livingArea ?? null,
    owners: account.owners.at(-1)?.value ?? 0,
    residents: account.residents.map(({ from, to, kind, absences }) => ({
      from,
      to,
      ...(kind === 'temporary' && { temporary: true }),
      ...(absences.length > 0 && { absences: absences.map(daysAway) }),
    })),
    meters: own.meters.flatMap((meter) => codesOf(meter.resource).map((code) => meterFactsOf(meter, code))),
    meterImpossible: (account.premises.at(-1)?.meterImpossible ?? []).flatMap(codesOf),
    ...(own.estimated && { estimated: own.estimated }),
  };
  return account.open.map(({ from, to }) => ({ ...facts, from, to }));
}

/** The core names the day of coming back itself. */
function daysAway({ from, to }: Interval): Interval {
  return { from, to: to === null ? null : addDays(to, -1) };
}

function meterFactsOf(meter: MeterInMonth, service: string): MeterFacts {
  return {
    id: meter.id,
    service,
    installed: meter.installed,
    removed: meter.removed,
    verifiedUntil: meter.verifiedUntil,
    digits: meter.digits,
    initial: meter.initial,
    final: meter.final,
    readings: meter.readings,
  };
}

export function groupBy<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

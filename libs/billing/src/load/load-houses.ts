import {
  type AccountId,
  addDays,
  type HouseId,
  type Interval,
  intersect,
  type LocalDate,
  monthInterval,
  overlaps,
  type Period,
  type PremisesId,
} from '@dvor/kernel';
import {
  type Assignment,
  type CatalogueInMonth,
  type ChoicesInMonth,
  loadCatalogue,
  loadChoices,
  type ServiceInMonth,
} from '@dvor/catalogue';
import { type AccountInMonth, type HouseInMonth, type HousingInMonth, loadHousing } from '@dvor/housing';
import { type HouseInput, loadHouseVolumes, loadMeterActs, loadMetering, type MeterInMonth } from '@dvor/metering';
import type { Tx } from '@dvor/platform';
import type {
  BenefitFacts,
  BenefitShown,
  CarriedVolume,
  ChargedBefore,
  DatedShare,
  EstimatedVolume,
  FlatFacts,
  HouseFacts,
  ManualFacts,
  MeterFacts,
  OneOffFacts,
  PremisesFacts,
} from '../core/index.js';
import { type DeclinedService, loadDeclines } from '../benefits/declines.js';
import { loadBenefits } from '../benefits/load-benefits.js';
import { type CorrectionsInMonth, loadCorrections } from '../corrections/load-corrections.js';
import { type FormulasInMonth, loadFormulas } from '../formulas/load-formulas.js';
import { loadOneOffs, type OneOffsInMonth } from '../one-offs/load-one-offs.js';
import { loadQuality, type QualityActInMonth, qualityFactsOf } from '../quality/load-quality.js';
import { loadCarry } from './load-carry.js';
import { type CommonYears, loadCommonYears } from './load-common-years.js';
import { type EvenHeating, loadEvenHeating } from './load-even-heating.js';
import { loadEstimates } from './load-estimates.js';
import { loadLateReadings } from './load-late-readings.js';
import { ActsInMonth } from './meter-acts.js';
import { livesSince, policyOf } from './policy.js';
import type { ReplayedMonths } from './replayed-months.js';
import { type LineIds, RuleBook } from './rule-book.js';
import { without } from './without.js';

/** A house's facts of a month, and the way back from the core's codes to the catalogue's ids. */
export interface LoadedHouse {
  readonly facts: HouseFacts;
  readonly book: Pick<RuleBook, 'idsOf' | 'serviceOf' | 'serviceIds' | 'changesSupplier' | 'supplierOf'>;
  /** Under which ids lines of acts are written, by the act's id; none: there are no acts. */
  readonly oneOffs?: ReadonlyMap<string, LineIds>;
  /** The same of corrections by hand, by the item's id. */
  readonly corrections?: ReadonlyMap<string, LineIds>;
  /** Month of the next year in which a year of even heating is settled, by the service's code, where one is named. */
  readonly settledIn?: ReadonlyMap<string, number>;
}

/** What of the houses is asked for. */
export interface AskedOfHouses {
  /** These accounts of theirs; none: all. */
  readonly only?: readonly AccountId[] | null;
  /** With works by act and corrections by hand, as a rule. */
  readonly documents?: boolean;
  /** What earlier months have come to in the run that asks, which its lines don't show yet. */
  readonly replayed?: ReplayedMonths | null;
}

/** Loads all that some houses are charged from in a month, in a few set-based queries whatever their number. */
export async function loadHouses(
  tx: Tx,
  houseIds: readonly HouseId[],
  month: Period,
  asked: AskedOfHouses = {},
): Promise<LoadedHouse[]> {
  return assembleHouses(houseIds, await loadRows(tx, houseIds, month, asked));
}

/** What some houses' facts of a month are put together from. */
export interface LoadedRows {
  readonly month: Period;
  readonly housing: HousingInMonth;
  readonly catalogue: CatalogueInMonth;
  readonly meters: readonly MeterInMonth[];
  readonly meterActs: ActsInMonth;
  readonly estimates: ReadonlyMap<string, readonly EstimatedVolume[]>;
  /** The organisation's own, by code. */
  readonly formulas: FormulasInMonth;
  readonly choices: ChoicesInMonth;
  /** What came into the houses, by input and month. */
  readonly inputs: readonly HouseInput[];
  /** What the month before left, by house. */
  readonly carry: ReadonlyMap<string, readonly CarriedVolume[]>;
  readonly evenHeating: EvenHeating;
  readonly commonYears: CommonYears;
  /** By account. */
  readonly benefits: ReadonlyMap<string, readonly BenefitFacts[]>;
  readonly declines: ReadonlyMap<string, readonly DeclinedService[]>;
  readonly oneOffs: OneOffsInMonth;
  /** By hand. */
  readonly corrections: CorrectionsInMonth;
  /** Acts on outages and poor quality. */
  readonly quality: readonly QualityActInMonth[];
}

export async function loadRows(
  tx: Tx,
  houseIds: readonly HouseId[],
  month: Period,
  { only = null, documents = true, replayed = null }: AskedOfHouses = {},
): Promise<LoadedRows> {
  const housing = await loadHousing(tx, houseIds, month, only);
  const catalogue = await loadCatalogue(tx, houseIds, month);
  const meterActs = await loadMeterActs(tx, houseIds, month);
  const late = await loadLateReadings(tx, houseIds);
  const meters = await loadMetering(tx, houseIds, month, meterActs, only && placesOf(housing.accounts), late);
  const estimates = await loadEstimates(tx, {
    accounts: housing.accounts,
    meters,
    services: catalogue.services,
    month,
    replayed: replayed?.estimates,
  });
  const formulas = await loadFormulas(tx, catalogue.assignments, month);
  const choices = await loadChoices(tx, houseIds, month);
  return {
    month,
    housing,
    catalogue,
    meters,
    meterActs: new ActsInMonth(meterActs),
    estimates,
    formulas,
    choices,
    inputs: await loadHouseVolumes(tx, houseIds, month),
    carry: await loadCarry(tx, houseIds, month, replayed?.carry),
    evenHeating: await loadEvenHeating(tx, { catalogue, choices, meters, month }),
    commonYears: await loadCommonYears(tx, catalogue, month),
    benefits: await loadBenefits(tx, housing.accounts, month),
    declines: await loadDeclines(tx, housing.accounts, month),
    oneOffs: documents ? await loadOneOffs(tx, housing.accounts, month) : NO_DOCUMENTS,
    corrections: documents ? await loadCorrections(tx, housing.accounts, month) : NO_DOCUMENTS,
    quality: await loadQuality(tx, houseIds, month),
  };
}

const NO_DOCUMENTS = { factsOf: new Map(), ids: new Map() };

/** Premises of accounts, and the flats that rooms are in. */
function placesOf(accounts: readonly AccountInMonth[]): PremisesId[] {
  return [...new Set(accounts.flatMap(({ premisesId, parentId }) => [premisesId, ...(parentId ? [parentId] : [])]))];
}

/** Facts of each house, in the order of the ids. */
export function assembleHouses(houseIds: readonly HouseId[], rows: LoadedRows): LoadedHouse[] {
  const { housing, catalogue, meters, inputs } = rows;
  const known = new Map(housing.houses.map((house) => [house.id, house]));
  const accountsOf = groupBy(housing.accounts, (account) => account.houseId);
  const assignmentsOf = groupBy(catalogue.assignments, (assignment) => assignment.houseId);
  const metersOf = groupBy(meters, (meter) => meter.houseId);
  const inputsOf = groupBy(inputs, (input) => input.houseId);
  return houseIds.map((id) =>
    assemble({
      house: known.get(id) ?? { id, facts: [] }, // nothing was ever entered of the house itself; its accounts are billed all the same
      rows,
      accounts: accountsOf.get(id) ?? [],
      assignments: assignmentsOf.get(id) ?? [],
      meters: metersOf.get(id) ?? [],
      inputs: inputsOf.get(id) ?? [],
    }),
  );
}

interface Parts {
  readonly house: HouseInMonth;
  readonly rows: LoadedRows;
  readonly accounts: readonly AccountInMonth[];
  readonly assignments: readonly Assignment[];
  readonly meters: readonly MeterInMonth[];
  readonly inputs: readonly HouseInput[];
}

function assemble({ house, rows, accounts, assignments, meters, inputs }: Parts): LoadedHouse {
  const { month, catalogue, formulas, choices, evenHeating, commonYears } = rows;
  const metersOf = groupBy(meters, (meter) => meter.premisesId);
  const book = new RuleBook({
    house,
    month,
    assignments,
    catalogue,
    formulas,
    choices,
    inputs,
    declines: rows.declines,
    yearTariffs: [...evenHeating.tariffs, ...commonYears.tariffs],
    commonYears: commonYears.of.get(house.id) ?? new Map(),
  });
  const flats = new Map<string, { premisesId: PremisesId; services: Set<ServiceInMonth> }>();
  const shared = sharedPremises(accounts);
  const premises = accounts.flatMap((account) => {
    const services = book.enter(account);
    const parts = partsOf(account, shared);
    for (const { flat, of } of parts) {
      if (!flat || !of) continue;
      const known = flats.get(flat)?.services ?? [];
      flats.set(flat, { premisesId: of, services: new Set([...known, ...services]) });
    }
    return premisesFactsOf(account, {
      services,
      parts,
      meters: metersOf.get(account.premisesId) ?? [],
      acts: rows.meterActs,
      estimated: rows.estimates.get(account.id),
      settings: choices.settings,
      heatOfLastYear: evenHeating.lastYear.get(account.premisesId),
      days: monthInterval(month),
      benefits: rows.benefits.get(account.id),
      oneOffs: rows.oneOffs.factsOf.get(account.id),
      manual: rows.corrections.factsOf.get(account.id),
    });
  });
  const metersOfFlats = [...flats].flatMap(([id, { premisesId, services }]): FlatFacts[] => {
    const own = metersOf.get(premisesId) ?? [];
    const { accessRefused } = rows.meterActs.of(premisesId, codesOf([...services]));
    const meters = meterFacts(own, [...services], rows.meterActs);
    return own.length > 0 ? [{ id, meters, ...(accessRefused && { accessRefused }) }] : [];
  });
  const spent = book.metersSpent;
  const carry = rows.carry.get(house.id) ?? [];
  const charged = chargedOf(accounts, evenHeating);
  const quality = qualityFactsOf(
    rows.quality.filter(({ houseId }) => houseId === house.id),
    accounts,
  );
  const inForce = house.facts.at(-1);
  const policy = policyOf(choices.settings);
  return {
    facts: {
      house: {
        id: house.id,
        area: inForce?.area ?? null,
        commonArea: inForce?.commonArea ?? null,
        ...(inputs.length > 0 && {
          meters: inputs
            .filter((input) => !spent.has(input.id))
            .map(({ id, resource, since, volumes }) => ({ id, service: resource, since, volumes })),
        }),
        ...(inForce?.traits['climate'] === 'cold' && { coldRegion: true }),
        ...(inForce?.traits['power'] === 'two-sources' && { electricSources: 2 }),
      },
      services: book.rules(),
      premises,
      ...(metersOfFlats.length > 0 && { flats: metersOfFlats }),
      ...(carry.length > 0 && { carry }),
      ...(charged.length > 0 && { charged }),
      ...(quality.length > 0 && { quality }),
      ...(policy && { policy }),
      ...(accounts.some(({ id }) => rows.benefits.has(id)) && {
        benefitsShown: choices.settings['benefits.on-receipt'] as BenefitShown,
      }),
    },
    book,
    oneOffs: rows.oneOffs.ids,
    settledIn: settledInOf(assignments, catalogue),
    corrections: rows.corrections.ids,
  };
}

function settledInOf(assignments: readonly Assignment[], { services }: CatalogueInMonth): Map<string, number> {
  const named = assignments.filter(({ method, settings }) => method === 'heating' && settings['settledIn'] != null);
  return new Map(
    named.map(({ serviceId, settings }) => [
      services.find(({ id }) => id === serviceId)!.code,
      Number(settings['settledIn']),
    ]),
  );
}

/** A room's communal flat. */
function flatOf({ kind, parentId }: AccountInMonth): PremisesId | null {
  return kind === 'room' ? parentId : null;
}

/** An account's days, and with whom it divides the meters on them. */
interface Part extends Interval {
  /** The name under which the core knows those together. */
  readonly flat: string | null;
  /** The premises of whose meters. */
  readonly of: PremisesId | null;
  readonly share?: PremisesFacts['share'];
}

function partsOf(account: AccountInMonth, shared: ReadonlyMap<Interval, string>): Part[] {
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
function sharedPremises(accounts: readonly AccountInMonth[]): Map<Interval, string> {
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

function chargedOf(accounts: readonly AccountInMonth[], { charged }: EvenHeating): ChargedBefore[] {
  return charged.size === 0 ? [] : accounts.flatMap(({ id }) => charged.get(id) ?? []);
}

/** One entry per span of days on which the account is open. */
function premisesFactsOf(
  account: AccountInMonth,
  own: {
    services: readonly ServiceInMonth[];
    parts: readonly Part[];
    meters: readonly MeterInMonth[];
    acts: ActsInMonth;
    estimated: readonly EstimatedVolume[] | undefined;
    settings: ChoicesInMonth['settings'];
    heatOfLastYear: string | undefined;
    /** Of the month. */
    days: Interval;
    benefits: readonly BenefitFacts[] | undefined;
    oneOffs: readonly OneOffFacts[] | undefined;
    manual: readonly ManualFacts[] | undefined;
  },
): PremisesFacts[] {
  const codes = codesOf(own.services);
  const [first] = account.premises;
  const units = unitsOf(account, own.services);
  const facts: Omit<PremisesFacts, 'from' | 'to'> = {
    id: account.id,
    kind: account.kind === 'flat' || account.kind === 'room' ? account.kind : 'nonresidential',
    area: areaOf(account, own.days),
    livingArea: first?.livingArea ?? null,
    ...(account.premises.at(-1)?.ownHeating && { ownHeating: true }),
    ...(account.premises.at(-1)?.traits['corner'] === true && { corner: true }),
    ...(units && { units }),
    ...(own.heatOfLastYear !== undefined && {
      lastYear: Object.fromEntries(codes('heating').map((code) => [code, own.heatOfLastYear!])),
    }),
    owners: account.owners.at(-1)?.value ?? 0,
    residents: account.residents.map(({ from, to, kind, absences }) => ({
      from: livesSince(from, own.settings),
      to,
      ...(kind === 'temporary' && { temporary: true }),
      ...(absences.length > 0 && { absences: absences.map(daysAway) }),
    })),
    meterImpossible: (account.premises.at(-1)?.meterImpossible ?? []).flatMap(codes),
    ...actsOf(account.premisesId, flatOf(account), { acts: own.acts, codes }),
    ...(own.estimated && { estimated: own.estimated }),
    ...(own.benefits && { benefits: own.benefits }),
    ...(own.oneOffs && { oneOffs: own.oneOffs }),
    ...(own.manual && { manual: own.manual }),
  };
  return own.parts.map(({ from, to, flat, share }) => ({
    ...facts,
    from,
    to,
    ...(flat && { flat }),
    ...(share ? { share, meters: [] } : { meters: meterFacts(own.meters, own.services, own.acts) }),
  }));
}

/** One figure where it holds on all days of the account; else with its days, so that those without one are seen. */
function areaOf({ premises, open }: AccountInMonth, month: Interval): PremisesFacts['area'] {
  const [only, second] = premises;
  if (!only) return null;
  const uncovered = open.flatMap((days) => intersect(days, month) ?? []).flatMap((days) => without(days, [only]));
  if (!second && uncovered.length === 0) return only.area;
  return premises.map(({ from, to, area }) => ({ from, to, value: area }));
}

/** The core names the day of coming back itself. */
function daysAway({ from, to }: Interval): Interval {
  return { from, to: to === null ? null : addDays(to, -1) };
}

function unitsOf({ units }: AccountInMonth, services: readonly ServiceInMonth[]): Record<string, string> | null {
  if (units.length === 0) return null;
  const codes = new Map(services.map(({ id, code }) => [id, code]));
  const known = units.flatMap(({ serviceId, units: count }) => {
    const code = codes.get(serviceId);
    return code === undefined ? [] : [[code, count] as const];
  });
  return Object.fromEntries(known);
}

/**
 * Services that are measured by meters of a resource: not those of common property, which only take the resource's name.
 * Accounts that are alike share their list of services, so each list is searched once.
 */
function codesOf(services: readonly ServiceInMonth[]): (resource: string) => string[] {
  let known = codesByResource.get(services);
  if (!known) codesByResource.set(services, (known = new Map()));
  const codes = known;
  return (resource) => {
    let found = codes.get(resource);
    if (!found) {
      const measured = services.filter((one) => one.resource === resource && one.section !== 'common-property');
      codes.set(resource, (found = measured.map(({ code }) => code)));
    }
    return found;
  };
}

const codesByResource = new WeakMap<readonly ServiceInMonth[], Map<string, string[]>>();

/** Who interfered with the meter of a communal flat is not known: each room's persons answer for it. */
function actsOf(
  premisesId: PremisesId,
  flat: PremisesId | null,
  { acts, codes }: { acts: ActsInMonth; codes: (resource: string) => string[] },
): Pick<PremisesFacts, 'accessRefused' | 'interferences'> {
  const own = acts.of(premisesId, codes);
  const { interferences } = flat && flat !== premisesId ? acts.of(flat, codes) : {};
  return interferences ? { ...own, interferences: [...(own.interferences ?? []), ...interferences] } : own;
}

/** A meter speaks for the services of its resource that are measured. */
function meterFacts(
  meters: readonly MeterInMonth[],
  services: readonly ServiceInMonth[],
  acts: ActsInMonth,
): MeterFacts[] {
  const codes = codesOf(services);
  return meters.flatMap((meter) =>
    codes(meter.resource).map((code) => ({ ...meterFactsOf(meter, code), ...acts.failureOf(meter) })),
  );
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
    ...(meter.spread && { spread: meter.spread }),
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

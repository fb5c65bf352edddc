import { count, decimal, firstDay, formatDate, formatPeriod, Money, type Period, periodOf } from '@dvor/kernel';
import { firstUncovered } from '../dated.js';
import type { HeatingFigures, HeatingRule, HouseMeter } from '../facts.js';
import { FiguresMissing, knownFigures, noteFigures } from '../figures.js';
import { areaDuring, areaOf, houseArea } from '../house-area.js';
import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge } from '../line.js';
import { houseVolume, yearOf, yearOfHouse } from '../meters/house-volume.js';
import { normSlices, type NormSlice } from '../norms.js';
import type { PremisesMonth } from '../premises-month.js';
import { type PlainRatePiece, plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { clip, commonDays, daysIn, daysOfEach, monthOf, type Span } from '../span.js';
import { Volume, weighVolumes } from '../volume.js';
import { evaluate, volumeOf } from '../working/evaluate.js';
import type { HeatingNormWorking, HeatingHouseWorking, HeatSource, RoomOfFlat } from '../working/working.js';
import { measured } from './metered-lines.js';
import { type MeteredService, meteredService, type Used, usedBy, volumeOfZones } from './metered-use.js';

// ПП 354, п. 42(1), прил. 2. K = heating months / 12 in the even mode, 1 in the season's
// ф. 2, 2(1):      P = S_i · N · K · T
// ф. 2(3), 2(4):   P = (V_i + S_i · V_common / S_house) · T, V_i = S_i · q, V_common = S_common · q,
//                  q = N · K · (S_house − S_own) / (S_house − S_own + S_common), where some have heat of their own
// ф. 3, 3(6):      P = (V_i + S_i · (V_house − ΣV_i) / S_house) · T, V_i = S_i · V_house / (S_house − S_own + S_common)
// ф. 3(1), 3(7):   the same, V_i by the flat's meter, else S_i · ΣV_r / ΣS_r over the metered
// ф. 3(3):         the same, all metered
// ф. 3(4):         Δ = P of the actual year − ΣP charged, in the even mode
// 50 of 1000 m², 120 Gcal of the house at 2280.50, nobody metered: 6 · 2280.50 = 13683.00

const CLAUSE = {
  norm: 'ПП 354, п. 42(1), прил. 2, ф. 2',
  evenNorm: 'ПП 354, п. 42(1), прил. 2, ф. 2(1)',
  ownNorm: 'ПП 354, п. 42(1), прил. 2, ф. 2(3)–2(4)',
  house: 'ПП 354, п. 42(1), прил. 2, ф. 3, 3(6)',
  someMetered: 'ПП 354, п. 42(1), прил. 2, ф. 3(1), 3(7)',
  allMetered: 'ПП 354, п. 42(1), прил. 2, ф. 3(3)',
  trueUp: 'ПП 354, п. 42(1), прил. 2, ф. 3(4)',
};
const UNIT = 'Gcal';

/** Heating in all its modes: one line for a premises and rate; the premises' lines sum to the house's volume. */
export function chargeHeating(rule: HeatingRule, house: HouseMonth): PremisesCharge | Refusal {
  const { month } = house;
  if (rule.season && !rule.season.some(({ from, to }) => clip(month, from, to ?? null))) {
    if (rule.mode === 'season') return () => [];
  }
  const pieces = plainRatePieces(rule, month);
  if (pieces instanceof Refusal) return pieces;
  const known = knownFigures<HeatingFigures>(house, keyOf(rule));
  const volume = known ? knownVolume(known) : volumeOfHouse(rule, house);
  const charge = volume
    ? byHouseMeter(rule, house, { pieces, known, ...volume })
    : byNorm(rule, house, { pieces, known });
  if (charge instanceof Refusal) return charge;
  const settle = trueUp(rule, house);
  if (settle instanceof Refusal) return settle;
  if (!settle) return charge;
  return (premises, days) => {
    const lines = charge(premises, days);
    if (lines instanceof Refusal) return lines;
    const settled = settle(premises);
    return settled instanceof Refusal ? settled : [...lines, ...settled];
  };
}

/** An assignment may charge one flat in another mode than its house. */
function keyOf({ code, mode, flatMetersSetAside }: HeatingRule): string {
  return ['heating', code, mode, ...(flatMetersSetAside ? ['set-aside'] : [])].join(' ');
}

interface OfHouse {
  readonly volume: Volume;
  readonly averaged?: { readonly k: number; readonly limit: number } | undefined;
  /** In the even mode: of which the volume is a twelfth. */
  readonly lastYear?: Volume;
}

function knownVolume({ house }: HeatingFigures): OfHouse | null {
  if (!house) return null;
  const { volume, averaged, lastYear } = house;
  return {
    volume: Volume.parse(volume),
    averaged,
    ...(lastYear !== undefined && { lastYear: Volume.parse(lastYear) }),
  };
}

/** V_house of the month; in the even mode a twelfth of the previous year's. Null: the norm stands. */
function volumeOfHouse(rule: HeatingRule, house: HouseMonth): OfHouse | null {
  const meters = metersOf(rule, house);
  if (rule.mode === 'season') {
    const read = houseVolume(meters, house.month.period, 'heating');
    return read && { volume: read.volume, averaged: read.averaged ?? undefined };
  }
  const year = rule.lastYear ? null : yearOfHouse(meters, yearOf(house.month.period) - 1);
  if (!rule.lastYear && !year) return null;
  const lastYear = year
    ? year.reduce((sum, { volume }) => sum.plus(volume), Volume.zero)
    : Volume.of(decimal(rule.lastYear!));
  return { volume: lastYear.share(1, MONTHS_A_YEAR), lastYear };
}

const MONTHS_A_YEAR = 12;

function metersOf({ code, resource }: HeatingRule, { facts }: HouseMonth): HouseMeter[] {
  return facts.house.meters?.filter(({ service }) => service === code || service === (resource ?? code)) ?? [];
}

// ----------------------------------------------------------------------------------------------------- the areas

/** What the house's heat is divided by. */
interface Areas {
  /** S_house */
  readonly house: Volume;
  /** S_own: premises with lawful heat of their own. */
  readonly own: Volume;
  /** S_house − S_own + S_common */
  readonly heated: Volume;
}

function areasOf(house: HouseMonth): Areas | Refusal {
  const whole = houseArea(house);
  if (whole instanceof Refusal) return whole;
  let own = Volume.zero;
  for (const premises of house.premises) {
    if (!premises.facts.ownHeating) continue;
    const area = areaOf(premises);
    if (area instanceof Refusal) return new Refusal(area.code, { ...area.details, premises: premises.id });
    own = own.plus(area);
  }
  const common = house.facts.house.commonArea;
  if (own.sign > 0 && !common) return new Refusal('no-common-area', {});
  const heated = whole.minus(own).plus(Volume.of(decimal(common ?? '0')));
  return { house: whole, own, heated };
}

function knownAreas({ areas }: HeatingFigures): Areas | null {
  if (!areas) return null;
  return { house: Volume.parse(areas.house), own: Volume.parse(areas.own), heated: Volume.parse(areas.heated) };
}

function areaTexts({ house, own, heated }: Areas): NonNullable<HeatingFigures['areas']> {
  return { house: house.toString(), own: own.toString(), heated: heated.toString() };
}

/** S_i of some days; a room's is its part of the flat's by living areas (ф. 8). */
function heatedArea(
  house: HouseMonth,
  premises: PremisesMonth,
  { spans, days }: { spans: readonly Span[]; days: Span },
): { area: Volume; parts: HeatSource['area']; room: RoomOfFlat | undefined } | Refusal {
  const flat = premises.facts.flat ? house.flats.get(premises.facts.flat) : undefined;
  const own = areaDuring(premises, spans, days);
  if (own instanceof Refusal) return own;
  if (!flat || flat.shared) return { ...own, room: undefined };
  const areas = flat.areas(premises);
  if (areas instanceof Refusal) return areas;
  const open = premises.open!;
  const [charged, of] = [daysIn(spans, days), open.to - open.from];
  const area = areas.whole.portionOf(areas.own, areas.living).share(charged, of);
  const room = { living: areas.own.toString(), of: areas.living.toString(), share: [charged, of] as const };
  return { area, parts: [[areas.whole.toString(), house.month.days]], room };
}

// ------------------------------------------------------------------------------------------------- without a meter

function byNorm(
  rule: HeatingRule,
  house: HouseMonth,
  { pieces, known }: { pieces: readonly PlainRatePiece[]; known: HeatingFigures | null },
): PremisesCharge | Refusal {
  const { month } = house;
  const norms = normSlices(rule.norms, month);
  if (norms instanceof Refusal) return norms;
  const missing = firstUncovered(norms, clip(month, rule.from, rule.to) ?? month);
  if (missing !== null) return new Refusal('no-norm', { date: formatDate(missing) });
  const months = rule.mode === 'even' ? rule.months : undefined;
  if (rule.mode === 'even' && !months) return new Refusal('no-heating-months', {});
  const anyOwn = house.premises.some(({ facts }) => facts.ownHeating);
  const areas = known ? knownAreas(known) : anyOwn ? areasOf(house) : null;
  if (areas instanceof Refusal) return areas;
  if (!known) noteFigures<HeatingFigures>(house, keyOf(rule), { areas: areas && areaTexts(areas) });
  const clause = rule.basis ?? (areas ? CLAUSE.ownNorm : months ? CLAUSE.evenNorm : CLAUSE.norm);

  return (premises, days) => {
    const lines: ChargeLine[] = [];
    for (const { rate, text, spans } of pieces) {
      const own = normedArea(house, premises, norms, { spans, days });
      if (own instanceof Refusal) return own;
      if (own.norm.length === 0) continue;
      const working: HeatingNormWorking = {
        formula: 'heating-norm',
        clause: own.room ? `${clause}; п. 50, ф. 8` : clause,
        unit: UNIT,
        vat: rule.vat ?? undefined,
        rate: text,
        ...own,
        of: month.days,
        months: months ?? undefined,
        own: areas
          ? {
              heated: !premises.facts.ownHeating,
              house: areas.house.toString(),
              area: areas.own.toString(),
              common: decimal(house.facts.house.commonArea!).toString(),
            }
          : undefined,
      };
      lines.push(lineOf(premises, rule.code, { rate, volume: volumeOf(working), working }));
    }
    return lines;
  };
}

function normedArea(
  house: HouseMonth,
  premises: PremisesMonth,
  norms: readonly NormSlice[],
  { spans, days }: { spans: readonly Span[]; days: Span },
): Pick<HeatingNormWorking, 'norm' | 'room'> | Refusal {
  const found = heatedArea(house, premises, { spans, days });
  if (found instanceof Refusal) return found;
  if (found.room) {
    const during = norms.map((norm) => [norm.text, daysIn([norm], house.month)] as const);
    const [[area]] = found.parts as [readonly [string, number]];
    const charged = during.filter(([, days]) => days > 0).map(([norm, days]) => [norm, area, days] as const);
    return { norm: charged, room: found.room };
  }
  const areas = premises.area();
  if (areas instanceof Refusal) return areas;
  const states = norms.flatMap((norm) =>
    areas.flatMap((area) => {
      const common = clip(area, norm.from, norm.to);
      return common ? [{ from: common.from, to: common.to, norm: norm.text, area: area.text }] : [];
    }),
  );
  const parts = daysOfEach(states, spans, days);
  return { norm: parts.map(({ state, days }) => [state.norm, state.area, days] as const), room: undefined };
}

// ---------------------------------------------------------------------------------------------- with a house meter

interface HeatOfPremises {
  /** What its own meter says, and how; null: it has none that counts. */
  readonly metered: Used | null;
}

function byHouseMeter(
  rule: HeatingRule,
  house: HouseMonth,
  {
    pieces,
    known,
    volume,
    averaged,
    lastYear,
  }: OfHouse & { pieces: readonly PlainRatePiece[]; known: HeatingFigures | null },
): PremisesCharge | Refusal {
  const areas = (known && knownAreas(known)) ?? areasOf(house);
  if (areas instanceof Refusal) return areas;
  const service = meteredService(heatService(rule), house);
  if (service instanceof Refusal) return service;
  const setAside = rule.flatMetersSetAside || known?.divided?.metered === 'none';
  const measures = setAside ? null : metersOfPremises(service, rule, house);
  if (measures instanceof Refusal) return measures;
  const divided = known?.divided
    ? knownDivided(known.divided, areas)
    : measures
      ? dividedByMeters(house, measures)
      : dividedByArea(areas, volume);
  if (divided instanceof Refusal) return divided;
  const clause = rule.basis ?? clauseOf(divided);
  const ofHouse = {
    volume: volume.toString(),
    averaged,
    lastYear: lastYear?.toString(),
    area: areas.house.toString(),
  };
  if (!known)
    noteFigures<HeatingFigures>(house, keyOf(rule), {
      areas: areaTexts(areas),
      house: { volume: ofHouse.volume, averaged, lastYear: ofHouse.lastYear },
      divided: { ...divided, individual: divided.individual?.toString() },
    });

  return (premises, days) => {
    const lines: ChargeLine[] = [];
    const open = premises.open!;
    for (const { rate, text, spans } of pieces) {
      const charged = daysIn(spans, days);
      if (charged === 0) continue;
      const found = heatedArea(house, premises, { spans, days });
      if (found instanceof Refusal) return found;
      const used = measures?.get(premises)?.metered ?? null;
      const working: HeatingHouseWorking = {
        formula: 'heating-house',
        clause: found.room ? `${clause}; п. 50, ф. 8` : clause,
        unit: UNIT,
        vat: rule.vat ?? undefined,
        rate: text,
        house: ofHouse,
        area: found.parts,
        room: found.room,
        of: house.month.days,
        individual: divided.individual?.toString(),
        own: used || premises.facts.ownHeating ? undefined : divided.own,
        meter: used
          ? measured(service, used, {
              rate: { zone: null, text },
              piece: { share: [charged, open.to - open.from], byNorm: null },
            }).working
          : undefined,
      };
      lines.push(lineOf(premises, rule.code, { rate, volume: volumeOf(working), working }));
    }
    return lines;
  };
}

/** How V_i of those without a meter comes about, and ΣV_i; neither: the house's volume simply goes by area. */
interface Divided {
  readonly own?: HeatSource['own'];
  readonly individual?: Volume;
  readonly metered: 'none' | 'some' | 'all';
}

/** Where all had meters, one that has none any more takes what a square metre of the house came to. */
function knownDivided({ metered, own, individual }: NonNullable<HeatingFigures['divided']>, areas: Areas): Divided {
  const average = metered === 'all' && individual !== undefined && { volume: individual, area: areas.house.toString() };
  return {
    metered,
    own: own ?? (average || undefined),
    ...(individual !== undefined && { individual: Volume.parse(individual) }),
  };
}

function clauseOf({ metered }: Divided): string {
  if (metered === 'none') return CLAUSE.house;
  return metered === 'all' ? CLAUSE.allMetered : CLAUSE.someMetered;
}

/** ф. 3(6). Where nobody has heat of his own it comes to V_house · S_i / S_house. */
function dividedByArea(areas: Areas, volume: Volume): Divided {
  if (areas.own.sign === 0) return { metered: 'none' };
  return {
    metered: 'none',
    own: { volume: volume.toString(), area: areas.heated.toString() },
    individual: volume.portionOf(areas.house.minus(areas.own), areas.heated),
  };
}

/** ф. 3(1), 3(3), 3(7). */
function dividedByMeters(house: HouseMonth, measures: ReadonlyMap<PremisesMonth, HeatOfPremises>): Divided | Refusal {
  let [volume, meteredArea, unmeteredArea] = [Volume.zero, Volume.zero, Volume.zero];
  for (const premises of house.premises) {
    if (!premises.open || premises.facts.ownHeating) continue;
    const area = areaOf(premises);
    if (area instanceof Refusal) return new Refusal(area.code, { ...area.details, premises: premises.id });
    const used = measures.get(premises)?.metered;
    if (used) {
      volume = volume.plus(meteredVolume(used));
      meteredArea = meteredArea.plus(area);
    } else unmeteredArea = unmeteredArea.plus(area);
  }
  if (unmeteredArea.sign === 0) return { metered: 'all', individual: volume };
  return {
    metered: 'some',
    own: { volume: volume.toString(), area: meteredArea.toString() },
    individual: volume.plus(volume.portionOf(unmeteredArea, meteredArea)),
  };
}

function meteredVolume({ zones, room }: Used): Volume {
  return volumeOfZones(zones, room);
}

/** What each premises' own heat meter says; null where no premises has one that counts. */
function metersOfPremises(
  service: MeteredService,
  rule: HeatingRule,
  house: HouseMonth,
): Map<PremisesMonth, HeatOfPremises> | Refusal | null {
  const found = new Map<PremisesMonth, HeatOfPremises>();
  for (const premises of house.premises) {
    if (!premises.open || premises.facts.ownHeating) continue;
    const lastYear = rule.mode === 'even' ? premises.facts.lastYear?.[rule.code] : undefined;
    const flat = premises.facts.flat ? house.flats.get(premises.facts.flat) : undefined;
    const has =
      premises.facts.given?.[rule.code] ??
      (premises.metersOf(rule.code).length > 0 || (flat?.shared && flat.has(rule.code)));
    if (!has && !lastYear) continue;
    const used = lastYear ? twelfthOf(lastYear, premises, house.month.days) : usedBy(service, premises, premises.open);
    if (used instanceof Refusal) return new Refusal(used.code, { ...used.details, premises: premises.id });
    if (used.zones.length > 0 && used.byNorm.length === 0) found.set(premises, { metered: used });
  }
  return found.size === 0 ? null : found;
}

/**
 * Of the whole premises: an account that bears a share has its part.
 * @param of  days of which those it is open are a part
 */
function twelfthOf(lastYear: string, premises: PremisesMonth, of: number): Used {
  const shares = premises.shares().map(({ from, to, share }) => ({ state: share, days: to - from }));
  const part = weighVolumes(shares, (share) => share, of);
  const volume = part.times(decimal(lastYear)).share(1, MONTHS_A_YEAR);
  const zones = [{ zone: null, volume, known: volume.toString() }];
  return { zones, byNorm: [], over: premises.open!, room: null, bounds: null };
}

/** Meters of flats speak for heating as the law of heat has it, without factors. */
function heatService(rule: HeatingRule): HeatingRule & { readonly excess?: null } {
  return { ...rule, resource: 'heating', norms: null };
}

// ------------------------------------------------------------------------------------------------- the year's end

/**
 * ф. 3(4): what the actual year comes to, less what was charged for it; for accounts of which the charges of the year
 * are given. A month is settled in which the house's meters stood from its first day and for which the account was
 * charged: one before is left as it was charged, on both sides. An account opened inside the year has its days of it.
 */
function trueUp(
  rule: HeatingRule,
  house: HouseMonth,
): ((premises: PremisesMonth) => ChargeLine[] | Refusal) | Refusal | null {
  const year = yearOf(house.month.period) - 1;
  const [first, last] = [periodOf(year, 1), periodOf(year, 12)];
  const charged = (house.facts.charged ?? []).filter(
    ({ service, period, part }) => service === rule.code && period >= first && period <= last && part !== 'true-up',
  );
  if (rule.mode !== 'even' || charged.length === 0) return null;
  if (house.facts.figures) throw new FiguresMissing('the year of heating');
  const actual = actualYear(rule, house, { year, charged: new Set(charged.map(({ period }) => period)) });
  if (!actual || actual instanceof Refusal) return actual;
  const areas = areasOf(house);
  if (areas instanceof Refusal) return areas;
  const divided = heatOfFlats(rule, house, { areas, year, actual });
  if (divided instanceof Refusal) return divided;
  const settled = new Set<string>();
  return (premises) => {
    if (!premises.open || settled.has(premises.id)) return [];
    settled.add(premises.id);
    const since = premises.facts.from ?? null;
    const own = charged.filter(
      ({ premises: id, period }) =>
        id === premises.id && (since === null || since < monthOf(period).to) && actual.some(isOf(period)),
    );
    if (own.length === 0) return [];
    const found = heatedArea(house, premises, { spans: [premises.open], days: premises.open });
    if (found instanceof Refusal) return found;
    const open = premises.open.to - premises.open.from;
    const months = actual.filter(({ period }) => own.some(isOf(period)));
    const working = {
      formula: 'heating-true-up',
      clause: CLAUSE.trueUp,
      unit: UNIT,
      vat: rule.vat ?? undefined,
      rate: months.at(-1)!.rate,
      months: months
        .filter(({ days }) => since === null || since < days.to)
        .map(({ rate, volume, days }) => {
          const part = since === null ? days.to - days.from : commonDays(days, { from: since, to: days.to });
          return [rate, volume.share(part, days.to - days.from).toString()] as const;
        }),
      house: { area: areas.house.toString() },
      area: (found.room ? found.area : found.area.share(house.month.days, open)).toString(),
      individual: divided.individual?.toString(),
      ...divided.of(premises),
      charged: Money.sum(own.map(({ amount }) => Money.parse(amount))).toString(),
    } as const;
    const line = { premises: premises.id, service: rule.code, part: 'true-up', volume: null, working } as const;
    return [{ ...line, amount: evaluate(working) }];
  };
}

function isOf(period: Period): (one: { readonly period: Period }) => boolean {
  return (one) => one.period === period;
}

/** Some days of a month of the year: its tariff and what of the house's heat falls on them. */
interface ActualDays {
  readonly period: Period;
  readonly rate: string;
  readonly volume: Volume;
  readonly days: Span;
}

/**
 * The house's heat of the months that are settled, with the tariffs of their days. Null: the house has no meter, or was
 * charged for a part of the year only and by choice does not settle it.
 */
function actualYear(
  rule: HeatingRule,
  house: HouseMonth,
  { year, charged }: { year: number; charged: ReadonlySet<Period> },
): ActualDays[] | Refusal | null {
  const meters = metersOf(rule, house);
  if (meters.length === 0 && !rule.lastYear) return null;
  const stood = (period: Period) => meters.every(({ since }) => !since || since <= firstDay(period));
  const months = yearMonths(year).filter((period) => charged.has(period) && (rule.lastYear || stood(period)));
  if (months.length < MONTHS_A_YEAR && rule.shortYear === 'not-settled') return null;
  const volumes = heatOfMonths(rule, meters, { year, months });
  if (volumes instanceof Refusal) return volumes;
  const found: ActualDays[] = [];
  for (const period of months) {
    const month = monthOf(period);
    const pieces = plainRatePieces({ tariffs: rule.yearTariffs ?? rule.tariffs }, month);
    if (pieces instanceof Refusal) return pieces;
    for (const { text, spans } of pieces) {
      for (const span of spans) {
        const volume = volumes.get(period)!.share(span.to - span.from, month.days);
        found.push({ period, rate: text, volume, days: span });
      }
    }
  }
  return found;
}

function yearMonths(year: number): Period[] {
  return Array.from({ length: MONTHS_A_YEAR }, (_, i) => periodOf(year, i + 1));
}

/** By the house's meters; where a month of them is not known, a twelfth of the year that was entered for each. */
function heatOfMonths(
  rule: HeatingRule,
  meters: readonly HouseMeter[],
  { year, months }: { year: number; months: readonly Period[] },
): ReadonlyMap<Period, Volume> | Refusal {
  const volumes = new Map<Period, Volume>();
  for (const period of months) {
    const volume = heatOfMonth(meters, period);
    if (volume) volumes.set(period, volume);
    else if (rule.lastYear) {
      const twelfth = Volume.of(decimal(rule.lastYear), MONTHS_A_YEAR);
      return new Map(yearMonths(year).map((one) => [one, twelfth]));
    } else return new Refusal('no-year-volume', { period: formatPeriod(period) });
  }
  return volumes;
}

function heatOfMonth(meters: readonly HouseMeter[], period: Period): Volume | null {
  if (meters.length === 0) return null;
  const read = meters.map(({ volumes }) => volumes.find((one) => one.period === period));
  return read.every((one) => one !== undefined)
    ? read.reduce((sum, { volume }) => sum.plus(Volume.of(decimal(volume))), Volume.zero)
    : null;
}

/** V_i and ΣV_i of one unit of the house's heat: flats' own meters counted a year, which goes by the house's months. */
function heatOfFlats(
  rule: HeatingRule,
  house: HouseMonth,
  { areas, year, actual }: { areas: Areas; year: number; actual: readonly ActualDays[] },
): { individual?: Volume; of: (premises: PremisesMonth) => Pick<HeatSource, 'own'> & { meter?: string } } | Refusal {
  const counted = new Map(
    house.premises.flatMap((premises) => {
      const volume = rule.flatMetersSetAside || !premises.open ? null : premises.facts.lastYear?.[rule.code];
      return volume && !premises.facts.ownHeating
        ? [[premises, twelfthOf(volume, premises, daysIn([house.month], premises.open!))] as const]
        : [];
    }),
  );
  if (counted.size === 0 || actual.length === 0) {
    const { own, individual } = dividedByArea(areas, ONE);
    return { individual, of: ({ facts }) => (own && !facts.ownHeating ? { own } : {}) };
  }
  const volumes = heatOfMonths(rule, metersOf(rule, house), { year, months: yearMonths(year) });
  if (volumes instanceof Refusal) return volumes;
  const whole = [...volumes.values()].reduce((sum, volume) => sum.plus(volume), Volume.zero);
  if (whole.sign <= 0) return { of: () => ({}) };
  const ofOne = (twelfth: Volume) => ONE.portionOf(twelfth.share(MONTHS_A_YEAR, 1), whole);
  const divided = dividedByMeters(house, new Map([...counted].map(([one, metered]) => [one, { metered }])));
  if (divided instanceof Refusal) return divided;
  const own = divided.own && { ...divided.own, volume: ofOne(Volume.parse(divided.own.volume)).toString() };
  return {
    individual: ofOne(divided.individual!),
    of: (premises) => {
      const metered = counted.get(premises);
      if (metered) return { meter: ofOne(meteredVolume(metered)).toString() };
      return own && !premises.facts.ownHeating ? { own } : {};
    },
  };
}

const ONE = Volume.of(count(1));

import { decimal, formatPeriod } from '@dvor/kernel';
import type { CommonFigures, CommonRule, HouseMeter } from '../facts.js';
import { knownFigures, noteFigures } from '../figures.js';
import { areaDuring, houseArea, sumOfAreas } from '../house-area.js';
import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge, unitOfResource } from '../line.js';
import { houseVolume } from '../meters/house-volume.js';
import { normSlices } from '../norms.js';
import type { PremisesMonth } from '../premises-month.js';
import { plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { firstUncovered } from '../dated.js';
import { daysIn, monthOf } from '../span.js';
import { consumedDuring } from '../spread.js';
import { Volume } from '../volume.js';
import { commonVolume, evaluate, volumeOf } from '../working/evaluate.js';
import type { CommonVolumeOf, CommonYearWorking, YearMonth } from '../working/working.js';
import { givenConsumption } from '../given.js';

// ПП 354, прил. 2, ф. 11–12; ПП 491, п. 29(2): V_i = (V_house − ΣV_individual + carried) · S_i / S_house, never below zero
//                  ф. 15: V_i = N · S_common · S_i / S_house, where there is no house meter
// 12000 kWh of the house, 10000 of its premises, 60 of 2400 m² at 1.936: 2000 · 60/2400 = 50 kWh, 96.80

const CLAUSE = {
  actual: 'ПП 491, п. 29(2); ПП 354, прил. 2, ф. 11, 12',
  average: 'ПП 491, п. 29(2)',
  norm: 'ПП 491, п. 29(2); ПП 354, прил. 2, ф. 15',
  trueUp: 'ПП 491, п. 29(3)',
};

/** Resources for common property (КР на СОИ, ОДН): the house's common volume by share of area. */
export function chargeCommon(rule: CommonRule, house: HouseMonth): PremisesCharge | Refusal {
  const { month } = house;
  const pieces = plainRatePieces(rule, month);
  if (pieces instanceof Refusal) return pieces;
  const figures = knownFigures<CommonFigures>(house, keyOf(rule)) ?? figuresOf(rule, house);
  if (figures instanceof Refusal) return figures;
  const years = yearsOf(rule);
  if (years instanceof Refusal) return years;
  const { source } = figures;
  const unit = rule.unit ?? unitOfResource(rule.resource ?? resourceOf(rule.of, house));
  const vat = rule.vat ?? undefined;
  const clause = rule.basis ?? clauseOf(source);

  return (premises, days) => {
    const lines: ChargeLine[] = [];
    for (const { rate, text, spans } of pieces) {
      const own = areaDuring(premises, spans, days);
      if (own instanceof Refusal) return own;
      if (own.parts.length === 0) continue;
      const working = {
        formula: 'common',
        clause,
        unit,
        vat,
        rate: text,
        area: own.parts,
        of: month.days,
        houseArea: figures.area,
        source,
      } as const;
      lines.push(lineOf(premises, rule.code, { part: 'common', rate, volume: volumeOf(working), working }));
      if (!rule.trueUp) continue;
      const settled = {
        formula: 'common-true-up',
        clause: CLAUSE.trueUp,
        unit,
        vat,
        rate: text,
        area: own.parts,
        of: month.days,
        houseArea: figures.area,
        year: rule.trueUp,
      } as const;
      lines.push(lineOf(premises, rule.code, { part: 'true-up', rate, volume: volumeOf(settled), working: settled }));
    }
    if (years.length === 0) return lines;
    const own = areaDuring(premises, [month], days);
    if (own instanceof Refusal) return own;
    const basis = { clause: CLAUSE.trueUp, unit, vat, area: own.parts, of: month.days, houseArea: figures.area };
    return [...lines, ...years.map((year) => yearLine({ ...basis, ...year }, { rule, premises }))];
  };
}

/** A year's part of one account. */
function yearLine(
  year: Omit<CommonYearWorking, 'formula'>,
  { rule, premises }: { rule: CommonRule; premises: PremisesMonth },
): ChargeLine {
  const working = { formula: 'common-year', ...year } as const;
  const line = { premises: premises.id, service: rule.code, part: 'true-up', volume: null, working } as const;
  return { ...line, amount: evaluate(working) };
}

type YearToSettle = Pick<CommonYearWorking, 'months' | 'part' | 'rate'>;

/** What earlier years are settled by in the month, each of their months at the tariffs of its own days. */
function yearsOf(rule: CommonRule): readonly YearToSettle[] | Refusal {
  const settled: YearToSettle[] = [];
  for (const { months, part } of rule.years ?? []) {
    const found: YearMonth[] = [];
    for (const { period, fact, charged } of months) {
      const month = monthOf(period);
      const pieces = plainRatePieces({ tariffs: rule.yearTariffs ?? rule.tariffs }, month);
      if (pieces instanceof Refusal) return pieces;
      for (const { text, spans } of pieces) {
        const during = (volume: string) =>
          Volume.of(decimal(volume)).share(daysIn(spans, month), month.days).toString();
        found.push([formatPeriod(period), text, during(fact), during(charged)]);
      }
    }
    const last = found.at(-1);
    if (last) settled.push({ months: found, part, rate: last[1] });
  }
  return settled;
}

/** Groups of premises with meters of their own divide each its own volume. */
function keyOf({ code, mode, meters }: CommonRule): string {
  return ['common', code, mode, ...(meters ?? [])].join(' ');
}

function figuresOf(rule: CommonRule, house: HouseMonth): CommonFigures | Refusal {
  const area = rule.meters ? sumOfAreas(premisesOf(rule, house)) : houseArea(house);
  if (area instanceof Refusal) return area;
  const source = commonVolumeOf(rule, house);
  if (source instanceof Refusal) return source;
  const left = commonVolume(source).left;
  // flats and shops may have tariffs, and so rules, of their own for the one common volume
  if (left && !house.carry.some(({ service }) => service === rule.code)) {
    house.carry.push({ service: rule.code, volume: left.toDecimal().toString() });
  }
  return noteFigures(house, keyOf(rule), { area: area.toString(), source });
}

function clauseOf(source: CommonVolumeOf): string {
  if ('house' in source || 'flows' in source) return CLAUSE.actual;
  return 'average' in source ? CLAUSE.average : CLAUSE.norm;
}

/** What is divided, by the rule's mode: without a volume of the house the norm stands. */
function commonVolumeOf(rule: CommonRule, house: HouseMonth): CommonVolumeOf | Refusal {
  if (rule.mode === 'norm') return byNorm(rule, house);
  if (rule.mode === 'average' && rule.average) return { average: rule.average };
  const meters = metersOf(rule, house);
  const read = houseVolume(meters, house.month.period, resourceOf(rule.of, house));
  if (!read) return meters.length === 0 && isSewage(rule, house) ? bySewage(rule, house) : byNorm(rule, house);
  const norm = rule.capped ? byNorm(rule, house) : null;
  if (norm instanceof Refusal) return norm;
  const carried = house.facts.carry?.filter(({ service }) => service === rule.code) ?? [];
  const forHotWater = heatedHere(rule, house);
  return {
    house: read.volume.toString(),
    averaged: read.averaged ?? undefined,
    individual: individualVolumes(rule.of, premisesOf(rule, house)).toString(),
    forHotWater: forHotWater.sign === 0 ? undefined : forHotWater.toString(),
    carried: carried.length === 0 ? undefined : carried.map(({ volume }) => volume),
    cap: norm && 'norm' in norm ? norm : undefined,
  };
}

/** N · S_common, the norm weighted by its days. */
function byNorm({ norms }: CommonRule, { facts, month }: HouseMonth): CommonVolumeOf | Refusal {
  const slices = normSlices(norms, month);
  if (slices instanceof Refusal) return slices;
  if (firstUncovered(slices, month) !== null) return new Refusal('no-norm', {});
  const { commonArea } = facts.house;
  if (!commonArea || !decimal(commonArea).gte('0')) return new Refusal('no-common-area', {});
  return {
    norm: slices.map(({ text, from, to }) => [text, to - from] as const),
    of: month.days,
    commonArea: decimal(commonArea).toString(),
  };
}

/** Sewage has no meter: as much as the common water that runs off (ПП 491, п. 29). */
function bySewage(rule: CommonRule, house: HouseMonth): CommonVolumeOf | Refusal {
  const sewage = house.services.find(({ code, method }) => code === rule.of && method === 'sewage');
  const inflows = sewage?.method === 'sewage' ? sewage.of : [];
  const common = house.services.filter(
    (other): other is CommonRule => other.method === 'common' && inflows.includes(other.of),
  );
  if (common.length === 0) return byNorm(rule, house);
  const flows: (readonly [string, string])[] = [];
  for (const other of common) {
    const source = commonVolumeOf(other, house);
    if (source instanceof Refusal) return source;
    flows.push([other.code, commonVolume(source).volume.toString()]);
  }
  return { flows };
}

function isSewage({ of, resource }: CommonRule, house: HouseMonth): boolean {
  return (resource ?? resourceOf(of, house)) === 'sewage';
}

function resourceOf(code: string, { services }: HouseMonth): string {
  return services.find((service) => service.code === code)?.resource ?? code;
}

function metersOf({ of, meters }: CommonRule, house: HouseMonth): HouseMeter[] {
  const resource = resourceOf(of, house);
  const own = house.facts.house.meters?.filter(({ service }) => service === of || service === resource) ?? [];
  return meters ? own.filter(({ id }) => id && meters.includes(id)) : own;
}

/** All of the house; of a group with meters of its own, the group. */
function premisesOf({ meters, appliesTo }: CommonRule, { premises }: HouseMonth): readonly PremisesMonth[] {
  if (!meters || !appliesTo) return premises;
  const ids = new Set(appliesTo);
  return premises.filter(({ id }) => ids.has(id));
}

/** What all premises used, by meter, average or norm (without the factor); of those not charged for it, as given. */
function individualVolumes(service: string, premises: readonly PremisesMonth[]): Volume {
  return premises.reduce((sum, one) => {
    if (!one.open) return sum;
    const used = one.consumed(service) ?? givenConsumption(one, service, one.open) ?? [];
    return sum.plus(consumedDuring(used, one.month));
  }, Volume.zero);
}

/** Cold water that the house itself heats for its hot water (ф. 11). */
function heatedHere(rule: CommonRule, house: HouseMonth): Volume {
  if (resourceOf(rule.of, house) !== 'cold-water') return Volume.zero;
  const made = house.services.filter(({ method }) => method === 'hot-water-made-in-house');
  return made.reduce((sum, { code }) => sum.plus(individualVolumes(code, premisesOf(rule, house))), Volume.zero);
}

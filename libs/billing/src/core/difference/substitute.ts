import { assertNever } from '@dvor/kernel';
import type { Volume } from '../volume.js';
import { volumeOf } from '../working/evaluate.js';
import type {
  CommonByNorm,
  CommonWorking,
  DayParts,
  ExcessWorking,
  FormulaWorking,
  HeatingHouseWorking,
  HeatingNormWorking,
  MadeInHouseWorking,
  MeterWorking,
  NormWorking,
  TierWorking,
  UnitsWorking,
  WasteAreaWorking,
  WastePersonWorking,
  Working,
} from '../working/working.js';
import type { Reason } from './difference.js';
import { type NormFigures, normFigures, normVolume, onlyValue, withMean } from './means.js';

/** The working of the month before with one more of its figures as it is now. */
export interface Step {
  readonly reason: Reason;
  readonly working: Working;
  /** The figure that was put in place of another, where each is one figure. */
  readonly was?: string | undefined;
  readonly became?: string | undefined;
  readonly unit?: string | undefined;
}

/**
 * From one working to another of the same formula, a figure at a time, in a fixed order: the rate, the norm, what it is
 * multiplied by, the house's figures, the account's own, the days last. Each step's working can be evaluated; the last
 * is the other working itself, so whatever is not named before goes with its reason.
 */
export function stepsBetween(a: Working, b: Working): Step[] {
  const steps = stepsOfFormula(a, b);
  return steps.map((step, i) => (i === steps.length - 1 ? { ...step, working: b } : step));
}

function stepsOfFormula(a: Working, b: Working): Step[] {
  switch (a.formula) {
    case 'area':
      return b.formula === a.formula ? byDayParts(a, b, 'area', { reason: 'area', unit: 'm2' }) : other(a, b);
    case 'person':
      return b.formula === a.formula ? byDayParts(a, b, 'persons', { reason: 'persons', unit: 'person' }) : other(a, b);
    case 'flat': {
      if (b.formula !== a.formula) return other(a, b);
      const shares = (w: typeof a): DayParts => w.shares ?? [['1', w.days]];
      const rated = { ...a, rate: b.rate };
      return [tariff(a, b), { reason: 'area', working: { ...rated, shares: withMean(shares(a), shares(b)) } }, days(b)];
    }
    case 'given': {
      if (b.formula !== a.formula) return other(a, b);
      return [tariff(a, b), volume({ ...a, rate: b.rate, volume: b.volume }, figuresOf(a, b)), days(b)];
    }
    case 'meter':
    case 'average':
      return b.formula === 'meter' || b.formula === 'average' ? byMeter(a, b) : other(a, b);
    case 'norm':
    case 'waste-person':
      return b.formula === a.formula ? byNorm(a, b, 'persons') : other(a, b);
    case 'excess': {
      if (b.formula !== a.formula) return other(a, b);
      const plain = byNorm(a, { ...b, factor: a.factor }, 'persons');
      return [...plain, { reason: 'factor', working: b, was: a.factor, became: b.factor }];
    }
    case 'waste-area':
      return b.formula === a.formula ? byNorm(a, b, 'area') : other(a, b);
    case 'sewage':
      return b.formula === a.formula ? [tariff(a, b), volume(b, figuresOf(a, b))] : other(a, b);
    case 'tier':
      return b.formula === a.formula ? byTier(a, b) : other(a, b);
    case 'heat-of-water': {
      if (b.formula !== a.formula) return other(a, b);
      const heat = { ...a, rate: b.rate, perUnit: b.perUnit };
      return [tariff(a, b), norm(heat, a.perUnit, b.perUnit), volume(b)];
    }
    case 'made-in-house':
      return b.formula === a.formula ? madeInHouse(a, b) : other(a, b);
    case 'units':
      return b.formula === a.formula ? byUnits(a, b) : other(a, b);
    case 'heating-norm':
      return b.formula === a.formula ? heatingByNorm(a, b) : other(a, b);
    case 'heating-house':
      return b.formula === a.formula ? heatingByHouse(a, b) : other(a, b);
    case 'common':
      return b.formula === a.formula ? common(a, b) : other(a, b);
    case 'formula':
      return b.formula === a.formula ? byFormula(a, b) : other(a, b);
    case 'absence':
    case 'waste-area-absence':
    case 'sewage-absence':
      return [{ reason: 'absence', working: b }];
    case 'interference':
      return [{ reason: 'act', working: b }];
    case 'heating-true-up':
    case 'common-true-up':
    case 'common-year':
    case 'true-up':
    case 'manual':
    case 'fine':
      return [{ reason: 'correction', working: b }];
    case 'quality':
      return [{ reason: 'quality', working: b }];
    case 'one-off':
      return [{ reason: 'one-off', working: b }];
    case 'benefit':
      return [{ reason: 'benefit', working: b }];
    default:
      return assertNever(a);
  }
}

// --------------------------------------------------------------------------------------------------- single figures

/** Another formula: what the rate did can still be told where both multiply it by the same unit. */
function other(a: Working, b: Working): Step[] {
  const method: Step = { reason: 'method', working: b, was: a.formula, became: b.formula };
  return a.unit === b.unit && a.rate !== null && b.rate !== null
    ? [{ reason: 'tariff', working: { ...a, rate: b.rate } as Working }, method]
    : [method];
}

function tariff(a: Working, b: Working): Step {
  return { reason: 'tariff', working: { ...a, rate: b.rate } as Working };
}

function norm(working: Working, was?: string, became?: string): Step {
  return { reason: 'norm', working, was, became };
}

function volume(working: Working, told: Pick<Step, 'was' | 'became' | 'unit'> = {}): Step {
  return { reason: 'volume', working, ...told };
}

function days(b: Working): Step {
  return { reason: 'days', working: b };
}

/** Volumes as they are told: three decimals are more than an eye wants. */
function figuresOf(a: Working, b: Working): Pick<Step, 'was' | 'became' | 'unit'> {
  const shown = (working: Working) => volumeOf(working).toDecimal().round(6).toString();
  return { was: shown(a), became: shown(b), unit: b.unit };
}

function byDayParts<K extends 'area' | 'persons', W extends Working & Record<K, DayParts> & { readonly of: number }>(
  a: W,
  b: W,
  key: K,
  { reason, unit }: { reason: Reason; unit: string },
): Step[] {
  const parts = withMean(a[key], b[key]);
  return [
    tariff(a, b),
    { reason, working: { ...a, rate: b.rate, [key]: parts }, ...changed(a[key], b[key]), unit },
    days(b),
  ];
}

function changed(a: DayParts, b: DayParts): Pick<Step, 'was' | 'became'> {
  return { was: onlyValue(a.map(([value]) => value)), became: onlyValue(b.map(([value]) => value)) };
}

// --------------------------------------------------------------------------------------------- norms and their bases

type ByNorm = ExcessWorking | HeatingNormWorking | NormWorking | WasteAreaWorking | WastePersonWorking;

/** N, then what it is multiplied by, then the days; the figures stand as one volume in the working. */
function byNorm<W extends ByNorm>(a: W, b: W, by: 'persons' | 'area'): Step[] {
  const known = { ...a, rate: b.rate, ...('perUnit' in b && { perUnit: b.perUnit }) };
  const { ofNorm, ofBase } = crossed(a, b);
  return [
    tariff(a, b),
    norm(withVolume(known, ofNorm), ...normsOf(a, b)),
    { reason: by, working: withVolume(known, ofBase), ...basesOf(a, b), unit: by === 'area' ? 'm2' : 'person' },
    days(b),
  ];
}

function normsOf(a: ByNorm, b: ByNorm): [string | undefined, string | undefined] {
  return [onlyValue(a.norm.map(([value]) => value)), onlyValue(b.norm.map(([value]) => value))];
}

function basesOf(a: ByNorm, b: ByNorm): Pick<Step, 'was' | 'became'> {
  return { was: onlyValue(a.norm.map(([, by]) => by)), became: onlyValue(b.norm.map(([, by]) => by)) };
}

/** The volumes with the norm of the other month, then with its base too, both on the days of the first. */
function crossed(a: ByNorm, b: ByNorm): { ofNorm: Volume; ofBase: Volume } {
  const [was, is]: [NormFigures, NormFigures] = [normFigures(a.norm, a.of), normFigures(b.norm, b.of)];
  const figures = { ...was, norm: is.norm ?? was.norm, by: was.by ?? is.by };
  return { ofNorm: normVolume(figures), ofBase: normVolume({ ...figures, by: is.by ?? was.by }) };
}

function withVolume(working: ByNorm, exact: Volume): Working {
  // The yearly norms of waste are divided by twelve, and others multiplied, where they are evaluated: after this.
  return {
    ...working,
    norm: [[exact.toString(), working.formula === 'waste-area' || working.formula === 'heating-norm' ? '1' : 1, 1]],
    of: 1,
  } as Working;
}

function byUnits(a: UnitsWorking, b: UnitsWorking): Step[] {
  const known = { ...a, rate: b.rate, norm: withMean(a.norm, b.norm) };
  const { was, became } = changed(a.norm, b.norm);
  return [
    tariff(a, b),
    norm(known, was, became),
    volume({ ...known, units: b.units }, { was: a.units, became: b.units, unit: 'unit' }),
    days(b),
  ];
}

// ------------------------------------------------------------------------------------------------------- by meters

function byMeter(a: MeterWorking, b: MeterWorking): Step[] {
  const read: MeterWorking = { ...b, share: a.share };
  return [
    tariff(a, b),
    {
      reason: 'settlement',
      working: { ...a, rate: b.rate, estimated: b.estimated },
    },
    a.formula === b.formula
      ? volume(read, figuresOf(a, b))
      : { reason: 'method', working: read, was: a.formula, became: b.formula },
    days(b),
  ];
}

function byTier(a: TierWorking, b: TierWorking): Step[] {
  const bounded: TierWorking = { ...a, rate: b.rate, bounds: b.bounds, room: b.room };
  return [
    tariff(a, b),
    norm(bounded, ...(a.bounds[1] !== null && b.bounds[1] !== null ? ([a.bounds[1], b.bounds[1]] as const) : [])),
    volume({ ...bounded, total: b.total, base: b.base }, figuresOf(a, b)),
    days(b),
  ];
}

function madeInHouse(a: MadeInHouseWorking, b: MadeInHouseWorking): Step[] {
  const alike = a.spent.length === b.spent.length;
  const priced: MadeInHouseWorking = {
    ...a,
    rate: b.rate,
    spent: alike ? a.spent.map(([volume], i) => [volume, b.spent[i]![1]] as const) : a.spent,
  };
  return [{ reason: 'tariff', working: priced }, volume({ ...priced, base: b.base }), { reason: 'house', working: b }];
}

// ------------------------------------------------------------------------------------- heating and common property

function heatingByNorm(a: HeatingNormWorking, b: HeatingNormWorking): Step[] {
  const { ofNorm, ofBase } = crossed(a, b);
  const known = { ...a, rate: b.rate, months: b.months };
  const based = {
    ...withVolume(known, ofBase),
    room: b.room && { ...b.room, share: (a.room ?? b.room).share },
  } as Working;
  return [
    tariff(a, b),
    { reason: 'season', working: { ...a, rate: b.rate, months: b.months }, was: a.months, became: b.months },
    norm(withVolume(known, ofNorm), ...normsOf(a, b)),
    { reason: 'area', working: based, ...basesOf(a, b), unit: 'm2' },
    { reason: 'house', working: { ...based, own: b.own } as Working },
    days(b),
  ];
}

function heatingByHouse(a: HeatingHouseWorking, b: HeatingHouseWorking): Step[] {
  const based: HeatingHouseWorking = {
    ...a,
    rate: b.rate,
    area: withMean(a.area, b.area),
    room: b.room && { ...b.room, share: (a.room ?? b.room).share },
  };
  const divided: HeatingHouseWorking = { ...based, house: b.house, individual: b.individual, own: b.own };
  return [
    tariff(a, b),
    { reason: 'area', working: based, ...changed(a.area, b.area), unit: 'm2' },
    { reason: 'house', working: divided, was: a.house.volume, became: b.house.volume, unit: b.unit },
    volume({ ...divided, meter: b.meter }),
    days(b),
  ];
}

function common(a: CommonWorking, b: CommonWorking): Step[] {
  const known: CommonWorking = { ...a, rate: b.rate };
  const divided: CommonWorking = { ...known, source: b.source, houseArea: b.houseArea };
  const based: CommonWorking = { ...divided, area: withMean(a.area, b.area) };
  const ofArea: Step = { reason: 'area', working: based, ...changed(a.area, b.area), unit: 'm2' };
  if (isByNorm(a.source) && isByNorm(b.source)) {
    const { was, became } = changed(a.source.norm, b.source.norm);
    const normed: CommonWorking = { ...known, source: { ...a.source, norm: withMean(a.source.norm, b.source.norm) } };
    return [tariff(a, b), norm(normed, was, became), { reason: 'house', working: divided }, ofArea, days(b)];
  }
  const alike = sourceKind(a.source) === sourceKind(b.source);
  return [tariff(a, b), { reason: alike ? 'house' : 'method', working: divided }, ofArea, days(b)];
}

function isByNorm(source: CommonWorking['source']): source is CommonByNorm {
  return 'norm' in source;
}

function sourceKind(source: CommonWorking['source']): string {
  return ['house', 'norm', 'average', 'flows'].find((kind) => kind in source) ?? '';
}

// ------------------------------------------------------------------------------------------------- own formulas

/**
 * f is not linear: figures are put in span by span. Both months are cut into the spans of both, each with its share of
 * the days, which changes neither sum.
 */
function byFormula(a: FormulaWorking, b: FormulaWorking): Step[] {
  const same = a.text === b.text && JSON.stringify(a.inputs) === JSON.stringify(b.inputs);
  if (!same || a.parts.length === 0 || b.parts.length === 0) return other(a, b);
  const daysOf = ({ parts }: FormulaWorking) => parts.reduce((sum, part) => sum + part.days, 0);
  const [ofA, ofB] = [daysOf(a), daysOf(b)];
  if (ofA === 0 || ofB === 0) return other(a, b);
  const pairs = a.parts.flatMap((mine) => b.parts.map((others) => ({ mine, others })));
  const steps: Step[] = [];
  const put = new Set<number>();
  for (const reason of FORMULA_ORDER) {
    const at = a.inputs.flatMap(([name], i) => ((REASON_OF_INPUT[name] ?? 'volume') === reason ? [i] : []));
    if (at.length === 0) continue;
    for (const i of at) put.add(i);
    const parts = pairs.map(({ mine, others }) => ({
      days: mine.days * others.days,
      figures: mine.figures.map((figure, i) => (put.has(i) ? others.figures[i]! : figure)),
    }));
    const [only] = at.length === 1 ? at : [];
    const told = only === undefined ? {} : { was: onlyFigure(a, only), became: onlyFigure(b, only) };
    steps.push({ reason, working: { ...a, rate: b.rate, parts, of: a.of * ofB }, ...told });
  }
  return [...steps, days(b)];
}

function onlyFigure({ parts }: FormulaWorking, at: number): string | undefined {
  return onlyValue(parts.map(({ figures }) => figures[at]!));
}

const FORMULA_ORDER: readonly Reason[] = ['tariff', 'norm', 'area', 'persons', 'house', 'volume', 'days'];

const REASON_OF_INPUT: Readonly<Record<string, Reason>> = {
  тариф: 'tariff',
  норматив: 'norm',
  площадь: 'area',
  'жилая площадь': 'area',
  'площадь дома': 'house',
  'площадь общего имущества': 'house',
  прописано: 'persons',
  проживающих: 'persons',
  собственников: 'persons',
  помещений: 'area',
  дней: 'days',
  'дней в месяце': 'days',
};

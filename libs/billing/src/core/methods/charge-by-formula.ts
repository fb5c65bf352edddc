import { formatDate, formatPeriod } from '@dvor/kernel';
import { countPersons } from '../count-persons.js';
import { firstUncovered, Overlap, type Slice, slicesOf } from '../dated.js';
import type { DatedFormula, FormulaRule, Unit } from '../facts.js';
import type { FormulaUnits } from '../formulas/check-units.js';
import { computeFormula, DividedByZero } from '../formulas/compute-formula.js';
import { volumeName } from '../formulas/expression.js';
import { FormulaFault } from '../formulas/fault.js';
import { figuresOf, formulaAmount, formulaVolume } from '../formulas/formula-amount.js';
import { Fraction } from '../formulas/fraction.js';
import { type Formula, readFormula } from '../formulas/read-formula.js';
import type { VariableName } from '../formulas/variables.js';
import { givenConsumption } from '../given.js';
import { type ChargeLine, type HouseMonth, type PremisesCharge, unitOfResource } from '../line.js';
import { type NormSlice, normSlices } from '../norms.js';
import type { PremisesMonth } from '../premises-month.js';
import { chargedDays, plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { ofShare } from '../sharing.js';
import { clip, commonSpans, type Month, type Span } from '../span.js';
import { type Consumption, consumedDuring } from '../spread.js';
import type { FormulaWorking } from '../working/working.js';

// P = Σ(f(inputs of the span) · days) / of, f the organisation's own formula, `of` the days of the month
// min(площадь; 50 м²) · тариф, 52.3 m² for 10 days of 31, 40 m² for 21, 31.50: (50 · 10 + 40 · 21) / 31 · 31.50 = 1361.61

/**
 * By the organisation's own formula. Spans of one area, one count of persons, one norm and one tariff are computed each
 * by itself and weighted by their days; a volume enters at the pace of a whole month. A formula that names `дней`
 * divides the month itself: its spans are weighted by the days charged then.
 */
export function chargeByFormula(rule: FormulaRule, house: HouseMonth): PremisesCharge | Refusal {
  const { month } = house;
  const charged = chargedDays(rule, month);
  if (!charged) return () => [];
  const formulas = formulasOf(rule, charged, house);
  if (formulas instanceof Refusal) return formulas;
  const norms = formulas.some(({ read }) => read.uses('норматив')) ? normSlices(rule.norms, month) : [];
  if (norms instanceof Refusal) return norms;
  const pieces = piecesOf(rule, formulas, charged, month);
  if (pieces instanceof Refusal) return pieces;

  return (premises, days) => {
    const lines: ChargeLine[] = [];
    for (const { formula, ...piece } of pieces) {
      const spans = commonSpans(piece.spans, [days]);
      if (spans.length === 0) continue;
      const of = formula.read.uses('дней') ? days.to - days.from : month.days;
      const asked: Asked = { house, premises, norms, days, of, rate: piece.rate, formula };
      const parts = partsOf(asked, spans);
      if (parts instanceof Refusal) return parts;
      lines.push(lineOf(rule, asked, parts));
    }
    return lines;
  };
}

/** One text of the formula, read, with its days. */
interface ReadFormula extends Span {
  readonly version: string | null;
  readonly text: string;
  readonly unit: Unit;
  readonly basis: string | null;
  readonly read: Formula;
}

/** What becomes one line: one text at one rate. */
interface FormulaPiece {
  readonly formula: ReadFormula;
  readonly rate: string | null;
  readonly spans: readonly Span[];
}

interface Asked {
  readonly house: HouseMonth;
  readonly premises: PremisesMonth;
  readonly norms: readonly NormSlice[];
  readonly days: Span;
  readonly of: number;
  readonly rate: string | null;
  readonly formula: ReadFormula;
}

// ----------------------------------------------------------------------------------------------------- the formulas

function formulasOf(rule: FormulaRule, charged: Span, house: HouseMonth): ReadFormula[] | Refusal {
  const slices = datedFormulas(rule, charged);
  if (slices instanceof Overlap) return new Refusal('formula-overlap', { date: slices.date });
  const missing = firstUncovered(slices, charged);
  if (missing !== null) return new Refusal('no-formula', { date: formatDate(missing) });
  const formulas: ReadFormula[] = [];
  for (const { from, to, entry } of slices) {
    const units = unitsOf(rule, entry, house);
    const read = readFormula(entry.text, units);
    if (read instanceof FormulaFault) {
      const { code, place } = read;
      return new Refusal('formula-fault', { fault: code, at: place.at, length: place.length, ...read.details });
    }
    const { text, version = null, basis = null } = entry;
    formulas.push({ from, to, version, text, unit: units.unit, basis, read });
  }
  return formulas;
}

function datedFormulas({ formula }: FormulaRule, charged: Span): Slice<DatedFormula>[] | Overlap {
  if (typeof formula !== 'string') return slicesOf(formula, charged);
  return [{ ...charged, entry: { from: charged.from, text: formula } }];
}

/** The tariff is of the service's own unit; another service's volume is of that service's, as the house has it. */
function unitsOf({ unit, normPer }: FormulaRule, formula: DatedFormula, { services }: HouseMonth): FormulaUnits {
  return {
    unit: unit ?? formula.unit ?? 'premises',
    normPer: formula.normPer ?? normPer ?? 'person',
    volume: (code) => {
      const service = services.find((other) => other.code === code);
      return formula.volumes?.[code] ?? service?.unit ?? unitOfResource(service?.resource ?? code);
    },
  };
}

function piecesOf(
  rule: FormulaRule,
  formulas: readonly ReadFormula[],
  charged: Span,
  month: Month,
): FormulaPiece[] | Refusal {
  const needsRate = formulas.some(({ read }) => read.uses('тариф'));
  const rates = needsRate ? plainRatePieces(rule, month) : [];
  if (rates instanceof Refusal) return rates;
  return formulas.flatMap((formula): FormulaPiece[] => {
    if (!formula.read.uses('тариф')) return [{ formula, rate: null, spans: commonSpans([formula], [charged]) }];
    return rates
      .map(({ text, spans }) => ({ formula, rate: text, spans: commonSpans(spans, [formula]) }))
      .filter(({ spans }) => spans.length > 0);
  });
}

// -------------------------------------------------------------------------------------------------------- the spans

type Part = FormulaWorking['parts'][number];

/** What the formula is given on the days of `spans`; days with the same figures stand together. */
function partsOf(asked: Asked, spans: readonly Span[]): Part[] | Refusal {
  const { formula } = asked;
  const sources: Source[] = [];
  for (const { name } of formula.read.inputs) {
    const source = sourceOf(name, asked);
    if (source instanceof Refusal) return source;
    sources.push(source);
  }
  const cuts = sources.flatMap((source) => source.cuts).sort((a, b) => a - b);
  const parts: { days: number; figures: string[] }[] = [];
  for (const span of spans.flatMap((whole) => cutAt(whole, cuts))) {
    const figures: string[] = [];
    for (const { figure } of sources) {
      const found = figure(span);
      if (found instanceof Refusal) return found;
      figures.push(found);
    }
    const refusal = refusalOf(formula, figures);
    if (refusal) return refusal;
    const same = parts.find((part) => part.figures.join() === figures.join());
    if (same) same.days += span.to - span.from;
    else parts.push({ days: span.to - span.from, figures });
  }
  return parts;
}

/** Neither a division by zero nor a sum below it becomes a bill. */
function refusalOf({ read, text }: ReadFormula, figures: readonly string[]): Refusal | null {
  const inputs = inputsOf(read);
  const value = computeFormula(read.expression, figuresOf(inputs, figures));
  const given = inputs.map(([name, unit], i) => `${name} = ${figures[i]!}${unit && ` ${unit}`}`);
  if (value instanceof DividedByZero) {
    const { at, length } = value.place;
    return new Refusal('division-by-zero', { by: text.slice(at, at + length), given });
  }
  return value.isNegative ? new Refusal('negative-result', { given }) : null;
}

function inputsOf({ inputs }: Formula): FormulaWorking['inputs'] {
  return inputs.map(({ name, unit }) => [name, unit]);
}

function cutAt(span: Span, cuts: readonly number[]): Span[] {
  const inside = [...new Set(cuts)].filter((cut) => cut > span.from && cut < span.to);
  const ends = [span.from, ...inside, span.to] as Span['from'][];
  return ends.slice(1).map((to, i) => ({ from: ends[i]!, to }));
}

// ------------------------------------------------------------------------------------------------------- the inputs

/** Where a quantity comes from: the days on which it changes, and what it is on days on which it doesn't. */
interface Source {
  readonly cuts: readonly number[];
  readonly figure: (span: Span) => string | Refusal;
}

function sourceOf(name: string, asked: Asked): Source | Refusal {
  const { house, premises, norms, days, of, rate } = asked;
  switch (name as VariableName) {
    case 'площадь':
      return dated(premises.area(), ({ text }) => text);
    case 'жилая площадь':
      return shareOf(premises, premises.facts.livingArea ?? new Refusal('no-living-area'));
    case 'площадь дома':
      return constant(areaOfHouse(house));
    case 'площадь общего имущества':
      return constant(house.facts.house.commonArea ?? new Refusal('no-common-area'));
    case 'прописано':
      return dated(countPersons({ ...premises.facts, owners: 0 }, premises.month), ({ persons }) => String(persons));
    case 'проживающих':
      return dated(premises.persons(days), ({ persons, share }) => ofShare(String(persons), share));
    case 'собственников':
      return shareOf(premises, String(premises.facts.owners ?? 1));
    case 'помещений':
      return shareOf(premises, '1');
    case 'тариф':
      return constant(rate!);
    case 'норматив':
      return dated(norms, ({ text }) => text, 'no-norm');
    case 'дней':
      return constant(String(days.to - days.from));
    case 'дней в месяце':
      return constant(String(house.month.days));
    default:
      return volumeSource(
        asked.formula.read.services.find((code) => volumeName(code) === name)!,
        asked,
        of,
      );
  }
}

function constant(figure: string | Refusal): Source | Refusal {
  return figure instanceof Refusal ? figure : { cuts: [], figure: () => figure };
}

/** A figure of the whole premises; an account that shares it takes its part. */
function shareOf(premises: PremisesMonth, figure: string | Refusal): Source | Refusal {
  if (figure instanceof Refusal || !premises.sharing) return constant(figure);
  return dated(premises.shares(), ({ text }) => ofShare(figure, text));
}

/** One value per span of days; a day without one is refused. */
function dated<S extends Span>(
  spans: readonly S[] | Refusal,
  textOf: (span: S) => string,
  missing: 'no-area' | 'no-norm' = 'no-area',
): Source | Refusal {
  if (spans instanceof Refusal) return spans;
  return {
    cuts: spans.flatMap(({ from, to }) => [from, to]),
    figure: ({ from }) => {
      const found = spans.find((span) => span.from <= from && from < span.to);
      return found ? textOf(found) : new Refusal(missing, { date: formatDate(from) });
    },
  };
}

/** S_об: as the house has it, else the sum over its premises on the month's days. */
function areaOfHouse({ facts, premises, month }: HouseMonth): string | Refusal {
  if (facts.house.area) return facts.house.area;
  if (facts.figures?.area) return facts.figures.area;
  let sum = Fraction.zero;
  for (const one of premises) {
    const areas = one.area();
    if (areas instanceof Refusal) return areas;
    for (const { text, from, to } of areas)
      sum = sum.plus(Fraction.parse(text).times(Fraction.reduced(BigInt(to - from), BigInt(month.days))));
  }
  return sum.toString();
}

/** What another service used on a span, at the pace of `of` days: weighted by its days it is that very volume again. */
function volumeSource(service: string, { house, premises, days }: Asked, of: number): Source | Refusal {
  const used = consumptionOf(service, premises);
  if (!used) return new Refusal('no-volume', { of: [service], period: formatPeriod(house.month.period) });
  return {
    cuts: [],
    figure: (span) => {
      const part = clip(span, days.from, days.to);
      const volume = part ? consumedDuring(used, part) : null;
      if (!volume) return '0';
      return Fraction.parse(volume.toString())
        .times(Fraction.reduced(BigInt(of), BigInt(span.to - span.from)))
        .toString();
    },
  };
}

/** As charged in the house, else as given. */
function consumptionOf(service: string, premises: PremisesMonth): Consumption | null {
  return premises.consumed(service) ?? (premises.open && givenConsumption(premises, service, premises.open));
}

// ---------------------------------------------------------------------------------------------------------- the line

function lineOf(rule: FormulaRule, { premises, of, rate, formula }: Asked, parts: readonly Part[]): ChargeLine {
  const working: FormulaWorking = {
    formula: 'formula',
    clause: rule.basis ?? formula.basis ?? 'ЖК РФ, ст. 154; договор',
    unit: formula.unit,
    rate,
    version: formula.version ?? undefined,
    text: formula.text,
    inputs: inputsOf(formula.read),
    parts,
    of,
  };
  return {
    premises: premises.id,
    service: rule.code,
    part: 'individual',
    volume: formulaVolume(working),
    amount: formulaAmount(working),
    working,
  };
}

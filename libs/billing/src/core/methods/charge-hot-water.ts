import { type Decimal, decimal } from '@dvor/kernel';
import { firstUncovered, Overlap, type Slice, slicesOf } from '../dated.js';
import type { HotWaterRule } from '../facts.js';
import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge } from '../line.js';
import type { PremisesMonth } from '../premises-month.js';
import { type PlainRatePiece, twoComponentPieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { clip, daysIn, daysOfEach, type Month, type Span } from '../span.js';
import { weighByDays } from '../volume.js';
import { volumeOf } from '../working/evaluate.js';
import {
  excessLines,
  interferenceLines,
  letOffLines,
  lineOfMeasured,
  type Measured,
  measured,
} from './metered-lines.js';
import { type MeteredService, meteredService, normOf, recordConsumption, type Used, usedBy } from './metered-use.js';

// ПП 354, п. 38, 42, прил. 2, ф. 23: P = V · T_water + V · q · T_heat, q the approved norm of heat for a m³
// 4.32 m³ at 49.19 and 0.0611 Gcal/m³ at 2371.72: 212.50 and 0.263952 · 2371.72 = 626.02

const CLAUSE = 'ПП 354, п. 38, 42, прил. 2, ф. 23';

/**
 * Hot water of two components: lines of water, lines of the heat in it, each split by its own changes of price, and the
 * excess of the water where it goes by norm.
 */
export function chargeHotWater(rule: HotWaterRule, house: HouseMonth): PremisesCharge | Refusal {
  const service = meteredService(rule, house);
  if (service instanceof Refusal) return service;
  const pieces = twoComponentPieces(rule, house.month);
  if (pieces instanceof Refusal) return pieces;
  const norms = heatNorms(rule, house.month);
  if (norms instanceof Refusal) return norms;
  const clause = rule.basis ?? CLAUSE;

  return (premises, days) => {
    const used = usedBy(service, premises, days);
    if (used instanceof Refusal) return used;
    const lines: ChargeLine[] = [];
    for (const { rate, text, spans } of pieces.water) {
      const base = measuredDuring(service, premises, { used, spans, days, text });
      if (base instanceof Refusal) return base;
      const water = { zone: null, rate, text };
      if (base) lines.push(lineOfMeasured(service, premises, water, base, 'water'));
      lines.push(...excessLines(service, premises, used.byNorm, { rate: water, spans, days }));
    }
    for (const { rate, text, spans } of pieces.heat) {
      const base = measuredDuring(service, premises, { used, spans, days, text });
      if (base instanceof Refusal) return base;
      if (!base) continue;
      const perUnit = heatDuring(norms, spans, days);
      const volume = base.volume.toString();
      const { vat } = service;
      const working = { formula: 'heat-of-water', clause, unit: 'Gcal', rate: text, vat, volume, perUnit } as const;
      lines.push(lineOf(premises, rule.code, { part: 'heat', rate, volume: volumeOf(working), working }));
      if (rule.factorOn !== 'both') continue;
      lines.push(
        ...excessLines(service, premises, used.byNorm, { rate: { zone: null, rate, text }, spans, days, perUnit }),
      );
    }
    recordConsumption(service, premises, used, days);
    const heat = pieces.heat.map((piece) => ({ ...piece, perUnit: heatDuring(norms, piece.spans, days) }));
    lines.push(...letOffLines(service, premises, used.byNorm, { pieces: [...pieces.water, ...heat], days }));
    for (const component of [pieces.water, heat]) {
      const added = interferenceLines(service, premises, component);
      if (added instanceof Refusal) return added;
      lines.push(...added);
    }
    return lines;
  };
}

function measuredDuring(
  service: MeteredService,
  premises: PremisesMonth,
  { used, spans, days, text }: { used: Used; text: string; days: Span } & Pick<PlainRatePiece, 'spans'>,
): Measured | Refusal | null {
  const charged = daysIn(spans, days);
  if (charged === 0) return null;
  const byNorm = normOf(service, premises, used.byNorm, { spans, days });
  if (byNorm instanceof Refusal) return byNorm;
  const piece = { share: [charged, used.over.to - used.over.from] as const, byNorm };
  return measured(service, used, { rate: { zone: null, text }, piece });
}

interface HeatNorm extends Span {
  readonly norm: Decimal;
}

function heatNorms({ heatPerUnit, from, to }: HotWaterRule, month: Month): HeatNorm[] | Refusal {
  const dated = typeof heatPerUnit === 'string' ? [{ from: month.from, value: heatPerUnit }] : (heatPerUnit ?? []);
  const slices = slicesOf(dated, month);
  if (slices instanceof Overlap) return new Refusal('norm-overlap', { date: slices.date });
  if (firstUncovered(slices, clip(month, from, to) ?? month) !== null) return new Refusal('no-heat-norm');
  const bad = slices.find(({ entry }) => !decimal(entry.value).gt('0'));
  if (bad) return new Refusal('bad-figure', { field: 'heatPerUnit', value: bad.entry.value });
  return slices.map(({ entry, ...span }: Slice<{ from: Span['from']; value: string }>) => ({
    from: span.from,
    to: span.to,
    norm: decimal(entry.value),
  }));
}

/** q of some days, weighted by them: a decimal, or a fraction where it changed. */
function heatDuring(norms: readonly HeatNorm[], spans: readonly Span[], days: Span): string {
  const parts = daysOfEach(norms, spans, days);
  const [only] = parts;
  if (parts.length <= 1) return (only?.state.norm ?? norms[0]!.norm).toString();
  return weighByDays(parts, ({ norm }) => norm, daysIn(spans, days)).toString();
}

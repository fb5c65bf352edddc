import { decimal } from '@dvor/kernel';
import { Overlap, slicesOf } from '../dated.js';
import type { HotWaterRule } from '../facts.js';
import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge } from '../line.js';
import { type PlainRatePiece, twoComponentPieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { commonSpans, daysIn, type Month, type Span } from '../span.js';
import { volumeOf } from '../working/evaluate.js';
import { excessLines, letOffLines, lineOfMeasured, measured, type Piece } from './metered-lines.js';
import { meteredService, normOf, recordConsumption, usedBy } from './metered-use.js';

// ПП 354, п. 38, 42, прил. 2, ф. 23: P = V · T_water + V · q · T_heat, q the approved norm of heat for a m³
// 4.32 m³ at 49.19 and 0.0611 Gcal/m³ at 2371.72: 212.50 and 0.263952 · 2371.72 = 626.02

const CLAUSE = 'ПП 354, п. 38, 42, прил. 2, ф. 23';

/** Hot water of two components: a line of water, a line of the heat in it, and the excess of the water where it goes by norm. */
export function chargeHotWater(rule: HotWaterRule, house: HouseMonth): PremisesCharge | Refusal {
  const service = meteredService(rule, house);
  if (service instanceof Refusal) return service;
  const priced = twoComponentPieces(rule, house.month);
  if (priced instanceof Refusal) return priced;
  const pieces = piecesOfHeat(rule, priced, house.month);
  if (pieces instanceof Refusal) return pieces;
  const clause = rule.basis ?? CLAUSE;

  return (premises, days) => {
    const used = usedBy(service, premises, days);
    if (used instanceof Refusal) return used;
    const over = used.over.to - used.over.from;
    const lines: ChargeLine[] = [];
    for (const { water, heat, perUnit, spans } of pieces) {
      const charged = daysIn(spans, days);
      if (charged === 0) continue;
      const byNorm = normOf(service, premises, used.byNorm, { spans, days });
      if (byNorm instanceof Refusal) return byNorm;
      const piece: Piece = { share: [charged, over], byNorm };
      const base = measured(service, used, { rate: water, piece });
      const working = {
        formula: 'heat-of-water',
        clause,
        unit: 'Gcal',
        rate: heat.text,
        vat: service.vat,
        volume: base.volume.toString(),
        perUnit,
      } as const;
      lines.push(
        lineOfMeasured(service, premises, water, base, 'water'),
        lineOf(premises, rule.code, { part: 'heat', rate: heat.rate, volume: volumeOf(working), working }),
      );
      if (!byNorm) continue;
      lines.push(...excessLines(service, premises, used.byNorm, { rate: water, spans, days }));
      if (rule.factorOn === 'both') {
        lines.push(...excessLines(service, premises, used.byNorm, { rate: heat, spans, days, perUnit }));
      }
    }
    recordConsumption(service, premises, used, days);
    const letOff = pieces.flatMap(({ water, heat, perUnit, spans }) => [
      { rate: water.rate, text: water.text, spans },
      { rate: heat.rate, text: heat.text, spans, perUnit },
    ]);
    lines.push(...letOffLines(service, premises, used.byNorm, { pieces: letOff, days }));
    return lines;
  };
}

interface HotWaterPiece {
  readonly water: { readonly zone: null; readonly rate: PlainRatePiece['rate']; readonly text: string };
  readonly heat: HotWaterPiece['water'];
  readonly perUnit: string;
  readonly spans: readonly Span[];
}

/** Days of one price and one norm of heat. */
function piecesOfHeat(
  { heatPerUnit }: HotWaterRule,
  priced: readonly (PlainRatePiece & { readonly heat: Omit<PlainRatePiece, 'spans'> })[],
  month: Month,
): HotWaterPiece[] | Refusal {
  if (!heatPerUnit || heatPerUnit.length === 0) return new Refusal('no-heat-norm');
  const slices =
    typeof heatPerUnit === 'string'
      ? [{ from: month.from, to: month.to, entry: { value: heatPerUnit } }]
      : slicesOf(heatPerUnit, month);
  if (slices instanceof Overlap) return new Refusal('norm-overlap', { date: slices.date });
  const pieces: HotWaterPiece[] = [];
  for (const { rate, text, heat, spans } of priced) {
    const covered = commonSpans(spans, slices);
    if (covered.reduce((days, span) => days + span.to - span.from, 0) < daysIn(spans, month)) {
      return new Refusal('no-heat-norm');
    }
    const byNorm = new Map<string, Span[]>();
    for (const slice of slices) {
      const value = decimal(slice.entry.value);
      if (!value.gt('0')) return new Refusal('bad-figure', { field: 'heatPerUnit', value: slice.entry.value });
      const key = value.toString();
      byNorm.set(key, [...(byNorm.get(key) ?? []), ...commonSpans(spans, [slice])]);
    }
    for (const [perUnit, own] of byNorm) {
      if (own.length === 0) continue;
      const water = { zone: null, rate, text };
      pieces.push({ water, heat: { zone: null, rate: heat.rate, text: heat.text }, perUnit, spans: own });
    }
  }
  return pieces;
}

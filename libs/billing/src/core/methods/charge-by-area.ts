import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge } from '../line.js';
import type { AreaRule } from '../facts.js';
import { plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { daysOfEach } from '../span.js';
import { weighVolumes } from '../volume.js';

// P = S · T; an area that changed inside the month is weighted by days:  P = T · Σ(S · days) / of
// 50 m² at 31.00 for 10 days and 37.20 for 21 of 31: 50 · 31 · 10/31 = 500.00 and 50 · 37.20 · 21/31 = 1260.00

/** Upkeep, capital repair and the like: roubles per m² of the premises and month (ЖК 154, 156, 169). */
export function chargeByArea(rule: AreaRule, { month }: HouseMonth): PremisesCharge | Refusal {
  const pieces = plainRatePieces(rule, month);
  if (pieces instanceof Refusal) return pieces;
  const unit = rule.unit ?? 'm2';
  const clause = rule.basis ?? 'ЖК РФ, ст. 154, 156';

  return (premises, days) => {
    const areas = premises.area();
    if (areas instanceof Refusal) return areas;
    const lines: ChargeLine[] = [];
    for (const { rate, text, spans } of pieces) {
      const parts = daysOfEach(areas, spans, days);
      if (parts.length === 0) continue;
      const volume = weighVolumes(parts, ({ area }) => area, month.days);
      const area = parts.map(({ state, days }) => [state.text, days] as const);
      const working = { formula: 'area', clause, unit, rate: text, area, of: month.days } as const;
      lines.push(lineOf(premises, rule.code, { rate, volume, working }));
    }
    return lines;
  };
}

import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge } from '../line.js';
import type { WasteAreaRule } from '../facts.js';
import { dayWithoutNorm, normSlices } from '../norms.js';
import { plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { clip, daysOfEach } from '../span.js';
import { weighByDays } from '../volume.js';

// ПП 354, п. 148(28)–148(44), прил. 2, ф. 9(2): P = S · N / 12 · T
// 52.3 m², 0.1062 m³ per m² and year, 700.00: 52.3 · 0.1062 · 700 / 12 = 323.99850 → 324.00

const CLAUSE = 'ПП 354, п. 148(30), прил. 2, ф. 9(2)';
const MONTHS_A_YEAR = 12;

/** Waste (ТКО) by area, from a yearly norm that is never rounded to a monthly one. */
export function chargeWasteByArea(rule: WasteAreaRule, { month }: HouseMonth): PremisesCharge | Refusal {
  const pieces = plainRatePieces(rule, month);
  if (pieces instanceof Refusal) return pieces;
  const norms = normSlices(rule.norms, month);
  if (norms instanceof Refusal) return norms;
  const unit = rule.unit ?? 'm3';
  const clause = rule.basis ?? CLAUSE;

  return (premises, days) => {
    const areas = premises.area();
    if (areas instanceof Refusal) return areas;
    const states = norms.flatMap((norm) =>
      areas.flatMap((area) => {
        const common = clip(area, norm.from, norm.to);
        return common ? [{ from: common.from, to: common.to, norm, area }] : [];
      }),
    );
    const lines: ChargeLine[] = [];
    for (const { rate, text, spans } of pieces) {
      const missing = dayWithoutNorm(norms, spans, days);
      if (missing) return missing;
      const parts = daysOfEach(states, spans, days);
      if (parts.length === 0) continue;
      const volume = weighByDays(parts, ({ norm, area }) => norm.norm.times(area.area), month.days).share(
        1,
        MONTHS_A_YEAR,
      );
      const norm = parts.map(({ state, days }) => [state.norm.text, state.area.text, days] as const);
      const working = { formula: 'waste-area', clause, unit, rate: text, norm, of: month.days } as const;
      lines.push(lineOf(premises, rule.code, { rate, volume, working }));
    }
    return lines;
  };
}

import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge } from '../line.js';
import type { WasteAreaRule } from '../facts.js';
import type { PersonSpan } from '../count-persons.js';
import { dayWithoutNorm, type NormSlice, normSlices } from '../norms.js';
import type { AreaSpan } from '../premises-month.js';
import { plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { clip, daysOfEach, type Span } from '../span.js';
import { weighVolumes } from '../volume.js';
import { WASTE_ABSENCE_CLAUSE, wasteAbsenceLaw } from './absence.js';

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
  const absence = wasteAbsenceLaw(month.period);

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
      const volume = weighVolumes(parts, ({ norm, area }) => area.area.times(norm.norm), month.days).share(
        1,
        MONTHS_A_YEAR,
      );
      const norm = parts.map(({ state, days }) => [state.norm.text, state.area.text, days] as const);
      const working = { formula: 'waste-area', clause, unit, rate: text, norm, of: month.days } as const;
      lines.push(lineOf(premises, rule.code, { rate, volume, working }));
    }
    const away = premises.absent();
    if (away.length === 0 || absence === 'none') return lines;
    if (absence === 'unknown') return new Refusal('law-unknown', { rule: WASTE_ABSENCE_CLAUSE });
    const registered = premises.persons(days);
    if (registered instanceof Refusal) return registered;
    for (const { rate, text, spans } of pieces) {
      const parts = daysOfEach(awayStates(states, away, registered), spans, days);
      if (parts.length === 0) continue;
      const letOff = parts.map(({ state, days }) =>
        state.area.area.times(state.norm.norm).share(state.away * days, state.persons * month.days),
      );
      const volume = letOff
        .reduce((sum, part) => sum.plus(part))
        .share(1, MONTHS_A_YEAR)
        .negated();
      const working = {
        formula: 'waste-area-absence',
        clause: WASTE_ABSENCE_CLAUSE,
        unit,
        rate: text,
        norm: parts.map(
          ({ state, days }) => [state.norm.text, state.area.text, state.away, state.persons, days] as const,
        ),
        of: month.days,
      } as const;
      lines.push(lineOf(premises, rule.code, { part: 'absence', rate, volume, working }));
    }
    return lines;
  };
}

interface NormOfArea extends Span {
  readonly norm: NormSlice;
  readonly area: AreaSpan;
}

// ПП 354, п. 148(44): Δ = −P · away days / (n · days of the month)
// One of five away for 10 full days of a 30-day month: a fifth of a third of the month's charge

function awayStates(
  states: readonly NormOfArea[],
  away: readonly PersonSpan[],
  registered: readonly PersonSpan[],
): (NormOfArea & { away: number; persons: number })[] {
  return states.flatMap(({ norm, area, ...days }) =>
    away.flatMap((absent) =>
      registered.flatMap(({ from, to, persons }) => {
        const common = clip(days, Math.max(absent.from, from) as Span['from'], Math.min(absent.to, to) as Span['to']);
        return common ? [{ from: common.from, to: common.to, norm, area, away: absent.persons, persons }] : [];
      }),
    ),
  );
}

import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge } from '../line.js';
import type { WastePersonRule } from '../facts.js';
import { normByPersons, normSlices } from '../norms.js';
import { plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { absenceLines, WASTE_ABSENCE_CLAUSE, wasteAbsenceLaw } from './absence.js';

// ПП 354, п. 148(28)–148(44), прил. 2, ф. 9(1): P = n · N / 12 · T, n = owners where nobody is registered
// Three persons, 1.5 m³ a year, 97.00: 3 · 1.5 · 97 / 12 = 36.375 → 36.38

const CLAUSE = 'ПП 354, п. 148(30), прил. 2, ф. 9(1)';
const MONTHS_A_YEAR = 12;

/** Waste (ТКО) by persons, from a yearly norm that is never rounded to a monthly one. */
export function chargeWasteByPerson(rule: WastePersonRule, { month }: HouseMonth): PremisesCharge | Refusal {
  const pieces = plainRatePieces(rule, month);
  if (pieces instanceof Refusal) return pieces;
  const norms = normSlices(rule.norms, month);
  if (norms instanceof Refusal) return norms;
  const unit = rule.unit ?? 'm3';
  const clause = rule.basis ?? CLAUSE;
  const absence = wasteAbsenceLaw(month.period);

  return (premises, days) => {
    const persons = premises.persons(days);
    if (persons instanceof Refusal) return persons;
    const lines: ChargeLine[] = [];
    for (const { rate, text, spans } of pieces) {
      const byNorm = normByPersons({ norms, persons, spans, days, of: month.days });
      if (byNorm instanceof Refusal) return byNorm;
      if (byNorm.parts.length === 0) continue;
      const volume = byNorm.volume.share(1, MONTHS_A_YEAR);
      const working = {
        formula: 'waste-person',
        clause,
        unit,
        rate: text,
        norm: byNorm.parts,
        of: month.days,
      } as const;
      lines.push(lineOf(premises, rule.code, { rate, volume, working }));
    }
    if (premises.absent().length === 0 || absence === 'none') return lines;
    if (absence === 'unknown') return new Refusal('law-unknown', { rule: WASTE_ABSENCE_CLAUSE });
    const about = { clause: WASTE_ABSENCE_CLAUSE, unit, norms, pieces, spans: [days], days, month };
    return [...lines, ...absenceLines(premises, { code: rule.code, ...about, months: MONTHS_A_YEAR })];
  };
}

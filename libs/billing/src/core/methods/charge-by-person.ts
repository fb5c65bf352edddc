import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge } from '../line.js';
import type { PersonRule } from '../facts.js';
import { plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { ofShare } from '../sharing.js';
import { daysOfEach } from '../span.js';
import { Volume, weighVolumes } from '../volume.js';

// P = n · T; persons that changed inside the month are weighted by days:  P = T · Σ(n · days) / of
// Two persons at 62.30, a third born on 21 July: 62.30 · (2 · 20 + 3 · 11) / 31 = 146.7064… → 146.71

/** Roubles per person and month. */
export function chargeByPerson(rule: PersonRule, { month }: HouseMonth): PremisesCharge | Refusal {
  const pieces = plainRatePieces(rule, month);
  if (pieces instanceof Refusal) return pieces;
  const unit = rule.unit ?? 'person';
  const clause = rule.basis ?? 'ЖК РФ, ст. 154, 156';

  return (premises, days) => {
    const counts = premises.persons(days);
    if (counts instanceof Refusal) return counts;
    const lines: ChargeLine[] = [];
    for (const { rate, text, spans } of pieces) {
      const parts = daysOfEach(counts, spans, days);
      if (parts.length === 0) continue;
      const persons = parts.map(({ state, days }) => [ofShare(String(state.persons), state.share), days] as const);
      const volume = weighVolumes(
        parts,
        ({ persons, share }) => Volume.parse(ofShare(String(persons), share)),
        month.days,
      );
      const working = { formula: 'person', clause, unit, rate: text, persons, of: month.days } as const;
      lines.push(lineOf(premises, rule.code, { rate, volume, working }));
    }
    return lines;
  };
}

import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge } from '../line.js';
import type { FlatRule } from '../facts.js';
import { plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { daysIn, daysOfEach } from '../span.js';
import { volumeOf } from '../working/evaluate.js';

// P = T; an account open for a part of the month:  P = T · days / of; one that bears a share:  P = T · Σ(share · days) / of
// Intercom 70.00, account opened on 22 July: 70 · 10/31 = 22.5806… → 22.58

/** Intercom, aerial and the like: roubles per premises and month. */
export function chargePerPremises(rule: FlatRule, { month }: HouseMonth): PremisesCharge | Refusal {
  const pieces = plainRatePieces(rule, month);
  if (pieces instanceof Refusal) return pieces;
  const unit = rule.unit ?? 'premises';
  const clause = rule.basis ?? 'ЖК РФ, ст. 154; договор';

  return (premises, open) => {
    const lines: ChargeLine[] = [];
    for (const { rate, text, spans } of pieces) {
      const days = daysIn(spans, open);
      if (days === 0) continue;
      const shares =
        premises.sharing &&
        daysOfEach(premises.shares(), spans, open).map(({ state, days }) => [state.text, days] as const);
      const basis = { formula: 'flat', clause, unit, rate: text, days, of: month.days } as const;
      const working = shares ? { ...basis, shares } : basis;
      lines.push(lineOf(premises, rule.code, { rate, volume: volumeOf(working), working }));
    }
    return lines;
  };
}

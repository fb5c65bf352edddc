import { formatPeriod } from '@dvor/kernel';
import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge } from '../line.js';
import type { SewageRule } from '../facts.js';
import { givenConsumption } from '../given.js';
import type { PremisesMonth } from '../premises-month.js';
import { plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { clip } from '../span.js';
import { type Consumption, consumedDuring } from '../spread.js';
import { Volume } from '../volume.js';

// ПП 354, п. 42, прил. 2, п. 4: P = (V_ХВС + V_ГВС) · T, no increase factor
// 5.5 m³ cold and 3.25 m³ hot at 31.40: 8.75 · 31.40 = 274.75

const CLAUSE = 'ПП 354, п. 42, прил. 2, п. 4';

/** Sewage by what the account used of the services whose water runs off. */
export function chargeSewage(rule: SewageRule, { month }: HouseMonth): PremisesCharge | Refusal {
  const pieces = plainRatePieces(rule, month);
  if (pieces instanceof Refusal) return pieces;
  const unit = rule.unit ?? 'm3';
  const clause = rule.basis ?? CLAUSE;

  return (premises, days) => {
    const given = givenConsumption(premises, rule.code, days);
    const sources = given ? [[rule.code, given] as const] : inflows(rule, premises);
    if (sources.length === 0) {
      return new Refusal('no-volume', { of: [...rule.of], period: formatPeriod(month.period) });
    }
    const lines: ChargeLine[] = [];
    for (const [, inflow] of sources) premises.consume(rule.code, inflow);
    for (const { rate, text, spans } of pieces) {
      const parts = spans.flatMap((span) => clip(span, days.from, days.to) ?? []);
      if (parts.length === 0) continue;
      const volumes: [string, string][] = [];
      let volume = Volume.zero;
      for (const [service, inflow] of sources) {
        const part = parts.reduce((sum, span) => sum.plus(consumedDuring(inflow, span)), Volume.zero);
        volumes.push([service, part.toString()]);
        volume = volume.plus(part);
      }
      const working = { formula: 'sewage', clause, unit, rate: text, volumes } as const;
      lines.push(lineOf(premises, rule.code, { rate, volume, working }));
    }
    return lines;
  };
}

/** What was used of each source: as charged in the house, else as given. */
function inflows(rule: SewageRule, premises: PremisesMonth): (readonly [service: string, consumption: Consumption])[] {
  const found: (readonly [string, Consumption])[] = [];
  for (const service of rule.of) {
    const used = premises.consumed(service) ?? (premises.open && givenConsumption(premises, service, premises.open));
    if (used) found.push([service, used]);
  }
  return found;
}

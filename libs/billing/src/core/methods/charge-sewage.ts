import { formatPeriod } from '@dvor/kernel';
import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge } from '../line.js';
import type { SewageRule } from '../facts.js';
import { givenConsumption } from '../given.js';
import type { PremisesMonth } from '../premises-month.js';
import { plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { commonSpans, type Span } from '../span.js';
import { type Consumption, consumedDuring } from '../spread.js';
import { Volume } from '../volume.js';

// ПП 354, п. 42, прил. 2, п. 4: P = (V_ХВС + V_ГВС) · T, no increase factor
// 5.5 m³ cold and 3.25 m³ hot at 31.40: 8.75 · 31.40 = 274.75

const CLAUSE = 'ПП 354, п. 42, прил. 2, п. 4';
const ABSENCE_CLAUSE = 'ПП 354, п. 86–91';

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
      const during = commonSpans(spans, [days]);
      if (during.length === 0) continue;
      const { volume, volumes } = volumeDuring(sources, during);
      const working = { formula: 'sewage', clause, unit, rate: text, volumes } as const;
      lines.push(lineOf(premises, rule.code, { rate, volume, working }));
    }
    const letOff = given ? [] : letOffs(rule, premises);
    if (letOff.length === 0) return lines;
    for (const { rate, text, spans } of pieces) {
      const { volume, volumes } = volumeDuring(letOff, commonSpans(spans, [days]));
      const working = { formula: 'sewage-absence', clause: ABSENCE_CLAUSE, unit, rate: text, volumes } as const;
      lines.push(lineOf(premises, rule.code, { part: 'absence', rate, volume: volume.negated(), working }));
    }
    return lines;
  };
}

type Flow = readonly [service: string, consumption: Consumption];

function volumeDuring(flows: readonly Flow[], spans: readonly Span[]): { volume: Volume; volumes: [string, string][] } {
  const volumes: [string, string][] = [];
  let volume = Volume.zero;
  for (const [service, flow] of flows) {
    const part = spans.reduce((sum, span) => sum.plus(consumedDuring(flow, span)), Volume.zero);
    volumes.push([service, part.toString()]);
    volume = volume.plus(part);
  }
  return { volume, volumes };
}

/** Sewage is let off together with the water, and only so (ПП 354, п. 87). */
function letOffs(rule: SewageRule, premises: PremisesMonth): Flow[] {
  return rule.of.flatMap((service) => {
    const letOff = premises.letOff(service);
    return letOff ? [[service, letOff] as const] : [];
  });
}

/** What was used of each source: as charged in the house, else as given. */
function inflows(rule: SewageRule, premises: PremisesMonth): Flow[] {
  const found: Flow[] = [];
  for (const service of rule.of) {
    const used = premises.consumed(service) ?? (premises.open && givenConsumption(premises, service, premises.open));
    if (used) found.push([service, used]);
  }
  return found;
}

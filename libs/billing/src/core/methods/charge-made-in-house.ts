import { decimal, formatPeriod } from '@dvor/kernel';
import type { HotWaterMadeInHouseRule, MadeInHouseFigures } from '../facts.js';
import { knownFigures, noteFigures } from '../figures.js';
import type { ChargeLine, HouseMonth, PremisesCharge } from '../line.js';
import type { PremisesMonth } from '../premises-month.js';
import { plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { daysIn, type Span } from '../span.js';
import { Volume } from '../volume.js';
import { evaluate } from '../working/evaluate.js';
import { type Measured, measured } from './metered-lines.js';
import { meteredService, type MeteredService, normOf, recordConsumption, type Used, usedBy } from './metered-use.js';

// ПП 354, п. 54, прил. 2, ф. 20: P_i = V_i · T_water + V_i / ΣV · Σ Q_v · T_v
// 4 m³ of the house's 100 at 49.19, 6 Gcal at 2371.72 spent: 4 · 49.19 + 4/100 · 14230.32 = 765.97

const CLAUSE = 'ПП 354, п. 54, прил. 2, ф. 20';

/** Hot water that the house makes itself: the cold water and a share of what heating it took, in one line. */
export function chargeMadeInHouse(rule: HotWaterMadeInHouseRule, house: HouseMonth): PremisesCharge | Refusal {
  const { month } = house;
  const service = meteredService(rule, house);
  if (service instanceof Refusal) return service;
  const pieces = plainRatePieces(rule, month);
  if (pieces instanceof Refusal) return pieces;
  const figures = knownFigures<MadeInHouseFigures>(house, keyOf(rule)) ?? figuresOf(rule, service, house);
  if (figures instanceof Refusal) return figures;
  const { total, spent } = figures;
  const clause = rule.basis ?? CLAUSE;

  return (premises, days) => {
    const used = usedBy(service, premises, days);
    if (used instanceof Refusal) return used;
    const lines: ChargeLine[] = [];
    for (const { text, spans } of pieces) {
      if (daysIn(spans, days) === 0) continue;
      const base = duringSpans(service, premises, { used, spans, days, text });
      if (base instanceof Refusal) return base;
      const working = {
        formula: 'made-in-house',
        clause,
        unit: service.unit,
        vat: service.vat,
        rate: text,
        base: base.working,
        total,
        spent,
      } as const;
      const volume = base.volume.toDecimal();
      const amount = evaluate(working);
      lines.push({ premises: premises.id, service: rule.code, part: 'individual', volume, amount, working });
    }
    recordConsumption(service, premises, used, days);
    return lines;
  };
}

function keyOf({ code }: HotWaterMadeInHouseRule): string {
  return `made-in-house ${code}`;
}

function figuresOf(
  rule: HotWaterMadeInHouseRule,
  service: MeteredService,
  house: HouseMonth,
): MadeInHouseFigures | Refusal {
  if (!rule.spent) return new Refusal('no-volume', { of: [], period: formatPeriod(house.month.period) });
  const total = volumeOfAll(rule, service, house);
  if (total instanceof Refusal) return total;
  const spent = rule.spent.map(({ volume, rate }) => [decimal(volume).toString(), decimal(rate).toString()] as const);
  return noteFigures(house, keyOf(rule), { total: total.toString(), spent });
}

function duringSpans(
  service: MeteredService,
  premises: PremisesMonth,
  { used, spans, days, text }: { used: Used; spans: readonly Span[]; days: Span; text: string },
): Measured | Refusal {
  const byNorm = normOf(service, premises, used.byNorm, { spans, days });
  if (byNorm instanceof Refusal) return byNorm;
  const share = [daysIn(spans, days), used.over.to - used.over.from] as const;
  return measured(service, used, { rate: { zone: null, text }, piece: { share, byNorm } });
}

/** ΣV of all premises that get the service; refused where one of them can't be told. */
function volumeOfAll(
  rule: HotWaterMadeInHouseRule,
  service: MeteredService,
  { premises, month }: HouseMonth,
): Volume | Refusal {
  let total = Volume.zero;
  for (const one of premises) {
    if (!one.open || (rule.appliesTo && !rule.appliesTo.includes(one.id))) continue;
    const used = usedBy(service, one, one.open);
    const base =
      used instanceof Refusal ? used : duringSpans(service, one, { used, spans: [month], days: one.open, text: '0' });
    if (base instanceof Refusal) return new Refusal(base.code, { ...base.details, premises: one.id });
    total = total.plus(base.volume);
  }
  return total;
}

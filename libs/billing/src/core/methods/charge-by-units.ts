import { count, decimal, formatPeriod } from '@dvor/kernel';
import type { UnitsRule } from '../facts.js';
import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge } from '../line.js';
import { normSlices } from '../norms.js';
import { firstUncovered } from '../dated.js';
import { plainRatePieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { ofShare } from '../sharing.js';
import { commonSpans, daysIn, type Span } from '../span.js';
import { volumeOf } from '../working/evaluate.js';

// ПП 354, прил. 2, ф. 22: P = Σ units · N · T, in the months of watering
// 120 m² of plot, 0.3 m³ a m² and month, 49.19: 36 · 49.19 = 1770.84

/** Points, animals, watered plots: rate × units × norm, in the months in which it is charged at all. */
export function chargeByUnits(rule: UnitsRule, { month }: HouseMonth): PremisesCharge | Refusal {
  const ordinal = Number(formatPeriod(month.period).slice(5));
  if (rule.months && !rule.months.includes(ordinal)) return () => [];
  const pieces = plainRatePieces(rule, month);
  if (pieces instanceof Refusal) return pieces;
  const norms = normSlices(rule.norms, month);
  if (norms instanceof Refusal) return norms;
  const byNorm = (rule.norms?.length ?? 0) > 0;
  if (byNorm && firstUncovered(norms, month) !== null) return new Refusal('no-norm', {});
  const unit = rule.unit ?? (byNorm ? 'm3' : 'unit');
  const clause = rule.basis ?? (byNorm ? 'ПП 354, прил. 2, ф. 22' : 'Договор');

  return (premises, days) => {
    const units = premises.facts.units?.[rule.code];
    if (!units) return new Refusal('no-units', {});
    if (decimal(units).lt('0')) return new Refusal('bad-figure', { field: 'units', value: units });
    const lines: ChargeLine[] = [];
    for (const { rate, text, spans } of pieces) {
      const charged = daysIn(spans, days);
      if (charged === 0) continue;
      const during = (span: Span) => daysIn(commonSpans([span], spans), days);
      const whole = byNorm ? norms : [{ ...month, text: count(1).toString() }];
      const normed = whole.flatMap((norm) =>
        premises.shares().map((share) => {
          const [both] = commonSpans([norm], [share]);
          return [ofShare(norm.text, share.text), both ? during(both) : 0] as const;
        }),
      );
      const working = {
        formula: 'units',
        clause,
        unit,
        vat: rule.vat ?? undefined,
        rate: text,
        units: decimal(units).toString(),
        norm: normed.filter(([, days]) => days > 0),
        of: month.days,
      } as const;
      lines.push(lineOf(premises, rule.code, { rate, volume: volumeOf(working), working }));
    }
    return lines;
  };
}

import { type Period, periodOf } from '@dvor/kernel';
import { type ChargeLine, lineOf } from '../line.js';
import { consumedByNorm, normByPersons, type NormSlice } from '../norms.js';
import type { PremisesMonth } from '../premises-month.js';
import type { PlainRatePiece } from '../rates.js';
import { Refusal } from '../refusal.js';
import { commonSpans, type Month, type Span } from '../span.js';
import { volumeOf } from '../working/evaluate.js';

// ПП 354, п. 86–91: Δ = −n_away · N · T · days / days of the month
// One of two away for 9 full days of July, 4.29 m³, 49.19: 4.29 · 49.19 · 9/31 = 61.2659… → −61.27

/** What is let off for persons away, where the charge goes by norm and no meter can stand; one line per rate. */
export function absenceLines(
  premises: PremisesMonth,
  {
    code,
    clause,
    unit,
    norms,
    pieces,
    spans,
    days,
    month,
    months = 1,
  }: {
    code: string;
    clause: string;
    unit: string;
    norms: readonly NormSlice[];
    /** `perUnit`: Gcal for a m³ where the rate is of the heat in it. */
    pieces: readonly (PlainRatePiece & { readonly perUnit?: string | undefined })[];
    /** Days that go by norm. */
    spans: readonly Span[];
    days: Span;
    month: Month;
    /** 12 where the norm is a year's. */
    months?: number;
  },
): ChargeLine[] {
  const away = premises.absent();
  if (away.length === 0) return [];
  premises.recordLetOff(code, consumedByNorm({ norms, persons: away, spans, days, of: month.days }));
  const lines: ChargeLine[] = [];
  for (const { rate, text, spans: rated, perUnit } of pieces) {
    const byNorm = normByPersons({ norms, persons: away, spans: commonSpans(spans, rated), days, of: month.days });
    if (byNorm instanceof Refusal || byNorm.parts.length === 0) continue;
    const working = {
      formula: 'absence',
      clause,
      unit: perUnit ? 'Gcal' : unit,
      rate: text,
      norm: byNorm.parts,
      of: month.days,
      months,
      perUnit,
    } as const;
    lines.push(lineOf(premises, code, { part: 'absence', rate, volume: volumeOf(working), working }));
  }
  return lines;
}

/** Rules of waste absence that the law has set a term for: ПП 2076, in force 01.03.2023 to 31.12.2027. */
export type WasteAbsenceLaw = 'none' | 'in-force' | 'unknown';

export function wasteAbsenceLaw(period: Period): WasteAbsenceLaw {
  if (period < WASTE_ABSENCE.from) return 'none';
  return period < WASTE_ABSENCE.to ? 'in-force' : 'unknown';
}

const WASTE_ABSENCE = { from: periodOf(2023, 3), to: periodOf(2028, 1) };
export const WASTE_ABSENCE_CLAUSE = 'ПП 354, п. 148(44)';

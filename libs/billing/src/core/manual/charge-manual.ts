import { formatPeriod, Money } from '@dvor/kernel';
import type { ChargeLine, HouseMonth } from '../line.js';
import { fineAmount } from './fine-amount.js';
import type { CorrectionFacts, FineFacts, ManualFacts } from './manual-facts.js';
import type { FineWorking, ManualWorking } from './manual-working.js';

// P = what the document says, in the month that posts it, under the month that it corrects
// Heating of September 2026, 200.00 too much by correction 7: −200.00 on October's bill

/** Corrections by hand and fines that the month posts, account by account; a sum of nothing is no line. */
export function chargeManual({ premises }: HouseMonth): ChargeLine[] {
  const seen = new Set<string>();
  const lines: ChargeLine[] = [];
  for (const { id, facts } of premises) {
    for (const item of facts.manual ?? []) {
      if (seen.has(item.id)) continue; // an account that was closed and opened again stands twice
      seen.add(item.id);
      const line = lineOf(id, item);
      if (!line.amount.isZero) lines.push(line);
    }
  }
  return lines;
}

function lineOf(premises: string, item: ManualFacts): ChargeLine {
  const { service, origin } = item;
  const common = { premises, service, volume: null, origin };
  return item.kind === 'fine'
    ? { ...common, part: 'fine', amount: fineAmount(item), working: workingOfFine(item) }
    : { ...common, part: 'manual', amount: Money.parse(item.amount), working: workingOf(item) };
}

function workingOf({
  id,
  part,
  origin,
  amount,
  was,
  reason,
  document,
  mirrors,
  overcharge,
}: CorrectionFacts): ManualWorking {
  return {
    formula: 'manual',
    clause: `Корректировка № ${document.number}`,
    ...{ unit: '', rate: null, period: formatPeriod(origin), part, document, item: id },
    ...{ amount, was: was ?? undefined, reason, mirrors: mirrors ?? undefined },
    overcharge: overcharge ?? undefined,
  };
}

function workingOfFine({ id, part, origin, excess, percent, document }: FineFacts): FineWorking {
  return {
    formula: 'fine',
    clause: 'ЖК РФ, ст. 157, ч. 6; ПП 354, п. 155(1)',
    ...{ unit: '', rate: null, period: formatPeriod(origin), part, document, item: id },
    ...{ excess, percent },
  };
}

import type { ExplanationStep } from '../working/explanation.js';
import { dayOf } from '../working/russian-figures.js';
import { explainReduction, hoursOf, timeOf } from './explain-reduction.js';
import type { QualityLineWorking, QualityPart } from './quality-working.js';

/** What was wrong, for how long and what it takes off, with the acts that say so. */
export function explainQualityLine(working: QualityLineWorking): { sentence: string; steps: ExplanationStep[] } {
  const { sentence, steps } = explainReduction(working);
  const acts = working.acts.map(([number, date]) => `№ ${number} от ${dayOf(date)}`).join(', ');
  const ground = working.acts.length === 1 ? 'Акт' : 'Акты';
  return {
    sentence: `${sentence} ${ground} ${acts}.`,
    steps: [{ label: ground, figure: acts }, ...steps.slice(0, -1)], // the line's own sum follows
  };
}

/** As the receipt's table of recalculations has room for: `перерыв 17 ч, допустимо 8 ч; акт № 5`. */
export function qualityReason({ parts, acts }: QualityLineWorking): string {
  const told = [...new Set(parts.map(shortly))].join(', ');
  return `${told}; ${acts.length === 1 ? 'акт' : 'акты'} ${acts.map(([number]) => `№ ${number}`).join(', ')}`;
}

function shortly(part: QualityPart): string {
  switch (part.kind) {
    case 'outage':
      return `перерыв ${timeOf(part.minutes)}, допустимо ${hoursOf(part.allowedHours)}`;
    case 'temperature':
      return 'температура не по норме';
    case 'cold-tariff':
      return `ниже 40 °C ${timeOf(part.minutes)}`;
    case 'pressure':
      return `давление не по норме ${timeOf(part.minutes)}`;
    case 'voltage':
      return `напряжение не по норме ${timeOf(part.minutes)}`;
    case 'free-days':
      return `дней без платы ${part.days}`;
  }
}

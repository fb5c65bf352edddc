import type { ExplanationStep } from '../working/explanation.js';
import { dayOf } from '../working/russian-figures.js';
import { explainReduction } from './explain-reduction.js';
import type { QualityLineWorking } from './quality-working.js';

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

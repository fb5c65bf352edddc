import { Money } from '@dvor/kernel';
import type { ExplanationStep } from '../working/explanation.js';
import { dayOf, figure, monthOf, roubles } from '../working/russian-figures.js';
import type { FoundBy, ManualDocument } from './manual-facts.js';
import type { FineWorking, ManualWorking } from './manual-working.js';

/** What was corrected, why and by which document. */
export function explainManual({ period, part, amount, was, reason, document, mirrors, overcharge }: ManualWorking): {
  sentence: string;
  steps: ExplanationStep[];
} {
  const sum = Money.parse(amount);
  const what = `${part === 'common' ? 'плату за общее имущество' : 'плату'} за ${monthOf(period)}`;
  const by = `на ${roubles(sum.isNegative ? sum.negated() : sum)}`;
  const changed = sum.isNegative ? `Уменьшили ${what} ${by}` : `Увеличили ${what} ${by}`;
  return {
    sentence: mirrors
      ? `${changed}: отменили корректировку ${named(mirrors)}. ${reason}`
      : `${changed}: ${reason}. Корректировка ${named(document)}.${overcharge ? ` ${WHO_FOUND[overcharge]}` : ''}`,
    steps: [
      { label: 'Корректировка', figure: named(document) },
      ...(mirrors ? [{ label: 'Отменяет корректировку', figure: named(mirrors) }] : []),
      ...(was === undefined
        ? []
        : [
            { label: `Было начислено за ${monthOf(period)}`, figure: roubles(Money.parse(was)) },
            { label: 'Должно быть', figure: roubles(Money.parse(was).plus(sum)) },
          ]),
    ],
  };
}

const WHO_FOUND: Readonly<Record<FoundBy, string>> = {
  found: 'Ошибку нашли и исправили мы сами.',
  claimed: 'Исправлено по вашему заявлению.',
};

/** Half of what was charged above the due comes back to the payer. */
export function explainFine({ period, excess, percent, document }: FineWorking): {
  sentence: string;
  steps: ExplanationStep[];
} {
  const over = roubles(Money.parse(excess));
  return {
    sentence: `За ${monthOf(period)} начислили лишние ${over}. Вам причитается штраф ${figure(percent)} % от этой суммы, заявление ${named(document)}.`,
    steps: [
      { label: 'Заявление', figure: named(document) },
      { label: `Лишнее за ${monthOf(period)}`, figure: over },
      { label: 'Штраф исполнителя', figure: `${figure(percent)} %` },
    ],
  };
}

function named({ number, date }: ManualDocument): string {
  return `№ ${number} от ${dayOf(date)}`;
}

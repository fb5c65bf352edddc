import { DomainError, formatPeriod } from '@dvor/kernel';
import type { ReadingOutcome } from '@dvor/metering';
import type { ReadingRule } from '@dvor/metering/core';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';
import { problemOf } from '../door/problem.js';
import type { QuickOutcomeDto } from './quick-readings.dto.js';

type Words = Readonly<Record<Language, string>>;

/** What is doubtful, without a figure of the books: the sender may be anybody. */
export const DOUBTS: Readonly<Record<ReadingRule, Words>> = {
  'below-previous': {
    ru: 'Показание не сходится с прежним. Проверьте номер счётчика и цифры. Если всё верно, напишите в управляющую организацию',
    en: 'The reading does not fit the former one. Check the meter and the figures; if all is right, write to the managing organisation',
  },
  'rolled-over': { ru: 'Показание меньше прежнего', en: 'The reading is below the former one' },
  'above-capacity': { ru: 'Столько не могло пройти через счётчик', en: 'So much can’t have passed the meter' },
  'times-usual': { ru: 'Расход получается намного больше обычного', en: 'It comes to far more than usual' },
  'far-from-similar': { ru: 'Расход получается намного больше обычного', en: 'It comes to far more than usual' },
  'zero-with-residents': { ru: 'Показание не изменилось', en: 'The reading has not changed' },
  'verification-expired': { ru: 'Срок поверки счётчика прошёл', en: 'The meter’s verification is over' },
};

const ANSWERS = {
  taken: { ru: 'Показание принято', en: 'The reading is taken' },
  month: {
    ru: 'Показание принято, зачтётся за {month:month}',
    en: 'The reading is taken and counts for {month:month}',
  },
  same: { ru: 'Это показание уже принято', en: 'This reading is taken already' },
  held: { ru: 'Показание получено, его проверят', en: 'The reading has come and will be looked at' },
  again: {
    ru: 'Проверьте цифры и отправьте ещё раз, если всё верно',
    en: 'Check the figures and send them again if they are right',
  },
} as const satisfies Record<string, Words>;

export function quickOutcome(outcome: ReadingOutcome, language: Language): QuickOutcomeDto {
  return { outcome: outcome.kind, text: textOf(outcome, language) };
}

function textOf(outcome: ReadingOutcome, language: Language): string {
  switch (outcome.kind) {
    case 'taken':
      return outcome.month === null
        ? ANSWERS.taken[language]
        : fillText(ANSWERS.month[language], { month: formatPeriod(outcome.month) }, language);
    case 'same':
    case 'held':
      return ANSWERS[outcome.kind][language];
    case 'confirm':
      return [...outcome.findings.map(({ rule }) => DOUBTS[rule][language]), ANSWERS.again[language]].join('. ');
    case 'refused': {
      const [finding] = outcome.findings ?? [];
      if (finding) return DOUBTS[finding.rule][language];
      return problemOf(new DomainError(outcome.code, { ...outcome.details }), language, '').detail;
    }
  }
}

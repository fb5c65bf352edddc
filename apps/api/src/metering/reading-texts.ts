import type { Finding, ReadingRule } from '@dvor/metering/core';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';

/** What is doubtful about a reading, in words for whoever sent it. */
const FINDINGS: Readonly<Record<ReadingRule, Readonly<Record<Language, string>>>> = {
  'below-previous': {
    ru: 'Показание не сходится с соседним: {previous}. Прибор заменили – оформите замену; ошиблись раньше – исправьте прежнее показание',
    en: 'The reading does not fit its neighbour, {previous}. If the meter was replaced, enter that; if the earlier one was mistaken, correct it',
  },
  'rolled-over': {
    ru: 'Показание меньше прежнего, {previous}: похоже, прибор прошёл через ноль, расход {volume}',
    en: 'The reading is below the last one, {previous}: the dial seems to have turned over, {volume} used',
  },
  'above-capacity': {
    ru: 'Расход {volume} за {days} дн. больше, чем может пройти через прибор ({bound}). Проверьте цифры до запятой',
    en: '{volume} used in {days} days is more than can pass the meter ({bound}). Check the figures before the point',
  },
  'times-usual': {
    ru: 'Расход {volume} за {days} дн. намного больше обычного ({bound})',
    en: '{volume} used in {days} days is far above the usual ({bound})',
  },
  'far-from-similar': {
    ru: 'Расход {volume} за {days} дн. намного больше, чем у соседей ({bound})',
    en: '{volume} used in {days} days is far above the neighbours’ ({bound})',
  },
  'zero-with-residents': {
    ru: 'Расход – ноль, а в квартире живут',
    en: 'Nothing was used, though somebody lives there',
  },
  'verification-expired': {
    ru: 'Срок поверки прибора прошёл: показание сохранено, но считать по нему нельзя',
    en: 'The meter’s verification is over: the reading is kept and does not count',
  },
};

export interface FindingView {
  readonly rule: ReadingRule;
  readonly text: string;
}

export function findingViews(findings: readonly Finding[], language: Language): FindingView[] {
  return findings.map(({ rule, details }) => ({
    rule,
    text: fillText(FINDINGS[rule][language], written(details, language), language),
  }));
}

/** Figures with the point of the language. */
function written(details: Finding['details'], language: Language): Finding['details'] {
  if (language === 'en') return details;
  return Object.fromEntries(Object.entries(details).map(([name, text]) => [name, text.replaceAll('.', ',')]));
}

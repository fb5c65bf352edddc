import { DomainError, formatDate, formatPeriod } from '@dvor/kernel';
import type { CountsBecause, WindowAnswer } from '@dvor/metering/core';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';
import { problemOf } from '../door/problem.js';
import type { ReadingMonthDto } from './reading-windows.dto.js';

const COUNTS: Readonly<Record<CountsBecause, Readonly<Record<Language, string>>>> = {
  'own-month': { ru: 'Зачтётся за {month:month}', en: 'Will count for {month:month}' },
  window: {
    ru: 'Срок приёма показаний прошёл: зачтётся за {month:month}',
    en: 'The window is over: will count for {month:month}',
  },
  calculated: {
    ru: 'Месяц показания уже рассчитан: зачтётся за {month:month}',
    en: 'Its month is calculated already: will count for {month:month}',
  },
  closed: {
    ru: 'Месяц показания закрыт: разница войдёт в счёт за {month:month}',
    en: 'Its month is closed: the difference will be in the bill of {month:month}',
  },
};

/** For which month a reading would count, told before it is saved. */
export function readingMonthView(answer: WindowAnswer, language: Language): ReadingMonthDto {
  const window = answer.kind === 'off' ? null : answer.window;
  const days = {
    opensOn: window && formatDate(window.opensOn),
    closesOn: window && formatDate(window.closesOn),
  };
  if (answer.kind !== 'counts')
    return { isTaken: false, month: null, because: null, ...days, text: refusalText(answer, language) };
  const { month, because } = answer;
  const period = formatPeriod(month);
  const text = fillText(COUNTS[because][language], { month: period }, language);
  return { isTaken: true, month: period, because, ...days, text };
}

/** Why it would not be taken. */
export function windowRefusal(answer: Exclude<WindowAnswer, { kind: 'counts' }>): DomainError {
  if (answer.kind === 'off') return new DomainError('reading.entry-off');
  const { opensOn, closesOn } = answer.window;
  return new DomainError('reading.window-shut', { opensOn: formatDate(opensOn), closesOn: formatDate(closesOn) });
}

function refusalText(answer: Exclude<WindowAnswer, { kind: 'counts' }>, language: Language): string {
  return problemOf(windowRefusal(answer), language, '').detail;
}

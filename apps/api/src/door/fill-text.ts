import type { DetailValue } from '@dvor/kernel';
import type { Language } from './language.js';

type Details = Readonly<Record<string, DetailValue>>;

const LOCALES = { ru: 'ru-RU', en: 'en-GB' };

/** Puts details into `{name}` and `{name:how}`; one that is missing is left out rather than shown as a hole. */
export function fillText(text: string, details: Details, language: Language): string {
  return text
    .replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, how?: string) => write(details[name], how, language))
    .replaceAll(/ \(\)/g, '');
}

function write(value: DetailValue | undefined, how: string | undefined, language: Language): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (how === 'month') return monthText(text, language);
  if (how === 'date') return dateText(text, language);
  if (how === 'money')
    return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'RUB' }).format(Number(text));
  return text;
}

/** `2026-10` → «октябрь 2026». */
function monthText(month: string, language: Language): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return month;
  const name = new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' }).format(day);
  return `${name} ${day.getUTCFullYear()}`;
}

/** `2026-10-31` and `2026-10-31T05:00:00Z` → 31.10.2026. */
function dateText(date: string, language: Language): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day);
}

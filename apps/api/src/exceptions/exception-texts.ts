import type { ExceptionRow } from '@dvor/platform';
import { parkedText } from '../billing/parked-texts.js';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';

/** What happened, by the kind of exception. */
const KINDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'billing.run-failed': { ru: 'Расчёт остановился: {failure}', en: 'The run has stopped: {failure}' },
  'receipts.house-not-printed': {
    ru: 'Квитанции дома не напечатаны',
    en: 'The receipts of the house were not printed',
  },
};

export function exceptionReason({ kind, details }: ExceptionRow, language: Language): string {
  const text = KINDS[kind]?.[language];
  if (text) return fillText(text, details, language);
  const { code } = details;
  return typeof code === 'string' ? parkedText(code, details, language) : kind;
}

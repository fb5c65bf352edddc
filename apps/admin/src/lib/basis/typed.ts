import { tryParseDate } from '@dvor/kernel';
import { currentLanguage, readTypedDate } from '@dvor/ui';

/** What was typed into a field, as the API takes it; an empty field is `null`. */
export { dayAfter, dayBefore, isCount, isNumber, typedCount, typedNumber, typedText } from './typed-values.js';

/** A day that can't be read is told on as it is, for the server to refuse. */
export const typedDay = (text: string): string => readTypedDate(text) ?? text;

export const isDay = (text: string): boolean => tryParseDate(typedDay(text)) !== null;

/** A figure of the API as it begins in a field: `45.3` is `45,3` in Russian. */
export function numberText(value: string | null | undefined): string {
  const text = value ?? '';
  return currentLanguage() === 'ru' ? text.replace('.', ',') : text;
}

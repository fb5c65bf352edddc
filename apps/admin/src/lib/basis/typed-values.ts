import { addDays, formatDate, parseDate } from '@dvor/kernel';

/** `45,3` is `45.3`; spaces between thousands are nothing. */
export function typedNumber(text: string): string | null {
  return text.replaceAll(/\s/g, '').replace(',', '.') || null;
}

export function typedCount(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim());
}

export const typedText = (text: string): string | null => text.trim() || null;

/** The last day as people name it is the day before the first on which it holds no longer. */
export function dayAfter(day: string): string {
  return formatDate(addDays(parseDate(day), 1));
}

export function dayBefore(day: string): string {
  return formatDate(addDays(parseDate(day), -1));
}

export const isNumber = (text: string): boolean => /^\d+(\.\d+)?$/.test(typedNumber(text) ?? '');
export const isCount = (text: string): boolean => /^-?\d+$/.test(text.trim());

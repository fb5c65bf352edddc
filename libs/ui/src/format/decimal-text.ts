import { decimalMark, type Language, MINUS, NARROW_SPACE } from './language.js';

/** `12345.67` → `12 345,67`, digit for digit: nothing is rounded and nothing passes through a float. */
export function formatDecimalText(text: string, language: Language, minDecimals = 0): string {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return text;
  const decimals = (match[3] ?? '').padEnd(minDecimals, '0');
  const sign = match[1] === '-' && /[1-9]/.test(text) ? MINUS : '';
  return `${sign}${groupDigits(match[2]!)}${decimals ? decimalMark(language) + decimals : ''}`;
}

export function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE);
}

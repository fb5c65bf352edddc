export const languages = ['ru', 'en'] as const;

export type Language = (typeof languages)[number];

/** U+202F: between thousands, between a figure and its unit. */
export const NARROW_SPACE = '\u202f';
/** U+2212: a minus as wide as a plus. */
export const MINUS = '\u2212';

export function decimalMark(language: Language): ',' | '.' {
  return language === 'ru' ? ',' : '.';
}

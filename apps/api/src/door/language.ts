import type { Request } from 'express';

export type Language = 'ru' | 'en';

/** Russian unless the reader asks for English first. */
export function languageOf(request: Request): Language {
  return readAcceptLanguage(request.get('accept-language') ?? '');
}

/** `en-GB, ru;q=0.5` → `en`. */
export function readAcceptLanguage(header: string): Language {
  const wanted = header
    .split(',')
    .map((part) => /^\s*([A-Za-z]{1,8}|\*)(?:-[\w-]+)?\s*(?:;\s*q=([\d.]+))?\s*$/.exec(part))
    .filter((match) => match !== null)
    .map(([, tag, weight]) => ({ tag: tag!.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) }))
    .filter(({ tag, weight }) => (tag === 'ru' || tag === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.tag === 'en' ? 'en' : 'ru';
}

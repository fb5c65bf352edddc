import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Golos Text as Fontsource cuts it, with the characters each file serves; of two the later one is taken. The space goes
 * with the Russian letters: else every word would be a piece of text of its own, which takes longer to print and can't
 * be searched for. The ruble sign is among the extended Latin, letters of other languages of Russia among the extended
 * Cyrillic; the browser unpacks those only where they are needed.
 */
const SUBSETS = {
  'latin-ext': 'U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1E9F,U+20A0-20AB,U+20AD-20B3,U+20B5-20C0,U+2113',
  'cyrillic-ext': 'U+0460-048F,U+0492-04AF,U+04B2-052F,U+1C80-1C8A,U+20B4',
  latin: 'U+0021-00FF,U+0131,U+0152-0153,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215',
  cyrillic: 'U+0020,U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
} as const;

/** `@font-face` rules with the font inside, so that printing needs neither a network nor an installed font. */
export function embeddedFonts(): string {
  return Object.entries(SUBSETS)
    .map(([subset, characters]) => {
      const file = require.resolve(`@fontsource-variable/golos-text/files/golos-text-${subset}-wght-normal.woff2`);
      const source = `url(data:font/woff2;base64,${readFileSync(file).toString('base64')}) format('woff2')`;
      return `@font-face{font-family:'Golos Text';font-weight:400 900;src:${source};unicode-range:${characters}}`;
    })
    .join('\n');
}

const require = createRequire(import.meta.url);

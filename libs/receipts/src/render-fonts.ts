import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Unicode ranges as Fontsource cuts its files; a file is only unpacked by the browser where a character needs it. */
const SUBSETS = {
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext': 'U+0460-048F,U+0492-04AF,U+04B2-052F,U+1C80-1C8A,U+20B4',
  latin: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215',
  'latin-ext': 'U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1E9F,U+20A0-20AB,U+20AD-20B3,U+20B5-20C0,U+2113',
} as const;

/** `@font-face` rules with Golos Text inside, so that printing needs neither a network nor an installed font. */
export function embeddedFonts(): string {
  return Object.entries(SUBSETS)
    .map(([subset, range]) => {
      const file = require.resolve(`@fontsource-variable/golos-text/files/golos-text-${subset}-wght-normal.woff2`);
      const source = `data:font/woff2;base64,${readFileSync(file).toString('base64')}`;
      return `@font-face{font-family:'Golos Text';font-weight:400 900;src:url(${source}) format('woff2');unicode-range:${range}}`;
    })
    .join('\n');
}

const require = createRequire(import.meta.url);

const LATIN = 'ABCEHKMOPTXYaceopxy';
const CYRILLIC = 'АВСЕНКМОРТХУасеорху';

const toCyrillic = new Map([...LATIN].map((letter, i) => [letter, CYRILLIC[i]!]));
const toLatin = new Map([...CYRILLIC].map((letter, i) => [letter, LATIN[i]!]));

/** Latin letters that look Cyrillic made Cyrillic; others stay. */
export function cyrillicLookAlikes(text: string): string {
  return text.replaceAll(/[A-Za-z]/g, (letter) => toCyrillic.get(letter) ?? letter);
}

export function latinLookAlikes(text: string): string {
  return text.replaceAll(/[А-Яа-я]/g, (letter) => toLatin.get(letter) ?? letter);
}

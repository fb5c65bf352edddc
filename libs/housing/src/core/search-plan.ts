import { searchable } from './search-words.js';

/** What to look for, from the surest reading of a typed text to the loosest. */
export interface SearchPlan {
  /** Letters and digits of the text as the beginning of an account's number; `null` where it has no digit. */
  readonly numberKey: string | null;
  /** Words of each reading of the text; all of a reading's words are to be found. */
  readonly readings: readonly (readonly string[])[];
  /** The text typed with the keyboard in the wrong language, put right; `null` where nothing changes. */
  readonly otherLayout: readonly string[] | null;
}

/** Reads what is typed into the search box of accounts: a number, an address, a name, a phone, a meter, in any order. */
export function planSearch(typed: string): SearchPlan {
  const words = accountWords(typed);
  const whole = phoneOf(typed) ?? serialOf(typed, words);
  const otherLayout = accountWords(switchLayout(typed));
  return {
    numberKey: /\d/.test(typed) ? inCyrillic(words.join('')) : null,
    readings: whole && whole !== words.join(' ') ? [[whole], words] : [words],
    otherLayout: otherLayout.join(' ') === words.join(' ') ? null : otherLayout,
  };
}

/** As `searchable_text` of the database keeps them; look-alike letters in numbers and codes count as Cyrillic. */
function accountWords(typed: string): string[] {
  return searchable(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (/\d/.test(word) ? inCyrillic(word) : word))
    .slice(0, MOST_WORDS);
}

function inCyrillic(word: string): string {
  return word.replaceAll(/[abcehkmoptxy]/g, (sign) => LOOK_ALIKES.get(sign)!);
}

const MOST_WORDS = 12;

const LOOK_ALIKES = new Map([...'abcehkmoptxy'].map((latin, i) => [latin, [...'авсенкмортху'][i]!]));

/** Ten digits of a Russian phone, however it is written: `8 (913) 210-45-67`, `+79132104567`. */
function phoneOf(typed: string): string | null {
  if (!/^[\d\s()+.-]+$/.test(typed.trim())) return null;
  const digits = typed.replaceAll(/\D/g, '');
  if (/^[78]\d{10}$/.test(digits)) return digits.slice(1);
  return digits.length === 10 ? digits : null;
}

/** The number of a meter is kept as one word, whatever parts it: `CB-12/345`. Parted by spaces it would be an address. */
function serialOf(typed: string, words: readonly string[]): string | null {
  return words.length > 1 && /\d/.test(typed) && !/\s/.test(typed.trim()) ? inCyrillic(words.join('')) : null;
}

/** `ghbdtn` is `привет` on a keyboard left in English, and `Шмфтщм` is `Ivanov` on one left in Russian. */
export function switchLayout(typed: string): string {
  return [...typed.toLowerCase()].map((sign) => OTHER_LAYOUT.get(sign) ?? sign).join('');
}

const LATIN = `qwertyuiop[]asdfghjkl;'zxcvbnm,.\``;
const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const OTHER_LAYOUT = new Map([
  ...[...CYRILLIC].map((sign, i) => [sign, LATIN[i]!] as const),
  ...[...LATIN].map((sign, i) => [sign, CYRILLIC[i]!] as const),
]);

/** Of the words of the books, those that one typed with a slip may have been meant as, the nearest first. */
export function nearestWords(typed: string, words: readonly string[]): string[] {
  const allowed = typed.length >= 7 ? 2 : 1;
  return words
    .map((word) => ({ word, slips: slipsBetween(typed, word) }))
    .filter(({ slips }) => slips > 0 && slips <= allowed)
    .sort((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1))
    .slice(0, 5)
    .map(({ word }) => word);
}

/** Letters added, left out, changed, or swapped with their neighbour: the distance of Damerau and Levenshtein. */
export function slipsBetween(a: string, b: string): number {
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1), swapped ? before[j - 2]! + 1 : Infinity),
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}

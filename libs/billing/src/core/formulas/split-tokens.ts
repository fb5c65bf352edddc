import { FormulaFault, type Place } from './fault.js';

export type Token = Place & {
  readonly kind: 'number' | 'word' | 'quoted' | 'sign' | 'end';
  /** A number with a point, a word or sign as written, the inside of quotation marks. */
  readonly text: string;
};

export const MOST_CHARACTERS = 1000;
const MOST_DIGITS = 18;

/** A formula's text as numbers, words and signs; never throws. */
export function splitTokens(text: string): readonly Token[] | FormulaFault {
  if (text.length > MOST_CHARACTERS)
    return new FormulaFault(
      'too-long',
      { at: MOST_CHARACTERS, length: text.length - MOST_CHARACTERS },
      { most: MOST_CHARACTERS },
    );
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest);
    if (space) {
      at += space[0].length;
      continue;
    }
    const token = tokenAt(rest, at);
    if (token instanceof FormulaFault) return token;
    tokens.push(token);
    at += token.length;
  }
  return [...tokens, { kind: 'end', text: '', at, length: 0 }];
}

function tokenAt(rest: string, at: number): Token | FormulaFault {
  const number = /^\d[\d.,]*/.exec(rest)?.[0];
  if (number) return numberAt(number, at);
  const word = WORD.exec(rest)?.[0];
  if (word) return { kind: 'word', text: word, at, length: word.length };
  const quoted = QUOTED.exec(rest);
  if (quoted) return { kind: 'quoted', text: quoted[1] ?? quoted[2] ?? quoted[3]!, at, length: quoted[0].length };
  if (/^["'«]/.test(rest)) return new FormulaFault('open-quote', { at, length: rest.length });
  const sign = SIGN.exec(rest)?.[0];
  if (sign) return { kind: 'sign', text: SAME_SIGN[sign] ?? sign, at, length: sign.length };
  const character = String.fromCodePoint(rest.codePointAt(0)!);
  return new FormulaFault('bad-character', { at, length: character.length }, { character });
}

/** A word of letters, digits and underscores; an abbreviated unit keeps its point: `чел.` */
const WORD = /^(?:кВт·ч|₽|(?:чел|руб|пом|дн|ед)\.(?!\d)|[\p{L}_][\p{L}\d_²³]*)/iu;
const QUOTED = /^(?:"([^"\n]*)"|'([^'\n]*)'|«([^»\n]*)»)/;
const SIGN = /^(?:<=|>=|<>|!=|==|[-−–+*×·/÷()<>=≤≥≠;%])/;
const SAME_SIGN: Readonly<Record<string, string>> = {
  ...{ '−': '-', '–': '-', '×': '*', '·': '*', '÷': '/' },
  ...{ '≤': '<=', '≥': '>=', '≠': '<>', '!=': '<>', '==': '=' },
};

function numberAt(written: string, at: number): Token | FormulaFault {
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(written);
  const digits = Math.max(match?.[1]?.length ?? 0, match?.[2]?.length ?? 0);
  if (!match || digits > MOST_DIGITS)
    return new FormulaFault('bad-number', { at, length: written.length }, { number: written });
  return { kind: 'number', text: written.replace(',', '.'), at, length: written.length };
}

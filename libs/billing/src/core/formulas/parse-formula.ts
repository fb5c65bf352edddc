import { UNIT_WORDS } from './dimension.js';
import type { Arithmetic, Comparison, Expression } from './expression.js';
import { FormulaFault, type FormulaFaultCode, type Place } from './fault.js';
import { Fraction } from './fraction.js';
import { splitTokens, type Token } from './split-tokens.js';
import {
  FUNCTION_NAMES,
  type FunctionName,
  MOST_WORDS,
  plainWord,
  VARIABLE_NAMES,
  type VariableName,
} from './variables.js';

/**
 * Reads a formula: `если(площадь > 50 м²; 50 м²; площадь) × тариф`. Multiplication binds closer than addition, that
 * closer than comparison, that closer than `и`, that closer than `или`; a number and the unit after it are one. Never
 * throws, whatever the text: what can't be read is a FormulaFault.
 */
export function parseFormula(text: string): Expression | FormulaFault {
  const tokens = splitTokens(text);
  if (tokens instanceof FormulaFault) return tokens;
  if (tokens.length === 1) return new FormulaFault('empty', { at: 0, length: text.length });
  const reader = new FormulaReader(tokens);
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof Unreadable) return error.fault;
    throw error;
  }
}

const MOST_DEPTH = 30;

/** Carries a fault out of the depth where it was met; it never leaves this file. */
class Unreadable extends Error {
  constructor(readonly fault: FormulaFault) {
    super(fault.code);
  }
}

class FormulaReader {
  private next = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.either();
    if (this.token.kind !== 'end') this.refuse(this.isSign(')') ? 'open-bracket' : 'operator-expected', this.token);
    return expression;
  }

  // -------------------------------------------------------------------------------- from what binds least to closest

  private either(): Expression {
    let left = this.both();
    while (this.isWord('или', 'or')) {
      this.next++;
      left = around({ kind: 'logic', sign: 'or', left, right: this.both() });
    }
    return left;
  }

  private both(): Expression {
    let left = this.compared();
    while (this.isWord('и', 'and')) {
      this.next++;
      left = around({ kind: 'logic', sign: 'and', left, right: this.compared() });
    }
    return left;
  }

  private compared(): Expression {
    const left = this.sum();
    if (!this.isSign('<', '<=', '>', '>=', '=', '<>')) return left;
    const sign = this.take().text as Comparison;
    return around({ kind: 'comparison', sign, left, right: this.sum() });
  }

  private sum(): Expression {
    let left = this.product();
    while (this.isSign('+', '-')) {
      const sign = this.take().text as Arithmetic;
      left = around({ kind: 'binary', sign, left, right: this.product() });
    }
    return left;
  }

  private product(): Expression {
    let left = this.signed();
    while (this.isSign('*', '/')) {
      const sign = this.take().text as Arithmetic;
      left = around({ kind: 'binary', sign, left, right: this.signed() });
    }
    return left;
  }

  private signed(): Expression {
    if (!this.isSign('-')) return this.value();
    const { at } = this.take();
    const of = this.deeper(() => this.signed());
    return { kind: 'minus', of, at, length: of.at + of.length - at };
  }

  private value(): Expression {
    const { token } = this;
    if (token.kind === 'number') return this.number();
    if (token.kind === 'word') return this.named();
    if (token.kind === 'quoted') return this.refuse('service-expected', token);
    if (!this.isSign('(')) return this.refuse('value-expected', token);
    this.next++;
    const inside = this.deeper(() => this.either());
    const { at, length } = this.close(token);
    return { ...inside, at: token.at, length: at + length - token.at };
  }

  /** `50`, `50 м²`, `15%` */
  private number(): Expression {
    const { at, length, text } = this.take();
    const number: Expression = { kind: 'number', value: Fraction.parse(text), at, length };
    if (this.isSign('%')) {
      const percent = this.take();
      return { ...number, value: Fraction.parse(`${text}/100`), length: percent.at + 1 - at };
    }
    const unit = this.token.kind === 'word' ? unitOf(this.token) : undefined;
    if (!unit) return number;
    const { at: unitAt, length: unitLength } = this.take();
    return around({
      kind: 'binary',
      sign: '*',
      left: number,
      right: { kind: 'unit', unit, at: unitAt, length: unitLength },
    });
  }

  /** A quantity of up to three words, a function or a unit that stands alone: `10 ₽ / м²`. */
  private named(): Expression {
    const { token } = this;
    const called = this.functionHere();
    if (called) return this.call(called);
    for (let words = MOST_WORDS; words > 0; words--) {
      const name = this.nameOf(words);
      if (!name) continue;
      this.next += words;
      const last = this.tokens[this.next - 1]!;
      return { kind: 'variable', name, at: token.at, length: last.at + last.length - token.at };
    }
    const unit = unitOf(token);
    if (unit) {
      this.next++;
      return { kind: 'unit', unit, at: token.at, length: token.length };
    }
    return this.refuse('unknown-name', token, { name: token.text, near: nearestName(token.text) });
  }

  private call(name: FunctionName): Expression {
    const { at } = this.take();
    const bracket = this.take();
    if (name === 'volume') return this.volume(at, bracket);
    const given = this.deeper(() => this.list());
    const end = this.close(bracket);
    const place = { at, length: end.at + end.length - at };
    if (name === 'if') {
      const [condition, then, otherwise] = given;
      if (given.length !== 3) return this.refuse('argument-count', place, { function: 'если', needs: 3 });
      return { kind: 'if', condition: condition!, then: then!, otherwise: otherwise!, ...place };
    }
    if (given.length < 2) return this.refuse('argument-count', place, { function: name, needs: 2 });
    return { kind: 'choice', of: name, among: given, ...place };
  }

  private list(): Expression[] {
    const list = [this.either()];
    while (this.isSign(';')) {
      this.next++;
      list.push(this.either());
    }
    return list;
  }

  private volume(at: number, bracket: Token): Expression {
    if (this.token.kind !== 'quoted' || this.token.text.trim() === '')
      return this.refuse('service-expected', this.token);
    const service = this.take().text.trim();
    const end = this.close(bracket);
    return { kind: 'volume', service, at, length: end.at + end.length - at };
  }

  // ------------------------------------------------------------------------------------------------------- small steps

  private get token(): Token {
    return this.tokens[Math.min(this.next, this.tokens.length - 1)]!;
  }

  private take(): Token {
    const { token } = this;
    this.next++;
    return token;
  }

  private isSign(...signs: readonly string[]): boolean {
    return this.token.kind === 'sign' && signs.includes(this.token.text);
  }

  private isWord(...words: readonly string[]): boolean {
    return this.token.kind === 'word' && words.includes(this.token.text.toLowerCase());
  }

  private functionHere(): FunctionName | undefined {
    const bracket = this.tokens[this.next + 1];
    if (bracket?.kind !== 'sign' || bracket.text !== '(') return undefined;
    const name = plainWord(this.token.text);
    return Object.hasOwn(FUNCTION_NAMES, name) ? FUNCTION_NAMES[name] : undefined;
  }

  private nameOf(words: number): VariableName | undefined {
    const taken = this.tokens.slice(this.next, this.next + words);
    if (taken.length < words || taken.some(({ kind }) => kind !== 'word')) return undefined;
    const name = taken.map(({ text }) => plainWord(text)).join(' ');
    return Object.hasOwn(VARIABLE_NAMES, name) ? VARIABLE_NAMES[name] : undefined;
  }

  private close(opened: Token): Token {
    if (this.isSign(')')) return this.take();
    if (this.token.kind === 'end') return this.refuse('open-bracket', opened);
    return this.refuse('operator-expected', this.token);
  }

  private deeper<T>(read: () => T): T {
    if (++this.depth > MOST_DEPTH) this.refuse('too-deep', this.token, { most: MOST_DEPTH });
    const found = read();
    this.depth--;
    return found;
  }

  private refuse(code: FormulaFaultCode, { at, length }: Place, details: FormulaFault['details'] = {}): never {
    throw new Unreadable(new FormulaFault(code, { at, length }, details));
  }
}

type Joined = Extract<Expression, { left: Expression }>;

/** From the beginning of the left to the end of the right. */
function around<J extends Joined>(joined: Omit<J, keyof Place> & Pick<J, 'left' | 'right'>): Expression {
  const { at } = joined.left;
  return { ...joined, at, length: joined.right.at + joined.right.length - at } as unknown as Expression;
}

function unitOf({ text }: Token) {
  const word = text.toLowerCase().replace(/\.$/, '');
  return Object.hasOwn(UNIT_WORDS, word) ? UNIT_WORDS[word] : undefined;
}

const KNOWN = [...Object.keys(VARIABLE_NAMES), ...Object.keys(FUNCTION_NAMES), ...Object.keys(UNIT_WORDS)];

/** What was probably meant; `null` where nothing is near. */
function nearestName(word: string): string | null {
  const wanted = plainWord(word);
  let [nearest, least]: [string | null, number] = [null, Math.min(3, wanted.length)];
  for (const name of KNOWN) {
    const far = distance(wanted, name);
    if (far < least) [nearest, least] = [name, far];
  }
  return nearest && (VARIABLE_NAMES[nearest] ?? nearest);
}

/** Letters to put in, take out or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
  }
  return row[b.length]!;
}

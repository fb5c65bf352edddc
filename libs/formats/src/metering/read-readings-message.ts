import type { Decimal } from '@dvor/kernel';
import { cyrillicLookAlikes } from '../values/look-alikes.js';
import { collapseBlanks } from '../values/parsed.js';
import { readDecimal } from '../values/read-decimal.js';

/** What people name in a message; of the words for zones those of a two- and a three-zone meter. */
export type SaidResource = 'cold-water' | 'hot-water' | 'electricity' | 'gas' | 'heating';
export type SaidZone = 'day' | 'night' | 'peak' | 'half-peak' | 1 | 2 | 3 | 4;

/** Whose numbers they are: by the meter's number, or by what it measures, which of several and which zone if said. */
export type SaidMeter =
  | { readonly serial: string }
  | { readonly resource: SaidResource; readonly place: number | null; readonly zone: SaidZone | null };

/** Several numbers after one name are several meters of it, or several zones: the books know which. */
export interface SaidReading {
  readonly meter: SaidMeter;
  readonly values: readonly Decimal[];
}

export interface MessageProblem {
  readonly code:
    | 'message.empty'
    | 'message.too-long'
    | 'message.word-unknown'
    | 'message.number-missing'
    | 'message.number-alone'
    | 'message.number-unreadable'
    | 'message.number-negative'
    | 'message.named-twice';
  /** The piece of the message it is about. */
  readonly said: string;
}

export interface ReadingsMessage {
  readonly account: string | null;
  readonly readings: readonly SaidReading[];
  readonly problems: readonly MessageProblem[];
}

/** Longer is no list of readings: a forwarded letter, a spam. */
const LONGEST = 500;

/**
 * Readings as people send them by SMS, messenger or mail, in any order and case: `ХВС 123 ГВС 45`, `гвс=45;хвс=123,4`,
 * `123 хвс 45 гвс`, `свет день 1200 ночь 611`, `Т1 1200 Т2 611`, `хвс1 12 хвс2 15`, `№ 12345678 123`, with `ЛС 1000000001`
 * in front, or `#account#meter#value`. Polite words are passed over; nothing else is guessed: where there is a problem
 * nothing of the message is to be taken.
 */
export function readReadingsMessage(text: string): ReadingsMessage {
  const plain = collapseBlanks(text);
  if (plain === '') return refused('message.empty', '');
  if (plain.length > LONGEST) return refused('message.too-long', `${plain.slice(0, 40)}…`);
  const tokens = tokensOf(/^#[^#]+#[^#]+#[^#]+$/.test(plain) ? withNames(plain) : plain);
  const ordered = isNumberFirst(tokens) ? [...tokens].reverse() : tokens;
  const found = gather(ordered);
  if (found.readings.length === 0 && found.problems.length === 0) return refused('message.empty', plain);
  return found;
}

function refused(code: MessageProblem['code'], said: string): ReadingsMessage {
  return { account: null, readings: [], problems: [{ code, said }] };
}

/** `#1000000001#12345678#123` */
function withNames(text: string): string {
  const [, account, meter, value] = text.split('#');
  return `лс ${account} № ${meter} ${value}`;
}

type Token =
  | { readonly kind: 'number'; readonly said: string }
  | { readonly kind: 'resource'; readonly said: string; readonly resource: SaidResource; readonly place: number | null }
  | { readonly kind: 'zone'; readonly said: string; readonly zone: SaidZone }
  | { readonly kind: 'account' | 'meter' | 'unknown'; readonly said: string };

/** A comma or a point between figures is decimal; `Т1`, `ХВС2` and `х/в` are words. A dash is a minus only where it clings to the figure alone. */
const PIECES =
  /№|#|(?<![\p{L}\d])[-−–]?\d[\p{L}\d]*(?:[.,]\d[\p{L}\d]*)*|\p{L}+(?:\/\p{L}+)*(?:\d[\p{L}\d]*(?:[.,]\d+)?)?/gu;

function tokensOf(text: string): Token[] {
  const lower = text.toLowerCase().replaceAll('ё', 'е').replaceAll(GREETINGS, ' ').replaceAll(UNITS, '$1 ');
  const pieces = [...lower.matchAll(PIECES)].map(([piece]) => piece);
  return pieces.flatMap((piece, i): Token[] => {
    if (isFigure(piece)) return [{ kind: 'number', said: piece }];
    if (piece === '№' || piece === '#') return [{ kind: 'meter', said: piece }];
    const [, word, figure] = /^(\D*)(.*)$/u.exec(piece)!;
    return wordOf(word!, figure!, isFigure(pieces[i + 1] ?? ''));
  });
}

function isFigure(piece: string): boolean {
  return /^[-−–]?\d/.test(piece);
}

const GREETINGS = /добр(?:ый|ого)\s+(?:день|вечер|утро|дня)|доброе\s+утро/gu;
/** `123 м3`, `45куб.м`, `300 кВт*ч` */
const UNITS =
  /(\d)\s*(?:куб(?:\.?\s?м|ов|а|ометр\p{L}*)?|м\s?(?:3|³|куб)|квт(?:\s?[*·.]?\s?ч(?:ас\p{L}*)?)?|гкал)(?![\p{L}\d])\.?/gu;

/** A figure that clings to a word is its number where another follows (`хвс2 15`), else its value (`хвс123`). */
function wordOf(said: string, figure: string, isFollowed: boolean): Token[] {
  const word = cyrillicLookAlikes(said.toUpperCase()).toLowerCase().replaceAll('/', '');
  if (TARIFF.test(word) && /^[1-4]$/.test(figure))
    return [{ kind: 'zone', said: said + figure, zone: Number(figure) as SaidZone }];
  const number: Token[] = figure === '' ? [] : [{ kind: 'number', said: figure }];
  const resource = RESOURCES.find(([pattern]) => pattern.test(word))?.[1];
  if (resource) {
    return isFollowed && /^[1-9]$/.test(figure)
      ? [{ kind: 'resource', said: said + figure, resource, place: Number(figure) }]
      : [{ kind: 'resource', said, resource, place: null }, ...number];
  }
  const zone = ZONES.find(([pattern]) => pattern.test(word))?.[1];
  if (zone) return [{ kind: 'zone', said, zone }, ...number];
  if (ACCOUNT.test(word)) return [{ kind: 'account', said }, ...number];
  if (METER.test(word)) return [{ kind: 'meter', said }, ...number];
  if (PASSED_OVER.test(word) && figure === '') return [];
  return [{ kind: 'unknown', said: said + figure }];
}

const TARIFF = /^(?:т|тариф|зона)$/u;

/** By their beginnings; letters of the Latin keyboard are Cyrillic look-alikes by now, save those that look like none. */
const RESOURCES: readonly (readonly [RegExp, SaidResource])[] = [
  [/^(?:хвс|хв|хол|холод\p{L}*|нvs)$/u, 'cold-water'],
  [/^(?:гвс|гв|гор|горяч\p{L}*|gvs)$/u, 'hot-water'],
  [/^(?:эл|ээ|энерг\p{L}*|элект?р?\p{L}*|свет\p{L}*|svет)$/u, 'electricity'],
  [/^(?:газ\p{L}*|gаz)$/u, 'gas'],
  [/^(?:отопл\p{L}*|тепл\p{L}*)$/u, 'heating'],
];

const ZONES: readonly (readonly [RegExp, SaidZone])[] = [
  [/^(?:день|дн|дневн\p{L}*)$/u, 'day'],
  [/^(?:ночь|ноч|ночн\p{L}*)$/u, 'night'],
  [/^(?:пик|пиков\p{L}*)$/u, 'peak'],
  [/^(?:полупик\p{L}*)$/u, 'half-peak'],
];

const ACCOUNT = /^(?:лс|лицев\p{L}*|лицсчет)$/u;
const METER = /^(?:сч|счетчик\p{L}*|пу|ипу|прибор\p{L}*|зав|серийн\p{L}*|сн|номер|ном)$/u;
/** Polite words, and those that add nothing to the names. */
const PASSED_OVER =
  /^(?:здравствуйте|привет|спасибо|пожалуйста|прошу|принять|примите|передаю|отправляю|показани\p{L}*|за|по|и|вода|воды|воду|воде|счет|учет\p{L}*|янв\p{L}*|фев\p{L}*|март\p{L}*|апр\p{L}*|ма[йя]|июн\p{L}*|июл\p{L}*|авг\p{L}*|сен\p{L}*|окт\p{L}*|ноябр\p{L}*|дек\p{L}*|месяц\p{L}*|г|год\p{L}*|м|куб|квт|гкал)$/u;

/** `123 хвс 45 гвс`: numbers stand before their names. A number alone in front of names is an account. */
function isNumberFirst(tokens: readonly Token[]): boolean {
  return tokens[0]?.kind === 'number' && tokens.at(-1)?.kind === 'resource';
}

function gather(tokens: readonly Token[]): ReadingsMessage {
  const readings: { meter: SaidMeter; values: Decimal[]; said: string }[] = [];
  const problems: MessageProblem[] = [];
  let account: string | null = null;
  let resource: Extract<Token, { kind: 'resource' }> | null = null;
  let last: Token | null = null;
  for (const token of tokens) {
    const before: Token | null = last;
    last = token;
    switch (token.kind) {
      case 'unknown':
        problems.push({ code: 'message.word-unknown', said: token.said });
        continue;
      case 'account':
      case 'meter':
        continue;
      case 'resource':
        if (before?.kind === 'resource' && before.resource === token.resource) continue; // «эл. энергия»
        resource = token;
        readings.push({ meter: meterOf(token, null), values: [], said: token.said });
        continue;
      case 'zone':
        if (before?.kind === 'resource') readings.pop();
        readings.push({ meter: meterOf(resource, token.zone), values: [], said: token.said });
        continue;
      case 'number':
        if (before?.kind === 'account' || (readings.length === 0 && before === null && ACCOUNT_NUMBER.test(token.said)))
          account = token.said;
        else if (before?.kind === 'meter')
          readings.push({ meter: { serial: token.said }, values: [], said: token.said });
        else {
          const value = valueOf(token.said);
          const of = readings.at(-1);
          if (typeof value === 'string') problems.push({ code: value, said: token.said });
          else if (of) of.values.push(value);
          else problems.push({ code: 'message.number-alone', said: token.said });
        }
    }
  }
  for (const { values, said } of readings)
    if (values.length === 0 && !problems.some(({ code }) => UNREAD.has(code)))
      problems.push({ code: 'message.number-missing', said });
  for (const { said } of namedTwice(readings)) problems.push({ code: 'message.named-twice', said });
  return { account, readings: readings.map(({ meter, values }) => ({ meter, values })), problems };
}

/** Words of zones alone speak of electricity: nothing else in a flat has them. */
function meterOf(resource: Extract<Token, { kind: 'resource' }> | null, zone: SaidZone | null): SaidMeter {
  return { resource: resource?.resource ?? 'electricity', place: resource?.place ?? null, zone };
}

/** The number is there, only it can't be taken: that says enough. */
const UNREAD: ReadonlySet<MessageProblem['code']> = new Set(['message.number-unreadable', 'message.number-negative']);
const ACCOUNT_NUMBER = /^\d{6,20}$/;

/** A reading: up to nine digits and four behind the point. */
function valueOf(said: string): Decimal | MessageProblem['code'] {
  if (/^[-−–]/.test(said)) return 'message.number-negative';
  const read = /^\d{1,9}(?:[.,]\d{1,4})?$/.test(said) ? readDecimal(said) : null;
  return read?.ok ? read.value : 'message.number-unreadable';
}

function namedTwice<Reading extends { readonly meter: SaidMeter }>(readings: readonly Reading[]): Reading[] {
  const seen = new Set<string>();
  return readings.filter(({ meter }) => {
    const key = JSON.stringify(meter);
    return seen.size === seen.add(key).size;
  });
}

import { type Cell } from './table.js';

/** What a number format makes of a number, as far as it changes what is read. */
export type NumberShape =
  | { readonly shape: 'plain' }
  | { readonly shape: 'date' | 'moment' | 'time' | 'duration' | 'percent' }
  /** `0000000`: an account number kept as a number and shown with its leading zeros. */
  | { readonly shape: 'padded'; readonly digits: number };

const PLAIN: NumberShape = { shape: 'plain' };

/** By ECMA-376 part 1, 18.8.30, the numbers of built-in formats; 27–36 and 50–58 are days in East Asian Excel. */
export function shapeOfBuiltIn(id: number): NumberShape {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return { shape: 'date' };
  if (id === 22) return { shape: 'moment' };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return { shape: 'time' };
  if (id === 46) return { shape: 'duration' };
  return id === 9 || id === 10 ? { shape: 'percent' } : PLAIN;
}

/** Of a format's own text, `dd.mm.yyyy`, `[$-419]ДД ММММ ГГГГ "г."`; programs with Russian texts write Russian letters. */
export function shapeOfFormat(code: string): NumberShape {
  if (/^(?:general|основной|@)$/i.test(code)) return PLAIN;
  const bare = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';')[0]!
    .toLowerCase();
  if (/\[(?:h+|m+|s+|ч+|м+|с+)\]/.test(bare)) return { shape: 'duration' };
  const letters = bare.replaceAll(/\[[^\]]*\]/g, '').replace(/am\/pm|a\/p/, 'h');
  const zeros = /^0{2,}$/.exec(letters.trim());
  if (zeros) return { shape: 'padded', digits: zeros[0].length };
  // A Russian letter beside digits is a unit of measure that somebody forgot to quote.
  if (/[0#?]/.test(letters) && /[а-я]/.test(letters)) return PLAIN;
  const hasDay = /[dyдг]/.test(letters);
  const hasTime = /[hsчс]/.test(letters);
  if (hasDay) return { shape: hasTime ? 'moment' : 'date' };
  if (hasTime) return { shape: 'time' };
  if (/[mм]/.test(letters)) return { shape: 'date' };
  return letters.includes('%') ? { shape: 'percent' } : PLAIN;
}

/** A number as Excel keeps it, shown as its format asks. `raw` is the text of the file. */
export function numericCell(raw: string, format: NumberShape, from1904: boolean): Cell {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return { kind: 'problem', problem: 'unreadable', text: raw };
  switch (format.shape) {
    case 'plain':
      return numberCell(raw);
    case 'padded':
      return /^\d+$/.test(raw) ? { kind: 'number', text: raw.padStart(format.digits, '0') } : numberCell(raw);
    case 'percent':
      return { kind: 'number', text: `${exactText(raw, 2)}%` };
    case 'date':
    case 'moment':
    case 'time':
    case 'duration':
      return dateCell(raw, value, format.shape, from1904);
  }
}

/** Excel keeps 15 digits. A longer whole number with zeros behind them was longer before; one without is as written. */
function numberCell(raw: string): Cell {
  const digits = raw.trim().replace(/^[+-]/, '');
  if (/^\d{16,}$/.test(digits) && !/^0*$/.test(digits.slice(15))) return { kind: 'number', text: raw.trim() };
  const text = exactText(raw, 0);
  const lost = /^-?\d{16,}$/.test(text);
  return lost ? { kind: 'problem', problem: 'digits-lost', text } : { kind: 'number', text };
}

/** The decimal that Excel shows, to its 15 digits: `45.300000000000004` is 45.3; times ten to the power of `shift`. */
function exactText(raw: string, shift: number): string {
  if (shift === 0 && /^-?[1-9]\d{0,14}$/.test(raw)) return raw; // most of them, and this is the hottest road
  const [mantissa, exponent] = Number(raw).toExponential(14).split('e') as [string, string];
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '') || '0';
  const point = Number(exponent) + shift + 1;
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const fraction = point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  const text = digits === '0' ? '0' : `${whole}${fraction === '' ? '' : `.${fraction}`}`;
  return negative && text !== '0' ? `-${text}` : text;
}

function dateCell(raw: string, value: number, shape: 'date' | 'moment' | 'time' | 'duration', from1904: boolean): Cell {
  const seconds = Math.round((value - Math.floor(value)) * 86_400);
  if (shape === 'duration') return { kind: 'text', text: durationText(Math.round(value * 86_400)) };
  if (shape === 'time' && value >= 0 && value < 1) return { kind: 'text', text: durationText(seconds % 86_400) };
  const days = Math.floor(value) + (shape !== 'date' && seconds === 86_400 ? 1 : 0);
  const date = dayOfSerial(days, from1904);
  if (date === null) return { kind: 'problem', problem: 'unreadable', text: exactText(raw, 0) };
  const time = seconds % 86_400;
  return { kind: 'date', text: shape === 'date' || time === 0 ? date : `${date}T${durationText(time)}` };
}

function durationText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const whole = Math.abs(seconds);
  const sign = seconds < 0 ? '-' : '';
  return `${sign}${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/**
 * Day 1 is 1900-01-01 and day 60 is a 29 February that never was, or day 0 is 1904-01-01 as the first Macintoshes
 * had it. `null` outside Excel's calendar.
 */
export function dayOfSerial(serial: number, from1904 = false): string | null {
  const days = from1904 ? serial + 1462 : serial;
  if (!Number.isInteger(days) || days < 1 || days > 2_958_465 || days === 60) return null;
  const since1970 = days - 25_569 + (days < 60 ? 1 : 0);
  return new Date(since1970 * 86_400_000).toISOString().slice(0, 10);
}

/** The serial of an ISO day, of the 1900 system; `null` before 1900-03-01, where Excel counts wrongly. */
export function serialOfDay(iso: string): number | null {
  const days = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569;
  return Number.isInteger(days) && days > 60 && days <= 2_958_465 ? days : null;
}

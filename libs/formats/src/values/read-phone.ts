import { collapseBlanks, parsed, type Parsed, unparsed } from './parsed.js';

export type PhoneProblem =
  | 'phone.unreadable'
  /** A city number without the code of its city. */
  | 'phone.too-short'
  | 'phone.too-long'
  /** Two phones in one cell. */
  | 'phone.several';

/**
 * A phone by E.164, `+79131234567`. Numbers of ten digits, or of eleven after an 8 or a 7, are Russian; others need
 * their plus. A number for calls within an office («доб. 12») is no phone to write to.
 */
export function readPhone(text: string): Parsed<string, PhoneProblem> {
  const plain = collapseBlanks(text).replace(/^(?:тел|моб|сот)[а-я]*\.?:? ?/i, '');
  if (
    /[,;/\n]|(?<=\d{3}) (?=[+8]\s?\(?\d{3})/.test(plain) &&
    plain.split(/[,;/]| (?=[+8])/).filter(isLong).length > 1
  ) {
    return unparsed('phone.several');
  }
  if (!/^\+?[\d ()./‐‑–-]+$/.test(plain)) return unparsed('phone.unreadable');
  const digits = plain.replaceAll(/\D/g, '');
  if (plain.startsWith('+') && !/^[78]/.test(digits)) return foreign(digits);
  const national = digits.length === 11 && /^[78]/.test(digits) ? digits.slice(1) : digits;
  if (national.length < 10) return unparsed('phone.too-short');
  if (national.length > 10) return unparsed(digits.length >= 20 ? 'phone.several' : 'phone.too-long');
  return /^[34589]/.test(national) ? parsed(`+7${national}`) : unparsed('phone.unreadable');
}

function isLong(part: string): boolean {
  return part.replaceAll(/\D/g, '').length >= 6;
}

function foreign(digits: string): Parsed<string, PhoneProblem> {
  if (digits.length < 8) return unparsed('phone.too-short');
  if (digits.length > 15) return unparsed('phone.too-long');
  return digits.startsWith('0') ? unparsed('phone.unreadable') : parsed(`+${digits}`);
}

import { groupDigits } from './decimal-text.js';
import { type Language, MINUS, NARROW_SPACE } from './language.js';

/** `1 234`: houses, accounts, lines. */
export function formatCount(count: number, _language: Language): string {
  return `${count < 0 ? MINUS : ''}${groupDigits(String(Math.abs(Math.trunc(count))))}`;
}

/** `8 %`, `99 %`: a share of whole counts, rounded down so that 100 % means all. */
export function formatShare(done: number, total: number): string {
  const percent = total === 0 ? 0 : Math.floor((done * 100) / total);
  return `${percent}${NARROW_SPACE}%`;
}

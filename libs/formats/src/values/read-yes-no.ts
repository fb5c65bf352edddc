import { collapseBlanks, parsed, type Parsed, unparsed } from './parsed.js';

const YES = new Set(['да', 'д', 'есть', 'имеется', 'истина', 'yes', 'y', 'true', '1', '+', 'v', '✓', '✔']);
const NO = new Set(['нет', 'н', 'отсутствует', 'не имеется', 'ложь', 'no', 'n', 'false', '0', '-', '–', '—']);

export function readYesNo(text: string): Parsed<boolean, 'yes-no.unreadable'> {
  const plain = collapseBlanks(text).toLowerCase();
  if (YES.has(plain)) return parsed(true);
  return NO.has(plain) ? parsed(false) : unparsed('yes-no.unreadable');
}

import { createHash } from 'node:crypto';
import { plainHeading } from '../reading/recognise-columns.js';

/** Two tables of one source have the same headings, whatever their case and points. */
export function headingsHash(headings: readonly string[]): Buffer {
  return createHash('sha256').update(headings.map(plainHeading).join('\n')).digest();
}

import { openZip } from '../tables/zip-parts.js';
import type { ReadIntervals } from './interval-message.js';
import { readIntervalMessage } from './read-interval-message.js';

/** A message of a file, and where it stands in it when the file is an archive. */
export type ReadIntervalsOfFile = ReadIntervals & { readonly file?: string };

/** A message unpacks to less than this, or it is refused unread. */
const LARGEST_MESSAGE = 64 * 2 ** 20;

/**
 * All messages of a file: one, or an archive of them as АИИС send a month at once.
 * @throws DomainError `table.broken`, `table.encrypted`, `table.too-large` of an archive
 */
export async function readIntervalFile(bytes: Uint8Array): Promise<readonly ReadIntervalsOfFile[]> {
  if (!isZip(bytes)) return [readIntervalMessage(bytes)];
  const zip = await openZip(bytes);
  const messages: ReadIntervalsOfFile[] = [];
  for (const file of zip.names.filter(isMessage))
    messages.push({ ...readIntervalMessage(await whole(zip.read(file, LARGEST_MESSAGE))), file });
  return messages;
}

/** Rather than a workbook, which is an archive too. */
export async function isZipOfMessages(bytes: Uint8Array): Promise<boolean> {
  if (!isZip(bytes)) return false;
  try {
    const { names, has } = await openZip(bytes);
    return !has('[Content_Types].xml') && names.some(isMessage);
  } catch {
    return false; // the table's reader says what is wrong with it
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function isMessage(name: string): boolean {
  return /\.xml$/i.test(name);
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for await (const piece of pieces) read.push(piece);
  return Buffer.concat(read);
}

import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

/** Files put together in one ZIP; the same files make the same bytes. */
export async function writeZip(
  files: readonly { readonly name: string; readonly content: Uint8Array }[],
): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const { name, content } of files) zip.addBuffer(Buffer.from(content), name, { mtime: LONG_AGO });
  zip.end();
  return buffer(zip.outputStream as Readable);
}

const LONG_AGO = new Date(Date.UTC(2000, 0, 1));

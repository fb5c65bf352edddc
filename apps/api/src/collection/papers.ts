import { applyDecorators, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { DomainError, type FileId } from '@dvor/kernel';
import type { FileStore, Tx } from '@dvor/platform';
import type { UploadedFile } from '../door/idempotency.js';
import { savedFile } from '../door/saved-file.js';

/** A scan of some pages. */
export const PAPER_BYTES = 20 * 1024 * 1024;

/** What a scan or a photograph may be, by its first bytes: nothing that a browser would run. */
const KINDS: readonly (readonly [mediaType: string, begins: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
];

export const AnswersPaper = () =>
  applyDecorators(
    ApiProduces('application/octet-stream'),
    ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }),
  );

/** Keeps a scan that came with a request. @throws DomainError `paper.wrong-kind` */
export async function savePaper(files: FileStore, tx: Tx, file: UploadedFile | undefined): Promise<FileId | null> {
  if (!file) return null;
  const kind = KINDS.find(([, begins]) => begins.every((byte, i) => file.buffer[i] === byte));
  const name = Buffer.from(file.originalname, 'latin1').toString('utf8');
  if (!kind) throw new DomainError('paper.wrong-kind', { name });
  return files.save(tx, { name, mediaType: kind[0], content: file.buffer });
}

export function paperFile({
  name,
  mediaType,
  content,
}: {
  name: string;
  mediaType: string;
  content: Buffer;
}): StreamableFile {
  return savedFile({
    name,
    mediaType,
    content: (async function* () {
      yield await Promise.resolve(content);
    })(),
  });
}

import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** What a browser is to save, under a name of its own. */
export interface SavedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Uint8Array>;
}

export function savedFile({ name, mediaType, content }: SavedFile): StreamableFile {
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  return new StreamableFile(Readable.from(content, { objectMode: false }), {
    type: mediaType,
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}

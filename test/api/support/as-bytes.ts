import type { Readable } from 'node:stream';

/** For `buffer(true).parse(asBytes)`: the body of an answer as it came. */
export function asBytes(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  (response as Readable)
    .on('data', (piece: Buffer) => pieces.push(piece))
    .on('end', () => done(null, Buffer.concat(pieces)));
}

import { type Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { DomainError } from '@dvor/kernel';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** Sizes of what is unpacked, so that a few kilobytes can't become a hole in the machine. */
const MOST_PARTS = 5000;
const LARGEST_PART = 2 ** 31;
/** Blank styled rows, the most compressible honest contents, come to about 1:60. */
const SUSPICIOUS_SIZE = 64 * 2 ** 20;
const SUSPICIOUS_RATIO = 250;

/** The parts of a ZIP by name; each is unpacked when it is read, in pieces. */
export interface ZipParts {
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * @throws DomainError `table.broken` where the part is missing or does not unpack, `table.too-large` where it holds
   *   more than `limit` bytes or is packed as tightly as nothing honest is.
   */
  read(name: string, limit?: number): AsyncIterable<Uint8Array>;
}

/** @throws DomainError `table.broken`, `table.encrypted`, `table.too-large`. */
export async function openZip(bytes: Uint8Array): Promise<ZipParts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await orBroken(promisify(open)(buffer));
  if (zip.entryCount > MOST_PARTS) throw tooLarge();
  const entries = new Map<string, Entry>();
  for (const entry of await orBroken(entriesOf(zip))) {
    if ((entry.generalPurposeBitFlag & 1) === 1) throw new DomainError('table.encrypted');
    entries.set(entry.fileName.toLowerCase(), entry);
  }
  const find = (name: string) => entries.get(name.replace(/^\//, '').toLowerCase());
  return {
    names: [...entries.values()].map(({ fileName }) => fileName),
    has: (name) => find(name) !== undefined,
    read: (name, limit = LARGEST_PART) => readEntry(zip, find(name), limit),
  };
}

function open(buffer: Buffer, done: (error: Error | null, zip: ZipFile) => void): void {
  yauzl.fromBuffer(buffer, { lazyEntries: true }, done);
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined, limit: number): AsyncGenerator<Uint8Array> {
  if (!entry) throw new DomainError('table.broken');
  // The library holds what unpacks to the size that is declared.
  const { uncompressedSize, compressedSize } = entry;
  const dense = uncompressedSize > SUSPICIOUS_SIZE && uncompressedSize > compressedSize * SUSPICIOUS_RATIO;
  if (uncompressedSize > limit || dense) throw tooLarge();
  let stream: Readable | undefined;
  let sum = 0;
  try {
    stream = await promisify<Readable>((done) => zip.openReadStream(entry, done))();
    for await (const piece of stream) {
      const handed = piece as Uint8Array;
      sum = crc32(handed, sum);
      yield handed;
    }
    if (sum !== entry.crc32) throw new DomainError('table.broken');
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('table.broken');
  } finally {
    stream?.destroy();
  }
}

function tooLarge(): DomainError {
  return new DomainError('table.too-large');
}

async function orBroken<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch {
    throw new DomainError('table.broken');
  }
}

import { DomainError } from '@dvor/kernel';
import { SaxesParser } from 'saxes';
import type { TableEncoding } from './table.js';

/** Names come without their prefix: some programs write `<x:row>`. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

export interface XmlReading {
  /** What the bytes are written in, whatever the file says of itself. */
  readonly encoding?: TableEncoding;
  readonly lines?: boolean;
}

/**
 * Tells handlers the elements of an XML part as its pieces come in. No document type is accepted, so there are no
 * entities of the file's own making.
 *
 * @throws DomainError `table.broken` where it is not well-formed.
 */
export class XmlFeed {
  private readonly parser: SaxesParser;
  private readonly decoder: TextDecoder;

  /** Lines are counted where the caller tells of them: it takes time. */
  constructor(handlers: XmlHandlers, { encoding = 'utf-8', lines = false }: XmlReading = {}) {
    const parser = new SaxesParser({ position: lines });
    this.parser = parser;
    this.decoder = new TextDecoder(encoding);
    parser.on('error', refuse);
    parser.on('doctype', refuse);
    parser.on('opentag', ({ name, attributes }) => handlers.open(local(name), attributes as Record<string, string>));
    if (handlers.text) {
      parser.on('text', (text) => handlers.text!(text));
      parser.on('cdata', (text) => handlers.text!(text));
    }
    if (handlers.close) parser.on('closetag', ({ name }) => handlers.close!(local(name)));
  }

  /** The line of what was told last, counted from one. */
  get line(): number {
    return this.parser.line;
  }

  write(piece: Uint8Array): void {
    this.parser.write(this.decoder.decode(piece, { stream: true }));
  }

  end(): void {
    this.parser.write(this.decoder.decode());
    this.parser.close();
  }
}

export async function readXml(pieces: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const feed = new XmlFeed(handlers);
  for await (const piece of pieces) feed.write(piece);
  feed.end();
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function refuse(): never {
  throw new DomainError('table.broken');
}

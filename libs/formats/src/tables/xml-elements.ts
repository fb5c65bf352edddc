import { DomainError } from '@dvor/kernel';
import { SaxesParser } from 'saxes';

/** Names come without their prefix: some programs write `<x:row>`. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Tells handlers the elements of an XML part as its pieces come in. No document type is accepted, so there are no
 * entities of the file's own making.
 *
 * @throws DomainError `table.broken` where it is not well-formed.
 */
export class XmlFeed {
  private readonly parser = new SaxesParser({ position: false });
  private readonly decoder = new TextDecoder();

  constructor(handlers: XmlHandlers) {
    const { parser } = this;
    parser.on('error', refuse);
    parser.on('doctype', refuse);
    parser.on('opentag', ({ name, attributes }) => handlers.open(local(name), attributes as Record<string, string>));
    if (handlers.text) {
      parser.on('text', (text) => handlers.text!(text));
      parser.on('cdata', (text) => handlers.text!(text));
    }
    if (handlers.close) parser.on('closetag', ({ name }) => handlers.close!(local(name)));
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

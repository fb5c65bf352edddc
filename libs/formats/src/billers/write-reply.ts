import { encodeCyrillic } from '../cyrillic-encodings.js';
import type { BillerReply, BillerSettings } from './biller.js';

export type XmlContent = string | readonly XmlElement[];

export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: XmlContent;
}

export function element(name: string, content: XmlContent, attributes?: Readonly<Record<string, string>>): XmlElement {
  return { name, content, attributes };
}

export function xmlReply(root: XmlElement, encoding: NonNullable<BillerSettings['encoding']>): BillerReply {
  const text = `<?xml version="1.0" encoding="${encoding === 'utf-8' ? 'UTF-8' : encoding}"?>\n${written(root)}\n`;
  return { status: 200, contentType: `text/xml; charset=${encoding}`, body: encoded(text, encoding) };
}

export function jsonReply(value: unknown): BillerReply {
  const body = new TextEncoder().encode(JSON.stringify(value));
  return { status: 200, contentType: 'application/json; charset=utf-8', body };
}

function written({ name, attributes, content }: XmlElement): string {
  const marks = Object.entries(attributes ?? {}).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner = typeof content === 'string' ? escaped(content) : content.map(written).join('');
  return `<${name}${marks.join('')}>${inner}</${name}>`;
}

/** What XML can't hold at all, lone halves of a pair among it, becomes a blank. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A character that windows-1251 lacks is written by its number, which every XML reader turns back. */
function encoded(text: string, encoding: 'utf-8' | 'windows-1251'): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const one = encodeCyrillic(character, encoding);
    if (one.ok) bytes.push(...one.bytes);
    else bytes.push(...new TextEncoder().encode(`&#${character.codePointAt(0)!};`));
  }
  return Uint8Array.from(bytes);
}

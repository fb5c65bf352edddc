import { readXml } from './xml-elements.js';

/**
 * The texts of a workbook, each kept once, in one run of bytes outside the heap: a million JavaScript strings would
 * take ten times as much.
 */
export class SharedStrings {
  private bytes = Buffer.alloc(65_536);
  private ends = new Uint32Array(1024);
  private length = 0;

  at(index: number): string | null {
    if (!(index >= 0 && index < this.length)) return null;
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }

  add(text: string): void {
    const from = this.length === 0 ? 0 : this.ends[this.length - 1]!;
    const needed = from + text.length * 3;
    if (needed > this.bytes.length) {
      const larger = Buffer.alloc(Math.max(needed, this.bytes.length * 2));
      this.bytes.copy(larger, 0, 0, from);
      this.bytes = larger;
    }
    if (this.length === this.ends.length) {
      const more = new Uint32Array(this.length * 2);
      more.set(this.ends);
      this.ends = more;
    }
    this.ends[this.length++] = from + this.bytes.write(text, from, 'utf8');
  }
}

export async function readSharedStrings(pieces: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
  const strings = new SharedStrings();
  let text = '';
  let inText = false;
  let phonetic = false;
  await readXml(pieces, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text(part) {
      if (inText) text += part;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.add(unescapeExcel(text));
    },
  });
  return strings;
}

/** What XML can't hold Excel writes as `_x000B_`. Line ends become `\n`. */
export function unescapeExcel(text: string): string {
  const whole = text.includes('_x')
    ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return whole.includes('\r') ? whole.replaceAll(/\r\n?/g, '\n') : whole;
}

import { describe, expect, it } from '@jest/globals';
import { SealedTexts } from './sealed-texts.js';

const sealed = new SealedTexts({ authSecret: 'a'.repeat(32) });

describe('a sealed text', () => {
  it('is read back, and looks different each time', () => {
    const [one, two] = [sealed.seal('слово'), sealed.seal('слово')];
    expect([sealed.open(one), sealed.open(two)]).toEqual(['слово', 'слово']);
    expect(one).not.toBe(two);
    expect(one).not.toContain('слово');
  });

  it('is not read with another key, nor when it was changed', () => {
    const other = new SealedTexts({ authSecret: 'b'.repeat(32) });
    const text = sealed.seal('word');
    expect(() => other.open(text)).toThrow();
    const bytes = Buffer.from(text, 'base64');
    bytes[14]! ^= 1;
    expect(() => sealed.open(bytes.toString('base64'))).toThrow();
  });
});

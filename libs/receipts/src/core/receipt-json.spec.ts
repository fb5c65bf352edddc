import { describe, expect, it } from '@jest/globals';
import { samples } from '../template/samples.js';
import { receiptsBody } from '../render-receipts.js';
import { receiptFromJson, receiptToJson } from './receipt-json.js';

describe('a stored receipt', () => {
  it.each(Object.keys(samples) as (keyof typeof samples)[])('is the receipt again: %s', (name) => {
    const issued = samples[name]();
    const stored = JSON.parse(JSON.stringify(receiptToJson(issued)));
    const again = receiptFromJson(stored);
    expect(receiptToJson(again)).toEqual(stored);
    expect(receiptsBody([again])).toBe(receiptsBody([issued]));
  });

  it('keeps money, volumes, days and months as texts', () => {
    expect(receiptToJson(samples.ordinary())).toMatchObject({
      ...{ form: '43/пр-1', period: '2026-10', dueOn: '2026-11-15', total: '13433.41', change: null },
      account: { area: '54.3', persons: 3 },
      blocks: [{ lines: expect.arrayContaining([expect.objectContaining({ volume: '6.123', tariff: '42.3' })]) }, {}],
    });
  });

  it('reads those issued before accounts could bear a share, and shows one', () => {
    const { account, ...stored } = receiptToJson(samples.ordinary()) as Record<string, Record<string, unknown>>;
    expect(receiptFromJson({ ...stored, account: { ...account, share: undefined } }).account.share).toBeNull();
    const shared = receiptFromJson({ ...stored, account: { ...account, share: '1/3' } });
    expect(receiptsBody([shared])).toContain('Площадь 54,3 м² · доля 1/3');
  });

  it('refuses what lacks a field', () => {
    const stored = receiptToJson(samples.ordinary()) as Record<string, unknown>;
    expect(() => receiptFromJson({ ...stored, dueOn: undefined })).toThrow('a stored receipt has no dueOn');
  });
});

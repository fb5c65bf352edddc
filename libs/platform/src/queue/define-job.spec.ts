import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertIdsOnly, defineJob, type JobData, jobId } from './define-job.js';

type Chunk = { readonly organizationId: string; readonly chunk: number };

const job = defineJob<Chunk>({
  queue: 'billing',
  name: 'spec-chunk',
  key: ({ organizationId, chunk }) => `${organizationId}-${chunk}`,
  attempts: 3,
});

describe('the id of a job', () => {
  it('is its business key and its attempt', () => {
    expect(jobId(job, { organizationId: '7', chunk: 3 })).toBe('spec-chunk-7-3-a0');
    expect(jobId(job, { organizationId: '7', chunk: 3 }, 2)).toBe('spec-chunk-7-3-a2');
  });

  it('is one that BullMQ takes: no colon, not digits alone, and never the same for two', () => {
    const ids = new Set<string>();
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat(), fc.nat(), fc.nat(9)), { maxLength: 50, selector: String }),
        (keys) => {
          ids.clear();
          for (const [organization, chunk, attempt] of keys)
            ids.add(jobId(job, { organizationId: String(organization), chunk }, attempt));
          expect(ids.size).toBe(keys.length);
          for (const id of ids) expect(id).toMatch(/^(?!\d+$)[A-Za-z0-9-]+$/);
        },
      ),
    );
  });

  it.each(['7:3', '7 3', 'ул. Юрина', ''])('is refused when the key is "%s"', (key) => {
    expect(() => jobId({ ...job, key: () => key }, { organizationId: '7', chunk: 3 })).toThrow(
      'letters, digits and dashes',
    );
  });
});

describe('what travels with a job', () => {
  it.each([{}, { period: '2026-10' }, { chunk: 3 }, { file: 'receipts_7.pdf' }])('may be %j', (data) => {
    expect(() => assertIdsOnly({ organizationId: '7', ...data } as JobData)).not.toThrow();
  });

  it.each([
    { name: 'Иванова Анна' },
    { name: 'Anna Ivanova' },
    { email: 'anna@example.ru' },
    { sum: '1 234,50' },
    { phone: '+79130000000' },
    { address: 'ул. Юрина, 1' },
    { nothing: '' },
    { long: 'x'.repeat(65) },
    { missing: undefined },
    { missing: null },
    { flag: true },
    { nested: { id: '7' } },
    { list: ['7'] },
    { sum: 1234.5 },
    { figure: Number.NaN },
  ])('may not be %j', (data) => {
    expect(() => assertIdsOnly({ organizationId: '7', ...data } as unknown as JobData)).toThrow('is not an id');
  });
});

import type { ManualWorking } from '@dvor/billing/core';
import { describe, expect, it } from '@jest/globals';
import { mistakeNotes } from './mistake-notes.js';

const working = (more: Partial<ManualWorking>): ManualWorking => ({
  ...{ formula: 'manual', clause: 'Корректировка № 7', unit: '', rate: null, period: '2026-08', part: 'individual' },
  ...{ document: { id: '1', number: '7', date: '2026-11-02' }, item: '1', amount: '-1133.35', reason: 'Опечатка' },
  ...more,
});
const notes = (more: Partial<ManualWorking>) =>
  mistakeNotes([{ serviceId: '1', working: working(more) }], () => 'Содержание');

describe('a note about our own mistake', () => {
  it('says that we found it, where we did', () => {
    expect(notes({ overcharge: 'found' })[0]).toMatch(
      /^Содержание, август 2026: мы сами нашли ошибку и возвращаем лишнее, 1\s133,35 ₽\./u,
    );
  });

  it('says that it was claimed, where the claim came first', () => {
    expect(notes({ overcharge: 'claimed' })[0]).toMatch(/по вашему заявлению возвращаем лишнее/);
  });

  it('says nothing of any other correction', () => {
    expect(notes({})).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Money } from '@dvor/kernel';
import { channelTable } from './channel-table.js';
import { BILLER_DIALECTS } from './dialects.js';
import { CHANNEL_PRESETS, channelPreset, isBuilt } from './presets.js';
import { tryDialects } from './trials.js';

describe('channel presets', () => {
  it('have codes of their own and Russian names', () => {
    expect(new Set(CHANNEL_PRESETS.map(({ code }) => code)).size).toBe(CHANNEL_PRESETS.length);
    expect(new Set(CHANNEL_PRESETS.map(({ name }) => name)).size).toBe(CHANNEL_PRESETS.length);
    for (const { code, note } of CHANNEL_PRESETS) {
      expect(code).toMatch(/^[a-z][a-z0-9-]{1,39}$/);
      expect(note).toMatch(/\.$/);
    }
  });

  it('speak a dialect that there is, or own up to having none', () => {
    for (const preset of CHANNEL_PRESETS) {
      expect(isBuilt(preset)).toBe(preset.protocol in BILLER_DIALECTS);
      if (preset.adapter !== null) expect(preset.adapter).toBe(preset.protocol);
      expect(preset.answerSeconds === null).toBe(preset.adapter === null);
      expect(preset.repeat === null).toBe(preset.adapter === null);
    }
  });

  it('leave no dialect without a channel', () => {
    const spoken = new Set(CHANNEL_PRESETS.map(({ adapter }) => adapter));
    for (const protocol of Object.keys(BILLER_DIALECTS)) expect(spoken).toContain(protocol);
  });

  it('ask for what a dialect lets nobody in without', () => {
    expect(channelPreset('sber-online-signed')?.needs).toContain('secret');
    expect(channelPreset('gorod')?.needs).toEqual(expect.arrayContaining(['login', 'password']));
    for (const { needs, settings } of CHANNEL_PRESETS)
      for (const need of needs) expect(settings).not.toHaveProperty(need);
  });

  it('hold limits that are sums, the least below the most', () => {
    for (const { limits } of CHANNEL_PRESETS) {
      const least = Money.parse(limits.least);
      expect(least.isNegative).toBe(false);
      if (limits.most !== null) expect(least.compare(Money.parse(limits.most))).toBe(-1);
    }
  });

  it('know nothing of a code that nobody named', () => {
    expect(channelPreset('bank-of-nowhere')).toBeUndefined();
  });
});

it.each(Object.entries(tryDialects()))('%s comes through its trials', (_, trials) => {
  expect(Object.values(trials)).not.toContain('failed');
  expect(Object.values(trials).filter((outcome) => outcome === 'passed').length).toBeGreaterThanOrEqual(6);
});

it('docs/payment-channels.md is as `node scripts/write-payment-channels.mjs` writes it', () => {
  const written = readFileSync(new URL('../../../../docs/payment-channels.md', import.meta.url), 'utf8');
  expect(written).toBe(channelTable(tryDialects()));
});

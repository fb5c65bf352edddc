import { describe, expect, it } from '@jest/globals';
import type { ServiceRule } from '../facts.js';
import { servicesConcerned } from './services-concerned.js';

const rules = [
  { code: 'upkeep', method: 'area' },
  { code: 'cold-water', method: 'metered', resource: 'cold-water' },
  { code: 'hot-water', method: 'hot-water', resource: 'hot-water' },
  { code: 'sewage', method: 'sewage', of: ['cold-water', 'hot-water'] },
  { code: 'cold-water-common', method: 'common', of: 'cold-water', mode: 'actual' },
  { code: 'sewage-common', method: 'common', of: 'sewage', mode: 'actual' },
  { code: 'hot-water-common', method: 'common', of: 'hot-water', mode: 'norm' },
  { code: 'pool', method: 'formula', formula: 'объём[cold-water] * тариф' },
] as unknown as ServiceRule[];

const concerned = (changed: string, ratesOnly: boolean, quality = false) => {
  const { compared, charged } = servicesConcerned(rules, new Set([changed]), { ratesOnly, quality });
  return { compared: [...compared].sort(), charged: [...charged].sort() };
};

describe('which services a change may move', () => {
  it('a price moves its own service, which needs no other', () => {
    expect(concerned('upkeep', true)).toEqual({ compared: ['upkeep'], charged: ['upkeep'] });
  });

  it('a price of sewage is charged by the volumes of the waters', () => {
    expect(concerned('sewage', true)).toEqual({ compared: ['sewage'], charged: ['cold-water', 'hot-water', 'sewage'] });
  });

  it('a norm of water moves what runs off of it, and what is common of both', () => {
    const { compared } = concerned('cold-water', false);
    expect(compared).toEqual(expect.arrayContaining(['cold-water', 'cold-water-common', 'sewage', 'sewage-common']));
    expect(compared).not.toContain('hot-water-common');
    expect(compared).not.toContain('upkeep');
  });

  it('common water by its norm needs nobody’s volumes, but runs off as common sewage', () => {
    expect(concerned('hot-water-common', false).compared).toEqual(['hot-water-common', 'sewage-common']);
  });

  it('where acts on quality are, tepid hot water is paid as cold', () => {
    expect(concerned('cold-water', true, true).compared).toContain('hot-water');
    expect(concerned('cold-water', true).compared).not.toContain('hot-water');
  });
});

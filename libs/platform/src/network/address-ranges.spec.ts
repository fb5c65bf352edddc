import { describe, expect, it } from '@jest/globals';
import { isAddressRange, isWithin } from './address-ranges.js';

describe('a range of addresses', () => {
  it('is an address or a network of either family', () => {
    for (const text of ['203.0.113.7', '203.0.113.0/24', '0.0.0.0/0', '2001:db8::1', '2001:db8::/32', '::/0'])
      expect({ text, is: isAddressRange(text) }).toEqual({ text, is: true });
    for (const text of [
      '',
      'dvor.ru',
      '203.0.113',
      '203.0.113.7/33',
      '2001:db8::/129',
      '203.0.113.0/-1',
      '1.2.3.4/8/8',
    ])
      expect({ text, is: isAddressRange(text) }).toEqual({ text, is: false });
  });

  it('holds its addresses and no others', () => {
    const ranges = ['203.0.113.0/24', '198.51.100.7', '2001:db8:1::/48'];
    for (const address of ['203.0.113.1', '203.0.113.255', '198.51.100.7', '::ffff:203.0.113.9', '2001:db8:1::5'])
      expect({ address, within: isWithin(ranges, address) }).toEqual({ address, within: true });
    for (const address of ['203.0.114.1', '198.51.100.8', '::ffff:203.0.114.9', '2001:db8:2::5', 'nonsense', ''])
      expect({ address, within: isWithin(ranges, address) }).toEqual({ address, within: false });
  });
});

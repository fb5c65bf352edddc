import { describe, expect, it } from '@jest/globals';
import { openSecret, sealSecret } from './secret-box.js';

const ours = 'a secret of thirty-two characters';

describe('a sealed secret', () => {
  it('is opened by the install that sealed it, for the same purpose', () => {
    const box = sealSecret(ours, 'webhooks', 'whsec_AAAA');
    expect(openSecret(ours, 'webhooks', box)).toBe('whsec_AAAA');
    expect(box.includes('whsec')).toBe(false);
    expect(sealSecret(ours, 'webhooks', 'whsec_AAAA').equals(box)).toBe(false);
  });

  it('stays shut for everybody else, and once it was tampered with', () => {
    const box = sealSecret(ours, 'webhooks', 'whsec_AAAA');
    expect(openSecret(ours.toUpperCase(), 'webhooks', box)).toBeNull();
    expect(openSecret(ours, 'other', box)).toBeNull();
    box[30]! ^= 1;
    expect(openSecret(ours, 'webhooks', box)).toBeNull();
  });
});

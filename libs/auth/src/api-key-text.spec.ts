import { describe, expect, it } from '@jest/globals';
import { apiKeyStem, looksLikeApiKey, newApiKeyText, newPublicId, readApiKeyText } from './api-key-text.js';

describe('the text of an API key', () => {
  it('is read back to its id and the hash of its secret', () => {
    const publicId = newPublicId();
    const { text, secretHash } = newApiKeyText(publicId, { demo: false });
    expect(text).toMatch(/^dvor_live_[0-9a-f]{16}_[\w-]{43}$/);
    expect(text.startsWith(apiKeyStem(publicId, { demo: false }))).toBe(true);
    expect(readApiKeyText(text)).toEqual({ publicId, secretHash });
    expect(newApiKeyText(publicId, { demo: true }).text).toMatch(/^dvor_demo_/);
  });

  it('is told from a session’s token, and a broken one from a good one', () => {
    expect(looksLikeApiKey('eyJhbGciOiJIUzI1NiJ9.e30.x')).toBe(false);
    for (const broken of ['dvor_live_', 'dvor_live_00112233445566_x', `dvor_live_0011223344556677_${'a'.repeat(42)}`]) {
      expect(looksLikeApiKey(broken)).toBe(true);
      expect(readApiKeyText(broken)).toBeNull();
    }
  });
});

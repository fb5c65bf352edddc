import { describe, expect, it } from '@jest/globals';
import { hashPassword, isPasswordRight } from './password.js';

describe('password', () => {
  it('is kept as argon2id with a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword('dvor-demo'), hashPassword('dvor-demo')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await isPasswordRight('dvor-demo', one)).toBe(true);
    expect(await isPasswordRight('dvor-demO', one)).toBe(false);
  });

  it('is wrong for an e-mail that nobody has', async () => {
    expect(await isPasswordRight('dvor-demo', undefined)).toBe(false);
  });
});

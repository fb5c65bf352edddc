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

  it('costs the same work for an e-mail that nobody has, so that nobody learns who has one', async () => {
    const kept = await hashPassword('dvor-demo');
    const workOf = async (passwordHash: string | undefined) => {
      const before = process.cpuUsage();
      for (let i = 0; i < 4; i += 1) await isPasswordRight('guess', passwordHash);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const [known, unknown] = [await workOf(kept), await workOf(undefined)];
    expect(Math.min(known, unknown)).toBeGreaterThan(Math.max(known, unknown) / 3);
  });
});

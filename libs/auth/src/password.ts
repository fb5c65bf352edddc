import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 200;

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The kind itself is the library's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export async function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** `passwordHash: undefined` (nobody has the e-mail) takes as long as a wrong password and is as wrong. */
export async function isPasswordRight(password: string, passwordHash: string | undefined): Promise<boolean> {
  const right = await verify(passwordHash ?? (await decoy), password);
  return right && passwordHash !== undefined;
}

const decoy = hashPassword(randomBytes(32).toString('base64url'));

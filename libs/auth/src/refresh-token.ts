import { createHash, randomBytes } from 'node:crypto';

/**
 * `<session>.<secret>`: the session is looked up by its id, the secret is good for one use. Only the secret's hash is
 * kept; 32 random bytes need no slow hash.
 */
export interface RefreshToken {
  readonly sessionId: string;
  readonly secretHash: Buffer;
}

export function newSecret(): { secret: string; secretHash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, secretHash: hashOf(secret) };
}

export function writeRefreshToken(sessionId: string, secret: string): string {
  return `${sessionId}.${secret}`;
}

export function readRefreshToken(text: string): RefreshToken | null {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(text);
  return match ? { sessionId: match[1]!, secretHash: hashOf(match[2]!) } : null;
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

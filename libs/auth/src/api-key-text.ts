import { randomBytes } from 'node:crypto';
import { hashOf, newSecret } from './refresh-token.js';

/**
 * `dvor_live_<public id>_<secret>`: the id finds the key and may be shown, the secret proves it. The beginning lets a
 * scanner for leaked secrets know it by sight; a demo organisation's says `demo`.
 */
export interface ApiKeyText {
  readonly publicId: string;
  readonly secretHash: Buffer;
}

export function newPublicId(): string {
  return randomBytes(8).toString('hex');
}

export function newApiKeyText(publicId: string, { demo }: { demo: boolean }): { text: string; secretHash: Buffer } {
  const { secret, secretHash } = newSecret();
  return { text: `${apiKeyStem(publicId, { demo })}_${secret}`, secretHash };
}

/** What of a key may be shown. */
export function apiKeyStem(publicId: string, { demo }: { demo: boolean }): string {
  return `dvor_${demo ? 'demo' : 'live'}_${publicId}`;
}

/** Is it meant as a key, be it a good one or not? */
export function looksLikeApiKey(text: string): boolean {
  return /^dvor_(live|demo)_/.test(text);
}

export function readApiKeyText(text: string): ApiKeyText | null {
  const match = /^dvor_(?:live|demo)_([0-9a-f]{16})_([\w-]{43})$/.exec(text);
  return match ? { publicId: match[1]!, secretHash: hashOf(match[2]!) } : null;
}

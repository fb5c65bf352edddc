import { createHmac, randomBytes } from 'node:crypto';

/** A secret by Standard Webhooks: `whsec_` and 24 to 64 bytes in base64. */
export function newSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/**
 * `v1,<base64>` of HMAC-SHA256 over `id.timestamp.body`; with several secrets, while one takes over from another, the
 * receiver is content with any of the signatures.
 */
export function signatureOf(
  secrets: readonly string[],
  message: { id: string; timestamp: number; body: string },
): string {
  const content = `${message.id}.${message.timestamp}.${message.body}`;
  return secrets
    .map((secret) => `v1,${createHmac('sha256', keyOf(secret)).update(content).digest('base64')}`)
    .join(' ');
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.slice('whsec_'.length), 'base64');
}

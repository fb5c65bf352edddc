import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Secrets that must be read again (those that sign what we send) lie in the database sealed by AES-256-GCM, under a key
 * made from the install's own secret: a copy of the database alone gives none of them away.
 */
export function sealSecret(installSecret: string, purpose: string, secret: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(installSecret, purpose), iv);
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** `null`: it was sealed by another install's secret, or by one that has been changed since. */
export function openSecret(installSecret: string, purpose: string, box: Buffer): string | null {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(installSecret, purpose), box.subarray(0, 12));
  decipher.setAuthTag(box.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function keyOf(installSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', installSecret, '', `dvor ${purpose}`, 32));
}

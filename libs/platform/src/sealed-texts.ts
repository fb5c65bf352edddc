import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from './config.js';
import { CONFIG } from './tokens.js';

const NONCE = 12;
const TAG = 16;

/**
 * Secrets that must be read back (a bank's signing word, a webhook's key), sealed for the database by AES-256-GCM under a
 * key made of `AUTH_SECRET`: a dump of the database alone gives none of them away. Passwords are hashed, never sealed.
 */
@Injectable()
export class SealedTexts {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) config: Pick<Config, 'authSecret'>) {
    this.key = Buffer.from(hkdfSync('sha256', config.authSecret, '', 'dvor sealed texts', 32));
  }

  seal(text: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
  }

  /** @throws Error when it was sealed under another key or changed since */
  open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE));
    decipher.setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
  }
}

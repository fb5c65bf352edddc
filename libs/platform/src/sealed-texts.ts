import { Inject, Injectable } from '@nestjs/common';
import type { Config } from './config.js';
import { openSecret, sealSecret } from './secret-box.js';
import { CONFIG } from './tokens.js';

/** Secrets that settings hold as text (a bank's signing word), sealed by the install's own. Passwords are hashed, never sealed. */
@Injectable()
export class SealedTexts {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'authSecret'>) {}

  seal(text: string): string {
    return sealSecret(this.config.authSecret, PURPOSE, text).toString('base64');
  }

  /** @throws Error when it was sealed under another key or changed since */
  open(sealed: string): string {
    const text = openSecret(this.config.authSecret, PURPOSE, Buffer.from(sealed, 'base64'));
    if (text === null) throw new Error('a sealed text does not open: AUTH_SECRET is another than it was');
    return text;
  }
}

const PURPOSE = 'sealed texts';

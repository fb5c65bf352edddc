import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { Clock } from '@dvor/kernel';
import { CLOCK } from '@dvor/platform';
import type { SignedIn } from './caller.js';

export const ACCESS_SECONDS = 10 * 60;
const QUEUE_PASS_SECONDS = 60 * 60;

/** What a token says. The books are asked again at every request; the claims are for whoever reads the token. */
export interface AccessClaims {
  readonly sub: string;
  readonly kind: 'staff' | 'resident';
  readonly org: string | null;
  readonly role: string | null;
  readonly sid: string;
  readonly iat: number;
  readonly exp: number;
}

/** `access` opens the API, `queues` only the board of queues, where a browser can't send a header. */
export type Audience = 'access' | 'queues';

@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  issue(caller: SignedIn, audience: Audience = 'access'): { token: string; expiresIn: number } {
    const expiresIn = audience === 'access' ? ACCESS_SECONDS : QUEUE_PASS_SECONDS;
    const iat = Math.floor(this.clock.now().getTime() / 1000);
    const claims: AccessClaims = {
      sub: caller.userId,
      kind: caller.kind,
      org: caller.organizationId,
      role: caller.kind === 'staff' ? caller.role : null,
      sid: caller.sessionId,
      iat,
      exp: iat + expiresIn,
    };
    return { token: this.jwt.sign({ ...claims, aud: audience }), expiresIn };
  }

  /** The session a good token belongs to. */
  sessionOf(token: string, audience: Audience): string | null {
    try {
      const claims = this.jwt.verify<AccessClaims>(token, { audience, ignoreExpiration: true });
      return this.hasExpired(claims) ? null : claims.sid;
    } catch {
      return null;
    }
  }

  /** By our own clock, so that a test can let the minutes pass. */
  hasExpired(claims: Pick<AccessClaims, 'exp'>): boolean {
    return claims.exp * 1000 <= this.clock.now().getTime();
  }
}

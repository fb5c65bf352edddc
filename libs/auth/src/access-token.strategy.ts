import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { addToLogContext, type Config, CONFIG } from '@dvor/platform';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { type AccessClaims, AccessTokens } from './access-token.js';
import type { SignedIn } from './caller.js';
import { Callers } from './callers.js';

/** `Authorization: Bearer …` → who asks. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, 'access-token') {
  constructor(
    @Inject(CONFIG) config: Config,
    private readonly tokens: AccessTokens,
    private readonly callers: Callers,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: config.authSecret,
      algorithms: ['HS256'],
      audience: 'access',
      ignoreExpiration: true, // looked at below, by our own clock
    });
  }

  async validate(claims: AccessClaims): Promise<SignedIn | false> {
    if (this.tokens.hasExpired(claims)) return false;
    const caller = await this.callers.ofSession(claims.sid);
    if (caller)
      addToLogContext({
        userId: caller.userId,
        ...(caller.organizationId && { organizationId: caller.organizationId }),
      });
    return caller ?? false;
  }
}

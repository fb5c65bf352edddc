import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { type Config, CONFIG } from '@dvor/platform';
import { AccessTokens } from './access-token.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { ApiKeys } from './api-keys.js';
import { AuditTrail } from './audit-trail.js';
import { Callers } from './callers.js';
import { Organizations } from './organizations.js';
import { People } from './people.js';
import { RepeatedRequests } from './repeated-requests.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { Upkeep } from './upkeep.js';

const SERVICES = [
  AccessTokens,
  ApiKeys,
  AuditTrail,
  Callers,
  Organizations,
  People,
  RepeatedRequests,
  Sessions,
  SignIn,
  Upkeep,
];

/** Who you are and what you may. Needs PlatformModule. */
@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        secret: config.authSecret,
        signOptions: { algorithm: 'HS256' },
        verifyOptions: { algorithms: ['HS256'] },
      }),
    }),
  ],
  providers: [AccessTokenStrategy, ...SERVICES],
  exports: SERVICES,
})
export class AuthModule {}

import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AuthModule } from '@dvor/auth';
import { BillingModule } from '@dvor/billing';
import type { Clock } from '@dvor/kernel';
import { type Config, type Logger, type openRedis, PlatformModule, REDIS } from '@dvor/platform';
import { AuditController } from './audit/audit.controller.js';
import { AccessGuard } from './door/access.js';
import { Idempotency } from './door/idempotency.js';
import { ProblemFilter } from './door/problem.filter.js';
import { DEFAULT_LIMITS, LIMITS, type Limits, RateLimits } from './door/rate-limits.js';
import { RequestValidation } from './door/validation.js';
import { HealthController } from './operations/health.controller.js';
import { MetricsController } from './operations/metrics.controller.js';
import { OrganizationController } from './organization/organization.controller.js';
import { SetupController } from './organization/setup.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';

export interface ApiOptions {
  readonly config: Config;
  readonly logger?: Logger;
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
}

@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(@Inject(REDIS) private readonly redis: ReturnType<typeof openRedis>) {}

  static forRoot({ config, logger, clock, limits }: ApiOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ config, applicationName: 'dvor-api', ...(logger && { logger }), ...(clock && { clock }) }),
        AuthModule,
        BillingModule,
      ],
      controllers: [AuditController, HealthController, MetricsController, OrganizationController, SetupController, SignInController],
      providers: [
        RateLimits,
        { provide: LIMITS, useValue: { ...DEFAULT_LIMITS, ...limits } },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useExisting: RateLimits },
        { provide: APP_INTERCEPTOR, useClass: Idempotency },
        { provide: APP_PIPE, useClass: RequestValidation },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }

  /** Last of all: limits and readiness ask Redis as long as requests come. */
  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}

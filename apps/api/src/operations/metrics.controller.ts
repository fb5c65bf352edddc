import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AccessTokens, Callers, mayDo } from '@dvor/auth';
import { DomainError } from '@dvor/kernel';
import { JobQueue, Metrics } from '@dvor/platform';
import type { Request } from 'express';
import { Public } from '../door/access.js';
import { bearerOf } from './bearer.js';
import { isFromThisMachine } from './loopback.js';

/**
 * Prometheus asks here. From the machine itself it is plain; from elsewhere, and through any proxy, it takes the access
 * token of an operator.
 */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly queues: JobQueue,
    private readonly tokens: AccessTokens,
    private readonly callers: Callers,
  ) {}

  @Get()
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async read(@Req() request: Request): Promise<string> {
    if (!isFromThisMachine(request)) await this.assertOperator(request);
    await this.countJobs();
    return this.metrics.registry.metrics();
  }

  private async assertOperator(request: Request): Promise<void> {
    const session = this.tokens.sessionOf(bearerOf(request), 'access');
    const caller = session && (await this.callers.ofSession(session));
    if (!caller) throw new DomainError('auth.signed-out');
    if (caller.kind !== 'staff' || !mayDo(caller, 'metrics.read'))
      throw new DomainError('auth.forbidden', { permission: 'metrics.read' });
  }

  /** A lost Redis leaves the counts out; the rest is still told. */
  private async countJobs(): Promise<void> {
    this.metrics.queueJobs.reset();
    const counts = await Promise.race([
      this.queues.counts().catch(() => []),
      new Promise<[]>((resolve) => setTimeout(resolve, 1_000, []).unref()),
    ]);
    for (const { queue, state, jobs } of counts) this.metrics.queueJobs.set({ queue, state }, jobs);
  }
}

import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { INestApplication } from '@nestjs/common';
import { AccessTokens, AuditTrail, Callers, mayDo, type Permission, SignIn, type Member, tenantOf } from '@dvor/auth';
import { DomainError } from '@dvor/kernel';
import { type Config, CONFIG, JobQueue } from '@dvor/platform';
import express, { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import { deviceOf } from '../door/device.js';
import { languageOf } from '../door/language.js';
import { problemOf, PROBLEM_MEDIA_TYPE } from '../door/problem.js';
import { RateLimits } from '../door/rate-limits.js';
import { requestIdOf } from '../door/request-context.js';
import { bearerOf } from './bearer.js';
import { giveQueuePass, QUEUE_PASS } from './queue-pass.js';
import { queueSignInPage } from './queue-sign-in-page.js';

/**
 * Bull Board at /queues for staff who may watch the queues. A browser can't send a bearer header from a page it opens, so
 * the way in is a pass in a cookie: from `POST /auth/queue-pass`, or by signing in on the small page shown here.
 * Whatever changes a queue is recorded in the audit log before it is done.
 */
export function queueBoard(app: INestApplication): RequestHandler {
  const guard = new QueueDoor(app);
  const board = new ExpressAdapter().setBasePath('/queues');
  createBullBoard({
    queues: app
      .get(JobQueue)
      .all()
      .map((queue) => new BullMQAdapter(queue)),
    serverAdapter: board as never, // its own types disagree about handlers
    options: { uiConfig: { boardTitle: 'Dvor' } },
  });
  return Router()
    .post(
      '/sign-in',
      express.urlencoded({ extended: false }),
      refused((request, response) => guard.signIn(request, response)),
    )
    .use(refused((request, response, next) => guard.admit(request, response, next)))
    .use(board.getRouter() as RequestHandler);
}

class QueueDoor {
  private readonly config: Config;
  private readonly tokens: AccessTokens;
  private readonly callers: Callers;
  private readonly trail: AuditTrail;
  private readonly signIns: SignIn;
  private readonly limits: RateLimits;

  constructor(app: INestApplication) {
    this.config = app.get<Config>(CONFIG);
    this.tokens = app.get(AccessTokens);
    this.callers = app.get(Callers);
    this.trail = app.get(AuditTrail);
    this.signIns = app.get(SignIn);
    this.limits = app.get(RateLimits);
  }

  async admit(request: Request, response: Response, next: NextFunction): Promise<void> {
    const caller = await this.callerOf(request);
    if (!caller) {
      if (wantsPage(request))
        return void response
          .status(401)
          .type('html')
          .send(queueSignInPage(languageOf(request)));
      throw new DomainError('auth.signed-out');
    }
    const permission = request.method === 'GET' || request.method === 'HEAD' ? 'queue.watch' : 'queue.manage';
    await this.demand(caller, permission, request);
    if (permission === 'queue.manage') await this.record(caller, request);
    next();
  }

  async signIn(request: Request, response: Response): Promise<void> {
    const { email, password } = request.body as { email?: unknown; password?: unknown };
    if (typeof email !== 'string' || typeof password !== 'string') throw new DomainError('auth.wrong-credentials');
    try {
      const { caller } = await this.limits.signIn({ address: request.ip ?? '', email }, () =>
        this.signIns.withPassword({ email, password }, deviceOf(request)),
      );
      if (caller.kind !== 'staff') throw new DomainError('auth.forbidden', { permission: 'queue.watch' });
      await this.demand(caller, 'queue.watch', request);
      giveQueuePass(response, this.tokens.issue(caller, 'queues'), this.config);
      response.redirect(303, '/queues');
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { status, detail } = problemOf(error, languageOf(request), requestIdOf(request));
      response
        .status(status)
        .type('html')
        .send(queueSignInPage(languageOf(request), detail));
    }
  }

  private async callerOf(request: Request): Promise<Member | null> {
    const pass = (request.cookies as Record<string, string | undefined>)[QUEUE_PASS];
    const session =
      this.tokens.sessionOf(bearerOf(request), 'access') ?? (pass ? this.tokens.sessionOf(pass, 'queues') : null);
    const caller = session ? await this.callers.ofSession(session) : null;
    if (caller?.kind === 'resident') throw new DomainError('auth.forbidden', { permission: 'queue.watch' });
    return caller;
  }

  private async demand(caller: Member, permission: Permission, request: Request): Promise<void> {
    if (mayDo(caller, permission)) return;
    await this.trail.recordDenial(tenantOf(caller), {
      userId: caller.userId,
      permission,
      request: `${request.method} /queues${request.path}`,
    });
    throw new DomainError('auth.forbidden', { permission });
  }

  private async record(caller: Member, request: Request): Promise<void> {
    const queue = /^\/api\/queues\/([^/]+)/.exec(request.path)?.[1] ?? 'all';
    await this.trail.recordQueueChange(tenantOf(caller), {
      userId: caller.userId,
      queue: decodeURIComponent(queue),
      request: `${request.method} ${request.path}`,
    });
  }
}

function wantsPage(request: Request): boolean {
  return request.method === 'GET' && !request.path.startsWith('/api/') && request.accepts(['json', 'html']) === 'html';
}

/** Outside Nest there is no filter, so refusals are written here in the same form. */
function refused(handler: (request: Request, response: Response, next: NextFunction) => Promise<void>): RequestHandler {
  return (request, response, next) => {
    handler(request, response, next).catch((error: unknown) => {
      const problem = problemOf(error, languageOf(request), requestIdOf(request));
      response.status(problem.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));
    });
  };
}

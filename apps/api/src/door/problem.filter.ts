import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import { DomainError } from '@dvor/kernel';
import { type Logger, LOGGER } from '@dvor/platform';
import type { Request, Response } from 'express';
import { languageOf } from './language.js';
import { isUnexpected, PROBLEM_MEDIA_TYPE, problemOf } from './problem.js';
import { requestIdOf } from './request-context.js';

/** The one way an error leaves the house. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (isUnexpected(error)) this.logger.error({ err: error }, 'request failed');
    if (response.headersSent) {
      response.destroy(); // in the middle of a stream there is nobody left to tell
      return;
    }
    const problem = problemOf(error, languageOf(request), requestIdOf(request));
    if (error instanceof DomainError && typeof error.details['seconds'] === 'number')
      response.setHeader('Retry-After', error.details['seconds']);
    response.status(problem.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));
  }
}

import { randomUUID } from 'node:crypto';
import { type Logger, type Metrics, withLogContext } from '@dvor/platform';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { pinoHttp } from 'pino-http';

const PLAIN_ID = /^[\w-]{8,64}$/;

/** One id for a request from the click to the last job: taken over from a proxy that gave one, told in `X-Request-Id`. */
export function requestContext(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id') ?? '';
  const requestId = PLAIN_ID.test(given) ? given : randomUUID();
  request.id = requestId;
  response.setHeader('X-Request-Id', requestId);
  withLogContext({ requestId }, next);
}

export function requestIdOf(request: Request): string {
  return String(request.id);
}

/** A line per request: path without its query, which may hold a name that was searched for. */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp<Request, Response>({
    logger,
    genReqId: (request) => requestIdOf(request),
    autoLogging: {
      ignore: (request) => !pathOf(request).startsWith('/api/v1/') && !pathOf(request).startsWith('/queues'),
    },
    customLogLevel: (_, response, error) =>
      error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'info',
    customSuccessMessage: (request, response) => `${request.method} ${pathOf(request)} ${response.statusCode}`,
    customErrorMessage: (request, response) => `${request.method} ${pathOf(request)} ${response.statusCode}`,
    customSuccessObject: (_request, _response, line: { responseTime?: number }) => ({ ms: line.responseTime }),
    customErrorObject: (_request, _response, error) => ({ err: error }),
    serializers: { req: () => undefined, res: () => undefined },
    wrapSerializers: false,
  }) as RequestHandler;
}

/** Seconds by route, never by address: `/accounts/:id` is one line of metrics. */
export function requestMetrics(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const stop = metrics.httpSeconds.startTimer({ method: request.method });
    response.once('finish', () => stop({ route: routeOf(request), status: String(response.statusCode) }));
    next();
  };
}

function pathOf(request: Request): string {
  return request.originalUrl.split('?', 1)[0]!;
}

function routeOf(request: Request): string {
  const route = (request.route as { path?: unknown } | undefined)?.path;
  if (typeof route === 'string') return route;
  return pathOf(request).startsWith('/pay/') ? '/pay/:door/:channel' : 'other';
}

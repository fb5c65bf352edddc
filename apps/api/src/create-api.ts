import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { createLogger, Metrics } from '@dvor/platform';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import { AppModule, type ApiOptions } from './app.module.js';
import { NestLog } from './door/nest-log.js';
import { describeApi } from './door/openapi.js';
import { requestContext, requestLog, requestMetrics } from './door/request-context.js';
import { securityHeaders } from './door/security-headers.js';
import { builtFolders, type StaticFolders, staticApps } from './door/static-apps.js';
import { queueBoard } from './operations/queue-board.js';
import { payDoor } from './pay-door/pay-door.js';

export interface CreateApiOptions extends ApiOptions {
  /** Where the built single-page apps lie. */
  readonly folders?: StaticFolders;
}

/** The whole HTTP door, ready to listen. */
export async function createApi(options: CreateApiOptions): Promise<NestExpressApplication> {
  const { config } = options;
  const logger = options.logger ?? createLogger(config);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot({ ...options, logger }), {
    logger: new NestLog(logger),
    abortOnError: false,
  });
  nameRoutes(app);
  app.set('trust proxy', config.http.trustProxy);
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(requestContext, requestMetrics(app.get(Metrics)));
  app.use('/pay', payDoor(app)); // before what is made for browsers: banks ask hundreds of times a second
  app.use(requestLog(logger), securityHeaders(config));
  app.use(
    compression({ filter: (request, response) => !isEventStream(response) && compression.filter(request, response) }),
  );
  app.use(cookieParser());
  app.use('/api/v1', keepNothing);
  app.use('/queues', queueBoard(app));
  app.use(staticApps(options.folders ?? builtFolders()));
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: '/api/openapi.json',
    yamlDocumentUrl: '/api/openapi.yaml',
    customSiteTitle: 'Dvor API',
  });
  return app;
}

/** The addresses of controllers, the same for the running api and for its description. */
export function nameRoutes(app: NestExpressApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
}

function isEventStream(response: Response): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}

/** Answers hold personal data and money: no cache on the way keeps them. */
function keepNothing(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

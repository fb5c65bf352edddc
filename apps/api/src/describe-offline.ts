import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { parseConfig } from '@dvor/platform';
import { AppModule } from './app.module.js';
import { nameRoutes } from './create-api.js';
import { describeApi, type OpenApiDocument } from './door/openapi.js';

/** The OpenAPI document without a database: in preview mode nothing is connected, only declarations are read. */
export async function describeOffline(): Promise<OpenApiDocument> {
  const config = parseConfig({
    DATABASE_URL: 'postgres://nowhere/none',
    REDIS_URL: 'unix:/nowhere',
    STORAGE_DIR: '/nowhere',
    AUTH_SECRET: '-'.repeat(32),
    LOG_LEVEL: 'silent',
  });
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot({ config }), {
    preview: true,
    logger: false,
  });
  nameRoutes(app);
  const document = describeApi(app);
  await app.close();
  return document;
}

import 'reflect-metadata';
import { ConfigError, createLogger, parseConfig } from '@dvor/platform';
import { createApi } from './create-api.js';

const STOP_WITHIN_MS = 12_000;

await start();

async function start(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config);
  const app = await createApi({ config, logger });
  const stop = (reason: string) => {
    logger.info({ reason }, 'stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref(); // a request that never ends must not hold us
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  process.once('disconnect', () => stop('the parent is gone'));
  await app.listen(config.http.port);
  logger.info({ port: config.http.port }, 'api listens');
}

function readConfig() {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

import 'reflect-metadata';
import { createLogger, parseConfig } from '@dvor/platform';
import { createApi } from './create-api.js';
import { explainFailedStart } from './explain-failed-start.js';

const STOP_WITHIN_MS = 12_000;

try {
  await start();
} catch (error) {
  console.error(explainFailedStart(error));
  process.exit(1);
}

async function start(): Promise<void> {
  const config = parseConfig(process.env);
  const logger = createLogger(config);
  const app = await createApi({ config, logger });
  await app.listen(config.http.port);
  logger.info({ port: config.http.port }, 'api is ready');
  process.send?.('ready');

  let stopping = false;
  const stop = async (reason: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, 'api stops');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref(); // a request that never ends must not hold us
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
  process.once('disconnect', () => void stop('parent is gone'));
}

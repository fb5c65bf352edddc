// @ts-check
import path from 'node:path';
import { asLogin } from './databases.mjs';

/**
 * What each program is told. Each has a login of its own: only the migrations work as the owner of the database.
 *
 * @param {object} known
 * @param {NodeJS.ProcessEnv} known.env  the settings that were given to us; they win where they are a matter of taste
 * @param {string} known.state
 * @param {string} known.url
 * @param {number} known.port
 * @param {string} known.ownerUrl
 * @param {string} known.redisUrl
 * @param {string | undefined} known.chromium
 * @param {import('./secrets.mjs').Secrets} known.secrets
 */
export function environments({ env, state, url, port, ownerUrl, redisUrl, chromium, secrets }) {
  const apiPassword = env.DATABASE_API_PASSWORD ?? secrets.databaseApiPassword;
  const workerPassword = env.DATABASE_WORKER_PASSWORD ?? secrets.databaseWorkerPassword;
  const common = {
    NODE_ENV: 'production',
    PUBLIC_URL: url,
    STORAGE_DIR: path.join(state, 'files'),
    AUTH_SECRET: secrets.authSecret,
    ...env,
    PORT: String(port),
    REDIS_URL: redisUrl,
    CHROMIUM_PATH: chromium,
  };
  return {
    owner: {
      ...common,
      DATABASE_URL: ownerUrl,
      DATABASE_OWNER_URL: ownerUrl,
      DATABASE_API_PASSWORD: apiPassword,
      DATABASE_WORKER_PASSWORD: workerPassword,
    },
    api: { ...common, DATABASE_URL: asLogin(ownerUrl, { user: 'dvor_api', password: apiPassword }) },
    worker: { ...common, DATABASE_URL: asLogin(ownerUrl, { user: 'dvor_worker', password: workerPassword }) },
  };
}

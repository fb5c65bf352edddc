// @ts-check
import { rmSync, writeFileSync } from 'node:fs';

/**
 * Leaves a note for tools that work on the running system (a bench, a synthetic city): where it is and with what
 * settings its worker runs. It holds passwords, so it is its owner's alone, and goes when the system stops.
 *
 * @param {string} file
 * @param {{ url: string, env: NodeJS.ProcessEnv }} running
 * @param {import('./children.mjs').Children} children
 */
export function noteRunning(file, { url, env }, children) {
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify({ url, env: settingsOf(env) }, null, 2)}\n`, { mode: 0o600 });
  children.clearAtEnd(file);
}

/** Of the whole environment only what Dvor itself is told. @param {NodeJS.ProcessEnv} env */
function settingsOf(env) {
  const ours =
    /^(DATABASE|REDIS|S3|WORKER)_|^(NODE_ENV|PORT|PUBLIC_URL|STORAGE_DIR|AUTH_SECRET|CHROMIUM_PATH|LOG_LEVEL|TRUST_PROXY)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => ours.test(name)));
}

// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import util from 'node:util';

/**
 * The environment, completed by `.env`; what is set in the environment wins, and an empty setting is none.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function readSettings(root, env = process.env) {
  return { ...withoutEmpty(readDotEnv(path.join(root, '.env'))), ...withoutEmpty(env) };
}

/** @param {string} file @returns {NodeJS.ProcessEnv} */
function readDotEnv(file) {
  try {
    return util.parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return {};
    throw error;
  }
}

/** @param {NodeJS.ProcessEnv} env */
function withoutEmpty(env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

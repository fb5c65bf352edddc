// @ts-check
import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Trouble } from './trouble.mjs';

/**
 * @typedef {object} Secrets
 * @property {string} databaseOwnerPassword  of the embedded PostgreSQL
 * @property {string} databaseApiPassword
 * @property {string} databaseWorkerPassword
 * @property {string} authSecret  signs access tokens
 */

/** @returns {Secrets} */
export function newSecrets() {
  const word = () => randomBytes(24).toString('base64url'); // safe inside a URL as it is
  return {
    databaseOwnerPassword: word(),
    databaseApiPassword: word(),
    databaseWorkerPassword: word(),
    authSecret: word(),
  };
}

/**
 * This folder's passwords, made on the first start and readable by their owner only.
 *
 * @param {string} file
 * @returns {{ secrets: Secrets, areNew: boolean }}
 */
export function readOrMakeSecrets(file) {
  const known = readSecrets(file);
  const secrets = { ...newSecrets(), ...known };
  const areNew = !known || Object.keys(secrets).some((name) => !(name in known));
  if (areNew) {
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  chmodSync(file, 0o600);
  return { secrets, areNew };
}

/** @param {string} file @returns {Partial<Secrets> | undefined} */
function readSecrets(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Trouble(
      `${file} is not readable as JSON. Delete it: new passwords are made on the next start, and everyone signs in anew.`,
    );
  }
}

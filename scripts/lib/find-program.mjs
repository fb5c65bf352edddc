// @ts-check
import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

// Places that a short PATH (a service, a desktop launcher, sudo) tends to leave out.
const USUAL_FOLDERS = [
  '/usr/local/bin',
  '/usr/bin',
  '/bin',
  '/usr/local/sbin',
  '/usr/sbin',
  '/sbin',
  '/opt/homebrew/bin',
  '/snap/bin',
];

/**
 * The first of `names` found on the PATH and in the usual folders; an absolute name stands for itself.
 *
 * @param {readonly string[]} names
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} an absolute path
 */
export function findProgram(names, env = process.env) {
  const folders = new Set([...(env.PATH ?? '').split(path.delimiter).filter(Boolean), ...USUAL_FOLDERS]);
  for (const name of names) {
    if (path.isAbsolute(name)) {
      if (isExecutable(name)) return name;
      continue;
    }
    for (const folder of folders) {
      const candidate = path.resolve(folder, name);
      if (isExecutable(candidate)) return candidate;
    }
  }
  return undefined;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * What a program says of its version (`7.0.15`), or undefined when it can't be run at all:
 * Ubuntu's `chromium-browser`, for one, may be a stub that only asks for a snap.
 *
 * @param {string} program
 * @returns {Promise<string | undefined>}
 */
export function versionOf(program) {
  return new Promise((resolve) => {
    execFile(program, ['--version'], { timeout: 20_000 }, (error, stdout) => {
      resolve(error ? undefined : /\d+(\.\d+)+/.exec(stdout)?.[0]);
    });
  });
}

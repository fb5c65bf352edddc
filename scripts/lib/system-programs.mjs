// @ts-check
import { execFileSync } from 'node:child_process';
import { findProgram, versionOf } from './find-program.mjs';
import { Trouble } from './trouble.mjs';

/**
 * @typedef {object} SystemProgram
 * @property {string} title  how people call it
 * @property {string[]} names  executables that will do, best first
 * @property {string} variable  the setting that names another one
 * @property {string} apt  Debian's package
 * @property {string[]} brew  arguments of `brew install`
 */

/** What Dvor needs and no npm package ships. @satisfies {Record<string, SystemProgram>} */
export const SYSTEM_PROGRAMS = {
  redis: {
    title: 'Redis',
    names: ['redis-server', 'valkey-server'],
    variable: 'REDIS_SERVER_PATH',
    apt: 'redis-server',
    brew: ['redis'],
  },
  chromium: {
    title: 'Chromium',
    names: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    variable: 'CHROMIUM_PATH',
    apt: 'chromium',
    brew: ['--cask', 'google-chrome'],
  },
};

/** @typedef {keyof typeof SYSTEM_PROGRAMS} ProgramKey */
/** @typedef {{ path: string, version: string }} FoundProgram */

/**
 * Looks for every wanted program before anything is installed, so that no question comes up half-way.
 *
 * @param {readonly ProgramKey[]} wanted
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ found: Partial<Record<ProgramKey, FoundProgram>>, missing: ProgramKey[] }>}
 */
export async function findSystemPrograms(wanted, env = process.env) {
  /** @type {Partial<Record<ProgramKey, FoundProgram>>} */
  const found = {};
  await Promise.all(
    wanted.map(async (key) => {
      const program = await findSystemProgram(SYSTEM_PROGRAMS[key], env);
      if (program) found[key] = program;
    }),
  );
  return { found, missing: wanted.filter((key) => !found[key]) };
}

/**
 * @param {SystemProgram} program
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<FoundProgram | undefined>}
 */
async function findSystemProgram({ title, names, variable }, env) {
  const named = env[variable];
  if (named) {
    const version = await versionOf(named);
    if (!version)
      throw new Trouble(
        `${variable} names ${named}, which does not run. Correct it, or remove it to let Dvor look for ${title}.`,
      );
    return { path: named, version };
  }
  for (const name of names) {
    const path = findProgram([name], env);
    const version = path && (await versionOf(path));
    if (path && version) return { path, version };
  }
  return undefined;
}

/**
 * How the missing programs can be installed here; throws a Trouble that says what to install by hand where they can't.
 *
 * @param {readonly ProgramKey[]} missing
 * @returns {{ title: string, command: string, args: string[], env: NodeJS.ProcessEnv }[]} commands to run one after another
 */
export function planInstallation(missing) {
  const programs = missing.map((key) => /** @type {SystemProgram} */ (SYSTEM_PROGRAMS[key]));
  const packages = programs.map(({ apt }) => apt);

  if (findProgram(['apt-get'])) {
    const asRoot = rootPrefix();
    if (!asRoot)
      throw new Trouble(`${titles(programs)} not found. Install with: sudo apt-get install ${packages.join(' ')}`);
    const [command, ...before] = [...asRoot, 'sh', '-c', INSTALL_BY_APT, 'install', ...packages];
    return [
      {
        title: `${packages.join(' and ')} with apt-get`,
        command: /** @type {string} */ (command),
        args: before,
        env: {},
      },
    ];
  }

  const brew = findProgram(['brew']);
  if (brew) {
    return programs.map(({ brew: args }) => ({
      title: `${args.at(-1)} with Homebrew`,
      command: brew,
      args: ['install', ...args],
      env: { HOMEBREW_NO_AUTO_UPDATE: '1', HOMEBREW_NO_ENV_HINTS: '1' },
    }));
  }

  const hint =
    process.platform === 'darwin'
      ? 'install Homebrew (brew.sh) and start again'
      : 'install with the package manager of this system and start again';
  throw new Trouble(
    `${titles(programs)} not found: ${hint}, or name one you have: ${programs.map(({ variable }) => `${variable}=…`).join(' ')}`,
  );
}

// The guard keeps Debian from starting its own Redis on port 6379: Dvor runs its own on a socket.
const INSTALL_BY_APT = `
set -e
export DEBIAN_FRONTEND=noninteractive
guard=/usr/sbin/policy-rc.d
if [ ! -e "$guard" ]; then
  trap 'rm -f "$guard"' EXIT
  trap 'exit 1' HUP INT TERM
  printf '#!/bin/sh\\nexit 101\\n' > "$guard"
  chmod 755 "$guard"
fi
# Mends an earlier installation that was cut short; otherwise apt-get refuses to go on.
dpkg --configure -a
apt-get -q -o DPkg::Lock::Timeout=300 update
apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install --no-install-recommends "$@"
`;

/** @returns {string[] | undefined} what to put before a command to run it as root; undefined when that needs a password */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram(['sudo']);
  if (!sudo) return undefined;
  try {
    execFileSync(sudo, ['-n', 'true'], { stdio: 'ignore', timeout: 10_000 });
    return [sudo, '-n'];
  } catch {
    return undefined;
  }
}

/** @param {readonly SystemProgram[]} programs */
function titles(programs) {
  return programs.map(({ title }) => title).join(' and ') + (programs.length > 1 ? ' were' : ' was');
}

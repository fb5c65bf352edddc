// @ts-check
/** All that must hold before a change is pushed, cheapest first; stops at nothing, fails if anything failed. */
import { spawnSync } from 'node:child_process';

const CHECKS = [
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['types', ['tsc', '--noEmit']],
  ['imports', ['depcruise', 'apps', 'libs', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']],
  ['lint', ['eslint', '--max-warnings', '0', '.']],
  ['build', ['node', 'scripts/build.mjs', 'server']],
  ['api', ['node', 'dist/apps/api/src/write-openapi.js', '--check']],
  ['specs', ['jest', '--selectProjects', 'unit']],
];

const failed = [];
for (const [name, [command, ...args]] of /** @type {[string, [string, ...string[]]][]} */ (CHECKS)) {
  const started = performance.now();
  const { status } = spawnSync(command === 'node' ? process.execPath : `node_modules/.bin/${command}`, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: name === 'specs' ? '--experimental-vm-modules --no-warnings' : (process.env.NODE_OPTIONS ?? ''),
    },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exit(1);
}

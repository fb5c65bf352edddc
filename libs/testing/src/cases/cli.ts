import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCaseFiles } from './find-case-files.js';
import { runCaseFile } from './run-case-file.js';

/**
 * `npm run cases -- PATH...`: runs cases of the calculation core from files and folders, by default the project's own.
 * Prints a line per case, ends with `N passed, N failed`, and exits with 1 if any failed or none was found.
 */
const calledFrom = process.env['INIT_CWD'] ?? process.cwd();
const ownCases = fileURLToPath(new URL('../../../billing/cases', import.meta.url));
const given = process.argv.slice(2);
const paths = given.length > 0 ? given.map((path) => resolve(calledFrom, path)) : [ownCases];

let [passed, failed] = [0, 0];
for (const path of paths) {
  const files = await findCaseFiles(path).catch((error: Error) => error);
  if (files instanceof Error) {
    console.log(`FAIL ${path}: ${files.message}`);
    failed++;
    continue;
  }
  for (const file of files) {
    const { title, failures } = await runCaseFile(file);
    const name = relative(calledFrom, file) || file;
    console.log(failures.length === 0 ? `ok  ${name}  ${title}` : `FAIL ${name}: ${failures.join('; ')}`);
    if (failures.length === 0) passed++;
    else failed++;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

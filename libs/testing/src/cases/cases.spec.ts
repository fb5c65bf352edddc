import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { findCaseFiles } from './find-case-files.js';
import { runCaseFile } from './run-case-file.js';

const root = fileURLToPath(new URL('../../../billing/cases', import.meta.url));
const files = await findCaseFiles(root);
const results = await Promise.all(
  files.map(async (file) => ({ name: file.slice(root.length + 1), ...(await runCaseFile(file)) })),
);
const awaited = results.filter(({ failures }) => failures.some((failure) => failure.includes('not built yet')));

/** The project's own cases; each also asserts that its lines follow from their workings (`evaluate`). */
describe('cases', () => {
  it.each(results.filter((result) => !awaited.includes(result)))('$name: $title', ({ failures }) => {
    expect(failures).toEqual([]);
  });

  it('wait for methods and kinds to be built only where they ask for one', () => {
    // strike each as it is built
    expect([...new Set(awaited.map(({ failures }) => failures[0]!.replace(/^.*not built yet: /, '')))].sort()).toEqual([
      'penalty',
    ]);
  });
});

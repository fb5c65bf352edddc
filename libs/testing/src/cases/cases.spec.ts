import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { findCaseFiles } from './find-case-files.js';
import { runCaseFile } from './run-case-file.js';

const root = fileURLToPath(new URL('../../../billing/cases', import.meta.url));
const files = await findCaseFiles(root);
const results = await Promise.all(
  files.map(async (file) => ({ name: file.slice(root.length + 1), ...(await runCaseFile(file)) })),
);
/** The project's own cases; each also asserts that its lines follow from their workings (`evaluate`). */
describe('cases', () => {
  it.each(results)('$name: $title', ({ failures }) => {
    expect(failures).toEqual([]);
  });
});

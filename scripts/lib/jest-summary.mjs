// @ts-check
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Summary */
/** @typedef {{ name: string, status: string, assertionResults: { status: string }[] }} SuiteResult  as Jest writes it */

/**
 * Counts Jest's own results. A suite that could not run holds no test and yet is a failure; so is a Jest that left
 * no results at all.
 *
 * @param {readonly SuiteResult[] | null} suites
 * @returns {Summary}
 */
export function summaryOf(suites) {
  if (!suites) return { passed: 0, failed: 1, skipped: 0 };
  const tests = suites.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const count = (/** @type {string[]} */ ...statuses) => tests.filter((status) => statuses.includes(status)).length;
  return {
    passed: count('passed'),
    failed: count('failed') + suites.filter(couldNotRun).length,
    skipped: count('pending', 'todo', 'skipped', 'disabled'),
  };
}

/** Of `--json --outputFile`; `null` of a Jest that left no results. @param {string} file @returns {SuiteResult[] | null} */
export function readSuites(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults;
  } catch {
    return null;
  }
}

/** @param {SuiteResult} suite */
export function hasFailed(suite) {
  return summaryOf([suite]).failed > 0;
}

/** @param {SuiteResult} suite */
function couldNotRun({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
}

/** @param {Summary} summary */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

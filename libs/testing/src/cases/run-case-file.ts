import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import type { RunCase } from './case.js';
import { anyMap, CaseFault, text } from './read-fields.js';
import { runAccrualCase } from './run-accrual-case.js';
import { runPenaltyCase } from './run-penalty-case.js';
import { runQrCase } from './run-qr-case.js';
import { runQualityCase } from './run-quality-case.js';
import { runSplitCase } from './run-split-case.js';

/** Kinds of case and who runs them. */
const KINDS: Readonly<Record<string, RunCase>> = {
  accrual: runAccrualCase,
  penalty: runPenaltyCase,
  quality: runQualityCase,
  split: runSplitCase,
  qr: runQrCase,
};

export interface CaseResult {
  readonly title: string;
  /** Why it failed; none: it holds. */
  readonly failures: readonly string[];
}

/** Runs the case of one YAML file. Whatever is wrong with it, the file itself included, is a failure, never an exception. */
export async function runCaseFile(path: string): Promise<CaseResult> {
  let title = '';
  try {
    const body = parseCase(await readFile(path, 'utf8'));
    title = typeof body['title'] === 'string' ? body['title'] : '';
    const kind = text(body['kind'], 'kind');
    const run = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (!run) throw new CaseFault('kind', `unknown kind "${kind}"`);
    return { title, failures: run(body).differences };
  } catch (error) {
    return { title, failures: [error instanceof Error ? error.message : String(error)] };
  }
}

/** YAML of plain scalars: every number and date stays text, so that no float and no time zone gets in. */
export function parseCase(yaml: string): Readonly<Record<string, unknown>> {
  const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: true });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw new CaseFault('', `malformed YAML: ${fault.message}`);
  return anyMap(document.toJS(), 'the file');
}

import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tx } from './database.js';

export type CopyValue = string | number | bigint | boolean | null;

const BLOCK = 256 * 1024;

/**
 * Writes rows by `COPY`, the fastest road into a table, and returns their number. `role` is the narrow writer role to
 * become for just this statement: COPY is refused to a role that row-level security binds.
 */
export async function copyRows(
  tx: Tx,
  into: { table: string; columns: readonly string[]; role?: 'dvor_writer' },
  rows: Iterable<readonly CopyValue[]>,
): Promise<number> {
  const lines = function* () {
    for (const row of rows) yield row.map(copyText).join('\t');
  };
  return copyLines(tx, into, lines());
}

/** As `copyRows`, with rows already in PostgreSQL's text format: columns parted by tabs, `\N` for null. */
export async function copyLines(
  tx: Tx,
  into: { table: string; columns: readonly string[]; role?: 'dvor_writer' },
  lines: Iterable<string>,
): Promise<number> {
  const client = (await tx.queryRunner!.connect()) as PoolClient;
  if (into.role) await client.query(`set local role ${into.role}`);
  const stream = client.query(copyFrom(`copy ${into.table} (${into.columns.join(', ')}) from stdin`));
  let refused = false;
  const done = new Promise<void>((resolve, reject) => stream.once('finish', resolve).once('error', reject));
  done.catch(() => (refused = true));
  let rows = 0;
  try {
    for (const block of blocksOf(lines, () => (rows += 1)))
      if (!stream.write(block)) await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), done]);
  } catch (error) {
    // Rows that break off are called off: the server would wait for the rest, and all that follows for the server.
    if (!refused) stream.destroy(new Error('the rows broke off'));
    await done.catch(() => undefined);
    throw error;
  }
  stream.end();
  await done;
  if (into.role) await client.query('set local role none');
  return rows;
}

/** Packs lines into blocks of bytes: one encoding a line, no string grows. */
function* blocksOf(lines: Iterable<string>, onLine: () => void): Generator<Buffer> {
  let block = Buffer.allocUnsafe(BLOCK);
  let used = 0;
  for (const line of lines) {
    onLine();
    if (used + line.length * 3 + 1 > block.length) {
      yield block.subarray(0, used);
      block = Buffer.allocUnsafe(Math.max(BLOCK, line.length * 3 + 1));
      used = 0;
    }
    used += block.write(line, used);
    block[used] = NEW_LINE;
    used += 1;
  }
  if (used > 0) yield block.subarray(0, used);
}

const NEW_LINE = 10;

/** A value in COPY's text format. */
export function copyText(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign]!) : value;
}

/** A value as JSON in COPY's text format. JSON holds no tab and no line break of its own, only backslashes. */
export function copyJson(value: unknown): string {
  const json = JSON.stringify(value);
  return json.includes('\\') ? json.replaceAll('\\', '\\\\') : json;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { DomainError, type HouseId, type RunId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { HouseFacts } from '../core/index.js';

const unpack = promisify(inflate) as (data: Buffer) => Promise<Buffer>;

/** The facts a run calculated a house from, as they stood then. @throws DomainError `run.no-snapshot` */
export async function snapshotOf(tx: Tx, runId: RunId, houseId: HouseId): Promise<HouseFacts> {
  const [row] = await tx.query<{ snapshot: Buffer }[]>(
    'select snapshot from billing_run_houses where run_id = $1 and house_id = $2',
    [runId, houseId],
  );
  if (!row) throw new DomainError('run.no-snapshot', { runId, houseId });
  return JSON.parse((await unpack(row.snapshot)).toString('utf8')) as HouseFacts;
}

/** A stored snapshot, and what is wrong with it: it cannot be read any more, or is not the one that was hashed. */
export async function openSnapshot<Facts>(
  snapshot: Buffer,
  hash: Buffer,
): Promise<{ facts: Facts | null; fault: 'snapshot-unreadable' | 'snapshot-changed' | null }> {
  try {
    const json = await unpack(snapshot);
    const facts = JSON.parse(json.toString('utf8')) as Facts;
    return { facts, fault: createHash('sha256').update(json).digest().equals(hash) ? null : 'snapshot-changed' };
  } catch {
    return { facts: null, fault: 'snapshot-unreadable' };
  }
}

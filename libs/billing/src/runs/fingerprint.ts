import { createHash } from 'node:crypto';
import type { RunId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

/**
 * What the run came from: engine version, the hash of every house's facts (rates, formulas and rules of law among
 * them), of the months that it replayed the same and how far they were from what had been charged, and bills held back
 * for want of an agreement. Equal fingerprints mean equal kopecks.
 */
export async function fingerprintOf(tx: Tx, runId: RunId): Promise<Buffer> {
  const [row] = await tx.query<{ parts: (string | null)[] }[]>(
    `select array[
              r.engine_version,
              coalesce((select string_agg(house_id || ' ' || encode(snapshot_hash, 'hex'), ';' order by house_id)
                          from billing_run_houses h where h.run_id = r.id), ''),
              (select string_agg(concat_ws(' ', house_id, origin, encode(snapshot_hash, 'hex'), lines, amount), ';' order by house_id, origin)
                 from billing_run_replayed h where h.run_id = r.id),
              (select string_agg(concat_ws(' ', house_id, account_id, details->>'days'), ';' order by house_id, account_id)
                 from billing_run_parked p where p.run_id = r.id and p.code = 'no-agreement')] as parts
       from billing_runs r where r.id = $1`,
    [runId],
  );
  const known = row!.parts.filter((part) => part !== null);
  return createHash('sha256').update(known.join(';')).digest();
}

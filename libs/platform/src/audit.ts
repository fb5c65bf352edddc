import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DetailValue, UserId } from '@dvor/kernel';
import type { Tx } from './database/database.js';
import { currentApiKeyId, currentRequestId } from './logging.js';

export interface AuditEntry {
  readonly userId: UserId | null;
  readonly action: string;
  readonly object: { readonly type: string; readonly id: string };
  readonly details?: Readonly<Record<string, DetailValue>>;
}

export type AuditVerdict =
  | { readonly ok: true; readonly sealed: number }
  | { readonly ok: false; readonly seal: number; readonly reason: 'changed' | 'missing' | 'unlinked' };

const GENESIS = Buffer.alloc(32);
const SEAL_AT_MOST = 5_000;

/**
 * Who did what, append-only. Entries are sealed in batches into one chain of SHA-256 hashes per organisation: an entry
 * changed or taken out afterwards no longer fits its seal.
 */
@Injectable()
export class AuditLog {
  /**
   * In the transaction of the change itself, so that neither exists without the other. What a program does is entered
   * under the maker of its key, and the key is named among the details: they are sealed with the rest.
   */
  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    const apiKey = currentApiKeyId();
    await tx.query(`select pg_advisory_xact_lock_shared(${CHAIN})`);
    await tx.query(
      `insert into audit_entries (organization_id, user_id, action, object_type, object_id, details, request_id)
       values (current_organization(), $1, $2, $3, $4, $5, $6)`,
      [
        entry.userId,
        entry.action,
        entry.object.type,
        entry.object.id,
        JSON.stringify({ ...entry.details, ...(apiKey && { apiKey }) }),
        currentRequestId() ?? null,
      ],
    );
  }

  /**
   * Seals what has been recorded since the last seal; `false` when there was nothing, or when somebody is just writing
   * an entry: it may have an older id than those that are to be seen.
   */
  async seal(tx: Tx): Promise<boolean> {
    const [chain] = await tx.query<{ free: boolean }[]>(`select pg_try_advisory_xact_lock(${CHAIN}) as free`);
    if (!chain!.free) return false;
    const [last] = await tx.query<{ number: number; hash: Buffer; last_entry: string }[]>(
      'select number, hash, last_entry from audit_seals order by number desc limit 1',
    );
    const entries = await tx.query<SealedEntry[]>(
      `select id, ${CONTENT} as content from audit_entries where id > $1 order by id limit $2`,
      [last?.last_entry ?? '0', SEAL_AT_MOST],
    );
    if (entries.length === 0) return false;
    const previous = last?.hash ?? GENESIS;
    await tx.query(
      `insert into audit_seals (organization_id, number, first_entry, last_entry, entries, previous_hash, hash)
       values (current_organization(), $1, $2, $3, $4, $5, $6)`,
      [
        (last?.number ?? 0) + 1,
        entries[0]!.id,
        entries.at(-1)!.id,
        entries.length,
        previous,
        sealOf(previous, entries),
      ],
    );
    return true;
  }

  /** Recomputes the whole chain. Each seal answers for every id since the one before. */
  async verify(tx: Tx): Promise<AuditVerdict> {
    const seals = await tx.query<Seal[]>(
      'select number, last_entry, entries, previous_hash, hash from audit_seals order by number',
    );
    let previous: Buffer = GENESIS;
    let sealedUpTo = '0';
    for (const seal of seals) {
      if (!previous.equals(seal.previous_hash)) return { ok: false, seal: seal.number, reason: 'unlinked' };
      const entries = await tx.query<SealedEntry[]>(
        `select id, ${CONTENT} as content from audit_entries where id > $1 and id <= $2 order by id`,
        [sealedUpTo, seal.last_entry],
      );
      if (entries.length !== seal.entries) return { ok: false, seal: seal.number, reason: 'missing' };
      if (!sealOf(previous, entries).equals(seal.hash)) return { ok: false, seal: seal.number, reason: 'changed' };
      previous = seal.hash;
      sealedUpTo = seal.last_entry;
    }
    return { ok: true, sealed: seals.length };
  }
}

interface Seal {
  readonly number: number;
  readonly last_entry: string;
  readonly entries: number;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

interface SealedEntry {
  readonly id: string;
  readonly content: string;
}

/** Writers share it, the sealer has it alone; neither waits long. */
const CHAIN = `hashtextextended('audit', current_organization())`;

/** An entry as text that depends neither on settings of the server nor on columns that come later. */
const CONTENT = `jsonb_build_array(organization_id, id, extract(epoch from at), user_id, action, object_type, object_id, details, request_id)::text`;

function sealOf(previous: Buffer, entries: readonly SealedEntry[]): Buffer {
  const hash = createHash('sha256').update(previous);
  for (const { content } of entries) hash.update(content).update('\n');
  return hash.digest();
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { readReadingsRegistry } from '@dvor/formats';
import { DomainError, type FileId, type LocalDate, type UserId } from '@dvor/kernel';
import { AuditLog, decodeCursor, FileStore, KEY, type Page, pageOf, type PageRequest, type Tx } from '@dvor/platform';
import type { Finding, MeteredResource } from '../core/index.js';
import { findMeters } from '../intake/find-meters.js';
import type { RefusedCode } from '../intake/given-reading.js';
import { ReadingIntake } from '../intake/reading-intake.js';
import { accountOf, type ReadMeter, readMeters, type UnreadPart } from './read-meters.js';
import { type RowToKeep, rowOfReading, rowOfUnread } from './registry-rows.js';

export const REGISTRY_OUTCOMES = ['taken', 'same', 'held', 'refused'] as const;
export type RegistryOutcome = (typeof REGISTRY_OUTCOMES)[number];

export interface ReadingRegistry {
  readonly id: string;
  readonly fileName: string;
  readonly encoding: string;
  /** Lines of the file. */
  readonly accounts: number;
  readonly counts: Readonly<Record<RegistryOutcome, number>>;
  readonly receivedAt: Date;
  readonly receivedBy: string | null;
}

/** A meter of a registry, or a part of it that could not be read. */
export interface RegistryRow {
  readonly place: number;
  readonly line: number;
  readonly account: string;
  readonly serial: string;
  readonly resource: MeteredResource | null;
  /** As it is said, zones parted by slashes. */
  readonly value: string;
  readonly date: string | null;
  readonly outcome: RegistryOutcome;
  readonly code: RefusedCode | UnreadPart['reason'] | null;
  readonly details: Readonly<Record<string, string | number>>;
  readonly findings: readonly Finding[];
}

/** Registries of readings that come with banks' registries of payments (MTR-12): each meter has a result of its own. */
@Injectable()
export class ReadingRegistries {
  constructor(
    private readonly intake: ReadingIntake,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Takes a registry in; the same file again changes nothing and answers the first.
   * @throws DomainError `reading-registry.too-large`, `reading-registry.nothing-read`
   */
  async take(
    tx: Tx,
    { fileName, content }: { readonly fileName: string; readonly content: Buffer },
    { by, today }: { readonly by: UserId | null; readonly today: LocalDate },
  ): Promise<ReadingRegistry> {
    const hash = createHash('sha256').update(content).digest();
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('reading-registry', current_organization()))`);
    const [known] = await tx.query<ReadingRegistry[]>(`${SELECT} where r.file_hash = $1`, [hash]);
    if (known) return known;
    const registry = readReadingsRegistry(content);
    const [first] = registry.problems;
    if (first?.reason === 'file-too-large') throw new DomainError('reading-registry.too-large', { size: first.value });
    const { meters, unread } = readMeters(registry);
    if (meters.length === 0)
      throw new DomainError('reading-registry.nothing-read', { line: first?.line ?? 1, value: first?.value ?? '' });
    const fileId = await this.files.save(tx, { name: fileName, mediaType: 'text/plain', content });
    const rows = [...(await this.takeMeters(tx, meters, { by, today })), ...unread.map(rowOfUnread)];
    const counts = Object.fromEntries(
      REGISTRY_OUTCOMES.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
    );
    const id = await insertRegistry(tx, { fileId, fileName, hash, encoding: registry.encoding }, [
      registry.rows.length,
      JSON.stringify(counts),
      by,
    ]);
    await insertRows(tx, id, rows);
    await this.audit.record(tx, {
      ...{ userId: by, action: 'reading-registry.take', object: { type: 'reading-registry', id } },
      details: { fileName, ...counts },
    });
    return this.read(tx, id);
  }

  /** @throws DomainError `reading-registry.not-found` */
  async read(tx: Tx, id: string): Promise<ReadingRegistry> {
    const [registry] = await tx.query<ReadingRegistry[]>(`${SELECT} where r.id = $1`, [id]);
    if (!registry) throw new DomainError('reading-registry.not-found');
    return registry;
  }

  /** The latest first. */
  async list(tx: Tx, { cursor, limit }: PageRequest): Promise<Page<ReadingRegistry>> {
    const [before] = cursor ? decodeCursor(cursor, [KEY.id]) : [null];
    const rows = await tx.query<ReadingRegistry[]>(
      `${SELECT} where ($1::bigint is null or r.id < $1) order by r.id desc limit $2`,
      [before, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  /** In the order of the file. */
  async rows(
    tx: Tx,
    id: string,
    outcome: RegistryOutcome | null,
    { cursor, limit }: PageRequest,
  ): Promise<Page<RegistryRow>> {
    await this.read(tx, id);
    const [after] = cursor ? decodeCursor(cursor, [KEY.id]) : [null];
    const rows = await tx.query<RegistryRow[]>(
      `select place, line, account, serial, resource, value, taken_on::text as date, outcome, code, details, findings
         from reading_registry_rows
        where registry_id = $1 and ($2::text is null or outcome = $2) and ($3::int is null or place > $3)
        order by place limit $4`,
      [id, outcome, after, limit + 1],
    );
    return pageOf(rows, limit, ({ place }) => [String(place)]);
  }

  private async takeMeters(
    tx: Tx,
    meters: readonly ReadMeter[],
    { by, today }: { readonly by: UserId | null; readonly today: LocalDate },
  ): Promise<RowToKeep[]> {
    const numbers = await numbersByUnified(tx, meters);
    const named = await findMeters(
      tx,
      meters.map((meter) => ({ account: accountOf(meter, numbers), serial: meter.serial, resource: meter.resource })),
      today,
    );
    const found = meters.flatMap((meter, i) => {
      const name = named[i]!;
      return name.kind === 'found' ? [{ meterId: name.id, date: meter.date, value: meter.value }] : [];
    });
    const from = { source: 'payment', by, reason: 'реестр показаний банка' } as const;
    const outcomes = (await this.intake.take(tx, found, from, today)).values();
    return meters.map((meter, i) => {
      const name = named[i]!;
      return name.kind === 'found'
        ? rowOfReading(meter, name.id, outcomes.next().value!)
        : rowOfReading(meter, null, { kind: 'refused', code: 'reading.unknown-meter', details: {} });
    });
  }
}

/** Numbers of accounts by their unified ones: banks keep the one or the other. */
async function numbersByUnified(tx: Tx, meters: readonly ReadMeter[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ els: string; number: string }[]>(
    `select els, number from accounts
      where els = any ($1) and not exists (select from accounts named where named.number = any ($2) and named.els = accounts.els)`,
    [meters.map(({ unifiedAccount }) => unifiedAccount), meters.map(({ account }) => account)],
  );
  return new Map(rows.map(({ els, number }) => [els, number]));
}

async function insertRegistry(
  tx: Tx,
  { fileId, fileName, hash, encoding }: { fileId: FileId; fileName: string; hash: Buffer; encoding: string },
  rest: readonly unknown[],
): Promise<string> {
  const [row] = await tx.query<{ id: string }[]>(
    `insert into reading_registries (organization_id, file_id, file_name, file_hash, encoding, accounts, counts, received_by)
     values (current_organization(), $1, $2, $3, $4, $5, $6, $7) returning id`,
    [fileId, fileName, hash, encoding, ...rest],
  );
  return row!.id;
}

async function insertRows(tx: Tx, registryId: string, rows: readonly RowToKeep[]): Promise<void> {
  const inOrder = [...rows].sort((a, b) => a.line - b.line);
  await tx.query(
    `insert into reading_registry_rows (organization_id, registry_id, place, line, account, serial, resource, value, taken_on,
                                        meter_id, outcome, code, details, findings, reading_id, doubt_id)
     select current_organization(), $1, row.place, row.line, row.account, row.serial, row.resource, row.value, row.taken_on,
            row.meter_id, row.outcome, row.code, row.details, row.findings, row.reading_id, row.doubt_id
       from jsonb_to_recordset($2) as row (place int, line int, account text, serial text, resource text, value text,
                                           taken_on date, meter_id bigint, outcome text, code text, details jsonb,
                                           findings jsonb, reading_id bigint, doubt_id bigint)`,
    [registryId, JSON.stringify(inOrder.map((row, i) => ({ place: i + 1, ...row })))],
  );
}

const SELECT = `
  select r.id, r.file_name as "fileName", r.encoding, r.accounts, r.counts, r.received_at as "receivedAt", u.name as "receivedBy"
    from reading_registries r left join users u on u.id = r.received_by`;

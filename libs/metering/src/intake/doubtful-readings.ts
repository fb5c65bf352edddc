import { Injectable } from '@nestjs/common';
import {
  addDays,
  DomainError,
  type FileId,
  type HouseId,
  type LocalDate,
  type MeterId,
  parseDate,
  type UserId,
} from '@dvor/kernel';
import {
  AuditLog,
  decodeCursor,
  ExceptionsInbox,
  KEY,
  type Page,
  pageOf,
  type PageRequest,
  recordChanges,
  type Tx,
} from '@dvor/platform';
import {
  byZone,
  type Finding,
  type MeteredResource,
  readAmounts,
  type ReadingRule,
  type ReadingSource,
  type ZonedValue,
} from '../core/index.js';
import type { GivenReading } from './given-reading.js';
import { inOrder, loadDials } from './load-dials.js';
import { plainAmounts } from '../plain-amounts.js';
import { doubtKey } from './raise-doubts.js';

export type DoubtState = 'open' | 'asked' | 'accepted' | 'fixed' | 'refused' | 'replaced';

/** A reading that made one wonder, with what was and is known of it. */
export interface DoubtfulReading {
  readonly id: string;
  readonly meterId: MeterId;
  readonly serial: string;
  readonly resource: MeteredResource;
  readonly houseId: HouseId;
  readonly address: string;
  /** Accounts of the premises. */
  readonly accountNumbers: readonly string[];
  readonly date: string;
  readonly value: ZonedValue;
  /** The last before it that counts. */
  readonly previous: { readonly date: string; readonly value: ZonedValue } | null;
  readonly volume: string | null;
  readonly source: ReadingSource;
  readonly findings: readonly Finding[];
  /** It counts already; else it waits for a word. */
  readonly isTaken: boolean;
  readonly state: DoubtState;
  readonly raisedAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
  /** The sender has sent a photo of the dial. */
  readonly hasPhoto: boolean;
}

export interface DoubtFilter {
  readonly standing: boolean;
  readonly houseId?: HouseId | undefined;
  readonly rule?: ReadingRule | undefined;
  readonly source?: ReadingSource | undefined;
}

/** The queue of doubtful readings (MTR-08): each is accepted, put right, refused, or a photo of the dial is asked for. */
@Injectable()
export class DoubtfulReadings {
  constructor(
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
  ) {}

  /** The oldest first. */
  async list(tx: Tx, filter: DoubtFilter, { cursor, limit }: PageRequest): Promise<Page<DoubtfulReading>> {
    const [after] = cursor ? decodeCursor(cursor, [KEY.id]) : [null];
    const rows = await tx.query<DoubtRow[]>(
      `${SELECT}
        where (d.state in ('open', 'asked')) = $1 and ($2::bigint is null or d.house_id = $2)
          and ($3::text is null or d.findings @> jsonb_build_array(jsonb_build_object('rule', $3::text)))
          and ($4::text is null or d.source = $4) and ($5::bigint is null or d.id > $5)
        order by d.id limit $6`,
      [filter.standing, filter.houseId ?? null, filter.rule ?? null, filter.source ?? null, after, limit + 1],
    );
    const page = pageOf(rows, limit, ({ id }) => [id]);
    return { ...page, items: page.items.map(doubtOf) };
  }

  /**
   * It is right as it is. One below the last can't be: the bill would be negative.
   * @throws DomainError `reading-doubt.not-found`, `reading-doubt.decided`, `reading-doubt.below-previous`
   */
  async accept(tx: Tx, id: string, by: UserId): Promise<void> {
    const doubt = await lock(tx, id);
    if (doubt.isBelow) throw new DomainError('reading-doubt.below-previous');
    if (doubt.readingId === null) await insertReading(tx, { ...doubt, by });
    await this.decide(tx, doubt, { state: 'accepted', by, note: null });
  }

  /**
   * The dial shows something else.
   * @throws DomainError `reading-doubt.not-found`, `reading-doubt.decided`, and what a reading is refused for
   */
  async fix(
    tx: Tx,
    id: string,
    value: GivenReading['value'],
    { by, note, today }: { by: UserId; note: string; today: LocalDate },
  ): Promise<void> {
    const doubt = await lock(tx, id);
    const date = parseDate(doubt.date);
    const meter = (await loadDials(tx, new Map([[doubt.meterId, date]]))).get(doubt.meterId)!;
    const amounts = readAmounts({ date, amounts: inOrder(value, meter.zones) }, meter, today);
    if ('code' in amounts) throw new DomainError(amounts.code, { serial: meter.serial, ...amounts.details });
    await insertReading(tx, { ...doubt, amounts: `{${amounts.join(',')}}`, source: 'accountant', by });
    await this.decide(tx, doubt, { state: 'fixed', by, note });
  }

  /** It is wrong and counts no more. @throws DomainError `reading-doubt.not-found`, `reading-doubt.decided` */
  async refuse(tx: Tx, id: string, { by, note }: { readonly by: UserId; readonly note: string }): Promise<void> {
    const doubt = await lock(tx, id);
    if (doubt.readingId !== null) {
      await tx.query(
        'update readings set refused_at = organization_now() where meter_id = $1 and taken_on = $2 and id = $3',
        [doubt.meterId, doubt.date, doubt.readingId],
      );
      await recordChange(tx, doubt, { by, reason: note });
    }
    await this.decide(tx, doubt, { state: 'refused', by, note });
  }

  /** Where the photo of the dial lies. @throws DomainError `reading-doubt.not-found`, `reading-doubt.no-photo` */
  async photo(tx: Tx, id: string): Promise<FileId> {
    const [doubt] = await tx.query<{ fileId: FileId | null }[]>(
      `select doc.file_id as "fileId" from reading_doubts d left join documents doc on doc.id = d.document_id where d.id = $1`,
      [id],
    );
    if (!doubt) throw new DomainError('reading-doubt.not-found');
    if (doubt.fileId === null) throw new DomainError('reading-doubt.no-photo');
    return doubt.fileId;
  }

  /** The sender is asked for a photo; the doubt stands. @throws DomainError `reading-doubt.not-found`, `reading-doubt.decided` */
  async askPhoto(tx: Tx, id: string, by: UserId): Promise<void> {
    const doubt = await lock(tx, id);
    await tx.query(`update reading_doubts set state = 'asked' where id = $1`, [id]);
    await this.audit.record(tx, {
      ...{ userId: by, action: 'reading.ask-photo', object: { type: 'meter', id: doubt.meterId } },
      details: { date: doubt.date },
    });
  }

  private async decide(
    tx: Tx,
    { id, meterId, date }: LockedDoubt,
    { state, by, note }: { readonly state: DoubtState; readonly by: UserId; readonly note: string | null },
  ): Promise<void> {
    await tx.query(
      `update reading_doubts set state = $2, decided_at = organization_now(), decided_by = $3, note = $4 where id = $1`,
      [id, state, by, note],
    );
    await this.inbox.settleOne(tx, doubtKey(id), state);
    await this.audit.record(tx, {
      ...{ userId: by, action: `reading.${state}`, object: { type: 'meter', id: meterId } },
      details: { date, note },
    });
  }
}

interface LockedDoubt {
  readonly id: string;
  readonly houseId: HouseId;
  readonly meterId: MeterId;
  readonly date: string;
  readonly amounts: string;
  readonly source: ReadingSource;
  readonly documentId: string | null;
  readonly countsFrom: string | null;
  readonly readingId: string | null;
  readonly isBelow: boolean;
}

async function lock(tx: Tx, id: string): Promise<LockedDoubt> {
  const [doubt] = await tx.query<(LockedDoubt & { state: DoubtState })[]>(
    `select id, house_id as "houseId", meter_id as "meterId", taken_on::text as date, amounts::text, source, state,
            document_id as "documentId", counts_from::text as "countsFrom", reading_id as "readingId",
            findings @> '[{"rule": "below-previous"}]' as "isBelow"
       from reading_doubts where id = $1 for update`,
    [id],
  );
  if (!doubt) throw new DomainError('reading-doubt.not-found');
  if (doubt.state !== 'open' && doubt.state !== 'asked') throw new DomainError('reading-doubt.decided');
  return doubt;
}

async function insertReading(tx: Tx, doubt: LockedDoubt & { readonly by: UserId }): Promise<void> {
  await tx.query(
    `insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source, recorded_by, document_id, counts_from)
     values (current_organization(), $1, $2, $3, $4::numeric[], $5, $6, $7, $8)`,
    [
      ...[doubt.houseId, doubt.meterId, doubt.date, doubt.amounts, doubt.source, doubt.by],
      ...[doubt.documentId, doubt.countsFrom],
    ],
  );
  await recordChange(tx, doubt, { by: doubt.by, reason: 'показание проверено' });
}

async function recordChange(
  tx: Tx,
  { meterId, date }: LockedDoubt,
  recording: { readonly by: UserId; readonly reason: string },
): Promise<void> {
  const from = parseDate(date);
  await recordChanges(
    tx,
    [{ fact: 'readings', subject: { type: 'meter', id: meterId }, from, to: addDays(from, 1) }],
    recording,
  );
}

type DoubtRow = Omit<DoubtfulReading, 'value' | 'previous'> & {
  readonly zones: string[];
  readonly amounts: string[];
  readonly lastOn: string | null;
  readonly lastAmounts: string[] | null;
};

function doubtOf({ zones, amounts, lastOn, lastAmounts, ...doubt }: DoubtRow): DoubtfulReading {
  return {
    ...doubt,
    value: byZone(zones, amounts),
    previous: lastOn && lastAmounts ? { date: lastOn, value: byZone(zones, lastAmounts) } : null,
  };
}

const SELECT = `
  select d.id, d.meter_id as "meterId", m.serial, m.resource, m.zones, d.house_id as "houseId",
         concat_ws(', ', h.street, h.building, nullif('кв. ' || p.number, 'кв. ')) as address,
         array(select number from accounts where premises_id = m.premises_id order by number) as "accountNumbers",
         d.taken_on::text as date, ${plainAmounts('d.amounts')} as amounts, trim_scale(d.volume)::text as volume, d.source, d.findings,
         d.reading_id is not null as "isTaken", d.state, d.raised_at as "raisedAt", d.decided_at as "decidedAt", u.name as "decidedBy", d.note, d.document_id is not null as "hasPhoto",
         last.taken_on::text as "lastOn", last.amounts as "lastAmounts"
    from reading_doubts d
    join meters m on m.id = d.meter_id
    join houses h on h.id = d.house_id
    left join premises p on p.id = m.premises_id
    left join users u on u.id = d.decided_by
    left join lateral (
         select taken_on, ${plainAmounts('r.amounts')} as amounts from readings r
          where r.meter_id = d.meter_id and r.taken_on < d.taken_on and r.refused_at is null
          order by r.taken_on desc, r.id desc limit 1) last on true`;

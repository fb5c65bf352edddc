import { Injectable } from '@nestjs/common';
import { type FileId, DomainError, type LocalDate, type UserId } from '@dvor/kernel';
import {
  AuditLog,
  decodeCursor,
  ExceptionsInbox,
  FileStore,
  KEY,
  type Page,
  pageOf,
  type PageRequest,
  type Tx,
} from '@dvor/platform';
import { DAY_OUTCOMES, type DayOutcome } from '../core/index.js';
import { changedMonths, IntervalMonths } from './interval-months.js';
import { insertDays, type JudgedDay, judgeDays } from './judge-days.js';
import type { MonthEffect } from './month-effect.js';
import { METER_ADDRESS, METER_OF_LINK, placePoints, unmatchedOf } from './place-points.js';
import { type FileProblem, readSentFile, type SentFile, type SentMessage } from './sent-days.js';

export interface IntervalFile {
  readonly id: string;
  readonly fileName: string;
  readonly encoding: string;
  readonly messages: readonly SentMessage[];
  /** `false`: it is only tried out. */
  readonly isKept: boolean;
  readonly counts: Readonly<Record<DayOutcome, number>>;
  readonly receivedAt: Date;
  readonly receivedBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawalReason: string | null;
}

/** A channel of a file: what became of its days, and whose they are. */
export interface PointOfFile {
  readonly pointId: string;
  readonly code: string;
  readonly name: string;
  readonly channel: string;
  readonly from: string;
  readonly to: string;
  readonly counts: Readonly<Partial<Record<DayOutcome, number>>>;
  /** Days without a total. */
  readonly notWhole: number;
  /** kWh of all that is known. */
  readonly known: string;
  /** `null`: nobody has said which meter it is. */
  readonly meter: { readonly id: string; readonly serial: string; readonly address: string } | null;
}

export interface IntervalFileCard extends IntervalFile {
  readonly problems: readonly FileProblem[];
  readonly points: readonly PointOfFile[];
  readonly effects: readonly MonthEffect[];
}

interface Bringing {
  readonly by: UserId | null;
  readonly today: LocalDate;
}

interface BroughtFile {
  readonly fileName: string;
  readonly content: Buffer;
}

/** Files of commercial metering (XML 80020): days of points, each sending kept, the latest in force. */
@Injectable()
export class IntervalFiles {
  constructor(
    private readonly months: IntervalMonths,
    private readonly files: FileStore,
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * What a file would do: done, told and undone, so that nothing is foretold that would not come true.
   * @throws DomainError as `take`
   */
  async foresee(tx: Tx, file: BroughtFile, bringing: Bringing): Promise<IntervalFileCard> {
    const sent = await readSentFile(file);
    await tx.query('savepoint before_days');
    try {
      return await this.read(tx, (await this.known(tx, sent)) ?? (await this.takeDays(tx, sent, null, bringing)));
    } finally {
      await tx.query('rollback to savepoint before_days');
    }
  }

  /**
   * Takes a file; the same one again changes nothing and answers the first.
   * @throws DomainError `interval-file.too-large`, `interval-file.not-80020`, `interval-file.broken`,
   * `interval-file.archive`, `interval-file.nothing-read`
   */
  async take(tx: Tx, file: BroughtFile, bringing: Bringing): Promise<IntervalFileCard> {
    const sent = await readSentFile(file);
    const known = await this.known(tx, sent);
    if (known !== null) return this.read(tx, known);
    const fileId = await this.files.save(tx, { name: sent.name, mediaType: 'application/xml', content: sent.content });
    const id = await this.takeDays(tx, sent, fileId, bringing);
    const card = await this.read(tx, id);
    await this.audit.record(tx, {
      ...{ userId: bringing.by, action: 'interval-file.take', object: { type: 'interval-file', id } },
      details: { fileName: sent.name, ...card.counts },
    });
    return card;
  }

  /**
   * Takes a file back: what was in force before its days is in force again.
   * @throws DomainError `interval-file.not-found`, `interval-file.withdrawn`
   */
  async withdraw(
    tx: Tx,
    id: string,
    { by, today, reason }: Bringing & { readonly reason: string },
  ): Promise<IntervalFileCard> {
    await lockDays(tx);
    const { withdrawnAt, fileName } = await this.read(tx, id);
    if (withdrawnAt) throw new DomainError('interval-file.withdrawn', { fileName });
    await tx.query(
      'update interval_files set withdrawn_at = organization_now(), withdrawn_by = $2, withdrawal_reason = $3 where id = $1',
      [id, by, reason],
    );
    const days = await tx.query<{ pointId: string; channel: string; day: LocalDate }[]>(WITHDRAWN, [id]);
    const settling = { by, reason, fileId: null, takenBack: true, today };
    const effects = await this.months.settle(tx, await changedMonths(tx, days), settling);
    await this.keepEffects(tx, id, effects);
    await this.audit.record(tx, {
      ...{ userId: by, action: 'interval-file.withdraw', object: { type: 'interval-file', id } },
      details: { fileName, reason, days: days.length },
    });
    return this.read(tx, id);
  }

  /** @throws DomainError `interval-file.not-found` */
  async read(tx: Tx, id: string): Promise<IntervalFileCard> {
    const [file] = await tx.query<Omit<IntervalFileCard, 'points'>[]>(
      `select ${COLUMNS}, f.problems, f.effects ${FROM} where f.id = $1`,
      [id],
    );
    if (!file) throw new DomainError('interval-file.not-found');
    return { ...file, points: await tx.query<PointOfFile[]>(POINTS, [id]) };
  }

  /** The latest first. */
  async list(tx: Tx, { cursor, limit }: PageRequest): Promise<Page<IntervalFile>> {
    const [before] = cursor ? decodeCursor(cursor, [KEY.id]) : [null];
    const rows = await tx.query<IntervalFile[]>(
      `select ${COLUMNS} ${FROM} where ($1::bigint is null or f.id < $1) order by f.id desc limit $2`,
      [before, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  private async known(tx: Tx, { hash }: SentFile): Promise<string | null> {
    await lockDays(tx);
    const [known] = await tx.query<{ id: string }[]>(
      'select id from interval_files where file_hash = $1 and withdrawn_at is null',
      [hash],
    );
    return known?.id ?? null;
  }

  private async takeDays(tx: Tx, sent: SentFile, fileId: FileId | null, { by, today }: Bringing): Promise<string> {
    const points = await placePoints(tx, sent.days);
    const judged = await judgeDays(tx, sent.days, points);
    const id = await insertFile(tx, sent, { fileId, by, judged });
    await insertDays(tx, id, judged);
    await this.inbox.raise(tx, await unmatchedOf(tx, [...points.values()]));
    const changed = judged.flatMap(({ pointId, sent: { channel, day }, outcome }) =>
      outcome === 'new' || outcome === 'replaces' ? [{ pointId, channel, day }] : [],
    );
    const settling = { by, reason: `сутки учёта: ${sent.name}`, fileId: id, takenBack: false, today };
    await this.keepEffects(tx, id, await this.months.settle(tx, await changedMonths(tx, changed), settling));
    return id;
  }

  private async keepEffects(tx: Tx, id: string, effects: readonly MonthEffect[]): Promise<void> {
    await tx.query('update interval_files set effects = $2 where id = $1', [id, JSON.stringify(effects)]);
  }
}

/** Files of an organisation come one after another: the highest number of a day is known then. */
async function lockDays(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('interval-days', current_organization()))`);
}

async function insertFile(
  tx: Tx,
  { name, hash, encoding, messages, problems }: SentFile,
  {
    fileId,
    by,
    judged,
  }: { readonly fileId: FileId | null; readonly by: UserId | null; readonly judged: readonly JudgedDay[] },
): Promise<string> {
  const counts = Object.fromEntries(
    DAY_OUTCOMES.map((outcome) => [outcome, judged.filter((day) => day.outcome === outcome).length]),
  );
  const [row] = await tx.query<{ id: string }[]>(
    `insert into interval_files (organization_id, file_id, file_name, file_hash, encoding, messages, problems, counts, received_by)
     values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      fileId,
      name,
      hash,
      encoding,
      JSON.stringify(messages),
      JSON.stringify(problems.slice(0, MOST_PROBLEMS)),
      JSON.stringify(counts),
      by,
    ],
  );
  return row!.id;
}

/** Whoever has so many asks for the file anew. */
const MOST_PROBLEMS = 500;

const COLUMNS = `
  f.id, f.file_name as "fileName", f.encoding, f.messages, f.file_id is not null as "isKept", f.counts, f.received_at as "receivedAt", u.name as "receivedBy",
  f.withdrawn_at as "withdrawnAt", w.name as "withdrawnBy", f.withdrawal_reason as "withdrawalReason"`;

const FROM = `from interval_files f left join users u on u.id = f.received_by left join users w on w.id = f.withdrawn_by`;

const POINTS = `
  select p.id as "pointId", p.code, p.name, d.channel, min(d.since)::text as "from", max(d.until)::text as "to",
         jsonb_object_agg(d.outcome, d.days) as counts, sum(d.not_whole)::int as "notWhole",
         trim_scale(sum(d.known))::text as known,
         (select json_build_object('id', m.id::text, 'serial', m.serial, 'address', ${METER_ADDRESS})
            from metering_point_meters l ${METER_OF_LINK}
           where l.point_id = p.id and l.channel = d.channel and l.superseded_at is null and l.valid @> max(d.until)) as meter
    from (select point_id, channel, outcome, min(day) as since, max(day) as until, count(*)::int as days,
                 count(*) filter (where total is null)::int as not_whole, sum(known) as known
            from interval_days where interval_file_id = $1 group by point_id, channel, outcome) d
    join metering_points p on p.id = d.point_id
   group by p.id, d.channel order by p.code, d.channel`;

const WITHDRAWN = `
  with withdrawn as (
    update interval_days set withdrawn_at = organization_now() where interval_file_id = $1 returning point_id, channel, day, outcome)
  select point_id as "pointId", channel, day - date '1970-01-01' as day from withdrawn where outcome in ('new', 'replaces', 'older')`;

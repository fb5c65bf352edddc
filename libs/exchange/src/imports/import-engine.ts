import { Injectable } from '@nestjs/common';
import {
  addMonths,
  assertNever,
  DomainError,
  type FileId,
  type HouseId,
  type LocalDate,
  type OrganizationId,
  parseDate,
  type PartyId,
  periodOfDate,
  type PremisesId,
  type AccountId,
  type UserId,
  firstDay,
} from '@dvor/kernel';
import { AccountTerms, HouseLife, Parties, PremisesLife, refreshAccountSearch, Residents } from '@dvor/housing';
import { Ledger } from '@dvor/ledger';
import { type Brought, withdrawReadings } from '@dvor/metering';
import {
  AuditLog,
  Database,
  ExceptionsInbox,
  FileStore,
  JobQueue,
  OrganizationClock,
  ProgressChannel,
  sqlStateOf,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import type { ColumnMap } from '../reading/field.js';
import {
  type Before,
  type ImportKind,
  type ImportSettings,
  type Load,
  type Made,
  type StagedRow,
  type Verdict,
} from '../kinds/kind.js';
import { refuseBuiltOn } from './built-on.js';
import type { ImportState } from './import.js';
import { importJob, importTopic } from './import-jobs.js';
import { ImportKinds } from './import-kinds.js';
import { totalsSql } from './import-totals.js';
import { openFile, type Reading } from './open-file.js';
import { insertProblems, stageRows } from './stage-rows.js';

/** Places a transaction looks at. */
const CHUNK = 2_000;
const FOREIGN_KEY_BROKEN = '23503';

interface Work extends Reading {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly fileId: FileId;
  readonly sheet: string | null;
  readonly map: ColumnMap;
  readonly settings: ImportSettings;
  readonly rowsTotal: number | null;
  readonly turns: number;
  readonly by: UserId | null;
}

/**
 * The steps of a load, in the worker. Each goes chunk by chunk, a transaction a chunk, and begins where the books say it
 * stands: killed and taken up again, or called twice, it does nothing twice.
 */
@Injectable()
export class ImportEngine {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly clock: OrganizationClock,
    private readonly kinds: ImportKinds,
    private readonly queue: JobQueue,
    private readonly channel: ProgressChannel,
    private readonly audit: AuditLog,
    private readonly ledger: Ledger,
    private readonly terms: AccountTerms,
    private readonly parties: Parties,
    private readonly premises: PremisesLife,
    private readonly houses: HouseLife,
    private readonly residents: Residents,
    private readonly inbox: ExceptionsInbox,
  ) {}

  /** Lays the step that a load waits for on the queue. */
  async layOnQueue(organizationId: OrganizationId, importId: string): Promise<void> {
    const work = await this.database.inTenant({ organizationId }, (tx) => workOf(tx, importId));
    if (work && STEPS.has(work.state))
      await this.queue.enqueue(importJob, { organizationId, importId, turn: work.turns });
  }

  /** Does the step that the load's state asks for. What a file or the books don't allow ends it as failed, with the reason. */
  async run(organizationId: OrganizationId, importId: string): Promise<void> {
    const tenant = { organizationId };
    const work = await this.database.inTenant(tenant, (tx) => workOf(tx, importId));
    if (!work) return;
    try {
      if (work.state === 'checking') await this.check(tenant, work);
      if (work.state === 'applying') await this.apply(tenant, work);
      if (work.state === 'undoing') await this.undo(tenant, work);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.fail(tenant, work, error);
    }
    await this.channel.nudge(importTopic(importId));
  }

  /** A step that fails for good: its job has no attempt left. */
  async giveUp(organizationId: OrganizationId, importId: string): Promise<void> {
    const tenant = { organizationId };
    const work = await this.database.inTenant(tenant, (tx) => workOf(tx, importId));
    if (work && STEPS.has(work.state)) await this.fail(tenant, work, new DomainError('import.broken'));
    await this.channel.nudge(importTopic(importId));
  }

  private async check(tenant: Tenant, work: Work): Promise<void> {
    if (work.rowsTotal === null) await this.stage(tenant, work);
    let after = '';
    for (let done = 0; ;) {
      const chunk = await this.inStep(tenant, work, (tx) => this.judgeChunk(tx, work, after));
      if (!chunk) break;
      after = chunk.last;
      done += chunk.rows;
      await this.progress(tenant, work, done);
    }
    await this.inStep(tenant, work, async (tx) => {
      await this.countTotals(tx, work);
      await tx.query(`update imports set state = 'checked', checked_at = organization_now() where id = $1`, [work.id]);
    });
  }

  /** All rows or none: taken up again it begins anew. */
  private async stage(tenant: Tenant, work: Work): Promise<void> {
    await this.inStep(tenant, work, async (tx) => {
      const { content } = await this.files.read(tx, work.fileId);
      const table = await openFile(content, work);
      const today = await this.clock.today(tx);
      const { id: importId, map, settings } = work;
      const staging = { importId, map, settings, today, kind: this.kinds.of(work.kind) };
      const rows = await stageRows(
        tx,
        table,
        staging,
        () => void this.channel.nudge(importTopic(work.id)).catch(ignore),
      );
      await tx.query('update imports set rows_total = $2 where id = $1', [work.id, rows]);
      await tx.query('select refresh_load_statistics()');
    });
  }

  private async judgeChunk(tx: Tx, work: Work, after: string): Promise<{ rows: number; last: string } | null> {
    const rows = await rowsOfPlaces(tx, work.id, after, 'r.verdict is null');
    if (rows.length === 0) return null;
    const { verdicts, problems } = await this.kinds.of(work.kind).judge(tx, rows, await this.loadOf(tx, work));
    await setVerdicts(tx, work.id, verdicts);
    await insertProblems(tx, work.id, 'judge', problems);
    return { rows: rows.length, last: rows.at(-1)!.place };
  }

  private async apply(tenant: Tenant, work: Work): Promise<void> {
    let after = '';
    for (let done = 0; ;) {
      const chunk = await this.inStep(tenant, work, (tx) => this.applyChunk(tx, work, after));
      if (!chunk) break;
      after = chunk.last;
      done += chunk.rows;
      await this.progress(tenant, work, done);
    }
    await this.inStep(tenant, work, async (tx) => {
      await this.countTotals(tx, work);
      await tx.query(`update imports set state = 'applied', applied_at = organization_now() where id = $1`, [work.id]);
      const [{ totals }] = await tx.query<[{ totals: { verdicts: Record<Verdict, number> } }]>(
        'select totals from imports where id = $1',
        [work.id],
      );
      await this.note(tx, work, 'import.applied', totals.verdicts);
    });
  }

  /** The books may have changed since the check, so each chunk is judged anew just before it is written. */
  private async applyChunk(tx: Tx, work: Work, after: string): Promise<{ rows: number; last: string } | null> {
    const rows = await rowsOfPlaces(tx, work.id, after, `r.verdict in ('new', 'change') and not r.applied`);
    if (rows.length === 0) return null;
    const judgement = await this.kinds.of(work.kind).judge(tx, rows, await this.loadOf(tx, work));
    const made = await judgement.write(tx);
    await setVerdicts(tx, work.id, judgement.verdicts, made);
    const turnedBad = new Set(
      rows.filter(({ line, bad }) => !bad && judgement.verdicts.get(line) === 'bad').map(({ line }) => line),
    );
    await insertProblems(
      tx,
      work.id,
      'apply',
      judgement.problems.filter(({ line, severity }) => severity === 'error' && turnedBad.has(line)),
    );
    return { rows: rows.length, last: rows.at(-1)!.place };
  }

  /** In one transaction: either all of it goes back or nothing. */
  private async undo(tenant: Tenant, work: Work): Promise<void> {
    await this.inStep(tenant, work, async (tx) => {
      await refuseBuiltOn(tx, work.id);
      const load = await this.loadOf(tx, work);
      const changed = [...(await this.putBack(tx, work, load)), ...(await accountsOfMeters(tx, work.id))];
      await this.withdrawReadings(tx, work, load);
      await this.reverseEntries(tx, work, load);
      try {
        await tx.query('select withdraw_import($1)', [work.id]);
      } catch (error) {
        if (sqlStateOf(error) !== FOREIGN_KEY_BROKEN) throw error;
        throw new DomainError('import.built-on', { objects: 'другие записи' });
      }
      await refreshAccountSearch(tx, changed);
      await tx.query(`update imports set state = 'undone', undone_at = organization_now() where id = $1`, [work.id]);
      await this.note(tx, work, 'import.undone', {});
    });
  }

  /** What the load changed is as it was before, and the change and its taking back stay in the history. */
  private async putBack(tx: Tx, work: Work, load: Load): Promise<AccountId[]> {
    const rows = await tx.query<{ made: Made }[]>(
      `select made from import_rows where import_id = $1 and applied and made ? 'before' order by line desc`,
      [work.id],
    );
    const recording = { ...load.recording, reason: `Отмена загрузки № ${work.id}` };
    const accounts: AccountId[] = [];
    for (const before of rows.flatMap(({ made }) => [...made.before!].reverse())) {
      await this.putBackOne(tx, before, recording);
      if (before.of === 'payer' || before.of === 'ids') accounts.push(before.id as AccountId);
    }
    return accounts;
  }

  private async putBackOne(tx: Tx, before: Before, recording: Load['recording']): Promise<void> {
    switch (before.of) {
      case 'premises': {
        const { rooms, ...areas } = before.values;
        const values = { ...areas, ...(rooms !== undefined && { rooms: rooms === null ? null : Number(rooms) }) };
        return this.premises.change(
          tx,
          before.id as PremisesId,
          { values: values as { area?: string }, days: since(before.from) },
          recording,
        );
      }
      case 'house':
        return this.houses.change(
          tx,
          before.id as HouseId,
          { values: before.values, days: since(before.from) },
          recording,
        );
      case 'payer':
        return this.terms.changePayer(
          tx,
          before.id as AccountId,
          { from: parseDate(before.from), payerId: before.payerId as PartyId },
          recording,
        );
      case 'party': {
        const { version } = await this.parties.read(tx, before.id as PartyId);
        return this.parties.edit(tx, before.id as PartyId, before.values, version, recording);
      }
      case 'residency':
        return this.residents.moveIn(
          tx,
          before.id as AccountId,
          {
            partyId: before.partyId as PartyId,
            kind: before.kind,
            days: { from: parseDate(before.from), to: before.until === null ? null : parseDate(before.until) },
          },
          recording,
        );
      case 'ids':
        return this.terms.identify(tx, before.id as AccountId, { els: before.els, izhku: before.izhku }, recording);
      default:
        return assertNever(before);
    }
  }

  private async withdrawReadings(tx: Tx, work: Work, load: Load): Promise<void> {
    const [brought] = await tx.query<[Brought]>(
      `select coalesce(jsonb_agg(made -> 'reading') filter (where made ? 'reading'), '[]') as readings,
              coalesce(jsonb_agg(made ->> 'doubt') filter (where made ? 'doubt'), '[]') as doubts
         from import_rows where import_id = $1 and applied`,
      [work.id],
    );
    await withdrawReadings(tx, this.inbox, brought, { ...load.recording, reason: `Отмена загрузки № ${work.id}` });
  }

  /** Money is never taken out of the ledger: it is booked back. */
  private async reverseEntries(tx: Tx, work: Work, load: Load): Promise<void> {
    await this.ledger.postFrom(
      tx,
      {
        kind: 'opening',
        period: load.openMonth,
        bookedOn: load.today,
        reason: `Отмена загрузки № ${work.id}`,
        by: load.recording.by,
      },
      {
        sql: `select e.key || '-undo' as key, p.ledger_account, p.account_id, p.recipient_id, p.service_id, p.origin, p.kind, -p.amount as amount
                from import_rows r
                join ledger_entries e on e.key = r.made ->> 'entry'
                join ledger_postings p on p.entry_id = e.id and p.period = e.period
               where r.import_id = $1 and r.applied and r.made ? 'entry'`,
        parameters: [work.id],
      },
    );
  }

  /** A transaction of a step; `null` where somebody else has ended the step meanwhile. */
  private async inStep<T>(tenant: Tenant, work: Work, step: (tx: Tx) => Promise<T>): Promise<T | null> {
    return this.database.inTenant(tenant, async (tx) => {
      // One load of an organisation is written at a time. The planner, who may still hold the tables that fill up for
      // empty, is kept to the indexes.
      await tx.query(
        `select pg_advisory_xact_lock(hashtextextended('imports', current_organization())), set_config('enable_seqscan', 'off', true)`,
      );
      const [row] = await tx.query<{ state: ImportState }[]>('select state from imports where id = $1', [work.id]);
      return row?.state === work.state ? step(tx) : null;
    });
  }

  private async loadOf(tx: Tx, { id, settings, by }: Work): Promise<Load> {
    const today = await this.clock.today(tx);
    const [organization] = await tx.query<{ time_zone: string }[]>('select time_zone from organizations');
    const closed = await this.ledger.lastClosedMonth(tx);
    const thisMonth = periodOfDate(today);
    return {
      id,
      settings,
      today,
      from: settings.from ? parseDate(settings.from) : (firstDay(thisMonth) as LocalDate),
      openMonth: closed !== null ? addMonths(closed, 1) : thisMonth,
      timeZone: organization!.time_zone,
      recording: { by, reason: `Загрузка № ${id}` },
    };
  }

  private async countTotals(tx: Tx, { id, kind }: Work): Promise<void> {
    await tx.query(totalsSql(kind), [id]);
  }

  private async progress(tenant: Tenant, { id }: Work, done: number): Promise<void> {
    await this.database.inTenant(tenant, (tx) =>
      tx.query('update imports set rows_done = $2 where id = $1', [id, done]),
    );
    await this.channel.nudge(importTopic(id));
  }

  /** What can't be undone stays applied. */
  private async fail(tenant: Tenant, { id }: Work, { code, details }: DomainError): Promise<void> {
    await this.database.inTenant(tenant, (tx) =>
      tx.query(
        `update imports set state = case state when 'undoing' then 'applied' else 'failed' end, failure = $2,
                failed_at = organization_now() where id = $1`,
        [id, JSON.stringify({ code, details: details ?? {} })],
      ),
    );
  }

  private async note(tx: Tx, { id, by }: Work, action: string, details: Record<string, number>): Promise<void> {
    await this.audit.record(tx, { userId: by, action, object: { type: 'import', id }, details });
  }
}

const STEPS: ReadonlySet<ImportState> = new Set<ImportState>(['checking', 'applying', 'undoing']);

async function workOf(tx: Tx, id: string): Promise<Work | undefined> {
  const [work] = await tx.query<Work[]>(
    `select id, kind, state, file_id as "fileId", sheet, told_encoding as encoding, told_heading_line as "headingLine", column_map as map, settings, rows_total as "rowsTotal", turns,
            coalesce(undone_by, applied_by, created_by) as by
       from imports where id = $1`,
    [id],
  );
  return work;
}

/** Those in whose premises the meters of a load stand. */
async function accountsOfMeters(tx: Tx, importId: string): Promise<AccountId[]> {
  const rows = await tx.query<{ id: AccountId }[]>(
    `select distinct a.id from import_rows r
       join meters m on m.id = (r.made ->> 'meter')::bigint
       join accounts a on a.premises_id = m.premises_id
      where r.import_id = $1 and r.applied`,
    [importId],
  );
  return rows.map(({ id }) => id);
}

/** All rows of the next places of which some row waits. */
async function rowsOfPlaces(tx: Tx, importId: string, after: string, waiting: string): Promise<StagedRow[]> {
  return tx.query<StagedRow[]>(
    `with next as materialized (
       select distinct place from (
         select r.place from import_rows r where r.import_id = $1 and r.place > $2 and ${waiting} order by r.place limit ${CHUNK}) some_of_them)
     select r.* from next
      cross join lateral (select line, content, key, place, coalesce(verdict = 'bad', false) as bad
                            from import_rows where import_id = $1 and import_rows.place = next.place offset 0) r
      order by r.place, r.line`,
    [importId, after],
  );
}

async function setVerdicts(
  tx: Tx,
  importId: string,
  verdicts: ReadonlyMap<number, Verdict>,
  made?: ReadonlyMap<number, Made>,
): Promise<void> {
  const rows = [...verdicts].map(([line, verdict]) => ({
    line,
    verdict,
    applied: made !== undefined && (verdict === 'new' || verdict === 'change'),
    made: made?.get(line) ?? null,
  }));
  await tx.query(
    `update import_rows r set verdict = v.verdict, applied = r.applied or v.applied, made = coalesce(nullif(v.made, 'null'), r.made)
       from jsonb_to_recordset($2) as v (line int, verdict text, applied boolean, made jsonb)
      where r.import_id = $1 and r.line = v.line and (not r.applied)`,
    [importId, JSON.stringify(rows)],
  );
}

function since(from: string) {
  return { from: parseDate(from), to: null };
}

function ignore(): void {}

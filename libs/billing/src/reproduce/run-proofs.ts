import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  formatPeriod,
  type HouseId,
  type Money,
  type OrganizationId,
  type Period,
  type RunId,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, Database, ExceptionsInbox, JobQueue, Outbox, type Tenant, type Tx } from '@dvor/platform';
import { Charges } from '../charges.js';
import { ENGINE_VERSION } from '../core/index.js';
import { fingerprintOf } from '../runs/fingerprint.js';
import { proveRunJob } from '../runs/jobs.js';
import { liveRunOf, runById } from '../runs/run-rows.js';
import type { RunState } from '../runs/run-state.js';
import { type HouseProof, type ProofFault, reproduceHouse, type RunToReproduce } from './reproduce-house.js';

export type ProofId = string & { readonly __brand: 'ProofId' };

/** A line of a bill, and what its house comes to when it is charged again from the run's snapshot. */
export interface LineProof extends Pick<HouseProof, 'engine' | 'lines' | 'faults'> {
  readonly booked: Money;
  /** What the line comes to now; null: no such line comes out. */
  readonly again: Money | null;
  /** Lines of the house that differ, this one or another. */
  readonly differing: number;
}

/** Where a run does not come out as it stands in the books: another sum, or an input that is not what it was. */
export interface Finding {
  readonly houseId: HouseId | null;
  readonly accountId?: string;
  readonly service?: string;
  readonly booked?: string | null;
  readonly again?: string | null;
  readonly fault?: ProofFault;
}

/** A whole run calculated again from its snapshots. */
export interface RunProof {
  readonly id: ProofId;
  readonly state: 'working' | 'done';
  /** Engine that calculated the run, and the one that checked it. */
  readonly engine: { readonly then: string; readonly now: string };
  readonly houses: { readonly done: number; readonly total: number };
  readonly lines: number;
  readonly differing: number;
  /** The first of them. */
  readonly findings: readonly Finding[];
  readonly askedAt: Date;
  readonly askedBy: UserId | null;
  readonly doneAt: Date | null;
}

/**
 * Reproduction: what a run kept must give what stands in the books, to the kopeck, years later. A line at once; a whole
 * run in the worker, some houses at a time, so that a check that was cut off goes on from where it had come to.
 */
@Injectable()
export class RunProofs {
  constructor(
    private readonly database: Database,
    private readonly charges: Charges,
    private readonly inbox: ExceptionsInbox,
    private readonly outbox: Outbox,
    private readonly queue: JobQueue,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError `line.not-found` */
  async ofLine(tx: Tx, accountId: AccountId, { period, line }: { period: Period; line: number }): Promise<LineProof> {
    const live = await liveRunOf(tx, period);
    const lines = live ? await this.charges.inRun(tx, { id: live.id, period }, accountId) : [];
    const own = lines.find((one) => one.line === line);
    if (!live || !own) throw new DomainError('line.not-found', { line });
    const proof = await reproduceHouse(tx, (await runById(tx, live.id))!, own.houseId);
    const difference = proof.differences.find((one) => one.premises === accountId && one.number === line);
    return {
      ...{ engine: proof.engine, lines: proof.lines, faults: proof.faults, differing: proof.differences.length },
      booked: own.amount,
      again: difference ? difference.again : own.amount,
    };
  }

  /** The last check of a run. @throws DomainError `run.not-found` */
  async last(tenant: Tenant, id: RunId): Promise<RunProof | null> {
    return this.database.inTenant(wholeOf(tenant), async (tx) => {
      if (!(await runById(tx, id))) throw new DomainError('run.not-found');
      return lastProof(tx, id);
    });
  }

  /**
   * Checks a closed run; one that goes on already is left to go on.
   * @throws DomainError `run.not-found`, `run.wrong-state` while it is not closed
   */
  async request(tenant: Tenant, id: RunId, by: UserId | null): Promise<RunProof> {
    const { organizationId } = tenant;
    return this.database.inTenant({ organizationId }, async (tx) => {
      await tx.query('select from billing_runs where id = $1 for update', [id]); // one asker after the other
      const run = await runById(tx, id);
      if (!run) throw new DomainError('run.not-found');
      if (run.state !== 'closed') throw new DomainError('run.wrong-state', { state: run.state, to: 'checked' });
      const known = await lastProof(tx, id);
      if (known?.state === 'working') {
        if (await this.queue.awaits(proveRunJob, { organizationId, proofId: known.id })) return known;
        await end(tx, known.id); // its job is lost
      }
      const [proof] = await tx.query<{ id: ProofId }[]>(
        `insert into run_proofs (organization_id, run_id, engine_version, houses, asked_by)
         select current_organization(), $1, $2, (select count(*) from billing_run_houses where run_id = $1), $3 returning id`,
        [id, ENGINE_VERSION, by],
      );
      await this.audit.record(tx, {
        userId: by,
        action: 'run.prove',
        object: { type: 'run', id },
        details: { period: formatPeriod(run.period) },
      });
      await this.outbox.record(tx, { type: 'billing.proof-requested', payload: { proofId: proof!.id } });
      return (await lastProof(tx, id))!;
    });
  }

  async layOnQueue(organizationId: OrganizationId, proofId: ProofId): Promise<void> {
    await this.queue.enqueue(proveRunJob, { organizationId, proofId });
  }

  /** Goes through the houses that are still to be checked. Twice at once: each takes what the other has not. */
  async prove(organizationId: OrganizationId, proofId: ProofId): Promise<void> {
    while (await this.database.inTenant({ organizationId }, (tx) => this.nextHouses(tx, proofId)));
  }

  /** @returns whether there is more to check */
  private async nextHouses(tx: Tx, proofId: ProofId): Promise<boolean> {
    const run = await lockProof(tx, proofId);
    if (!run) return false;
    const houses = run.state === 'closed' ? await housesAfter(tx, run) : [];
    if (houses.length === 0) {
      await this.finish(tx, proofId, run);
      return false;
    }
    const proofs: HouseProof[] = [];
    for (const { id } of houses) proofs.push(await reproduceHouse(tx, run, id));
    await tx.query(
      `update run_proofs set done = done + $2, lines = lines + $3, differing = differing + $4, last_house = $5,
              findings = (select coalesce(jsonb_agg(f order by n), '[]')
                            from jsonb_array_elements(findings || $6::jsonb) with ordinality as t (f, n) where n <= ${KEPT_FINDINGS})
        where id = $1`,
      [
        proofId,
        proofs.length,
        proofs.reduce((sum, { lines }) => sum + lines, 0),
        proofs.reduce((sum, { differences }) => sum + differences.length, 0),
        houses.at(-1)!.id,
        JSON.stringify(proofs.flatMap(findingsOf)),
      ],
    );
    return true;
  }

  private async finish(tx: Tx, proofId: ProofId, run: ProvedRun): Promise<void> {
    const [known] = await tx.query<{ fingerprint: Buffer | null }[]>(
      'select fingerprint from billing_runs where id = $1',
      [run.id],
    );
    const same = known!.fingerprint?.equals(await fingerprintOf(tx, run.id)) ?? false;
    const code = run.state !== 'closed' ? 'run-went-on' : same ? null : 'fingerprint';
    const own: Finding[] = code ? [{ houseId: null, fault: { code, origin: null } }] : [];
    await tx.query('update run_proofs set findings = $2::jsonb || findings where id = $1', [
      proofId,
      JSON.stringify(own),
    ]);
    await end(tx, proofId);
    const proof = (await lastProof(tx, run.id))!;
    const key = `proof-${run.id}-differs`;
    if (proof.findings.length === 0) return this.inbox.settleOne(tx, key, 'reproduced to the kopeck');
    if (code === 'run-went-on') return;
    await this.inbox.raise(tx, [
      {
        kind: 'billing.run-not-reproduced',
        dedupeKey: key,
        object: { type: 'run', id: run.id, label: formatPeriod(run.period) },
        details: { period: formatPeriod(run.period), lines: String(proof.differing) },
      },
    ]);
  }
}

const HOUSES_AT_ONCE = 20;
const KEPT_FINDINGS = 100;

interface ProvedRun extends RunToReproduce {
  readonly state: RunState;
  readonly lastHouse: HouseId | null;
}

/** The run can't be calculated again until this transaction ends. `null`: the check is over. */
async function lockProof(tx: Tx, proofId: ProofId): Promise<ProvedRun | null> {
  const [row] = await tx.query<ProvedRun[]>(
    `select r.id, r.state, r.engine_version as "engineVersion", p.last_house as "lastHouse",
            (extract(year from r.period) * 12 + extract(month from r.period) - 1)::int as period
       from run_proofs p join billing_runs r on r.id = p.run_id
      where p.id = $1 and p.state = 'working' for update of p for share of r`,
    [proofId],
  );
  return row ?? null;
}

async function housesAfter(tx: Tx, { id, lastHouse }: ProvedRun): Promise<{ id: HouseId }[]> {
  return tx.query<{ id: HouseId }[]>(
    `select house_id as id from billing_run_houses
      where run_id = $1 and ($2::bigint is null or house_id > $2) order by house_id limit $3`,
    [id, lastHouse, HOUSES_AT_ONCE],
  );
}

function findingsOf({ houseId, faults, differences }: HouseProof): Finding[] {
  return [
    ...faults.map((fault) => ({ houseId, fault })),
    ...differences.map(({ premises, service, booked, again }) => ({
      ...{ houseId, accountId: premises, service },
      ...{ booked: booked?.toString() ?? null, again: again?.toString() ?? null },
    })),
  ].slice(0, KEPT_FINDINGS);
}

async function end(tx: Tx, proofId: ProofId): Promise<void> {
  await tx.query(`update run_proofs set state = 'done', done_at = organization_now() where id = $1`, [proofId]);
}

interface ProofRow extends Omit<RunProof, 'engine' | 'houses'> {
  readonly then: string;
  readonly now: string;
  readonly done: number;
  readonly houses: number;
}

async function lastProof(tx: Tx, id: RunId): Promise<RunProof | null> {
  const [row] = await tx.query<ProofRow[]>(
    `select p.id, p.state, r.engine_version as then, p.engine_version as now, p.done, p.houses, p.lines, p.differing,
            p.findings, p.asked_at as "askedAt", p.asked_by as "askedBy", p.done_at as "doneAt"
       from run_proofs p join billing_runs r on r.id = p.run_id
      where p.run_id = $1 order by p.id desc limit 1`,
    [id],
  );
  if (!row) return null;
  const { then, now, done, houses, ...proof } = row;
  return { ...proof, engine: { then, now }, houses: { done, total: houses } };
}

/** A run is the whole organisation's, whichever houses its asker looks after. */
function wholeOf({ organizationId }: Tenant): Tenant {
  return { organizationId };
}

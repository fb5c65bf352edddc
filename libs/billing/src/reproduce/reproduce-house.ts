import { firstDay, formatDate, formatPeriod, type HouseId, Money, type Period, type RunId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import {
  type BookedCorrection,
  type BookedLine,
  charge,
  type ChargeLine,
  compareAgain,
  compareCorrections,
  ENGINE_VERSION,
  type HouseFacts,
  type LineDifference,
  type Part,
  type TrueUpWorking,
} from '../core/index.js';
import type { ParkedByFault } from '../runs/charge-house.js';
import { openSnapshot } from '../runs/snapshot.js';

export interface RunToReproduce {
  readonly id: RunId;
  readonly period: Period;
  /** Of the engine that calculated it. */
  readonly engineVersion: string;
}

/** What stands in the way, beside other sums: an input that is not what it was, or that the engine no longer takes. */
export interface ProofFault {
  readonly code:
    'snapshot-missing' | 'snapshot-unreadable' | 'snapshot-changed' | 'not-charged' | 'fingerprint' | 'run-went-on';
  /** Month (`2026-05`) that was replayed; null: the run's own. */
  readonly origin: string | null;
  /** Of `not-charged`: why the engine charges an account, or (null) the whole house, no longer. */
  readonly parked?: Pick<ParkedByFault, 'premises' | 'service' | 'code' | 'details'>;
}

/** What a house's month came to when it was charged again from its snapshot. */
export interface HouseProof {
  readonly houseId: HouseId;
  readonly engine: { readonly then: string; readonly now: string };
  /** That were looked at. */
  readonly lines: number;
  readonly differences: readonly LineDifference[];
  readonly faults: readonly ProofFault[];
}

/**
 * Charges a house of a run again from the facts that the run kept, whatever has changed since, and lays the outcome
 * beside the lines in the books. Corrections of closed months are looked at in the facts that those were replayed from.
 * Nothing is written.
 */
export async function reproduceHouse(tx: Tx, run: RunToReproduce, houseId: HouseId): Promise<HouseProof> {
  const booked = await bookedLines(tx, run, houseId);
  const own = await ownMonth(tx, run, { houseId, booked: booked.own });
  const replayed = await replayedMonths(tx, run, { houseId, booked: booked.corrections });
  return {
    houseId,
    engine: { then: run.engineVersion, now: ENGINE_VERSION },
    lines: booked.own.length + booked.corrections.length,
    differences: [...own.differences, ...replayed.differences],
    faults: [...own.faults, ...replayed.faults],
  };
}

type Outcome = Pick<HouseProof, 'differences' | 'faults'>;

async function ownMonth(
  tx: Tx,
  { id, period }: RunToReproduce,
  { houseId, booked }: { houseId: HouseId; booked: readonly BookedLine[] },
): Promise<Outcome> {
  const [row] = await tx.query<{ snapshot: Buffer; hash: Buffer }[]>(
    'select snapshot, snapshot_hash as hash from billing_run_houses where run_id = $1 and house_id = $2',
    [id, houseId],
  );
  if (!row) return { differences: [], faults: [{ code: 'snapshot-missing', origin: null }] };
  const { facts, fault } = await openSnapshot<HouseFacts>(row.snapshot, row.hash);
  const faults: ProofFault[] = fault ? [{ code: fault, origin: null }] : [];
  if (!facts) return { differences: [], faults };
  const { lines, parked } = chargedAgain(facts, period);
  const isHeldBack = await heldBack(tx, id, houseId);
  const billed = new Set(booked.map(({ premises }) => premises));
  for (const one of parked) {
    const wasCharged = one.premises === null ? booked.length > 0 : billed.has(one.premises);
    if (wasCharged) faults.push({ code: 'not-charged', origin: null, parked: one });
  }
  return {
    differences: compareAgain(
      booked,
      lines.filter(({ premises }) => !isHeldBack(premises)),
    ),
    faults,
  };
}

async function replayedMonths(
  tx: Tx,
  { id }: RunToReproduce,
  { houseId, booked }: { houseId: HouseId; booked: readonly CorrectionOfMonth[] },
): Promise<Outcome> {
  const rows = await tx.query<{ origin: Period; snapshot: Buffer; hash: Buffer }[]>(
    `select (extract(year from origin) * 12 + extract(month from origin) - 1)::int as origin, snapshot, snapshot_hash as hash
       from billing_run_replayed where run_id = $1 and house_id = $2 order by origin`,
    [id, houseId],
  );
  const kept = new Map(rows.map((row) => [row.origin, row]));
  const differences: LineDifference[] = [];
  const faults: ProofFault[] = [];
  for (const origin of new Set([...kept.keys(), ...booked.map((line) => line.origin)])) {
    const ofMonth = booked.filter((line) => line.origin === origin);
    const row = kept.get(origin);
    const { facts, fault } = row
      ? await openSnapshot<HouseFacts[]>(row.snapshot, row.hash)
      : { facts: null, fault: 'snapshot-missing' as const };
    if (fault) faults.push({ code: fault, origin: formatPeriod(origin) });
    if (!facts || ofMonth.length === 0) continue;
    differences.push(
      ...compareCorrections(
        ofMonth,
        facts.map((one) => chargedAgain(one, origin).lines),
      ),
    );
  }
  return { differences, faults };
}

/** Facts that the engine throws on park the house, as they do in a run. */
function chargedAgain(
  facts: HouseFacts,
  period: Period,
): { readonly lines: readonly ChargeLine[]; readonly parked: readonly ParkedByFault[] } {
  try {
    return charge(facts, period);
  } catch (error) {
    const details = { message: String(error) };
    return { lines: [], parked: [{ premises: null, service: null, code: 'engine-fault', details }] };
  }
}

/** Whom the run held back for want of an agreement: their volumes entered the house's arithmetic, their lines no bill. */
async function heldBack(tx: Tx, runId: RunId, houseId: HouseId): Promise<(premises: string) => boolean> {
  const rows = await tx.query<{ id: string | null }[]>(
    `select account_id as id from billing_run_parked where run_id = $1 and house_id = $2 and code = 'no-agreement'`,
    [runId, houseId],
  );
  const held = new Set(rows.map(({ id }) => id));
  return (premises) => held.has(null) || held.has(premises);
}

interface CorrectionOfMonth extends BookedCorrection {
  readonly origin: Period;
}

async function bookedLines(
  tx: Tx,
  { id, period }: RunToReproduce,
  houseId: HouseId,
): Promise<{ own: BookedLine[]; corrections: CorrectionOfMonth[] }> {
  const rows = await tx.query<
    {
      premises: string;
      service: string;
      part: Part;
      number: number;
      amount: string;
      origin: Period | null;
      working: TrueUpWorking | null;
    }[]
  >(
    `select l.account_id as premises, s.code as service, l.part, l.line as number, l.amount,
            case when l.part = 'true-up' then (extract(year from l.origin) * 12 + extract(month from l.origin) - 1)::int end as origin,
            case when l.part = 'true-up' and l.origin is not null then l.working end as working
       from charge_lines l join services s on s.id = l.service_id
      where l.period = $1 and l.run_id = $2 and l.account_id = any (array(select id from accounts where house_id = $3::bigint))
      order by l.account_id, l.line`,
    [formatDate(firstDay(period)), id, houseId],
  );
  const own: BookedLine[] = [];
  const corrections: CorrectionOfMonth[] = [];
  for (const { origin, working, amount, ...row } of rows) {
    const line = { ...row, amount: Money.ofKopecks(amount) };
    if (origin === null) own.push(line);
    else corrections.push({ ...line, origin, working: working! });
  }
  return { own, corrections };
}

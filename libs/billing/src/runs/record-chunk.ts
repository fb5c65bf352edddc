import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { Decimal, firstDay, formatDate, formatPeriod, type HouseId, Money, type Period, type RunId, type ServiceId, type SupplierId, ZERO } from '@dvor/kernel';
import { copyLines, copyText, type Tx } from '@dvor/platform';
import type { ChargeLine, HouseCharge, HouseFacts, Parked } from '../core/index.js';

/** A house after calculation, ready to be written. */
export interface CalculatedHouse {
  readonly facts: HouseFacts;
  readonly charge: HouseCharge;
  /** Ids behind the codes that the core speaks in: `service` and `supplier` of a premises. */
  readonly idsOf: (premises: string, service: string) => { readonly serviceId: ServiceId; readonly supplierId: SupplierId };
}

const COLUMNS = ['organization_id', 'period', 'run_id', 'house_id', 'account_id', 'line', 'service_id', 'supplier_id', 'part', 'volume', 'amount', 'working'];
const VOLUME_DECIMALS = 12; // for totals and screens; money came from the exact volume, which stands in the working

const pack = promisify(deflate) as (data: Buffer, options: { level: number }) => Promise<Buffer>;
const unpack = promisify(inflate) as (data: Buffer) => Promise<Buffer>;

/**
 * Writes the draft lines, snapshots, totals and parked accounts of a chunk's houses, in place of what an earlier attempt
 * or an earlier calculation of the same run left there.
 */
export async function recordChunk(
  tx: Tx,
  run: { readonly id: RunId; readonly period: Period; readonly organizationId: string },
  houses: readonly CalculatedHouse[],
): Promise<{ lines: number }> {
  const houseIds = houses.map(({ facts }) => facts.house.id as HouseId);
  await forget(tx, run.id, houseIds);
  const lines = await copyChargeLines(tx, run, houses);
  await writeHouses(tx, run.id, houses);
  await writeParked(tx, run.id, houses);
  await assertAllArrived(tx, run, houseIds, lines);
  return { lines };
}

/** The facts a house was calculated from, as they stood then. */
export async function unpackSnapshot(snapshot: Buffer): Promise<HouseFacts> {
  return JSON.parse((await unpack(snapshot)).toString('utf8')) as HouseFacts;
}

async function forget(tx: Tx, runId: RunId, houseIds: readonly HouseId[]): Promise<void> {
  const [earlier] = await tx.query<{ exists: boolean }[]>(
    'select exists (select from billing_run_houses where run_id = $1 and house_id = any($2))',
    [runId, houseIds],
  );
  if (!earlier!.exists) return;
  await tx.query(
    `delete from charge_lines using billing_runs r
      where r.id = $1 and charge_lines.period = r.period and charge_lines.run_id = r.id
        and charge_lines.account_id in (select id from accounts where house_id = any($2))`,
    [runId, houseIds],
  );
  await tx.query('delete from billing_run_parked where run_id = $1 and house_id = any($2)', [runId, houseIds]);
}

async function copyChargeLines(
  tx: Tx,
  run: { readonly id: RunId; readonly period: Period; readonly organizationId: string },
  houses: readonly CalculatedHouse[],
): Promise<number> {
  const month = formatDate(firstDay(run.period));
  function* rows(): Generator<string> {
    for (const { facts, charge, idsOf } of houses) {
      const head = `${run.organizationId}\t${month}\t${run.id}\t${facts.house.id}\t`;
      let premises = '';
      let number = 0;
      for (const line of charge.lines) {
        if (line.premises !== premises) {
          premises = line.premises;
          number = 0;
        }
        number += 1;
        const { serviceId, supplierId } = idsOf(line.premises, line.service);
        yield `${head}${premises}\t${number}\t${serviceId}\t${supplierId}\t${line.part}\t${volumeText(line)}\t${line.amount.kopecks}\t${copyText(JSON.stringify(line.working))}`;
      }
    }
  }
  const table = `charge_lines_${formatPeriod(run.period).replace('-', '_')}`;
  return copyLines(tx, { table, columns: COLUMNS, role: 'dvor_writer' }, rows());
}

function volumeText(line: ChargeLine): string {
  return line.volume === null ? '\\N' : line.volume.round(VOLUME_DECIMALS, Decimal.roundHalfUp).toFixed();
}

/** The bulk writer stands outside row-level security, so what it wrote is counted again from inside. */
async function assertAllArrived(
  tx: Tx,
  run: { readonly id: RunId; readonly period: Period },
  houseIds: readonly HouseId[],
  expected: number,
): Promise<void> {
  const [{ lines }] = await tx.query<[{ lines: number }]>(
    `select count(*)::int as lines from charge_lines
      where period = $1 and run_id = $2 and account_id in (select id from accounts where house_id = any($3))`,
    [formatDate(firstDay(run.period)), run.id, houseIds],
  );
  if (lines !== expected) throw new Error(`run ${run.id}: ${expected} lines written, ${lines} found under the organisation's own policy`);
}

async function writeHouses(tx: Tx, runId: RunId, houses: readonly CalculatedHouse[]): Promise<void> {
  const rows = await Promise.all(
    houses.map(async (house) => {
      const json = Buffer.from(JSON.stringify(house.facts), 'utf8');
      return {
        house: house.facts.house.id,
        accounts: new Set(house.charge.lines.map((line) => line.premises)).size,
        lines: house.charge.lines.length,
        amount: Money.sum(house.charge.lines.map((line) => line.amount)).kopecks.toString(),
        snapshot: await pack(json, { level: 1 }),
        hash: createHash('sha256').update(json).digest(),
        totals: JSON.stringify(totalsOf(house)),
      };
    }),
  );
  await tx.query(
    `insert into billing_run_houses (organization_id, run_id, house_id, accounts, lines, amount, snapshot, snapshot_hash, totals)
     select current_organization(), $1, * from unnest($2::bigint[], $3::int[], $4::int[], $5::bigint[], $6::bytea[], $7::bytea[], $8::jsonb[])
     on conflict (organization_id, run_id, house_id) do update set accounts = excluded.accounts, lines = excluded.lines,
       amount = excluded.amount, snapshot = excluded.snapshot, snapshot_hash = excluded.snapshot_hash, totals = excluded.totals`,
    [
      runId,
      rows.map((row) => row.house),
      rows.map((row) => row.accounts),
      rows.map((row) => row.lines),
      rows.map((row) => row.amount),
      rows.map((row) => row.snapshot),
      rows.map((row) => row.hash),
      rows.map((row) => row.totals),
    ],
  );
}

interface Total {
  service: ServiceId;
  volume: string | null;
  lines: number;
  amount: string;
}

/** By service: the volume of its individual and common parts (an excess raises the fee, not the volume), lines and kopecks. */
function totalsOf({ charge, idsOf }: CalculatedHouse): Total[] {
  const totals = new Map<ServiceId, { volume: Decimal | null; lines: number; amount: bigint }>();
  for (const line of charge.lines) {
    const { serviceId } = idsOf(line.premises, line.service);
    const total = totals.get(serviceId) ?? { volume: null, lines: 0, amount: 0n };
    if (line.volume !== null && line.part !== 'excess') total.volume = (total.volume ?? ZERO).plus(line.volume);
    total.lines += 1;
    total.amount += line.amount.kopecks;
    totals.set(serviceId, total);
  }
  return [...totals].map(([service, { volume, lines, amount }]) => ({
    service,
    volume: volume?.round(VOLUME_DECIMALS, Decimal.roundHalfUp).toFixed() ?? null,
    lines,
    amount: amount.toString(),
  }));
}

async function writeParked(tx: Tx, runId: RunId, houses: readonly CalculatedHouse[]): Promise<void> {
  const rows = houses.flatMap(({ facts, charge }) =>
    charge.parked.map((parked: Parked) => ({
      house_id: facts.house.id,
      account_id: parked.premises,
      code: parked.code,
      details: { ...parked.details, ...(parked.service !== null && { service: parked.service }) },
    })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into billing_run_parked (organization_id, run_id, house_id, account_id, code, details)
     select current_organization(), $1, house_id, account_id, code, details
       from jsonb_to_recordset($2) as row (house_id bigint, account_id bigint, code text, details jsonb)`,
    [runId, JSON.stringify(rows)],
  );
}

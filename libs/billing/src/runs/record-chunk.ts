import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import {
  Decimal,
  firstDay,
  formatDate,
  formatPeriod,
  type HouseId,
  Money,
  type Period,
  type RunId,
  type ServiceId,
} from '@dvor/kernel';
import { copyJson, copyLines, type Tx } from '@dvor/platform';
import type { ChargeLine, HouseFacts, HouseFigures } from '../core/index.js';
import { type HouseAgreements, holdBack } from '../load/agreements.js';
import type { LoadedHouse } from '../load/loaded-house.js';
import type { LineIds } from '../load/rule-book.js';
import { forgetReplays, recordReplays } from '../recalculation/record-replays.js';
import type { PlacedCorrection, Replays } from '../recalculation/replay-houses.js';
import { type ChargedHouse, chargeHouse, type ParkedByFault } from './charge-house.js';

const COLUMNS = [
  'organization_id',
  'period',
  'run_id',
  'house_id',
  'account_id',
  'line',
  'service_id',
  'supplier_id',
  'part',
  'volume',
  'amount',
  'working',
  'origin',
];
const VOLUME_DECIMALS = 12; // for totals and screens; money came from the exact volume, which stands in the working

const pack = promisify(deflate) as (data: Buffer, options: { level: number }) => Promise<Buffer>;

/**
 * Calculates the houses of a chunk and writes their draft lines, snapshots, totals and parked accounts, in place of what
 * an earlier calculation of the same run left there. Lines go into the stream house by house as they are calculated, so
 * that memory holds one house's.
 */
export async function recordChunk(
  tx: Tx,
  run: { readonly id: RunId; readonly period: Period; readonly organizationId: string },
  loaded: Loaded,
  replays: Replays,
): Promise<{ lines: number }> {
  const houseIds = loaded.houses.map(({ facts }) => facts.house.id as HouseId);
  await forget(tx, run.id, houseIds);
  const outcomes: Outcome[] = [];
  const lines = await copyChargeLines(tx, run, { ...loaded, replays }, outcomes);
  await writeHouses(tx, run.id, outcomes);
  await writeParked(tx, run.id, outcomes);
  await writeCarry(tx, run.id, outcomes);
  await writeBenefits(tx, run.id, outcomes);
  await recordReplays(tx, run.id, replays);
  await assertAllArrived(tx, run, houseIds, lines);
  return { lines };
}

/** Houses, and what the bills of those rest on that may not be billed without an agreement. */
interface Loaded {
  readonly houses: readonly LoadedHouse[];
  readonly agreements: ReadonlyMap<HouseId, HouseAgreements>;
}

/** What a house came to. */
interface Outcome {
  readonly facts: HouseFacts;
  readonly parked: readonly ParkedByFault[];
  readonly carry: readonly Carried[];
  /** Paid by social protection. */
  readonly benefits: readonly { readonly service: ServiceId; readonly line: ChargeLine }[];
  readonly totals: readonly Total[];
  readonly figures: HouseFigures | null;
  readonly accounts: number;
  readonly lines: number;
  readonly amount: Money;
}

interface Carried {
  readonly service: ServiceId;
  readonly volume: string;
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
        and charge_lines.account_id = any(array(select id from accounts where house_id = any($2::bigint[])))`,
    [runId, houseIds],
  );
  await tx.query('delete from billing_run_parked where run_id = $1 and house_id = any($2)', [runId, houseIds]);
  await tx.query('delete from compensated_benefits where run_id = $1 and house_id = any($2)', [runId, houseIds]);
  await tx.query('delete from billing_run_carry where run_id = $1 and house_id = any($2)', [runId, houseIds]);
  await forgetReplays(tx, runId, houseIds);
  await tx.query('delete from run_house_changes where run_id = $1 and house_id = any($2)', [runId, houseIds]);
}

async function copyChargeLines(
  tx: Tx,
  run: { readonly id: RunId; readonly period: Period; readonly organizationId: string },
  { houses, agreements, replays }: Loaded & { readonly replays: Replays },
  outcomes: Outcome[],
): Promise<number> {
  const month = formatDate(firstDay(run.period));
  const corrected = correctionsByHouse(replays.corrections);
  function* rows(): Generator<string> {
    for (const house of houses) {
      const { facts, book } = house;
      const {
        lines,
        benefits,
        parked,
        carry: left,
        figures,
        idsOf,
      } = chargedByAgreement(house, run.period, agreements);
      const corrections = corrected.get(facts.house.id) ?? new Map<string, PlacedCorrection[]>();
      const head = `${run.organizationId}\t${month}\t${run.id}\t${facts.house.id}\t`;
      const totals = new Totals();
      const billed = new Set<string>();
      let accounts = 0;
      for (const bill of billsOf(lines)) {
        let number = 0;
        accounts += 1;
        for (const { line, ids } of inReceiptOrder(bill, idsOf)) {
          number += 1;
          totals.add(ids.serviceId, line);
          yield `${head}${line.premises}\t${number}\t${ids.serviceId}\t${ids.supplierId}\t${line.part}\t${volumeText(line)}\t${line.amount.kopecks}\t${copyJson(line.working)}\t${originText(line)}`;
        }
        for (const correction of corrections.get(bill[0]!.premises) ?? []) {
          number += 1;
          totals.addCorrection(correction);
          yield correctionRow(head, number, correction);
        }
        billed.add(bill[0]!.premises);
      }
      for (const [account, own] of corrections) {
        if (billed.has(account)) continue; // it is closed by now, or has no bill of this month
        accounts += 1;
        let number = 0;
        for (const correction of own) {
          number += 1;
          totals.addCorrection(correction);
          yield correctionRow(head, number, correction);
        }
      }
      const carry = left.map(({ service, volume }) => ({ service: book.serviceOf(service), volume }));
      outcomes.push({
        facts,
        parked,
        carry,
        benefits: benefits
          .filter(({ premises }) => lines.some((line) => line.premises === premises)) // what is held back has no bill to be let off of
          .map((line) => ({ line, service: idsOf(line).serviceId })),
        totals: totals.list(),
        figures,
        accounts,
        lines: totals.lines,
        amount: totals.amount,
      });
    }
  }
  const table = `charge_lines_${formatPeriod(run.period).replace('-', '_')}`;
  return copyLines(tx, { table, columns: COLUMNS, role: 'dvor_writer' }, rows());
}

function originText({ origin }: ChargeLine): string {
  return origin == null ? '\\N' : formatDate(firstDay(origin));
}

function correctionRow(
  head: string,
  number: number,
  { account, service, supplier, amount, working, origin }: PlacedCorrection,
): string {
  return `${head}${account}\t${number}\t${service}\t${supplier}\ttrue-up\t\\N\t${amount.kopecks}\t${copyJson(working)}\t${formatDate(firstDay(origin))}`;
}

/** By house and account, the earliest month first. */
function correctionsByHouse(corrections: readonly PlacedCorrection[]): Map<string, Map<string, PlacedCorrection[]>> {
  const houses = new Map<string, Map<string, PlacedCorrection[]>>();
  for (const correction of [...corrections].sort((a, b) => a.origin - b.origin)) {
    let accounts = houses.get(correction.houseId);
    if (!accounts) houses.set(correction.houseId, (accounts = new Map()));
    const own = accounts.get(correction.account);
    if (own) own.push(correction);
    else accounts.set(correction.account, [correction]);
  }
  return houses;
}

/** A house's month without what may not be billed without an agreement. */
export function chargedByAgreement(house: LoadedHouse, period: Period, agreements: Loaded['agreements']): ChargedHouse {
  const charged = chargeHouse(house, period);
  const own = agreements.get(house.facts.house.id as HouseId);
  return own ? holdBack(charged, own, { premises: house.facts.premises, month: period }) : charged;
}

/** Lines of one account stand together. */
function* billsOf(lines: readonly ChargeLine[]): Generator<ChargeLine[]> {
  for (let begin = 0, end = 0; begin < lines.length; begin = end) {
    while (lines[end]?.premises === lines[begin]!.premises) end += 1;
    yield lines.slice(begin, end);
  }
}

/** The engine charges in stages; readers want the catalogue's order. Parts of a service stay as they came. */
function inReceiptOrder(
  bill: readonly ChargeLine[],
  idsOf: ChargedHouse['idsOf'],
): { readonly line: ChargeLine; readonly ids: LineIds }[] {
  return bill.map((line) => ({ line, ids: idsOf(line) })).sort((a, b) => a.ids.position - b.ids.position);
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
      where period = $1 and run_id = $2 and account_id = any(array(select id from accounts where house_id = any($3::bigint[])))`,
    [formatDate(firstDay(run.period)), run.id, houseIds],
  );
  if (lines !== expected)
    throw new Error(`run ${run.id}: ${expected} lines written, ${lines} found under the organisation's own policy`);
}

async function writeHouses(tx: Tx, runId: RunId, outcomes: readonly Outcome[]): Promise<void> {
  const rows = await Promise.all(
    outcomes.map(async ({ facts, accounts, lines, amount, totals, figures }) => {
      const json = Buffer.from(JSON.stringify(facts), 'utf8');
      return {
        house: facts.house.id,
        accounts,
        lines,
        amount: amount.kopecks.toString(),
        snapshot: await pack(json, { level: 1 }),
        hash: createHash('sha256').update(json).digest(),
        totals: JSON.stringify(totals),
        figures: figures && JSON.stringify(figures),
      };
    }),
  );
  await tx.query(
    `insert into billing_run_houses (organization_id, run_id, house_id, accounts, lines, amount, snapshot, snapshot_hash, totals, figures)
     select current_organization(), $1, * from unnest($2::bigint[], $3::int[], $4::int[], $5::bigint[], $6::bytea[], $7::bytea[], $8::jsonb[], $9::jsonb[])
     on conflict (organization_id, run_id, house_id) do update set accounts = excluded.accounts, lines = excluded.lines,
       amount = excluded.amount, snapshot = excluded.snapshot, snapshot_hash = excluded.snapshot_hash, totals = excluded.totals,
       figures = excluded.figures`,
    [
      runId,
      rows.map((row) => row.house),
      rows.map((row) => row.accounts),
      rows.map((row) => row.lines),
      rows.map((row) => row.amount),
      rows.map((row) => row.snapshot),
      rows.map((row) => row.hash),
      rows.map((row) => row.totals),
      rows.map((row) => row.figures),
    ],
  );
}

interface Total {
  readonly service: ServiceId;
  readonly volume: string | null;
  readonly lines: number;
  readonly amount: string;
}

/** By service: the volume (an excess raises the fee, not the volume; heat in water has another unit), lines and kopecks. */
class Totals {
  private readonly byService = new Map<ServiceId, { volume: Decimal | null; lines: number; kopecks: bigint }>();

  add(service: ServiceId, line: ChargeLine): void {
    let total = this.byService.get(service);
    if (!total) this.byService.set(service, (total = { volume: null, lines: 0, kopecks: 0n }));
    if (line.volume !== null && line.part !== 'excess' && line.part !== 'heat')
      total.volume = total.volume === null ? line.volume : total.volume.plus(line.volume);
    total.lines += 1;
    total.kopecks += line.amount.kopecks;
  }

  /** A correction is money without a volume. */
  addCorrection({ service, amount }: PlacedCorrection): void {
    let total = this.byService.get(service as ServiceId);
    if (!total) this.byService.set(service as ServiceId, (total = { volume: null, lines: 0, kopecks: 0n }));
    total.lines += 1;
    total.kopecks += amount.kopecks;
  }

  get lines(): number {
    let lines = 0;
    for (const total of this.byService.values()) lines += total.lines;
    return lines;
  }

  get amount(): Money {
    let kopecks = 0n;
    for (const total of this.byService.values()) kopecks += total.kopecks;
    return Money.ofKopecks(kopecks);
  }

  list(): Total[] {
    return [...this.byService].map(([service, { volume, lines, kopecks }]) => ({
      service,
      volume: volume?.round(VOLUME_DECIMALS, Decimal.roundHalfUp).toFixed() ?? null,
      lines,
      amount: kopecks.toString(),
    }));
  }
}

async function writeParked(tx: Tx, runId: RunId, outcomes: readonly Outcome[]): Promise<void> {
  const rows = outcomes.flatMap(({ facts, parked }) =>
    parked.map(({ premises, service, code, details }) => ({
      house_id: facts.house.id,
      account_id: premises,
      code,
      details: { ...details, ...(service !== null && { service }) },
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

async function writeBenefits(tx: Tx, runId: RunId, outcomes: readonly Outcome[]): Promise<void> {
  const rows = outcomes.flatMap(({ facts, benefits }) =>
    benefits.map(({ service, line: { premises, amount, working } }) => ({
      house_id: facts.house.id,
      account_id: premises,
      service_id: service,
      amount: amount.kopecks.toString(),
      working,
    })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into compensated_benefits (organization_id, run_id, house_id, account_id, service_id, amount, working)
     select current_organization(), $1, house_id, account_id, service_id, amount, working
       from json_to_recordset($2) as row (house_id bigint, account_id bigint, service_id bigint, amount bigint, working json)`,
    [runId, JSON.stringify(rows)],
  );
}

async function writeCarry(tx: Tx, runId: RunId, outcomes: readonly Outcome[]): Promise<void> {
  const rows = outcomes.flatMap(({ facts, carry }) => carry.map((left) => ({ house_id: facts.house.id, ...left })));
  if (rows.length === 0) return;
  await tx.query(
    `insert into billing_run_carry (organization_id, run_id, house_id, service_id, volume)
     select current_organization(), $1, house_id, service, volume
       from jsonb_to_recordset($2) as row (house_id bigint, service bigint, volume numeric)`,
    [runId, JSON.stringify(rows)],
  );
}

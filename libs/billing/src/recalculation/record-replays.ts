import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { firstDay, formatDate, type HouseId, Money, type Period, type RunId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { Replays } from './replay-houses.js';

const pack = promisify(deflate) as (data: Buffer, options: { level: number }) => Promise<Buffer>;

/** What a run replayed of some houses, beside the lines of correction: snapshots, figures, and what could not be replayed. */
export async function recordReplays(tx: Tx, runId: RunId, replays: Replays): Promise<void> {
  await writeHouses(tx, runId, replays);
  await writeUnreplayed(tx, runId, replays);
  await writeCarry(tx, runId, replays);
  await writeBenefits(tx, runId, replays);
}

/** Before the houses are calculated again. */
export async function forgetReplays(tx: Tx, runId: RunId, houseIds: readonly HouseId[]): Promise<void> {
  for (const table of ['billing_run_replayed', 'billing_run_unreplayed'])
    await tx.query(`delete from ${table} where run_id = $1 and house_id = any($2)`, [runId, houseIds]);
}

async function writeHouses(tx: Tx, runId: RunId, { houses, corrections }: Replays): Promise<void> {
  if (houses.length === 0) return;
  const sums = new Map<string, { lines: number; amount: Money }>();
  for (const { houseId, origin, amount } of corrections) {
    const key = `${houseId} ${origin}`;
    const sum = sums.get(key) ?? { lines: 0, amount: Money.zero };
    sums.set(key, { lines: sum.lines + 1, amount: sum.amount.plus(amount) });
  }
  const rows = await Promise.all(
    houses.map(async ({ houseId, origin, accounts, facts, figures }) => {
      const json = Buffer.from(JSON.stringify(facts), 'utf8');
      const { lines, amount } = sums.get(`${houseId} ${origin}`) ?? { lines: 0, amount: Money.zero };
      return {
        house: houseId,
        origin: dateOf(origin),
        accounts,
        lines,
        amount: amount.kopecks.toString(),
        snapshot: await pack(json, { level: 1 }),
        hash: createHash('sha256').update(json).digest(),
        figures: figures && JSON.stringify(figures),
      };
    }),
  );
  await tx.query(
    `insert into billing_run_replayed (organization_id, run_id, house_id, origin, accounts, lines, amount, snapshot, snapshot_hash, figures)
     select current_organization(), $1, *
       from unnest($2::bigint[], $3::date[], $4::int[], $5::int[], $6::bigint[], $7::bytea[], $8::bytea[], $9::jsonb[])`,
    [
      runId,
      rows.map(({ house }) => house),
      rows.map(({ origin }) => origin),
      rows.map(({ accounts }) => accounts),
      rows.map(({ lines }) => lines),
      rows.map(({ amount }) => amount),
      rows.map(({ snapshot }) => snapshot),
      rows.map(({ hash }) => hash),
      rows.map(({ figures }) => figures),
    ],
  );
}

async function writeUnreplayed(tx: Tx, runId: RunId, { unreplayed }: Replays): Promise<void> {
  if (unreplayed.length === 0) return;
  const rows = unreplayed.map(({ houseId, accountId, origin, ...row }) => ({
    house_id: houseId,
    account_id: accountId,
    origin: dateOf(origin),
    ...row,
  }));
  await tx.query(
    `insert into billing_run_unreplayed (organization_id, run_id, house_id, account_id, origin, code, details, changes)
     select current_organization(), $1, house_id, account_id, origin, code, details, array(select jsonb_array_elements_text(changes)::bigint)
       from jsonb_to_recordset($2) as row (house_id bigint, account_id bigint, origin date, code text, details jsonb, changes jsonb)`,
    [runId, JSON.stringify(rows)],
  );
}

async function writeCarry(tx: Tx, runId: RunId, { carry }: Replays): Promise<void> {
  const rows = [...carry].flatMap(([key, volumes]) => {
    const [house, month] = key.split(' ') as [HouseId, string];
    return [...volumes].map(([service, volume]) => ({
      house,
      origin: dateOf(Number(month) as Period),
      service,
      volume,
    }));
  });
  if (rows.length === 0) return;
  await tx.query(
    `insert into billing_run_carry (organization_id, run_id, house_id, service_id, volume, origin)
     select current_organization(), $1, house, s.id, volume, origin
       from jsonb_to_recordset($2) as row (house bigint, service text, volume numeric, origin date)
       join services s on s.code = row.service`,
    [runId, JSON.stringify(rows)],
  );
}

async function writeBenefits(tx: Tx, runId: RunId, { benefits }: Replays): Promise<void> {
  if (benefits.length === 0) return;
  const rows = benefits.map(({ houseId, account, service, amount, working, origin }) => ({
    house_id: houseId,
    account_id: account,
    service_id: service,
    amount: amount.kopecks.toString(),
    working,
    origin: dateOf(origin),
  }));
  await tx.query(
    `insert into compensated_benefits (organization_id, run_id, house_id, account_id, service_id, amount, working, origin)
     select current_organization(), $1, house_id, account_id, service_id, amount, working, origin
       from json_to_recordset($2) as row (house_id bigint, account_id bigint, service_id bigint, amount bigint, working json, origin date)`,
    [runId, JSON.stringify(rows)],
  );
}

function dateOf(month: Period): string {
  return formatDate(firstDay(month));
}

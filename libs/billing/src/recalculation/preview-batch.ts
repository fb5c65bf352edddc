import {
  type AccountId,
  DomainError,
  formatPeriod,
  type HouseId,
  Money,
  parseDateRange,
  type Period,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { type ChangesBeside, changesBeside, type ReplayLimits, replaysOfBatch } from './find-replays.js';
import { putBackFacts } from './put-back-facts.js';
import { type PlacedCorrection, replayHouses } from './replay-houses.js';
import { causesOf, type ReplayRow, scopesOf } from './replay-scopes.js';

/** What an account's closed month would come to. */
export interface PreviewedMonth {
  readonly accountId: AccountId;
  readonly account: string;
  readonly houseId: HouseId;
  /** ISO */
  readonly month: string;
  /** Of the services that change. */
  readonly charged: Money;
  /** By other changes of the same days. */
  readonly besides: Money;
  /** By the batch itself. */
  readonly difference: Money;
  readonly should: Money;
}

/** Another change of what a batch replays, which no run has posted yet. */
export type WaitsBeside = Omit<ChangesBeside, 'replays'>;

export interface BatchPreview {
  readonly items: readonly PreviewedMonth[];
  /** Of the batch itself, in the houses that were replayed for this page. */
  readonly difference: Money;
  /** Of the other changes, which the run takes in with it. */
  readonly besides: Money;
  readonly waitBeside: readonly WaitsBeside[];
  /** Why the batch's own part can't be told from the others'; `null`: it can. */
  readonly notApart: { readonly reason: string | null } | null;
  /** Accounts' months of these houses that could not be replayed. */
  readonly unreplayed: number;
  readonly houses: { readonly done: number; readonly total: number };
  /** The last house of the page; null: there are no more. */
  readonly next: HouseId | null;
}

const HOUSES_A_PAGE = 20;

/**
 * What a batch comes to, by the very function that a run replays with: nothing is written. Some houses at a time. A run
 * charges from all that is known, so changes of the same days that are not posted yet come with it: the batch's own part
 * is what is left when the same months are replayed from the facts as they were before it.
 */
export async function previewBatch(
  tx: Tx,
  id: string,
  { openMonth, limits, after }: { openMonth: Period; limits: ReplayLimits; after: HouseId | null },
): Promise<BatchPreview> {
  const rows = await replaysOfBatch(tx, id, { openMonth, ...limits });
  const houses = [...new Set(rows.map(({ houseId }) => houseId))].sort((a, b) => Number(a) - Number(b));
  const left = houses.filter((house) => after === null || Number(house) > Number(after));
  const asked = left.slice(0, HOUSES_A_PAGE);
  const own = rows.filter(({ houseId }) => asked.includes(houseId));
  const causes = await causesOf(tx, own);
  const replay = () => replayHouses(tx, scopesOf(own, causes), openMonth); // which adds months that follow to the scopes
  const beside = (await changesBeside(tx, id, { openMonth, ...limits, houses: asked })).filter(({ replays }) =>
    replays.some((other) => own.some((row) => meet(row, other))),
  );
  const { corrections, unreplayed } = await replay();
  const without = beside.length === 0 ? NOTHING_ELSE : await withoutBatch(tx, id, replay);
  const months = monthsOf(corrections, without.corrections);
  return {
    items: await numbered(tx, months),
    difference: Money.sum(months.map(({ difference }) => difference)),
    besides: Money.sum(months.map(({ besides }) => besides)),
    waitBeside: beside.map(({ transaction, state, reasons }) => ({ transaction, state, reasons })),
    notApart: without.refused,
    unreplayed: unreplayed.length,
    houses: { done: houses.length - left.length + asked.length, total: houses.length },
    next: left.length > asked.length ? asked.at(-1)! : null,
  };
}

interface Without {
  readonly corrections: readonly PlacedCorrection[];
  readonly refused: BatchPreview['notApart'];
}

const NOTHING_ELSE: Without = { corrections: [], refused: null };

/** The same months as though the batch had never been recorded: its facts are put back, looked at, and left as they are. */
async function withoutBatch(
  tx: Tx,
  id: string,
  replay: () => Promise<{ readonly corrections: readonly PlacedCorrection[] }>,
): Promise<Without> {
  await tx.query('savepoint without_batch');
  try {
    await putBackFacts(tx, id, { by: null, reason: 'preview' });
    return { corrections: (await replay()).corrections, refused: null };
  } catch (error) {
    if (!(error instanceof DomainError) || !APART.has(error.code)) throw error;
    return { corrections: [], refused: { reason: (error.details['reason'] as string | undefined) ?? null } };
  } finally {
    await tx.query('rollback to savepoint without_batch');
  }
}

const APART: ReadonlySet<string> = new Set(['recalculation.built-upon', 'recalculation.not-undoable']);

/** Do they concern a month, a service and an account together? */
function meet(row: ReplayRow, other: ChangesBeside['replays'][number]): boolean {
  const [own, its] = [parseDateRange(row.months), parseDateRange(other.months)];
  return (
    row.houseId === other.houseId &&
    (row.accountId === null || other.accountId === null || row.accountId === other.accountId) &&
    (row.serviceId === null || other.serviceId === null || row.serviceId === other.serviceId) &&
    own.from < its.to! &&
    its.from < own.to!
  );
}

type UnnumberedMonth = Omit<PreviewedMonth, 'account'>;

/** By account and month: what all changes come to, less what they come to without the batch. */
function monthsOf(all: readonly PlacedCorrection[], without: readonly PlacedCorrection[]): UnnumberedMonth[] {
  const keys = new Map<string, { one: PlacedCorrection; total: Money; besides: Money }>();
  for (const one of all) keys.set(keyOf(one), { one, total: one.amount, besides: Money.zero });
  for (const one of without) {
    const known = keys.get(keyOf(one));
    keys.set(keyOf(one), { one, total: known?.total ?? Money.zero, besides: one.amount });
  }
  const months = new Map<string, UnnumberedMonth>();
  for (const { one, total, besides } of keys.values()) {
    const key = `${one.account} ${one.origin}`;
    const known = months.get(key);
    const charged = Money.parse(one.working.charged);
    months.set(key, {
      accountId: one.account as AccountId,
      houseId: one.houseId,
      month: formatPeriod(one.origin),
      charged: charged.plus(known?.charged ?? Money.zero),
      besides: besides.plus(known?.besides ?? Money.zero),
      difference: total.minus(besides).plus(known?.difference ?? Money.zero),
      should: charged.plus(total).plus(known?.should ?? Money.zero),
    });
  }
  return [...months.values()].filter(({ difference, besides }) => !difference.isZero || !besides.isZero);
}

function keyOf({ account, service, supplier, part, origin }: PlacedCorrection): string {
  return [account, service, supplier, part, origin].join(' ');
}

async function numbered(tx: Tx, months: readonly UnnumberedMonth[]): Promise<PreviewedMonth[]> {
  const numbers = await tx.query<{ id: AccountId; number: string }[]>(
    'select id, number from accounts where id = any ($1::bigint[])',
    [[...new Set(months.map(({ accountId }) => accountId))]],
  );
  const byId = new Map(numbers.map(({ id, number }) => [id, number]));
  return months
    .map((month) => ({ ...month, account: byId.get(month.accountId) ?? '' }))
    .sort((a, b) => a.account.localeCompare(b.account) || a.month.localeCompare(b.month));
}

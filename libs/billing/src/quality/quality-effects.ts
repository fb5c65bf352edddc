import { Injectable } from '@nestjs/common';
import { type AccountId, DomainError, formatDate, type HouseId, Money, type Period, periodOfDate } from '@dvor/kernel';
import { Ledger } from '@dvor/ledger';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import { type ChargeLine, explain } from '../core/index.js';
import { assembleHouses } from '../load/assemble-houses.js';
import { loadRows } from '../load/load-houses.js';
import { type LoadedRows } from '../load/loaded-house.js';
import { chargeHouse } from '../runs/charge-house.js';
import type { QualityActInMonth } from './load-quality.js';
import { checkedAct, type NewQualityAct, placesOf, type QualityActId } from './quality-acts.js';

/** What an act takes off, account by account and month by month. */
export interface QualityEffect {
  readonly accounts: readonly QualityAccountEffect[];
  /** All of it, below zero or nothing. */
  readonly total: Money;
  /** Accounts of the places that can't be charged in some month as things stand: their sums stand nowhere here. */
  readonly parked: number;
  /** Months that have not begun to be charged yet are not looked at. */
  readonly until: Period;
}

export interface QualityAccountEffect {
  readonly accountId: AccountId;
  readonly number: string;
  readonly address: string;
  readonly period: Period;
  /** Is the month closed? Then its recalculation stands in the open month. */
  readonly closed: boolean;
  readonly service: string;
  /** The reduction of the month with the act less that without it. */
  readonly amount: Money;
  /** The whole reduction of the service and month in words, with other acts of it. */
  readonly sentence: string;
}

/** What acts on quality come to, by the very engine that makes bills; nothing is written. */
@Injectable()
export class QualityEffects {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly clock: OrganizationClock,
  ) {}

  /** An act that is not entered yet. @throws DomainError those of `checkedAct` and `placesOf` */
  async ofDraft(tenant: Tenant, act: NewQualityAct): Promise<QualityEffect> {
    return this.reading(tenant, async (tx) => {
      checkedAct(act, await this.clock.today(tx));
      const supposed = supposedActs(act, await placesOf(tx, act.places));
      const houseIds = supposed.map(({ houseId }) => houseId);
      const months = await this.monthsOf(tx, act);
      return effectOf(tx, { ...months, houseIds }, (rows) => ({ ...rows, quality: [...rows.quality, ...supposed] }));
    });
  }

  /** An act that stands; one that was cancelled takes nothing off. @throws DomainError `quality-act.not-found` */
  async ofAct(tenant: Tenant, id: QualityActId): Promise<QualityEffect> {
    return this.reading(tenant, async (tx) => {
      const rows = await tx.query<{ houseId: HouseId; from: number; to: number | null; stands: boolean }[]>(
        `select house_id as "houseId", superseded_at is null as stands,
                min((extract(epoch from from_at) / 60)::bigint)::float8 as "from",
                max((extract(epoch from to_at) / 60)::bigint)::float8 as "to"
           from quality_act_facts where act_id = $1 group by house_id, superseded_at is null`,
        [id],
      );
      if (rows.length === 0) throw new DomainError('quality-act.not-found');
      const standing = rows.filter(({ stands }) => stands);
      const [first] = standing;
      const months = await this.monthsOf(tx, first ?? { from: 0, to: 0 });
      if (!first) return { accounts: [], total: Money.zero, parked: 0, until: months.until };
      const houseIds = standing.map(({ houseId }) => houseId);
      const without = (rows: LoadedRows) => ({
        ...rows,
        quality: rows.quality.filter(({ facts }) => facts.act.id !== id),
      });
      return effectOf(tx, { ...months, houseIds }, (rows) => rows, without);
    });
  }

  private async monthsOf(
    tx: Tx,
    { from, to }: { readonly from: number; readonly to: number | null },
  ): Promise<Pick<Asked, 'months' | 'closed' | 'until'>> {
    const today = await this.clock.today(tx);
    const closed = await this.ledger.lastClosedMonth(tx);
    const working = closed === null ? periodOfDate(today) : ((closed + 1) as Period);
    const until = Math.max(working, periodOfDate(today)) as Period;
    const monthAt = (at: number) => periodOfDate(Math.floor(at / MINUTES_A_DAY) as typeof today);
    const last = Math.min(to === null ? until : monthAt(to - 1), until);
    const months: Period[] = [];
    for (let month = monthAt(from); month <= last; month++) months.push(month as Period);
    return { months, closed, until };
  }

  /** The database itself refuses to write here. */
  private async reading<T>(tenant: Tenant, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant(tenant, async (tx) => {
      await tx.query('set transaction read only');
      return work(tx);
    });
  }
}

const MINUTES_A_DAY = 1440;

function supposedActs(act: NewQualityAct, places: Awaited<ReturnType<typeof placesOf>>): QualityActInMonth[] {
  const { number, dated, service, type, from, to, value } = act;
  const facts = { act: { id: DRAFT, number, date: formatDate(dated) }, service, type, from, to, value };
  return [...new Set(places.map(({ houseId }) => houseId))].map((houseId) => {
    const own = places.filter((place) => place.houseId === houseId).map(({ premisesId }) => premisesId);
    return { houseId, facts, premises: own.includes(null) ? null : own.filter((id) => id !== null) };
  });
}

/** No act has it. */
const DRAFT = '0';

interface Asked {
  readonly months: readonly Period[];
  readonly houseIds: readonly HouseId[];
  readonly closed: Period | null;
  readonly until: Period;
}

type Amend = (rows: LoadedRows) => LoadedRows;

async function effectOf(
  tx: Tx,
  { months, houseIds, closed, until }: Asked,
  after: Amend,
  before: Amend = (rows) => rows,
): Promise<QualityEffect> {
  const found: (Omit<QualityAccountEffect, 'number' | 'address'> & { readonly houseId: HouseId })[] = [];
  const parked = new Set<string>();
  for (const period of months) {
    for (const houseId of houseIds) {
      const rows = await loadRows(tx, [houseId], period);
      const [withAct, without] = [after, before].map((amend) => chargedOf(amend(rows), houseId, period));
      for (const id of withAct!.parked) parked.add(id ?? houseId);
      for (const [key, { line, amount }] of withAct!.lines) {
        const difference = amount.minus(without!.lines.get(key)?.amount ?? Money.zero);
        if (difference.isZero) continue;
        const { sentence } = explain(line.working);
        const common = { houseId, period, closed: closed !== null && period <= closed, sentence };
        found.push({ ...common, accountId: line.premises as AccountId, service: line.service, amount: difference });
      }
    }
  }
  return {
    accounts: await named(tx, found),
    total: Money.sum(found.map(({ amount }) => amount)),
    parked: parked.size,
    until,
  };
}

function chargedOf(rows: LoadedRows, houseId: HouseId, period: Period) {
  const [house] = assembleHouses([houseId], rows);
  const { lines, parked } = chargeHouse(house!, period);
  const reductions = new Map<string, { line: ChargeLine; amount: Money }>();
  for (const line of lines)
    if (line.part === 'quality') reductions.set(`${line.premises} ${line.service}`, { line, amount: line.amount });
  return { lines: reductions, parked: parked.map(({ premises }) => premises) };
}

async function named(
  tx: Tx,
  found: readonly (Omit<QualityAccountEffect, 'number' | 'address'> & { readonly houseId: HouseId })[],
): Promise<QualityAccountEffect[]> {
  const rows = await tx.query<{ id: AccountId; number: string; address: string }[]>(
    `select a.id, a.number, concat_ws(', ', h.street, h.building, p.number) as address
       from accounts a join premises p on p.id = a.premises_id join houses h on h.id = a.house_id where a.id = any ($1)`,
    [[...new Set(found.map(({ accountId }) => accountId))]],
  );
  const names = new Map(rows.map((row) => [row.id, row]));
  const services = await tx.query<{ code: string; name: string }[]>('select code, name from services');
  const serviceNames = new Map(services.map(({ code, name }) => [code, name]));
  return found
    .map(({ houseId: _, service, ...one }) => {
      const { number, address } = names.get(one.accountId)!;
      return { ...one, number, address, service: serviceNames.get(service) ?? service };
    })
    .sort((a, b) => a.address.localeCompare(b.address, 'ru', { numeric: true }) || a.period - b.period);
}

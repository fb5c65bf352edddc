import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addMonths,
  daysIn,
  type Decimal,
  decimal,
  firstDay,
  formatDate,
  type HouseId,
  parseDate,
  type Period,
  type RunId,
  type ServiceId,
  sum,
} from '@dvor/kernel';
import { loadHouseVolumes } from '@dvor/metering';
import type { Tx } from '@dvor/platform';
import { Volume } from '../core/volume.js';
import { commonVolume, volumeOf } from '../core/working/evaluate.js';
import type { CommonVolumeOf, Part, ReadingPair, Working } from '../core/index.js';
import { type FlatOfGap, type HouseGap, houseGap, howUsed, useOfMonths } from '../core/use/index.js';
import { correctedLines } from '../load/corrected-lines.js';
import { liveRunOf } from '../runs/run-rows.js';
import type { RunState } from '../runs/run-state.js';
import { gapBoundsOn } from './gap-bounds.js';

/** A house's month: what its meters counted and what its flats were charged for. */
export interface HouseImbalance {
  readonly runState: RunState;
  readonly resources: readonly ResourceImbalance[];
}

export interface ResourceImbalance {
  readonly resource: string;
  readonly unit: string;
  /** `null`: not every input was read, so there is nothing to compare with. */
  readonly house: Decimal | null;
  readonly gap: HouseGap | null;
  readonly flats: ReadonlyMap<AccountId, NamedFlat>;
}

export interface NamedFlat {
  readonly number: string;
  readonly premises: string;
  readonly entrance: number | null;
}

/** Why the meter of a house counted another volume than its flats were charged for. */
@Injectable()
export class HouseImbalances {
  /** By the month's live run, draft or closed; `null`: the month was not calculated, or the house has nothing in it. */
  async of(tx: Tx, houseId: HouseId, period: Period): Promise<HouseImbalance | null> {
    const run = await liveRunOf(tx, period);
    if (!run) return null;
    const named = await flatsOf(tx, houseId);
    const asked = { accounts: [...named.keys()], services: await meteredServices(tx) };
    const lines = await linesOf(tx, asked, { run, period });
    if (lines.length === 0) return null;
    const inputs = await loadHouseVolumes(tx, [houseId], period);
    const { bounds, monthsBefore } = await gapBoundsOn(tx, firstDay(period));
    const past = pastOf(await correctedOf(tx, asked, { from: addMonths(period, -monthsBefore), to: period }));
    const resources: ResourceImbalance[] = [];
    for (const resource of new Set(inputs.map((input) => input.resource))) {
      const ofResource = lines.filter((line) => line.resource === resource);
      const [first] = ofResource;
      if (!first || resource === HEATING) continue;
      const volumes = inputs
        .filter((input) => input.resource === resource)
        .map((input) => input.volumes.find((month) => month.period === period)?.volume);
      const known = volumes.flatMap((volume) => (volume === undefined ? [] : [decimal(volume)]));
      const house = known.length < volumes.length ? null : sum(known);
      const facts = house && {
        volume: house,
        ownNeeds: ownNeedsOf(ofResource),
        daysOfMonth: daysIn(period),
        flats: flatsInMonth(ofResource, period, {
          before: past.get(resource) ?? new Map(),
          unverified: await unverified(tx, houseId, { resource, period }),
        }),
      };
      resources.push({ resource, unit: first.unit, house, gap: facts && houseGap(facts, bounds), flats: named });
    }
    return { runState: run.state, resources };
  }
}

/** A house's heat is divided whole between its flats: there is no gap. */
const HEATING = 'heating';
const OF_VOLUME: readonly Part[] = ['individual', 'water', 'within', 'above'];

interface LineRow {
  readonly accountId: AccountId;
  readonly service: string;
  readonly resource: string;
  readonly unit: string;
  readonly period: Period;
  readonly part: Part;
  readonly working: Working;
}

/** Services that measure something, by their ids. */
type MeteredServices = ReadonlyMap<ServiceId, Pick<LineRow, 'service' | 'resource' | 'unit'>>;

interface Asked {
  readonly accounts: readonly AccountId[];
  readonly services: MeteredServices;
}

async function meteredServices(tx: Tx): Promise<MeteredServices> {
  const rows = await tx.query<{ id: ServiceId; service: string; resource: string; unit: string }[]>(
    'select id, code as service, resource, unit from services where resource is not null',
  );
  return new Map(rows.map(({ id, ...service }) => [id, service]));
}

/** Of a closed month as its last correction has it. */
async function linesOf(
  tx: Tx,
  asked: Asked,
  { run, period }: { readonly run: { readonly id: RunId; readonly state: RunState }; readonly period: Period },
): Promise<LineRow[]> {
  if (run.state === 'closed') return correctedOf(tx, asked, { from: period, to: addMonths(period, 1) });
  const rows = await tx.query<FoundLine[]>(
    `select l.account_id as "accountId", l.service_id as "serviceId", l.part, l.working
       from charge_lines l
      where l.period = $1 and l.run_id = $2 and l.origin is null and l.part = any ($4) and l.account_id = any ($3::bigint[])`,
    [formatDate(firstDay(period)), run.id, asked.accounts, COUNTED],
  );
  return named(
    rows.map((row) => ({ ...row, period })),
    asked,
  );
}

async function correctedOf(
  tx: Tx,
  asked: Asked,
  { from, to }: { readonly from: Period; readonly to: Period },
): Promise<LineRow[]> {
  const days = [formatDate(firstDay(from)), formatDate(firstDay(to))];
  return named(await tx.query<FoundLine[]>(CORRECTED, [asked.accounts, ...days]), asked);
}

type FoundLine = Pick<LineRow, 'accountId' | 'period' | 'part' | 'working'> & { readonly serviceId: ServiceId };

const COUNTED: readonly Part[] = [...OF_VOLUME, 'common'];
const CORRECTED = correctedLines(COUNTED);

/** What is of a service that measures something, with its name. */
function named(rows: readonly FoundLine[], { services }: Asked): LineRow[] {
  return rows.flatMap(({ serviceId, ...row }) => {
    const service = services.get(serviceId);
    return service ? [{ ...row, ...service }] : [];
  });
}

async function flatsOf(tx: Tx, houseId: HouseId): Promise<Map<AccountId, NamedFlat>> {
  const rows = await tx.query<(NamedFlat & { readonly id: AccountId })[]>(
    `select a.id, a.number, p.number as premises, p.entrance from accounts a join premises p on p.id = a.premises_id
      where a.house_id = $1`,
    [houseId],
  );
  return new Map(rows.map(({ id, ...flat }) => [id, flat]));
}

/** Each line of the common property tells the whole house's; by the norm, or by the most that the norm allows. */
function ownNeedsOf(lines: readonly LineRow[]): Decimal | null {
  const byService = new Map<string, Decimal>();
  for (const { service, working } of lines) {
    const source = working.formula === 'common' ? normOf(working.source) : null;
    if (source) byService.set(service, commonVolume(source).volume.toDecimal());
  }
  return byService.size === 0 ? null : sum(byService.values());
}

function normOf(source: CommonVolumeOf): CommonVolumeOf | null {
  if ('norm' in source) return source;
  return 'house' in source ? (source.cap ?? null) : null;
}

function flatsInMonth(
  lines: readonly LineRow[],
  period: Period,
  {
    before,
    unverified,
  }: { readonly before: ReadonlyMap<AccountId, Decimal[]>; readonly unverified: ReadonlySet<AccountId> },
): FlatOfGap[] {
  const byAccount = new Map<AccountId, LineRow[]>();
  for (const line of lines)
    if (howUsed(line.working) !== null) byAccount.set(line.accountId, [...(byAccount.get(line.accountId) ?? []), line]);
  return [...byAccount].map(([account, own]) => {
    const months = [...useOfMonths(own.map((line) => ({ ...line, service: line.resource }))).values()].flat();
    const pairs = months.flatMap(({ readings }) => readings);
    return {
      account,
      billed: months.reduce((total, month) => total.plus(month.billed), Volume.zero).toDecimal(),
      how: months[0]!.how,
      why: own.map(({ working }) => (working.formula === 'norm' ? working.why : null)).find((why) => why) ?? null,
      verificationOver: unverified.has(account),
      before: before.get(account) ?? [],
      days: own.some(settles) ? null : daysBetween(pairs),
    };
  });
}

/** Its reading covers months that were charged before it: its days tell no pace of this one. */
function settles({ working }: LineRow): boolean {
  return working.formula === 'meter' && (working.estimated ?? []).length > 0;
}

/** `null` where meters were read on unlike days. */
function daysBetween(pairs: readonly ReadingPair[]): number | null {
  const days = new Set(pairs.map(({ from, to }) => parseDate(to[0]) - parseDate(from[0])));
  const [only] = days;
  return days.size === 1 && only! > 0 ? only! : null;
}

/** Months that stood on meters alone and settled nothing, by resource and account, in their order. */
function pastOf(lines: readonly LineRow[]): Map<string, Map<AccountId, Decimal[]>> {
  const months = new Map<string, LineRow[]>();
  for (const line of lines) {
    if (line.part === 'common') continue;
    const key = `${line.resource} ${line.accountId} ${line.period}`;
    months.set(key, [...(months.get(key) ?? []), line]);
  }
  const past = new Map<string, Map<AccountId, Decimal[]>>();
  for (const month of months.values()) {
    if (!month.every(isMeteredAlone)) continue;
    const { resource, accountId } = month[0]!;
    const ofResource = past.get(resource) ?? new Map<AccountId, Decimal[]>();
    const volume = sum(month.map(({ working }) => volumeOf(working).toDecimal()));
    past.set(resource, ofResource.set(accountId, [...(ofResource.get(accountId) ?? []), volume]));
  }
  return past;
}

function isMeteredAlone({ working }: LineRow): boolean {
  return working.formula === 'meter' && !working.averages && !working.estimated;
}

/** Accounts with a standing meter whose verification was over before the month. */
async function unverified(
  tx: Tx,
  houseId: HouseId,
  { resource, period }: { readonly resource: string; readonly period: Period },
): Promise<Set<AccountId>> {
  const rows = await tx.query<{ id: AccountId }[]>(
    `select distinct a.id from accounts a
       join meters m on m.premises_id = a.premises_id and m.resource = $2
       join meter_facts f on f.meter_id = m.id and f.superseded_at is null and f.valid @> $3::date
      where a.house_id = $1 and f.verified_until < $3::date`,
    [houseId, resource, formatDate(firstDay(period))],
  );
  return new Set(rows.map(({ id }) => id));
}

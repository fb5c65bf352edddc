import { Injectable } from '@nestjs/common';
import { type AccountId, DomainError, formatPeriod, Money, type Period, type ServiceId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { Part, ReadingPair, Working } from '../core/index.js';
import { howUsed, type MonthOfUse, summarizeUse, type UseSummary, useOfMonths } from '../core/use/index.js';
import { correctedLines } from '../load/corrected-lines.js';
import { readingsOf, type ReadingTold, readingKey } from './readings-told.js';

/** The months that are asked for, both of them too; `null`: from the first, to the last. */
export interface AskedMonths {
  readonly from: Period | null;
  readonly to: Period | null;
}

/** A service that an account used, by closed months. */
export interface ServiceUse extends UseSummary {
  readonly serviceId: ServiceId;
  readonly history: readonly UseInMonth[];
}

export interface UseInMonth extends Omit<MonthOfUse, 'readings'> {
  /** The own fee of the service, with all that corrected it since; common property is another's use. */
  readonly amount: Money;
  readonly readings: readonly UsedReading[];
}

/** The dial at the beginning and the end, and where the later reading came from. */
export interface UsedReading {
  readonly pair: ReadingPair;
  readonly serial: string | null;
  /** `null`: the dial of an act, or of a reading that was taken back since. */
  readonly told: ReadingTold | null;
}

/** What an account used over all its closed months: volumes, readings they stand on, and money. */
@Injectable()
export class AccountUse {
  /** @throws DomainError `use.months` where the first month is after the last */
  async of(
    tx: Tx,
    accountId: AccountId,
    asked: AskedMonths,
    { heldToo }: { readonly heldToo: boolean } = { heldToo: true },
  ): Promise<ServiceUse[]> {
    refuseSwapped(asked);
    const held = heldToo ? new Set<Period>() : await heldMonths(tx, accountId);
    const rows = (await tx.query<LineRow[]>(USED, [[accountId], FIRST_EVER, AFTER_LAST])).filter(
      ({ working, period }) => howUsed(working) !== null && !held.has(period),
    );
    const amounts = await amountsOf(tx, accountId);
    const codes = await codesOf(tx, rows);
    // A reading may tell of months before those that are asked for, and a later one of these.
    const uses = useOfMonths(rows.map(({ serviceId, ...row }) => ({ ...row, service: codes.get(serviceId)! })));
    const asksFor = ({ period }: MonthOfUse) => period >= (asked.from ?? period) && period <= (asked.to ?? period);
    const found = [...codes].map(([serviceId, code]) => ({
      serviceId,
      months: (uses.get(code) ?? []).filter(asksFor),
    }));
    const told = await readingsOf(
      tx,
      found.flatMap(({ months }) => months.flatMap(({ readings }) => readings)),
    );
    return found.sort(meteredFirst).flatMap(({ serviceId, months }) => {
      const history = months.map((month) => ({
        ...month,
        amount: amounts.get(`${serviceId} ${month.period}`) ?? Money.zero,
        readings: month.readings.map((pair) => {
          const origin = told.get(readingKey(pair));
          return { pair, serial: origin?.serial ?? null, told: origin?.told ?? null };
        }),
      }));
      return months.length === 0 ? [] : [{ serviceId, ...summarizeUse(months), history }];
    });
  }
}

interface LineRow {
  readonly serviceId: ServiceId;
  readonly period: Period;
  readonly working: Working;
}

const OF_VOLUME: readonly Part[] = ['individual', 'water', 'within', 'above'];
/** What the own use of a service is charged by. */
const OF_MONEY: readonly Part[] = [...OF_VOLUME, 'heat', 'excess', 'absence', 'quality'];
const USED = correctedLines(OF_VOLUME);
const [FIRST_EVER, AFTER_LAST] = ['1900-01-01', '2200-01-01'];

interface FoundUse {
  readonly months: readonly MonthOfUse[];
}

/** What one can read and save oneself stands before what the house's meter tells. */
function meteredFirst(a: FoundUse, b: FoundUse): number {
  return Number(isRead(b)) - Number(isRead(a));
}

function isRead({ months }: FoundUse): boolean {
  return months.some(({ readings }) => readings.length > 0);
}

function refuseSwapped({ from, to }: AskedMonths): void {
  if (from !== null && to !== null && from > to)
    throw new DomainError('use.months', { from: formatPeriod(from), to: formatPeriod(to) });
}

/** Services by their place on the bill. */
async function codesOf(tx: Tx, rows: readonly LineRow[]): Promise<Map<ServiceId, string>> {
  const services = await tx.query<{ id: ServiceId; code: string }[]>(
    'select id, code from services where id = any ($1::bigint[]) order by position, id',
    [[...new Set(rows.map(({ serviceId }) => serviceId))]],
  );
  return new Map(services.map(({ id, code }) => [id, code]));
}

async function amountsOf(tx: Tx, accountId: AccountId): Promise<Map<string, Money>> {
  const rows = await tx.query<{ serviceId: ServiceId; period: Period; kopecks: string }[]>(AMOUNTS, [
    accountId,
    OF_MONEY,
  ]);
  return new Map(rows.map(({ serviceId, period, kopecks }) => [`${serviceId} ${period}`, Money.ofKopecks(kopecks)]));
}

const AMOUNTS = `
  select service_id as "serviceId", (extract(year from month) * 12 + extract(month from month) - 1)::int as period,
         sum(amount)::text as kopecks
    from (select l.service_id, coalesce(l.origin, l.period) as month, l.amount
            from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
           where l.account_id = $1
             and case when l.origin is null then l.part else l.working ->> 'part' end = any ($2::text[])
             and (l.origin is null or l.part = 'true-up')) lines
   group by service_id, month`;

/** Months whose bill the accountant still holds: the resident has not been told of them. */
async function heldMonths(tx: Tx, accountId: AccountId): Promise<Set<Period>> {
  const rows = await tx.query<{ period: Period }[]>(
    `select (extract(year from r.period) * 12 + extract(month from r.period) - 1)::int as period
       from held_bills h join billing_runs r on r.id = h.run_id where h.account_id = $1 and h.state = 'held'`,
    [accountId],
  );
  return new Set(rows.map(({ period }) => period));
}

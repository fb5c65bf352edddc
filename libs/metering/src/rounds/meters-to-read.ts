import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  firstDay,
  formatDate,
  type HouseId,
  type LocalDate,
  type MeterId,
  parseDate,
  type Period,
  periodOfDate,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import {
  byZone,
  type MeteredResource,
  type ReadingSource,
  verificationState,
  type VerificationState,
  type WindowAnswer,
  type ZonedValue,
} from '../core/index.js';
import { plainAmounts } from '../plain-amounts.js';
import { ReadingWindows } from '../windows/reading-windows.js';

interface DatedValue {
  readonly date: string;
  readonly value: ZonedValue;
}

/** A meter of premises that is to be read in a month, with what is known of it. */
export interface MeterToRead {
  readonly id: MeterId;
  readonly resource: MeteredResource;
  readonly serial: string;
  readonly zones: readonly string[];
  readonly digits: number;
  readonly scale: number;
  /** Last good day. */
  readonly verifiedUntil: string | null;
  readonly verification: VerificationState;
  /** Until the last good day; below zero: since it. */
  readonly daysLeft: number | null;
  readonly premises: string;
  readonly entrance: number | null;
  readonly accountNumbers: readonly string[];
  /** The last before the month; that of the installation where there is no other. */
  readonly previous: DatedValue;
  /** The last of the month. */
  readonly current: (DatedValue & { readonly id: string; readonly source: ReadingSource }) | null;
  /** One of the month that waits until somebody has looked at it. */
  readonly held: DatedValue | null;
  /** For which month a reading of the day would count, or why it would not be taken. */
  readonly counts: WindowAnswer;
}

export interface RoundFilter {
  readonly entrance?: number | undefined;
  readonly resource?: MeteredResource | undefined;
  /** Only those without a reading in the month. */
  readonly missing?: boolean | undefined;
}

/** The meters of a house as one goes round and reads them. */
export interface ReadingRound {
  readonly meters: readonly MeterToRead[];
  /** All entrances of the house that have meters. */
  readonly entrances: readonly number[];
  /** Of all meters of the house. */
  readonly total: number;
  readonly read: number;
}

/** Meters that stand on a day, to be read: of a house by entrances and flats, or of an account. */
@Injectable()
export class MetersToRead {
  constructor(private readonly windows: ReadingWindows) {}

  async ofHouse(tx: Tx, houseId: HouseId, on: LocalDate, filter: RoundFilter): Promise<ReadingRound> {
    const all = await tx.query<MeterRow[]>(METERS('m.house_id = $3'), [...daysOf(on), houseId]);
    const isAsked = ({ entrance, resource, current, held }: MeterRow) =>
      (filter.entrance === undefined || entrance === filter.entrance) &&
      (filter.resource === undefined || resource === filter.resource) &&
      (!filter.missing || (current === null && held === null));
    return {
      meters: await this.withMonths(tx, all.filter(isAsked), { on, source: 'accountant' }),
      entrances: [...new Set(all.flatMap(({ entrance }) => entrance ?? []))].sort((a, b) => a - b),
      total: all.length,
      read: all.filter(({ current }) => current !== null).length,
    };
  }

  async ofAccount(tx: Tx, accountId: AccountId, on: LocalDate, source: ReadingSource): Promise<MeterToRead[]> {
    const where = 'm.premises_id = (select premises_id from accounts where id = $3)';
    return this.withMonths(tx, await tx.query<MeterRow[]>(METERS(where), [...daysOf(on), accountId]), { on, source });
  }

  private async withMonths(
    tx: Tx,
    rows: readonly MeterRow[],
    { on, source }: { readonly on: LocalDate; readonly source: ReadingSource },
  ): Promise<MeterToRead[]> {
    const ids = rows.map(({ id }) => id);
    const answers = await this.windows.of(tx, ids, source, on);
    return rows.map((row) => meterOf(row, answers.get(row.id)!, on));
  }
}

function daysOf(on: LocalDate): [string, string] {
  return [formatDate(on), formatDate(firstDay(periodOfDate(on) as Period))];
}

interface RawReading {
  readonly on: string;
  readonly amounts: readonly string[];
}

type MeterRow = Omit<MeterToRead, 'previous' | 'current' | 'held' | 'counts' | 'verification' | 'daysLeft'> & {
  readonly previous: RawReading;
  readonly current: (RawReading & { readonly id: string; readonly source: ReadingSource }) | null;
  readonly held: RawReading | null;
};

function meterOf({ previous, current, held, ...meter }: MeterRow, counts: WindowAnswer, on: LocalDate): MeterToRead {
  const valued = ({ on, amounts }: RawReading): DatedValue => ({
    date: formatDate(parseDate(on)),
    value: byZone(meter.zones, amounts),
  });
  const verified = meter.verifiedUntil === null ? null : parseDate(meter.verifiedUntil);
  return {
    ...meter,
    counts,
    verification: verificationState(verified, on),
    daysLeft: verified === null ? null : verified - on,
    previous: valued(previous),
    current: current && { ...valued(current), id: current.id, source: current.source },
    held: held && valued(held),
  };
}

const PACKED = (amounts: string) => `'on', taken_on::text, 'amounts', ${plainAmounts(amounts)}`;

// $1: the day, $2: the first of its month.
const METERS = (where: string) => `
  select m.id, m.resource, m.serial, m.zones, m.digits, m.scale, f.verified_until::text as "verifiedUntil",
         p.number as premises, p.entrance,
         array(select number from accounts where premises_id = m.premises_id order by number) as "accountNumbers",
         coalesce(previous.reading,
                  (select json_build_object('on', lower(first.valid)::text, 'amounts', ${plainAmounts('first.initial_values')})
                     from meter_facts first where first.meter_id = m.id and first.superseded_at is null
                    order by lower(first.valid) limit 1)) as previous,
         current.reading as current, held.reading as held
    from meters m
    join meter_facts f on f.meter_id = m.id and f.superseded_at is null and f.valid @> $1::date
    join premises p on p.id = m.premises_id
    left join lateral (
         select json_build_object(${PACKED('r.amounts')}) as reading from readings r
          where r.meter_id = m.id and r.taken_on < $2::date and r.refused_at is null
          order by r.taken_on desc, r.id desc limit 1) previous on true
    left join lateral (
         select json_build_object(${PACKED('r.amounts')}, 'id', r.id::text, 'source', r.source) as reading from readings r
          where r.meter_id = m.id and r.taken_on >= $2::date and r.taken_on < $2::date + interval '1 month' and r.refused_at is null
          order by r.taken_on desc, r.id desc limit 1) current on true
    left join lateral (
         select json_build_object(${PACKED('d.amounts')}) as reading from reading_doubts d
          where d.meter_id = m.id and d.taken_on >= $2::date and d.taken_on < $2::date + interval '1 month'
            and d.state in ('open', 'asked') and d.reading_id is null
          order by d.taken_on desc, d.id desc limit 1) held on true
   where ${where}
   order by p.entrance nulls last, nullif(regexp_replace(p.number, '\\D.*$', ''), '')::bigint nulls last, p.number,
            array_position(array['cold-water', 'hot-water', 'electricity', 'gas', 'heating'], m.resource), m.id`;

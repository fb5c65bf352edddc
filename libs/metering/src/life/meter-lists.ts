import { Injectable } from '@nestjs/common';
import {
  addMonths,
  firstDay,
  formatDate,
  formatPeriod,
  type HouseId,
  type LocalDate,
  type Period,
  periodOfDate,
} from '@dvor/kernel';
import { decodeCursor, KEY, type Page, pageOf, type PageRequest, type Tx } from '@dvor/platform';
import { byZone, type MeteredResource, type MeterList, missedMonths, verificationState } from '../core/index.js';
import { plainAmounts } from '../plain-amounts.js';
import { loadCountedRuns } from '../windows/load-windows.js';
import type { ListedMeter } from './listed-meter.js';
import { meterTable } from './meter-table.js';

export interface MeterFilter {
  readonly list: MeterList;
  readonly houseId?: HouseId | undefined;
  readonly resource?: MeteredResource | undefined;
  /** Of verifications that end: within so many days. */
  readonly days?: number | undefined;
  /** A number of a meter or an account, or the beginning of it. */
  readonly search?: string | undefined;
}

const MOST_IN_TABLE = 100_000;

/** Meters that want something: a reading, a verification, a date. */
@Injectable()
export class MeterLists {
  async list(tx: Tx, filter: MeterFilter, today: LocalDate, page: PageRequest): Promise<Page<ListedMeter>> {
    const { closed } = await loadCountedRuns(tx);
    const open = closed === null ? periodOfDate(today) : addMonths(closed, 1);
    const after = page.cursor ? decodeCursor(page.cursor, [KEY.id, /^\d{1,9}$/, KEY.id]) : [null, null, null];
    const rows = await tx.query<MeterRow[]>(LIST, [
      formatDate(today),
      formatDate(firstDay(open)),
      filter.list,
      filter.houseId ?? null,
      filter.resource ?? null,
      filter.days ?? DAYS_AHEAD,
      filter.search?.trim() || null,
      ...after,
      page.limit + 1,
    ]);
    const found = pageOf(rows, page.limit, ({ houseId, flat, id }) => [houseId, String(flat), id]);
    return { ...found, items: found.items.map((row) => listed(row, { today, open })) };
  }

  /** The same whole, as a workbook. */
  async table(
    tx: Tx,
    filter: MeterFilter,
    today: LocalDate,
  ): Promise<{ readonly name: string; readonly content: AsyncIterable<Uint8Array> }> {
    const { items } = await this.list(tx, filter, today, { limit: MOST_IN_TABLE });
    return { name: `Приборы на ${formatDate(today)}.xlsx`, content: meterTable(filter.list, items, today) };
  }
}

const DAYS_AHEAD = 60;

interface MeterRow extends Omit<
  ListedMeter,
  'verifiedUntil' | 'verification' | 'daysLeft' | 'lastReading' | 'missed' | 'normFrom'
> {
  readonly zones: string[];
  readonly verified: LocalDate | null;
  readonly installed: LocalDate;
  readonly lastDay: LocalDate | null;
  readonly lastAmounts: string[] | null;
  /** The number of the premises, to stand in order. */
  readonly flat: number;
}

function listed(
  { zones, verified, installed, lastDay, lastAmounts, flat: _, ...meter }: MeterRow,
  { today, open }: { readonly today: LocalDate; readonly open: Period },
): ListedMeter {
  const last = periodOfDate(lastDay ?? installed);
  const { missed, normFrom } = missedMonths(last, open);
  const isRead = meter.premisesId !== null;
  return {
    ...meter,
    verifiedUntil: verified === null ? null : formatDate(verified),
    verification: verificationState(verified, today),
    daysLeft: verified === null ? null : verified - today,
    lastReading:
      lastDay !== null && lastAmounts ? { date: formatDate(lastDay), value: byZone(zones, lastAmounts) } : null,
    missed: isRead ? missed : 0,
    normFrom: isRead && missed > 0 ? formatPeriod(normFrom) : null,
  };
}

const DAY = (column: string) => `${column} - date '1970-01-01'`;

// The months of missing readings are those of the meter's own bills: from the month after the last reading on.
const LIST = `
  select m.id, m.serial, m.resource, m.zones, m.house_id as "houseId", m.premises_id as "premisesId",
         concat_ws(', ', h.street, h.building, nullif('кв. ' || p.number, 'кв. ')) as address, place.flat,
         array(select number from accounts where premises_id = m.premises_id order by number) as "accountNumbers",
         first.day::text as "installedOn", ${DAY('first.day')} as installed, ${DAY('f.verified_until')} as verified,
         ${DAY('r.taken_on')} as "lastDay", case when r.amounts is not null then ${plainAmounts('r.amounts')} end as "lastAmounts"
    from meter_facts f
    join meters m on m.id = f.meter_id
    join houses h on h.id = m.house_id
    left join premises p on p.id = m.premises_id
   cross join lateral (select coalesce(substring(p.number from '\\d{1,9}')::int, 0) as flat) place
   cross join lateral (select min(lower(valid)) as day from meter_facts where meter_id = m.id and superseded_at is null) first
    left join lateral (
         select taken_on, amounts from readings
          where meter_id = m.id and refused_at is null and taken_on <= $1::date order by taken_on desc, id desc limit 1) r on true
   where f.superseded_at is null and f.valid @> $1::date
     and case $3
           when 'missing' then m.premises_id is not null and coalesce(r.taken_on, first.day) < $2::date
           when 'overdue' then f.verified_until < $1::date
           when 'expiring' then f.verified_until between $1::date and $1::date + $6::int
           when 'undated' then f.verified_until is null
           else true end
     and ($4::bigint is null or m.house_id = $4) and ($5::text is null or m.resource = $5)
     and ($7::text is null or starts_with(lower(m.serial), lower($7))
          or exists (select from accounts a where a.premises_id = m.premises_id and starts_with(a.number, $7)))
     and ($8::bigint is null or (m.house_id, place.flat, m.id) > ($8, $9::int, $10::bigint))
   order by m.house_id, place.flat, m.id limit $11`;

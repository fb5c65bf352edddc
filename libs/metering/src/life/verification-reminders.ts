import { Injectable } from '@nestjs/common';
import { formatDate, type HouseId, type LocalDate, type MeterId } from '@dvor/kernel';
import { ExceptionsInbox, OrganizationClock, recordedBy, type Tx } from '@dvor/platform';
import { REMIND_DAYS, remindedOf } from '../core/index.js';

/** Reminds that verifications end: 60, 30 and 7 days before, once each (MTR-14). */
@Injectable()
export class VerificationReminders {
  constructor(
    private readonly clock: OrganizationClock,
    private readonly inbox: ExceptionsInbox,
  ) {}

  /**
   * Whoever calls it twice a day reminds of nothing twice. A meter whose verification is entered with less than 60 days
   * left is reminded of at once.
   *
   * @returns how many meters were reminded of
   */
  async look(tx: Tx): Promise<number> {
    const today = await this.clock.today(tx);
    const ending = await tx.query<EndingMeter[]>(ENDING, [formatDate(today), REMIND_DAYS[0]]);
    const due = ending.flatMap(({ verifiedUntil, ...meter }) => {
      const days = remindedOf(verifiedUntil, today);
      return days === null ? [] : [{ ...meter, verifiedUntil, days }];
    });
    const reminded = await writeDown(tx, due, today);
    await this.inbox.raise(
      tx,
      byHouse(
        due.filter(({ meterId }) => reminded.has(meterId)),
        today,
      ),
    );
    return reminded.size;
  }
}

interface EndingMeter {
  readonly meterId: MeterId;
  readonly houseId: HouseId;
  readonly address: string;
  readonly verifiedUntil: LocalDate;
}

type DueMeter = EndingMeter & { readonly days: number };

/** With an event of each, for whoever tells the residents. */
async function writeDown(tx: Tx, due: readonly DueMeter[], today: LocalDate): Promise<Set<MeterId>> {
  if (due.length === 0) return new Set();
  const rows = await tx.query<{ id: MeterId }[]>(REMIND, [
    due.map(({ houseId }) => houseId),
    due.map(({ meterId }) => meterId),
    due.map(({ verifiedUntil }) => formatDate(verifiedUntil)),
    due.map(({ days }) => days),
    formatDate(today),
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** One row a house and day: whoever looks after a house asks its flats together. */
function byHouse(due: readonly DueMeter[], today: LocalDate) {
  const houses = new Map<HouseId, DueMeter[]>();
  for (const meter of due) houses.set(meter.houseId, [...(houses.get(meter.houseId) ?? []), meter]);
  return [...houses].map(([houseId, meters]) => ({
    kind: 'meters.verification-ending',
    dedupeKey: `verification-${houseId}-${formatDate(today)}`,
    object: { type: 'house', id: houseId, label: meters[0]!.address },
    houseId,
    details: {
      meters: meters.length,
      first: formatDate(Math.min(...meters.map((one) => one.verifiedUntil)) as LocalDate),
    },
  }));
}

const ENDING = `
  select m.id as "meterId", m.house_id as "houseId", concat_ws(', ', h.street, h.building) as address,
         f.verified_until - date '1970-01-01' as "verifiedUntil"
    from meter_facts f
    join meters m on m.id = f.meter_id
    join houses h on h.id = m.house_id
   where f.superseded_at is null and f.valid @> $1::date
     and f.verified_until between $1::date and $1::date + $2::int
     and upper_inf(f.valid)
   order by m.house_id, m.id`;

const REMIND = `
  with written as (
    insert into verification_reminders (organization_id, house_id, meter_id, verified_until, days, reminded_on)
    select current_organization(), house, meter, until, days, $5::date
      from unnest($1::bigint[], $2::bigint[], $3::date[], $4::smallint[]) as due (house, meter, until, days)
    on conflict do nothing
    returning meter_id, verified_until, days),
  told as (
    ${recordedBy('written', {
      type: `'metering.verification-ending'`,
      payload: `jsonb_build_object('meterId', meter_id::text, 'verifiedUntil', verified_until, 'days', days)`,
    })})
  select meter_id as id from written`;

import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMonths,
  DomainError,
  decimal,
  firstDay,
  formatDate,
  formatPeriod,
  lastDay,
  type LocalDate,
  type MeterId,
  monthInterval,
  type Period,
  periodOfDate,
} from '@dvor/kernel';
import { LawParameters } from '@dvor/catalogue';
import { AuditLog, ExceptionsInbox, type Recording, type Tx } from '@dvor/platform';
import {
  actionOnMonth,
  byZone,
  countDays,
  type CountedDays,
  dialAfter,
  isSame,
  type MonthAction,
  readHours,
  type StandingMonth,
  zoneClock,
  type ZonedValue,
} from '../core/index.js';
import { HouseMeters } from '../house-meters.js';
import { ReadingIntake } from '../intake/reading-intake.js';
import { withdrawReadings } from '../intake/withdraw-readings.js';
import { bookedMonth, type FedMeter, loadFedMeters, loadMeterDays, readingBefore } from './load-meter-days.js';
import type { MonthEffect } from './month-effect.js';

/** Months of a meter whose days have changed. */
export interface ChangedMonths {
  readonly meterId: MeterId;
  readonly from: Period;
  readonly to: Period;
}

interface Settling extends Recording {
  /** The file whose days have come, or were taken back. */
  readonly fileId: string | null;
  readonly takenBack: boolean;
  readonly today: LocalDate;
}

/** The way of counted days into the bills: volumes of house meters, readings of flats' own, by themselves or by a person's word. */
@Injectable()
export class IntervalMonths {
  constructor(
    private readonly houseMeters: HouseMeters,
    private readonly intake: ReadingIntake,
    private readonly law: LawParameters,
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
  ) {}

  /** Months that have become whole, or other than the books say: entered where their point enters by itself, else told. */
  async settle(tx: Tx, changed: readonly ChangedMonths[], settling: Settling): Promise<MonthEffect[]> {
    const meters = await loadFedMeters(tx, [...new Set(changed.map(({ meterId }) => meterId))]);
    const effects: MonthEffect[] = [];
    for (const { meterId, from, to } of changed) {
      const meter = meters.find(({ id }) => id === meterId);
      if (!meter) continue; // of a house that is not this person's
      for (let period = from; period <= to; period = addMonths(period, 1)) {
        const month = await this.look(tx, meter, period, { takenBack: settling.takenBack });
        if (month) effects.push(await this.apply(tx, month, settling));
      }
    }
    await this.tell(tx, effects);
    return effects;
  }

  /**
   * A person says that a month goes into the books as the days have it, whatever stood there.
   * @throws DomainError `meter.not-found`, `intervals.none`, `intervals.month-incomplete` naming the first gap,
   * `intervals.not-taken`
   */
  async enter(
    tx: Tx,
    meterId: MeterId,
    period: Period,
    { today, ...recording }: Recording & { readonly today: LocalDate },
  ): Promise<MonthEffect> {
    const [meter] = await loadFedMeters(tx, [meterId]);
    if (!meter) throw new DomainError('meter.not-found', { id: meterId });
    const month = await this.look(tx, meter, period, { takenBack: false });
    const told = { serial: meter.serial, period: formatPeriod(period) };
    if (!month) throw new DomainError('intervals.none', told);
    const { now, counted } = month;
    const [gap] = counted.gaps;
    if (now === null)
      throw new DomainError('intervals.month-incomplete', {
        ...told,
        from: formatDate(gap!.from),
        to: formatDate(addDays(gap!.to, -1)),
        reason: gap!.reason,
      });
    const settling = { ...recording, fileId: null, takenBack: false, today };
    const effect =
      month.action === 'same' ? effectOf(month, 'same') : await this.write(tx, month, now, settling, false);
    if (effect.refused) throw new DomainError('intervals.not-taken', { ...told, cause: effect.refused });
    await this.tell(tx, [effect]);
    await this.audit.record(tx, {
      ...{ userId: recording.by, action: 'intervals.enter', object: { type: 'meter', id: meterId } },
      details: { ...told, reason: recording.reason },
    });
    return effect;
  }

  /** Months of a meter as they stand; nothing is written. Those in which nothing feeds it are left out. */
  async list(
    tx: Tx,
    meterId: MeterId,
    { from, to }: { readonly from: Period; readonly to: Period },
  ): Promise<MonthEffect[]> {
    const [meter] = await loadFedMeters(tx, [meterId]);
    const months: MonthEffect[] = [];
    for (let period = from; meter && period <= to; period = addMonths(period, 1)) {
      const month = await this.look(tx, meter, period, { takenBack: false });
      if (month) months.push(effectOf(month, month.action));
    }
    return months;
  }

  private async look(
    tx: Tx,
    meter: FedMeter,
    period: Period,
    { takenBack }: { readonly takenBack: boolean },
  ): Promise<LookedMonth | null> {
    const { from: begin, to: end } = monthInterval(period) as { from: LocalDate; to: LocalDate };
    const isOfHouse = meter.premisesId === null;
    // A flat's meter that is gone was read when it was removed.
    if (meter.installed >= end || (meter.removed !== null && meter.removed <= (isOfHouse ? begin : end))) return null;
    const base = isOfHouse ? null : await readingBefore(tx, meter, begin);
    const from = base ? addDays(base.date, 1) : (Math.max(begin, meter.installed) as LocalDate);
    const to = meter.removed !== null && meter.removed < end ? meter.removed : end;
    const { counted: days, links } = await loadMeterDays(tx, meter, { from, to });
    const linked = links.filter((link) => link.from < to && (link.to === null || link.to > begin));
    if (linked.length === 0) return null;
    const zoneAt = meter.zones.length > 1 ? await this.zoneAt(tx, meter.zones, begin) : () => meter.zones[0]!;
    const counted = countDays({ from, to }, days, { linked: links, zones: meter.zones, zoneAt });
    const now = valueOf(meter, counted, base?.amounts ?? null);
    const standing = await standingMonth(tx, meter, period);
    const byItself = linked.at(-1)!.byItself;
    const action = actionOnMonth({
      counted: now,
      doubtful: counted.doubtfulMinutes > 0,
      standing,
      byItself,
      takenBack,
    });
    return { meter, period, counted, now, standing, action };
  }

  private async zoneAt(tx: Tx, zones: readonly string[], on: LocalDate): Promise<((minute: number) => string) | null> {
    const hours = async (zone: string) =>
      readHours(String((await this.law.on(tx, `electricity.hours.${zone}`, on)).value));
    return zoneClock(zones, { night: await hours('night'), peak: await hours('peak') });
  }

  private async apply(tx: Tx, month: LookedMonth, settling: Settling): Promise<MonthEffect> {
    if (month.action === 'enter') return this.write(tx, month, month.now!, settling, true);
    if (month.action === 'forget') return this.forget(tx, month, settling);
    return effectOf(month, month.action);
  }

  private async write(
    tx: Tx,
    month: LookedMonth,
    value: ZonedValue,
    settling: Settling,
    byItself: boolean,
  ): Promise<MonthEffect> {
    const { meter, period } = month;
    const { today, by, reason, documentId } = settling;
    const recording = { by, reason, documentId: documentId ?? null };
    if (meter.premisesId === null) {
      const volume = value as string;
      await this.houseMeters.enter(tx, meter.houseId, [{ meterId: meter.id, period, volume }], recording);
      await noteMonth(tx, month, { value, readingId: null, byItself }, settling);
      return effectOf(month, 'enter');
    }
    const reading = { meterId: meter.id, date: lastDay(period), value, confirmed: true };
    const [outcome] = await this.intake.take(tx, [reading], { ...recording, source: 'device' }, today);
    switch (outcome!.kind) {
      case 'taken':
      case 'same':
        await noteMonth(tx, month, { value, readingId: outcome!.id, byItself }, settling);
        return effectOf(month, 'enter');
      case 'held':
        return { ...effectOf(month, month.action), refused: 'reading.held' };
      case 'confirm':
        return { ...effectOf(month, month.action), refused: 'reading.implausible' };
      case 'refused':
        return { ...effectOf(month, month.action), refused: outcome!.code };
    }
  }

  private async forget(tx: Tx, month: LookedMonth, settling: Settling): Promise<MonthEffect> {
    const { meter, period, standing } = month;
    const on = formatDate(lastDay(period));
    if (meter.premisesId === null)
      await this.houseMeters.enter(tx, meter.houseId, [{ meterId: meter.id, period }], settling);
    else
      await withdrawReadings(
        tx,
        this.inbox,
        { readings: [{ meter: meter.id, on, id: standing!.readingId! }], doubts: [] },
        settling,
      );
    await noteMonth(tx, month, { value: null, readingId: null, byItself: true }, settling);
    return effectOf(month, 'forget');
  }

  /** What a person is to choose lies in the inbox until it is as the days say. */
  private async tell(tx: Tx, effects: readonly MonthEffect[]): Promise<void> {
    const unsettled = effects.filter(({ action, refused }) => TOLD.has(action) && refused !== 'reading.held');
    await this.inbox.settleAll(
      tx,
      effects.filter((effect) => !unsettled.includes(effect)).map(keyOf),
      'по суткам учёта',
    );
    await this.inbox.raise(
      tx,
      unsettled.map((effect) => ({
        kind: effect.action === 'broken' ? 'intervals.month-broken' : 'intervals.month-differs',
        dedupeKey: keyOf(effect),
        object: { type: 'meter', id: effect.meterId, label: `${effect.address}, № ${effect.serial}` },
        houseId: effect.houseId,
        details: { period: effect.period, was: textOf(effect.was), now: textOf(effect.now) },
      })),
    );
  }
}

interface LookedMonth {
  readonly meter: FedMeter;
  readonly period: Period;
  readonly counted: CountedDays;
  readonly now: ZonedValue | null;
  readonly standing: (StandingMonth & { readonly readingId: string | null }) | null;
  readonly action: MonthAction;
}

const TOLD: ReadonlySet<MonthAction> = new Set(['differs', 'broken']);
const VOLUME_SCALE = 4;

/** A volume of a house, or what a flat's dial shows at the month's end. */
function valueOf(meter: FedMeter, { volume }: CountedDays, base: readonly string[] | null): ZonedValue | null {
  if (volume === null) return null;
  return base === null
    ? decimal(volume as string)
        .round(VOLUME_SCALE)
        .toString()
    : dialAfter(base, volume, meter);
}

async function standingMonth(tx: Tx, meter: FedMeter, period: Period): Promise<LookedMonth['standing']> {
  const booked = await bookedMonth(tx, meter, period);
  if (!booked) return null;
  const value = byZone(meter.zones, booked.amounts);
  const [last] = await tx.query<{ value: ZonedValue | null }[]>(
    'select value from interval_months where meter_id = $1 and period = $2 order by id desc limit 1',
    [meter.id, formatDate(firstDay(period))],
  );
  const byDays = last !== undefined && last.value !== null && isSame(last.value, value);
  return { value, byDays, readingId: booked.readingId };
}

async function noteMonth(
  tx: Tx,
  { meter, period }: LookedMonth,
  {
    value,
    readingId,
    byItself,
  }: { readonly value: ZonedValue | null; readonly readingId: string | null; readonly byItself: boolean },
  { fileId, by, reason }: Settling,
): Promise<void> {
  await tx.query(
    `insert into interval_months (organization_id, meter_id, period, value, reading_id, by_itself, interval_file_id, entered_by, reason)
     values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      meter.id,
      formatDate(firstDay(period)),
      value === null ? null : JSON.stringify(value),
      readingId,
      byItself,
      fileId,
      by,
      reason,
    ],
  );
}

function effectOf({ meter, period, counted, now, standing }: LookedMonth, action: MonthAction): MonthEffect {
  const { id: meterId, houseId, premisesId, serial, address } = meter;
  const { known, gaps, doubtfulMinutes } = counted;
  return {
    ...{ meterId, houseId, premisesId, serial, address, period: formatPeriod(period), action, now, known, gaps },
    ...{ was: standing?.value ?? null, doubtfulMinutes },
  };
}

function keyOf({ meterId, period }: Pick<MonthEffect, 'meterId' | 'period'>): string {
  return `interval-month-${meterId}-${period}`;
}

function textOf(value: ZonedValue | null): string {
  return value === null ? '' : typeof value === 'string' ? value : Object.values(value).join(' / ');
}

/** Months in which days of some meters have changed; a flat's reading moves those that follow it. */
export async function changedMonths(
  tx: Tx,
  days: readonly { readonly pointId: string; readonly channel: string; readonly day: LocalDate }[],
): Promise<ChangedMonths[]> {
  const rows = await tx.query<{ meterId: MeterId; month: LocalDate; isOfHouse: boolean; last: LocalDate | null }[]>(
    CHANGED,
    [days.map(({ pointId }) => pointId), days.map(({ channel }) => channel), days.map(({ day }) => formatDate(day))],
  );
  const flats = new Map<MeterId, ChangedMonths>();
  const houses: ChangedMonths[] = [];
  for (const { meterId, month, isOfHouse, last } of rows) {
    const period = periodOfDate(month);
    const to = last === null ? period : (Math.max(period, periodOfDate(last)) as Period);
    if (isOfHouse) houses.push({ meterId, from: period, to: period });
    else flats.set(meterId, { meterId, from: flats.get(meterId)?.from ?? period, to });
  }
  return [...houses, ...flats.values()];
}

const CHANGED = `
  select l.meter_id as "meterId", date_trunc('month', told.day)::date - date '1970-01-01' as month, m.premises_id is null as "isOfHouse",
         (select max(period) from interval_months where meter_id = l.meter_id) - date '1970-01-01' as last
    from unnest($1::bigint[], $2::text[], $3::date[]) as told (point, channel, day)
    join metering_point_meters l on l.point_id = told.point and l.channel = told.channel and l.valid @> told.day
                                and l.superseded_at is null
    join meters m on m.id = l.meter_id
   group by l.meter_id, date_trunc('month', told.day), m.premises_id
   order by l.meter_id, date_trunc('month', told.day)`;

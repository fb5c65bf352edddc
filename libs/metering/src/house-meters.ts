import { Injectable } from '@nestjs/common';
import {
  type Decimal,
  decimal,
  DomainError,
  firstDay,
  formatDate,
  formatPeriod,
  type HouseId,
  type LocalDate,
  type MeterId,
  monthInterval,
  parseDecimal,
  type Period,
} from '@dvor/kernel';
import {
  AuditLog,
  changeFacts,
  type FactTable,
  type Recording,
  recordChanges,
  removeFacts,
  type Tx,
} from '@dvor/platform';
import type { MeteredResource } from './core/index.js';
import { endFacts } from './life/meter-state.js';
import { MeterIntake } from './meter-intake.js';

/** A meter of the house with what it counted, by months. */
export interface HouseMeterCard {
  readonly id: MeterId;
  readonly resource: MeteredResource;
  readonly serial: string;
  /** What the dial shows is multiplied by this. */
  readonly ratio: string;
  readonly digits: number;
  readonly installedOn: string;
  readonly removedOn: string | null;
  /** Last good day. */
  readonly verifiedUntil: string | null;
  /** Those asked for, by months. */
  readonly volumes: readonly MonthOfMeter[];
}

export interface MonthOfMeter {
  /** `2026-10` */
  readonly period: string;
  readonly volume: string;
  /** What the dial showed at the end, where it was read. */
  readonly reading: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly reason: string;
}

export interface NewHouseMeter {
  readonly resource: MeteredResource;
  readonly serial: string;
  readonly ratio?: string | null;
  readonly digits?: number | null;
  readonly installedOn: LocalDate;
  readonly verifiedUntil?: LocalDate | null;
  /** What the dial showed when it was installed. */
  readonly initial?: string | null;
}

/** A month of a meter as a person enters it: the volume, or what the dial showed; neither: nothing is known of it. */
export interface EnteredVolume {
  readonly meterId: MeterId;
  readonly period: Period;
  readonly volume?: string | null;
  readonly reading?: string | null;
}

const VOLUMES: FactTable<'house_id' | 'meter_id', 'volume' | 'reading'> = {
  name: 'house_meter_volumes',
  key: { house_id: 'bigint', meter_id: 'bigint' },
  values: { volume: 'numeric', reading: 'numeric' },
  subject: { type: 'house', column: 'house_id' },
};

/** Meters of houses (ОДПУ) and what came in through them. */
@Injectable()
export class HouseMeters {
  constructor(
    private readonly intake: MeterIntake = new MeterIntake(),
    private readonly audit: AuditLog = new AuditLog(),
  ) {}

  /** All that ever stood in a house, removed ones last, with the months from `from` to `to`. */
  async list(tx: Tx, houseId: HouseId, { from, to }: { from: Period; to: Period }): Promise<HouseMeterCard[]> {
    return tx.query<HouseMeterCard[]>(LIST, [houseId, formatDate(firstDay(from)), formatDate(firstDay(to))]);
  }

  /** @throws DomainError `house.not-found`, `meter.serial-taken`, `meter.amount`, `meter.ratio`, `meter.verified-before` */
  async add(tx: Tx, houseId: HouseId, meter: NewHouseMeter, recording: Recording): Promise<MeterId> {
    const { resource, serial, ratio, digits, installedOn, verifiedUntil, initial } = meter;
    await refuseUnknownHouse(tx, houseId);
    const [taken] = await tx.query<unknown[]>(
      'select 1 from meters where house_id = $1 and premises_id is null and resource = $2 and serial = $3',
      [houseId, resource, serial],
    );
    if (taken) throw new DomainError('meter.serial-taken', { serial });
    const factor = parseDecimal(ratio ?? '1');
    if (!factor?.gt('0') || factor.gt('100000')) throw new DomainError('meter.ratio', { ratio: ratio ?? null });
    if (typeof verifiedUntil === 'number' && verifiedUntil < installedOn)
      throw new DomainError('meter.verified-before', { verifiedUntil: formatDate(verifiedUntil) });
    const [id] = await this.intake.takeIn(
      tx,
      [
        {
          houseId,
          premisesId: null,
          resource,
          serial,
          ratio: factor.toString(),
          ...(digits && { digits }),
          stands: { from: installedOn, to: null },
          verifiedUntil: verifiedUntil ?? null,
          initial: [plain(initial ?? '0')],
          readings: [],
        },
      ],
      recording,
    );
    await recordChanges(
      tx,
      [{ fact: 'meter_facts', subject: { type: 'house', id: houseId }, from: installedOn, to: null }],
      recording,
    );
    await this.note(tx, 'house-meter.add', houseId, { meterId: id!, resource, serial }, recording);
    return id!;
  }

  /**
   * The meter was taken away on a day. What it counted until then stays.
   *
   * @throws DomainError `meter.not-found`, `meter.removed`, `meter.removed-before`
   */
  async remove(tx: Tx, meterId: MeterId, on: LocalDate, recording: Recording): Promise<void> {
    const meter = await lockMeter(tx, meterId);
    if (meter.removed !== null)
      throw new DomainError('meter.removed', { serial: meter.serial, on: formatDate(meter.removed) });
    if (on <= meter.since) throw new DomainError('meter.removed-before', { since: formatDate(meter.since) });
    await endFacts(tx, meterId, { to: on, final: null }, recording);
    await recordChanges(
      tx,
      [{ fact: 'meter_facts', subject: { type: 'house', id: meter.houseId }, from: on, to: null }],
      recording,
    );
    await this.note(tx, 'house-meter.remove', meter.houseId, { meterId, on: formatDate(on) }, recording);
  }

  /**
   * Enters months of a house's meters. A reading is turned into a volume by the last one before it; a month that is left
   * empty is forgotten.
   *
   * @throws DomainError `meter.not-found`, `meter.volume`, `meter.amount`, `meter.reading-below` naming the last one,
   * `meter.not-standing`
   */
  async enter(tx: Tx, houseId: HouseId, months: readonly EnteredVolume[], recording: Recording): Promise<void> {
    for (const month of [...months].sort((a, b) => a.period - b.period)) {
      const meter = await lockMeter(tx, month.meterId);
      if (meter.houseId !== houseId) throw new DomainError('meter.not-found', { id: month.meterId });
      const days = monthInterval(month.period);
      const key = { house_id: houseId, meter_id: month.meterId };
      const values = await valuesOf(tx, meter, month);
      if (values) await changeFacts(tx, VOLUMES, { key, days, patch: values, otherwise: values }, recording);
      else await removeFacts(tx, VOLUMES, { key, days }, recording);
      const { serial } = meter;
      const told = { serial, period: formatPeriod(month.period), volume: values?.volume ?? null };
      await this.note(tx, 'house-meter.volume', houseId, told, recording);
    }
  }

  private async note(
    tx: Tx,
    action: string,
    houseId: HouseId,
    details: Readonly<Record<string, string | null>>,
    { by, reason }: Recording,
  ): Promise<void> {
    const object = { type: 'house', id: houseId };
    await this.audit.record(tx, { userId: by, action, object, details: { ...details, reason } });
  }
}

interface FoundMeter {
  readonly id: MeterId;
  readonly houseId: HouseId;
  readonly serial: string;
  readonly ratio: string;
  readonly installed: LocalDate;
  /** The first day of its last row of facts. */
  readonly since: LocalDate;
  readonly removed: LocalDate | null;
  readonly initial: string;
}

/** Of the house itself; locked, so that two people don't enter the same month at once. */
async function lockMeter(tx: Tx, id: MeterId): Promise<FoundMeter> {
  const [locked] = await tx.query<{ id: MeterId }[]>(
    'select id from meters where id = $1 and premises_id is null for update',
    [id],
  );
  if (!locked) throw new DomainError('meter.not-found', { id });
  const [meter] = await tx.query<FoundMeter[]>(
    `select m.id, m.house_id as "houseId", m.serial, m.ratio::text as ratio,
            min(lower(f.valid)) - date '1970-01-01' as installed, max(lower(f.valid)) - date '1970-01-01' as since,
            nullif(max(coalesce(upper(f.valid), 'infinity')), 'infinity') - date '1970-01-01' as removed,
            (array_agg(f.initial_values order by lower(f.valid)))[1][1]::text as initial
       from meters m join meter_facts f on f.meter_id = m.id and f.superseded_at is null
      where m.id = $1 group by m.id`,
    [id],
  );
  return meter!;
}

async function refuseUnknownHouse(tx: Tx, id: HouseId): Promise<void> {
  const [house] = await tx.query<unknown[]>('select 1 from houses where id = $1', [id]);
  if (!house) throw new DomainError('house.not-found', { id });
}

/** Volume and reading of a month; `null`: nothing is said of it. */
async function valuesOf(
  tx: Tx,
  meter: FoundMeter,
  { period, volume, reading }: EnteredVolume,
): Promise<{ volume: string; reading: string | null } | null> {
  if (isEmpty(volume) && isEmpty(reading)) return null;
  const { from, to } = monthInterval(period);
  if (meter.installed >= to! || (meter.removed !== null && meter.removed <= from))
    throw new DomainError('meter.not-standing', { serial: meter.serial, period: formatPeriod(period) });
  if (isEmpty(reading)) return { volume: plain(volume!), reading: null };
  const shown = plain(reading!);
  if (!isEmpty(volume)) return { volume: plain(volume!), reading: shown };
  const before = await readingBefore(tx, meter, from);
  const difference = decimal(shown).minus(before);
  if (difference.lt('0'))
    throw new DomainError('meter.reading-below', {
      serial: meter.serial,
      reading: shown,
      last: before.toString(),
      period: formatPeriod(period),
    });
  return { volume: difference.times(decimal(meter.ratio)).toFixed(4), reading: shown };
}

/** The last that was read before the month; else what the dial showed when it was installed. */
async function readingBefore(tx: Tx, { id, initial }: FoundMeter, from: LocalDate): Promise<Decimal> {
  const [last] = await tx.query<{ reading: string }[]>(
    `select reading::text as reading from house_meter_volumes
      where meter_id = $1 and superseded_at is null and reading is not null and lower(valid) < $2::date
      order by lower(valid) desc limit 1`,
    [id, formatDate(from)],
  );
  return decimal(last?.reading ?? initial);
}

/** @throws DomainError `meter.volume` */
function plain(text: string): string {
  const figure = parseDecimal(text.trim().replace(',', '.'));
  if (!figure?.gte('0') || figure.gte('100000000')) throw new DomainError('meter.volume', { volume: text });
  return figure.toFixed(4);
}

function isEmpty(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}

const LIST = `
  select m.id, m.resource, m.serial, trim_scale(m.ratio)::text as ratio, m.digits,
         f.installed::text as "installedOn", f.removed::text as "removedOn",
         (select verified_until::text from meter_facts
           where meter_id = m.id and superseded_at is null order by lower(valid) desc limit 1) as "verifiedUntil",
         coalesce((select json_agg(json_build_object(
                    'period', to_char(lower(v.valid), 'YYYY-MM'), 'volume', trim_scale(v.volume)::text,
                    'reading', trim_scale(v.reading)::text, 'recordedAt', v.recorded_at, 'recordedBy', u.name, 'reason', v.reason)
                    order by lower(v.valid))
              from house_meter_volumes v left join users u on u.id = v.recorded_by
             where v.meter_id = m.id and v.superseded_at is null and lower(v.valid) between $2::date and $3::date), '[]') as volumes
    from meters m
    join lateral (
         select min(lower(valid)) as installed, nullif(max(coalesce(upper(valid), 'infinity')), 'infinity') as removed
           from meter_facts where meter_id = m.id and superseded_at is null) f on f.installed is not null
   where m.house_id = $1 and m.premises_id is null
   order by f.removed is not null, array_position(array['cold-water', 'hot-water', 'heating', 'electricity', 'gas'], m.resource), f.installed, m.id`;

import { DomainError, formatDate, type HouseId, type LocalDate, type MeterId, type PremisesId } from '@dvor/kernel';
import { type FactTable, type Recording, recordChanges, type Tx } from '@dvor/platform';
import { type Dial, type LifeActKind, type MeteredResource, readAmounts } from '../core/index.js';
import { inOrder } from '../intake/load-dials.js';
import { plainAmounts } from '../plain-amounts.js';
import type { Shown } from './life-act.js';

/** A meter as an act finds it. */
export interface MeterState {
  readonly id: MeterId;
  readonly houseId: HouseId;
  /** `null`: a meter of the house. */
  readonly premisesId: PremisesId | null;
  readonly resource: MeteredResource;
  readonly serial: string;
  readonly zones: readonly string[];
  readonly digits: number;
  readonly scale: number;
  readonly installed: LocalDate;
  /** The first day of its last row of facts. */
  readonly since: LocalDate;
  readonly removed: LocalDate | null;
  readonly verifiedUntil: LocalDate | null;
  /** What it showed last, at its installation at the least. */
  readonly last: { readonly date: LocalDate; readonly amounts: readonly string[] };
  /** The latest act that stands. */
  readonly lastAct: { readonly kind: LifeActKind; readonly on: LocalDate } | null;
}

/** Locked, so that two people don't enter acts of one meter at once. @throws DomainError `meter.not-found` */
export async function lockMeter(tx: Tx, id: MeterId): Promise<MeterState> {
  const [locked] = await tx.query<unknown[]>('select 1 from meters where id = $1 for update', [id]);
  const [meter] = locked ? await tx.query<MeterState[]>(STATE, [id]) : [];
  if (!meter) throw new DomainError('meter.not-found', { id });
  return meter;
}

const FACTS = {
  name: 'meter_facts',
  key: { house_id: 'bigint', meter_id: 'bigint' },
  values: { verified_until: 'date', initial_values: 'text[]', final_values: 'text[]' },
} as const;

/** Facts of a meter: what concerns a flat's own concerns its premises, what concerns a house's all of the house. */
export function factsOf({ premisesId }: MeterState): FactTable<'house_id' | 'meter_id', keyof typeof FACTS.values> {
  return premisesId === null
    ? { ...FACTS, subject: { type: 'house', column: 'house_id' } }
    : { ...FACTS, subject: { type: 'meter', column: 'meter_id' } };
}

/** From a day on nothing of a meter is as it was. */
export async function recordMeterChange(
  tx: Tx,
  meter: MeterState,
  from: LocalDate,
  recording: Recording,
): Promise<void> {
  const { subject } = factsOf(meter);
  const id = subject.type === 'house' ? meter.houseId : meter.id;
  const type = subject.type === 'house' ? ('house' as const) : ('meter' as const);
  await recordChanges(tx, [{ fact: FACTS.name, subject: { type, id }, from, to: null }], recording);
}

/** The last row of a meter's facts ends on another day, and with another reading: it was removed, or was not after all. */
export async function endFacts(
  tx: Tx,
  meterId: MeterId,
  { to, final }: { readonly to: LocalDate | null; readonly final: readonly string[] | null },
  { by, reason, documentId }: Recording,
): Promise<void> {
  await tx.query(END, [
    meterId,
    to === null ? null : formatDate(to),
    final && `{${final.join(',')}}`,
    by,
    reason,
    documentId ?? null,
  ]);
}

/** @throws DomainError as `readAmounts` refuses them, naming the meter */
export function amountsShown(shown: Shown, on: LocalDate, dial: Dial & { readonly serial: string }): readonly string[] {
  const { zones, serial } = dial;
  const amounts = readAmounts({ date: on, amounts: inOrder(shown, zones) }, dial, on);
  if ('code' in amounts) throw new DomainError(amounts.code, { serial, ...amounts.details });
  return amounts;
}

const DAY = (column: string) => `${column} - date '1970-01-01'`;

const STATE = `
  select m.id, m.house_id as "houseId", m.premises_id as "premisesId", m.resource, m.serial, m.zones, m.digits, m.scale,
         ${DAY('f.installed')} as installed, ${DAY('f.since')} as since, ${DAY('f.removed')} as removed,
         ${DAY('f.verified')} as "verifiedUntil",
         json_build_object('date', ${DAY('coalesce(r.taken_on, f.installed)')},
                           'amounts', ${plainAmounts('coalesce(r.amounts, f.initial)')}) as last,
         case when a.kind is not null then json_build_object('kind', a.kind, 'on', ${DAY('a.happened_on')}) end as "lastAct"
    from meters m
    join lateral (
         select min(lower(valid)) as installed, max(lower(valid)) as since,
                nullif(max(coalesce(upper(valid), 'infinity')), 'infinity') as removed,
                (array_agg(verified_until order by lower(valid) desc))[1] as verified,
                (select initial_values from meter_facts where meter_id = m.id and superseded_at is null order by lower(valid) limit 1) as initial
           from meter_facts where meter_id = m.id and superseded_at is null) f on f.installed is not null
    left join lateral (
         select taken_on, amounts from readings where meter_id = m.id and refused_at is null
          order by taken_on desc, id desc limit 1) r on true
    left join lateral (
         select kind, happened_on from meter_life_acts a
          where a.meter_id = m.id and not exists (select from meter_life_mirrors where act_id = a.id)
          order by happened_on desc, id desc limit 1) a on true
   where m.id = $1`;

const END = `
  with was as (
    update meter_facts set superseded_at = organization_now(), superseded_by = $4
     where id = (select id from meter_facts where meter_id = $1 and superseded_at is null order by lower(valid) desc limit 1)
    returning *)
  insert into meter_facts (organization_id, house_id, meter_id, valid, verified_until, initial_values, final_values, recorded_by, reason, document_id)
  select organization_id, house_id, meter_id, daterange(lower(valid), $2::date), verified_until, initial_values, $3::numeric[], $4, $5, $6 from was`;

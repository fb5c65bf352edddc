import { Injectable } from '@nestjs/common';
import { DomainError, formatDate, type HouseId, type LocalDate, type MeterId, type PremisesId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import {
  byZone,
  type LifeActKind,
  type MeterActKind,
  type MeteredResource,
  verificationState,
  type VerificationState,
  type ZonedValue,
} from '../core/index.js';
import { plainAmounts } from '../plain-amounts.js';

/** A meter as it is today. */
export interface MeterCard {
  readonly id: MeterId;
  readonly serial: string;
  readonly resource: MeteredResource;
  readonly zones: readonly string[];
  readonly digits: number;
  readonly scale: number;
  readonly houseId: HouseId;
  readonly address: string;
  /** `null`: a meter of the house. */
  readonly premises: { readonly id: PremisesId; readonly kind: string; readonly number: string } | null;
  readonly accounts: readonly { readonly id: string; readonly number: string }[];
  readonly installedOn: string;
  readonly removedOn: string | null;
  readonly verifiedUntil: string | null;
  readonly verification: VerificationState;
  /** Until the last good day; below zero: since it. */
  readonly daysLeft: number | null;
  readonly initial: ZonedValue;
  readonly final: ZonedValue | null;
  readonly seals: readonly string[];
  readonly lastReading: { readonly date: string; readonly value: ZonedValue } | null;
  /** The meter that this one replaced, and the one that replaced it. */
  readonly before: { readonly id: MeterId; readonly serial: string } | null;
  readonly after: { readonly id: MeterId; readonly serial: string } | null;
}

/** Something that befell a meter, or is written in an act about it. */
export interface LifeEvent {
  /** Of which acts it is: those of its life, or those on failures and refusals. */
  readonly of: 'life' | 'acts';
  readonly id: string;
  readonly kind: LifeActKind | MeterActKind;
  readonly on: string;
  /** Of a refusal, a failure, or that no meter can stand: the day after the last. */
  readonly until: string | null;
  readonly number: string;
  readonly dated: string;
  readonly signedBy: readonly string[];
  readonly value: ZonedValue | null;
  readonly seals: readonly string[];
  readonly verifiedUntil: string | null;
  readonly reason: string;
  readonly documentId: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly takenBack: { readonly reason: string; readonly at: Date; readonly by: string | null } | null;
  /** It is the latest that stands: it can be taken back. */
  readonly isLast: boolean;
}

/** A meter with its life. */
@Injectable()
export class MeterCards {
  /** @throws DomainError `meter.not-found` */
  async card(tx: Tx, id: MeterId, today: LocalDate): Promise<MeterCard> {
    const [row] = await tx.query<CardRow[]>(CARD, [id]);
    if (!row) throw new DomainError('meter.not-found', { id });
    const { verifiedDay, initial, final, lastOn, lastAmounts, ...card } = row;
    return {
      ...card,
      verifiedUntil: verifiedDay === null ? null : formatDate(verifiedDay),
      verification: verificationState(verifiedDay, today),
      daysLeft: verifiedDay === null ? null : verifiedDay - today,
      initial: byZone(card.zones, initial),
      final: final && byZone(card.zones, final),
      lastReading: lastOn && lastAmounts ? { date: lastOn, value: byZone(card.zones, lastAmounts) } : null,
    };
  }

  /** The latest first; what was taken back stands among them. @throws DomainError `meter.not-found` */
  async life(tx: Tx, id: MeterId): Promise<LifeEvent[]> {
    const [meter] = await tx.query<{ zones: string[] }[]>('select zones from meters where id = $1', [id]);
    if (!meter) throw new DomainError('meter.not-found', { id });
    const rows = await tx.query<(Omit<LifeEvent, 'value'> & { amounts: string[] | null })[]>(LIFE, [id]);
    return rows.map(({ amounts, ...event }) => ({ ...event, value: amounts && byZone(meter.zones, amounts) }));
  }

  /** That no meter can stand in a premises: acts, the latest first. @throws DomainError `premises.not-found` */
  async impossibilities(
    tx: Tx,
    premisesId: PremisesId,
  ): Promise<(LifeEvent & { readonly resource: MeteredResource })[]> {
    const [premises] = await tx.query<unknown[]>('select 1 from premises where id = $1', [premisesId]);
    if (!premises) throw new DomainError('premises.not-found', { id: premisesId });
    return tx.query<(LifeEvent & { resource: MeteredResource })[]>(
      `select a.resource, null as value, ${LIFE_COLUMNS}, mirror.act_id is null as "isLast" ${FROM_LIFE}
        where a.premises_id = $1 and a.kind = 'impossible' order by a.happened_on desc, a.id desc`,
      [premisesId],
    );
  }
}

type CardRow = Omit<MeterCard, 'verifiedUntil' | 'verification' | 'daysLeft' | 'initial' | 'final' | 'lastReading'> & {
  readonly verifiedDay: LocalDate | null;
  readonly initial: string[];
  readonly final: string[] | null;
  readonly lastOn: string | null;
  readonly lastAmounts: string[] | null;
};

const STANDS = (act: string) => `not exists (select from meter_life_mirrors where act_id = ${act}.id)`;

const CARD = `
  select m.id, m.serial, m.resource, m.zones, m.digits, m.scale, m.house_id as "houseId",
         concat_ws(', ', h.city, h.street, h.building) as address,
         case when p.id is not null then json_build_object('id', p.id::text, 'kind', p.kind, 'number', p.number) end as premises,
         coalesce((select json_agg(json_build_object('id', a.id::text, 'number', a.number) order by a.number)
                     from accounts a where a.premises_id = m.premises_id), '[]') as accounts,
         f.installed::text as "installedOn", f.removed::text as "removedOn", f.verified - date '1970-01-01' as "verifiedDay",
         ${plainAmounts('f.initial')} as initial, case when f.final is not null then ${plainAmounts('f.final')} end as final,
         coalesce((select a.seals from meter_life_acts a
                    where a.meter_id = m.id and cardinality(a.seals) > 0 and ${STANDS('a')}
                    order by a.happened_on desc, a.id desc limit 1), '{}') as seals,
         r.taken_on::text as "lastOn", case when r.amounts is not null then ${plainAmounts('r.amounts')} end as "lastAmounts",
         (select json_build_object('id', old.id::text, 'serial', old.serial)
            from meter_life_acts put join meter_life_acts taken on taken.id = put.replaces_act_id join meters old on old.id = taken.meter_id
           where put.meter_id = m.id and ${STANDS('put')} limit 1) as before,
         (select json_build_object('id', new.id::text, 'serial', new.serial)
            from meter_life_acts taken join meter_life_acts put on put.replaces_act_id = taken.id join meters new on new.id = put.meter_id
           where taken.meter_id = m.id and ${STANDS('put')} limit 1) as after
    from meters m
    join houses h on h.id = m.house_id
    left join premises p on p.id = m.premises_id
    join lateral (
         select min(lower(valid)) as installed, nullif(max(coalesce(upper(valid), 'infinity')), 'infinity') as removed,
                (array_agg(verified_until order by lower(valid) desc))[1] as verified,
                (select initial_values from meter_facts where meter_id = m.id and superseded_at is null order by lower(valid) limit 1) as initial,
                (select final_values from meter_facts where meter_id = m.id and superseded_at is null order by lower(valid) desc limit 1) as final
           from meter_facts where meter_id = m.id and superseded_at is null) f on f.installed is not null
    left join lateral (
         select taken_on, amounts from readings where meter_id = m.id and refused_at is null
          order by taken_on desc, id desc limit 1) r on true
   where m.id = $1`;

const LIFE_COLUMNS = `
         'life' as of, a.id::text as id, a.kind, a.happened_on::text as on, a.until::text as until, a.number, a.dated::text as dated,
         a.signed_by as "signedBy", a.seals, a.verified_until::text as "verifiedUntil", a.reason, a.document_id as "documentId",
         a.recorded_at as "recordedAt", u.name as "recordedBy",
         case when mirror.act_id is not null then
           json_build_object('reason', mirror.reason, 'at', mirror.recorded_at, 'by', who.name) end as "takenBack"`;

const FROM_LIFE = `
    from meter_life_acts a
    left join users u on u.id = a.recorded_by
    left join meter_life_mirrors mirror on mirror.act_id = a.id
    left join users who on who.id = mirror.recorded_by`;

const LIFE = `
  select * from (
    select ${LIFE_COLUMNS}, case when a.amounts is not null then ${plainAmounts('a.amounts')} end as amounts,
           mirror.act_id is null and not exists (
             select from meter_life_acts later
              where later.meter_id = a.meter_id and (later.happened_on, later.id) > (a.happened_on, a.id) and ${STANDS('later')}) as "isLast"
      ${FROM_LIFE}
     where a.meter_id = $1
    union all
    select 'acts', a.id::text, a.kind, lower(f.valid)::text, upper(f.valid)::text, f.number, f.dated::text, f.signed_by, '{}', null, f.reason,
           f.document_id, f.recorded_at, u.name,
           case when c.act_id is not null then json_build_object('reason', c.reason, 'at', c.recorded_at, 'by', who.name) end, null, false
      from meter_acts a
      join lateral (
           select * from meter_act_facts where act_id = a.id order by superseded_at is null desc, recorded_at desc, id desc limit 1) f on true
      left join users u on u.id = f.recorded_by
      left join meter_act_cancellations c on c.act_id = a.id
      left join users who on who.id = c.recorded_by
     where a.meter_id = $1) events
   order by "on" desc, "recordedAt" desc, id desc`;

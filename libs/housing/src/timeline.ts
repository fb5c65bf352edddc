import { Injectable } from '@nestjs/common';
import type { AccountId, PremisesId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { accountPlace, premisesPlace } from './places.js';

/** What a row of the timeline tells of. */
export type TimelineKind = 'terms' | 'ownership' | 'residency' | 'absence' | 'premises' | 'agreement' | 'succession';

/** A fact of an account or its premises, in force or superseded, with who said so, when and why. */
export interface TimelineEntry {
  readonly kind: TimelineKind;
  readonly id: string;
  readonly from: string;
  /** The first day on which it holds no longer. */
  readonly to: string | null;
  /** Whom or what it names: a payer, an owner, a resident, the number of an agreement. */
  readonly name: string | null;
  /** What it says: `area: "45.30"`, `share: "1/2"`, `kind: "permanent"`. */
  readonly values: Readonly<Record<string, string>>;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly reason: string;
  readonly document: string | null;
  /** When a correction took its place; `null`: in force. */
  readonly supersededAt: Date | null;
}

/** Everything that was ever recorded of an account, its people and its premises, the latest days first. */
@Injectable()
export class Timeline {
  /** @throws DomainError `account.not-found` */
  async ofAccount(tx: Tx, id: AccountId): Promise<TimelineEntry[]> {
    const { premisesId } = await accountPlace(tx, id);
    return tx.query<TimelineEntry[]>(TIMELINE, [id, premisesId]);
  }

  /** Without the account's own: for premises that have none. @throws DomainError `premises.not-found` */
  async ofPremises(tx: Tx, id: PremisesId): Promise<TimelineEntry[]> {
    await premisesPlace(tx, id);
    return tx.query<TimelineEntry[]>(TIMELINE, [null, id]);
  }
}

const DOCUMENT = `concat_ws(' ', d.kind, 'No.' || d.number, d.dated::text)`;
const FACT = (kind: TimelineKind, name: string, values: string) => `
  select '${kind}' as kind, f.id::text as id, f.valid, ${name} as name, ${values} as values, f.recorded_at, f.recorded_by,
         f.reason, f.document_id, f.superseded_at`;

const TIMELINE = `
  with fact as (
    ${FACT('terms', 'p.name', `jsonb_strip_nulls(jsonb_build_object('share', f.share_numerator || '/' || f.share_denominator))`)}
      from account_facts f join parties p on p.id = f.payer_id
     where f.account_id = $1 and f.house_id = (select house_id from accounts where id = $1)
    union all
    ${FACT('residency', 'p.name', `jsonb_build_object('kind', f.kind)`)}
      from residencies f join parties p on p.id = f.party_id where f.account_id = $1
    union all
    ${FACT('absence', 'p.name', `jsonb_build_object('appliedOn', f.applied_on::text)`)}
      from absences f join parties p on p.id = f.party_id where f.account_id = $1
    union all
    ${FACT('ownership', 'p.name', `jsonb_build_object('share', f.share_numerator || '/' || f.share_denominator)`)}
      from ownerships f join parties p on p.id = f.party_id
     where f.premises_id = $2 and f.house_id = (select house_id from premises where id = $2)
    union all
    ${FACT(
      'premises',
      'null',
      `jsonb_strip_nulls(jsonb_build_object('area', f.area::text, 'livingArea', f.living_area::text, 'heatedArea', f.heated_area::text,
                                            'rooms', f.rooms::text, 'meterImpossible', nullif(array_to_string(f.meter_impossible, ', '), '')))
       || (select coalesce(jsonb_object_agg('trait.' || key, value), '{}') from jsonb_each_text(f.traits))`,
    )}
      from premises_facts f where f.premises_id = $2 and f.house_id = (select house_id from premises where id = $2)
    union all
    ${FACT('agreement', `f.number`, `jsonb_build_object('kind', f.kind, 'signedOn', f.signed_on::text)`)}
      from agreements f where f.premises_id = $2
    union all
    select 'succession', s.id::text, daterange(s.on_day, null), other.number,
           jsonb_build_object('kind', s.kind, 'direction', case when s.from_account_id = $1 then 'to' else 'from' end,
                              'moved', s.moved::text),
           s.recorded_at, s.recorded_by, s.reason, s.document_id, null
      from account_successions s
      join accounts other on other.id = case when s.from_account_id = $1 then s.to_account_id else s.from_account_id end
     where $1::bigint in (s.from_account_id, s.to_account_id))
  select f.kind, f.id, lower(f.valid)::text as "from", upper(f.valid)::text as "to", f.name, f.values,
         f.recorded_at as "recordedAt", u.name as "recordedBy", f.reason,
         case when d.id is null then null else ${DOCUMENT} end as document, f.superseded_at as "supersededAt"
    from fact f left join users u on u.id = f.recorded_by left join documents d on d.id = f.document_id
   order by lower(f.valid) desc, f.recorded_at desc, f.kind, f.id`;

import { Injectable } from '@nestjs/common';
import { type AccountId, DomainError, type HouseId, type MeterId, type PremisesId } from '@dvor/kernel';
import { decodeCursor, KEY, type Page, pageOf, type PageRequest, type Tx } from '@dvor/platform';
import { byZone, type MeteredResource, type ProposalState, type ZonedValue } from '../core/index.js';
import { plainAmounts } from '../plain-amounts.js';
import type { ProposalId } from './proposed-meter.js';

/** A meter that a resident has proposed, and what is known where it is to stand. */
export interface MeterProposal {
  readonly id: ProposalId;
  readonly state: ProposalState;
  readonly houseId: HouseId;
  readonly premisesId: PremisesId;
  readonly account: { readonly id: AccountId; readonly number: string };
  readonly address: string;
  readonly resource: MeteredResource;
  readonly serial: string;
  readonly zones: readonly string[];
  readonly digits: number;
  readonly scale: number;
  readonly installedOn: string;
  readonly verifiedUntil: string;
  readonly value: ZonedValue;
  /** The meter that stood there by the resident's word, and its last reading where they told it. */
  readonly replaces: { readonly id: MeterId; readonly serial: string; readonly value: ZonedValue | null } | null;
  readonly hasPhoto: boolean;
  readonly hasPassport: boolean;
  readonly note: string | null;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** It was decided upon within two weeks: the resident may not have seen it yet. */
  readonly isNews: boolean;
  /** Why it is refused, as the resident reads it. */
  readonly answer: string | null;
  readonly meterId: MeterId | null;
  /** Others with the same number. */
  readonly doubles: readonly SameSerial[];
  /** Meters of the resource that stand in the premises. */
  readonly standing: readonly StandingMeter[];
}

/** A meter of the stock, or one that is proposed too, with the same number. */
export interface SameSerial {
  readonly of: 'meter' | 'proposal';
  readonly id: string;
  readonly address: string;
}

export interface StandingMeter {
  readonly id: MeterId;
  readonly serial: string;
  readonly zones: readonly string[];
  readonly last: { readonly date: string; readonly value: ZonedValue };
}

export interface ProposalFilter {
  readonly state: ProposalState;
  readonly houseId?: HouseId | undefined;
  readonly resource?: MeteredResource | undefined;
  /** Only those whose number is a meter's, or another proposal's, already. */
  readonly doubled?: boolean | undefined;
  /** A number of a meter or an account, or the beginning of it. */
  readonly search?: string | undefined;
}

/** Meters that residents have proposed, for those who decide on them and for the residents themselves. */
@Injectable()
export class ProposalQueue {
  /** Those that wait, the oldest first; those that were decided upon, the latest first. */
  async list(tx: Tx, filter: ProposalFilter, { cursor, limit }: PageRequest): Promise<Page<MeterProposal>> {
    const [after] = cursor ? decodeCursor(cursor, [KEY.id]) : [null];
    const [beyond, order] = filter.state === 'open' ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await tx.query<ProposalRow[]>(
      `${SELECT}
        where c.state = $1 and ($2::bigint is null or c.house_id = $2) and ($3::text is null or c.resource = $3)
          and (not $4::boolean or json_array_length(twins.doubles) > 0)
          and ($5::text is null or starts_with(lower(c.serial), lower($5)) or starts_with(a.number, $5))
          and ($6::bigint is null or c.id ${beyond} $6)
        order by c.id ${order} limit $7`,
      [
        ...[filter.state, filter.houseId ?? null, filter.resource ?? null, filter.doubled ?? false],
        ...[filter.search?.trim() || null, after, limit + 1],
      ],
    );
    const page = pageOf(rows, limit, ({ id }) => [id]);
    return { ...page, items: page.items.map(proposalOf) };
  }

  /** @throws DomainError `meter-proposal.not-found` */
  async card(tx: Tx, id: ProposalId): Promise<MeterProposal> {
    const [row] = await tx.query<ProposalRow[]>(`${SELECT} where c.id = $1`, [id]);
    if (!row) throw new DomainError('meter-proposal.not-found');
    return proposalOf(row);
  }

  /** The latest first. */
  async ofAccount(tx: Tx, accountId: AccountId): Promise<MeterProposal[]> {
    const rows = await tx.query<ProposalRow[]>(`${SELECT} where c.account_id = $1 order by c.id desc`, [accountId]);
    return rows.map(proposalOf);
  }

  /** Whose it is. @throws DomainError `meter-proposal.not-found` */
  async accountOf(tx: Tx, id: ProposalId): Promise<AccountId> {
    const [row] = await tx.query<{ accountId: AccountId }[]>(
      'select account_id as "accountId" from meter_proposals where id = $1',
      [id],
    );
    if (!row) throw new DomainError('meter-proposal.not-found');
    return row.accountId;
  }
}

interface RawMeter {
  readonly id: MeterId;
  readonly serial: string;
  readonly zones: readonly string[];
}

type ProposalRow = Omit<MeterProposal, 'value' | 'replaces' | 'standing'> & {
  readonly amounts: readonly string[];
  readonly final: readonly string[] | null;
  readonly old: RawMeter | null;
  readonly standing: readonly (RawMeter & { readonly on: string; readonly amounts: readonly string[] })[];
};

function proposalOf({ amounts, final, old, standing, ...proposal }: ProposalRow): MeterProposal {
  return {
    ...proposal,
    value: byZone(proposal.zones, amounts),
    replaces: old && { id: old.id, serial: old.serial, value: final && byZone(old.zones, final) },
    standing: standing.map(({ on, amounts: last, ...meter }) => ({
      ...meter,
      last: { date: on, value: byZone(meter.zones, last) },
    })),
  };
}

const ADDRESS = `concat_ws(', ', h.street, h.building, nullif('кв. ' || p.number, 'кв. '))`;

// Numbers are compared as `identifier_key` makes them; who replaces whom is known already and is no double.
const DOUBLES = `
  select coalesce(json_agg(json_build_object('of', twin.of, 'id', twin.id::text, 'address', twin.address)), '[]') as doubles
    from (select 'meter' as of, m.id, ${ADDRESS} as address
            from meters m join houses h on h.id = m.house_id left join premises p on p.id = m.premises_id
           where m.serial_key = c.serial_key and m.id is distinct from c.meter_id
          union all
          select 'proposal', o.id, ${ADDRESS}
            from meter_proposals o join houses h on h.id = o.house_id join premises p on p.id = o.premises_id
           where o.serial_key = c.serial_key and o.id <> c.id and o.state = 'open'
           limit 5) twin`;

const STANDING = `
  select coalesce(json_agg(json_build_object('id', m.id::text, 'serial', m.serial, 'zones', m.zones,
                    'on', coalesce(r.taken_on, lower(f.valid))::text,
                    'amounts', ${plainAmounts('coalesce(r.amounts, f.initial_values)')}) order by m.id), '[]') as standing
    from meters m
    join meter_facts f on f.meter_id = m.id and f.superseded_at is null and upper_inf(f.valid)
    left join lateral (
         select taken_on, amounts from readings where meter_id = m.id and refused_at is null
          order by taken_on desc, id desc limit 1) r on true
   where m.premises_id = c.premises_id and m.resource = c.resource`;

const SELECT = `
  select c.id, c.state, c.house_id as "houseId", c.premises_id as "premisesId",
         json_build_object('id', a.id::text, 'number', a.number) as account, ${ADDRESS} as address,
         c.resource, c.serial, c.zones, c.digits, c.scale, c.installed_on::text as "installedOn", c.verified_until::text as "verifiedUntil",
         ${plainAmounts('c.amounts')} as amounts, case when c.final_amounts is not null then ${plainAmounts('c.final_amounts')} end as final,
         case when old.id is not null then json_build_object('id', old.id::text, 'serial', old.serial, 'zones', old.zones) end as old,
         c.photo_id is not null as "hasPhoto", c.passport_id is not null as "hasPassport", c.note, u.name as "proposedBy",
         c.proposed_at as "proposedAt", d.name as "decidedBy", c.decided_at as "decidedAt",
         coalesce(c.decided_at >= organization_now() - interval '14 days', false) as "isNews", c.answer, c.meter_id as "meterId",
         twins.doubles, now_there.standing
    from meter_proposals c
    join accounts a on a.id = c.account_id
    join houses h on h.id = c.house_id
    join premises p on p.id = c.premises_id
    join users u on u.id = c.proposed_by
    left join users d on d.id = c.decided_by
    left join meters old on old.id = c.replaces_id
   cross join lateral (${DOUBLES}) twins
   cross join lateral (${STANDING}) now_there`;

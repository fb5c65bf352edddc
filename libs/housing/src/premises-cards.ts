import { Injectable } from '@nestjs/common';
import { DomainError, formatDate, type HouseId, type LocalDate, type PartyId, type PremisesId } from '@dvor/kernel';
import { inForce, type Tx } from '@dvor/platform';
import { formatAddress, type HouseAddress, type PremisesKind, type Traits } from './core/index.js';

/** A premises as it is on a day, whether it has an account or not. Areas are decimal texts, m². */
export interface PremisesCard {
  readonly id: PremisesId;
  readonly houseId: HouseId;
  readonly address: string;
  readonly kind: PremisesKind;
  readonly number: string;
  readonly parentId: PremisesId | null;
  readonly entrance: number | null;
  readonly floor: number | null;
  readonly cadastralNumber: string | null;
  readonly gisId: string | null;
  readonly area: string | null;
  readonly livingArea: string | null;
  readonly heatedArea: string | null;
  readonly rooms: number | null;
  readonly traits: Traits;
  readonly meterImpossible: readonly string[];
  /** A lawful heat source of its own, or no heaters by the house's project. */
  readonly ownHeating: boolean;
  readonly owners: readonly {
    readonly partyId: PartyId;
    readonly name: string;
    /** `1/3`. */
    readonly share: string;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly accounts: readonly {
    readonly id: string;
    readonly number: string;
    readonly payerName: string;
    /** `1/3`; `null`: all of the premises. */
    readonly share: string | null;
  }[];
}

/** Premises as of a day. */
@Injectable()
export class PremisesCards {
  /**
   * With `known`: as it was believed to be at that instant.
   * @throws DomainError `premises.not-found`
   */
  async read(tx: Tx, id: PremisesId, on: LocalDate, known: Date | null = null): Promise<PremisesCard> {
    const instant = known === null ? [] : [known];
    const [row] = await tx.query<(Omit<PremisesCard, 'address' | 'traits'> & Row)[]>(
      cardSql(known === null ? null : '$3'),
      [id, formatDate(on), ...instant],
    );
    if (!row) throw new DomainError('premises.not-found', { id });
    const { city, street, building, flat, traits, ...card } = row;
    const address = formatAddress({ city, street, building }, { kind: card.kind, number: card.number, flat });
    return { ...card, address, traits: traits ?? {} };
  }
}

interface Row extends HouseAddress {
  readonly flat: string | null;
  readonly traits: Traits | null;
}

const cardSql = (known: `$${number}` | null) => `
  select p.id, p.house_id as "houseId", h.city, h.street, h.building, p.kind, p.number, flat.number as flat,
         p.parent_id as "parentId", p.entrance, p.floor, p.cadastral_number as "cadastralNumber", p.gis_id as "gisId",
         f.area, f.living_area as "livingArea", f.heated_area as "heatedArea", f.rooms, f.traits,
         coalesce(f.meter_impossible, '{}') as "meterImpossible",
         coalesce(f.own_heating, false) as "ownHeating",
         coalesce((select json_agg(json_build_object('partyId', party.id::text, 'name', party.name,
                                                     'share', o.share_numerator || '/' || o.share_denominator,
                                                     'from', lower(o.valid), 'to', upper(o.valid)) order by party.name)
                     from ownerships o join parties party on party.id = o.party_id
                    where o.premises_id = p.id and o.house_id = p.house_id and o.valid @> $2::date and ${inForce('o', known)}), '[]') as owners,
         coalesce((select json_agg(json_build_object('id', a.id::text, 'number', a.number, 'payerName', payer.name,
                                                     'share', t.share_numerator || '/' || t.share_denominator) order by a.number)
                     from accounts a join account_facts t on t.account_id = a.id and t.house_id = p.house_id
                      and t.valid @> $2::date and ${inForce('t', known)}
                     join parties payer on payer.id = t.payer_id
                    where a.premises_id = p.id), '[]') as accounts
    from premises p
    join houses h on h.id = p.house_id
    left join premises flat on flat.id = p.parent_id
    left join premises_facts f on f.premises_id = p.id and f.house_id = p.house_id and f.valid @> $2::date and ${inForce('f', known)}
   where p.id = $1`;

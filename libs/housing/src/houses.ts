import { Injectable } from '@nestjs/common';
import { DomainError, formatDate, type HouseId, type LocalDate, type PremisesId } from '@dvor/kernel';
import { decodeCursor, inForce, type Page, pageOf, type PageRequest, type Tx } from '@dvor/platform';
import { formatAddress, formatPremises, type PremisesKind, searchWords, type Traits } from './core/index.js';
import { passportOf, type PassportEntry, type PassportRow } from './house-passport.js';

/** A house as it is on a day. */
export interface HouseSummary {
  readonly id: HouseId;
  readonly address: string;
  readonly yearBuilt: number | null;
  readonly floors: number | null;
  /** Count of flats. */
  readonly flats: number;
  /** Count of accounts open on the day. */
  readonly accounts: number;
  /** Sоб, m². */
  readonly area: string | null;
  /** Sои, m². */
  readonly commonArea: string | null;
}

export interface HouseCard extends HouseSummary {
  readonly city: string;
  readonly street: string;
  readonly building: string;
  readonly fiasId: string | null;
  readonly cadastralNumber: string | null;
  readonly oktmo: string | null;
  /** Sum over flats and non-residential premises, m²: what the passport's area should be. */
  readonly areaOfPremises: string | null;
  readonly postalCode: string | null;
  readonly timeZone: string;
  readonly entrances: number | null;
  readonly traits: Traits;
  /** What was known of the house, attribute by attribute, and what it was corrected from. */
  readonly passport: PassportEntry[];
}

export interface PremisesSummary {
  readonly id: PremisesId;
  readonly number: string;
  readonly kind: PremisesKind;
  /** `кв. 15`, `кв. 15, ком. 2`. */
  readonly name: string;
  readonly entrance: number | null;
  readonly floor: number | null;
  readonly area: string | null;
  readonly livingArea: string | null;
  readonly accountId: string | null;
  readonly accountNumber: string | null;
}

/** Houses and what is in them, as of a day. */
@Injectable()
export class Houses {
  /** By street and number; `search` is words of the address, `withoutStateIds` leaves those without a ФИАС id. */
  async list(
    tx: Tx,
    asked: PageRequest & {
      readonly on: LocalDate;
      readonly search?: string | undefined;
      readonly withoutStateIds?: boolean | undefined;
    },
  ): Promise<Page<HouseSummary>> {
    const after = asked.cursor ? decodeCursor(asked.cursor, 2) : null;
    const words = searchWords(asked.search ?? '').map((word) => `%${escapeLike(word)}%`);
    const rows = await tx.query<(HouseRow & { key: string })[]>(
      `select * from (${HOUSES}) h
        where lower(replace(concat_ws(' ', city, street, building), 'ё', 'е')) like all ($2::text[])
          and ($3::text is null or (key, id) > ($3, $4::bigint))
          and (not $6 or "fiasId" is null)
        order by key, id limit $5`,
      [
        formatDate(asked.on),
        words,
        after?.[0] ?? null,
        after?.[1] ?? null,
        asked.limit + 1,
        asked.withoutStateIds ?? false,
      ],
    );
    const page = pageOf(rows, asked.limit, ({ key, id }) => [key, id]);
    return { ...page, items: page.items.map(summaryOf) };
  }

  /**
   * As it is on a day; with `known` as it was believed to be at that instant.
   * @throws DomainError `house.not-found`
   */
  async card(tx: Tx, id: HouseId, on: LocalDate, known: Date | null = null): Promise<HouseCard> {
    const [row] = await tx.query<(HouseRow & CardRow)[]>(`${cardSql(known === null ? null : '$3')} where h.id = $2`, [
      formatDate(on),
      id,
      ...(known === null ? [] : [known]),
    ]);
    if (!row) throw new DomainError('house.not-found', { id });
    const facts = await tx.query<PassportRow[]>(PASSPORT, [id]);
    const { city, street, building, postalCode, timeZone, entrances, traits } = row;
    const { fiasId, cadastralNumber, oktmo, areaOfPremises } = row;
    return {
      ...summaryOf(row),
      city,
      street,
      building,
      postalCode,
      timeZone,
      entrances,
      fiasId,
      cadastralNumber,
      oktmo,
      areaOfPremises,
      traits: traits ?? {},
      passport: passportOf(facts),
    };
  }

  /** All premises of a house in their order; the account is the one open on the day. With `known`: as it was believed. */
  async premises(tx: Tx, id: HouseId, on: LocalDate, known: Date | null = null): Promise<PremisesSummary[]> {
    const rows = await tx.query<(Omit<PremisesSummary, 'name'> & { flat: string | null })[]>(
      premisesSql(known === null ? null : '$3'),
      [id, formatDate(on), ...(known === null ? [] : [known])],
    );
    return rows.map(({ flat, ...row }) => ({ ...row, name: formatPremises({ ...row, flat }) }));
  }
}

interface HouseRow extends Omit<HouseSummary, 'address'> {
  readonly city: string;
  readonly street: string;
  readonly building: string;
}

type CardRow = Pick<
  HouseCard,
  'postalCode' | 'timeZone' | 'entrances' | 'fiasId' | 'cadastralNumber' | 'oktmo' | 'areaOfPremises'
> & { readonly traits: Traits | null };

// Buildings sort by their number: 9, then 10, then 10а.
const housesSql = (known: `$${number}` | null, more = '') => `
  select h.id, h.city, h.street, h.building, h.postal_code as "postalCode", h.year_built as "yearBuilt", h.time_zone as "timeZone",
         f.floors, f.entrances, f.area, f.common_area as "commonArea", f.traits${more},
         (select count(*)::int from premises p where p.house_id = h.id and p.kind = 'flat') as flats,
         (select count(*)::int from account_facts a
           where a.house_id = h.id and ${inForce('a', known)} and a.valid @> $1::date) as accounts,
         concat_ws(' ', h.city, h.street, lpad(substring(h.building from '^\\d*'), 5, '0'), h.building) as key
    from houses h
    left join house_facts f on f.house_id = h.id and ${inForce('f', known)} and f.valid @> $1::date`;

const HOUSES = housesSql(null, `, h.fias_id as "fiasId"`);

const cardSql = (known: `$${number}` | null) =>
  housesSql(
    known,
    `, h.fias_id as "fiasId", h.cadastral_number as "cadastralNumber", h.oktmo,
         (select sum(s.area) from premises_facts s join premises p on p.id = s.premises_id
           where s.house_id = h.id and ${inForce('s', known)} and s.valid @> $1::date and p.kind in ('flat', 'nonresidential')) as "areaOfPremises"`,
  );

const PASSPORT = `
  select lower(f.valid) - date '1970-01-01' as "from", upper(f.valid) - date '1970-01-01' as "to",
         f.area, f.common_area as "commonArea", f.floors, f.entrances, f.traits,
         f.recorded_at as "recordedAt", u.name as "recordedBy", f.reason, f.superseded_at as "supersededAt"
    from house_facts f left join users u on u.id = f.recorded_by
   where f.house_id = $1
   order by lower(f.valid), f.recorded_at`;

const premisesSql = (known: `$${number}` | null) => `
  select p.id, p.number, p.kind, p.entrance, p.floor, flat.number as flat, f.area, f.living_area as "livingArea",
         a.id as "accountId", a.number as "accountNumber"
    from premises p
    left join premises flat on flat.id = p.parent_id
    left join premises_facts f on f.premises_id = p.id and f.house_id = p.house_id and ${inForce('f', known)} and f.valid @> $2::date
    left join lateral (
         select a.id, a.number
           from accounts a join account_facts o on o.account_id = a.id and o.superseded_at is null and o.valid @> $2::date
          where a.premises_id = p.id order by a.number limit 1) a on true
   where p.house_id = $1
   order by array_position(array['flat', 'room', 'nonresidential', 'parking', 'common'], case p.kind when 'room' then 'flat' else p.kind end),
            lpad(substring(coalesce(flat.number, p.number) from '^\\d*'), 5, '0'), coalesce(flat.number, p.number), p.kind,
            lpad(substring(p.number from '^\\d*'), 5, '0'), p.number`;

function summaryOf(row: HouseRow): HouseSummary {
  const { id, yearBuilt, floors, flats, accounts, area, commonArea } = row;
  return { id, address: formatAddress(row), yearBuilt, floors, flats, accounts, area, commonArea };
}

function escapeLike(word: string): string {
  return word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

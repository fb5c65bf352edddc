import { type AccountId, formatDate, type HouseId, type LocalDate, type PartyId, type PremisesId } from '@dvor/kernel';
import { formatAddress, type PremisesKind, houseKey } from '@dvor/housing';
import type { Tx } from '@dvor/platform';
import type { HouseFound } from '../reading/address.js';
import { premisesKey } from './place-fields.js';

export interface KnownHouse {
  readonly id: HouseId;
  readonly city: string;
  readonly street: string;
  readonly building: string;
  /** By its management agreements. */
  readonly closed: boolean;
}

/** Houses of the organisation, found however their address is written; without a city where one alone fits. */
export class KnownHouses {
  private readonly byKey = new Map<string, KnownHouse>();
  private readonly withoutCity = new Map<string, KnownHouse | null>();

  constructor(houses: readonly KnownHouse[]) {
    for (const house of houses) {
      this.byKey.set(houseKey(house), house);
      const bare = houseKey(house, false);
      this.withoutCity.set(bare, this.withoutCity.has(bare) ? null : house);
    }
  }

  find(house: HouseFound): KnownHouse | null {
    if (house.city) return this.byKey.get(houseKey(house)) ?? null;
    return this.withoutCity.get(houseKey(house, false)) ?? null;
  }
}

export async function loadHouses(tx: Tx, on: LocalDate): Promise<KnownHouses> {
  return new KnownHouses(
    await tx.query<KnownHouse[]>(
      `select h.id, h.city, h.street, h.building, coalesce(managed.ended, false) as closed
         from houses h
         left join (select house_id, not bool_or(valid @> $1::date) as ended from agreements
                     where kind = 'management' and superseded_at is null group by house_id) managed on managed.house_id = h.id`,
      [formatDate(on)],
    ),
  );
}

export interface KnownPremises {
  readonly id: PremisesId;
  readonly houseId: HouseId;
  readonly kind: PremisesKind;
  readonly number: string;
  readonly flat: string | null;
  /** On the day; `null` where nothing is known then. */
  readonly area: string | null;
  readonly livingArea: string | null;
  readonly rooms: number | null;
  /** Are there days of which nothing is known and that a new fact would not run into? */
  readonly hasFacts: boolean;
  readonly owners: readonly { readonly name: string; readonly share: string }[];
}

/** Premises of some houses by house and key. */
export async function loadPremises(
  tx: Tx,
  houseIds: readonly HouseId[],
  on: LocalDate,
): Promise<Map<string, KnownPremises>> {
  const rows = await tx.query<KnownPremises[]>(
    `select p.id, p.house_id as "houseId", p.kind, p.number, (select number from premises flat where flat.id = p.parent_id) as flat,
            f.area, f.living_area as "livingArea", f.rooms,
            exists (select from premises_facts any_fact where any_fact.premises_id = p.id and any_fact.superseded_at is null
                       and any_fact.valid && daterange($2::date, null)) as "hasFacts",
            coalesce((select jsonb_agg(jsonb_build_object('name', (select name from parties where parties.id = o.party_id),
                                                          'share', o.share_numerator || '/' || o.share_denominator))
                        from ownerships o
                       where o.premises_id = p.id and o.superseded_at is null and o.valid && daterange($2::date, null)), '[]') as owners
       from premises p
       left join lateral (select area, living_area, rooms from premises_facts f
                           where f.premises_id = p.id and f.superseded_at is null and f.valid @> $2::date limit 1) f on true
      where p.house_id = any ($1)`,
    [houseIds, formatDate(on)],
  );
  return new Map(rows.map((row) => [`${row.houseId}|${premisesKey(row)}`, row]));
}

export interface KnownAccount {
  readonly id: AccountId;
  readonly number: string;
  readonly premisesId: PremisesId;
  readonly houseId: HouseId;
  readonly address: string;
  readonly els: string | null;
  readonly izhku: string | null;
  /** On the day; `null` where it is not open then. */
  readonly payer: {
    readonly id: PartyId;
    readonly name: string;
    readonly phone: string | null;
    readonly email: string | null;
    readonly version: number;
  } | null;
  readonly persons: number;
}

type AccountRow = Omit<KnownAccount, 'address'> & {
  readonly city: string;
  readonly street: string;
  readonly building: string;
  readonly kind: PremisesKind;
  readonly premisesNumber: string;
  readonly flat: string | null;
};

/** Accounts by their numbers, as they are on a day. */
export async function loadAccounts(
  tx: Tx,
  numbers: readonly string[],
  on: LocalDate,
): Promise<Map<string, KnownAccount>> {
  const rows = await tx.query<AccountRow[]>(`${ACCOUNTS} where a.number = any ($1)`, [numbers, formatDate(on)]);
  return new Map(rows.map((row) => [row.number, accountOf(row)]));
}

/** Numbers of the accounts that are open on some premises from a day on. */
export async function loadAccountsOn(
  tx: Tx,
  premisesIds: readonly PremisesId[],
  from: LocalDate,
): Promise<Map<PremisesId, string[]>> {
  const rows = await tx.query<{ premisesId: PremisesId; number: string }[]>(
    `select distinct a.premises_id as "premisesId", a.number
       from accounts a join account_facts f on f.account_id = a.id and f.superseded_at is null
      where a.premises_id = any ($1) and f.valid && daterange($2::date, null) order by a.number`,
    [premisesIds, formatDate(from)],
  );
  const numbers = new Map<PremisesId, string[]>();
  for (const { premisesId, number } of rows) numbers.set(premisesId, [...(numbers.get(premisesId) ?? []), number]);
  return numbers;
}

/** The number of the account that a state identifier belongs to. */
export async function loadStateIds(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; number: string }[]>(
    `select els as id, number from accounts where els = any ($1) union all select izhku, number from accounts where izhku = any ($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

// Other rows are fetched one by one, by their ids: a plan made while a load fills empty tables would join them whole.
const ACCOUNTS = `
  select a.id, a.number, a.premises_id as "premisesId", a.house_id as "houseId", h.city, h.street, h.building, p.kind,
         p.number as "premisesNumber", (select number from premises flat where flat.id = p.parent_id) as flat, a.els, a.izhku,
         (select (select jsonb_build_object('id', party.id::text, 'name', party.name, 'phone', party.phone, 'email', party.email, 'version', party.version)
                    from parties party where party.id = f.payer_id)
            from account_facts f where f.account_id = a.id and f.superseded_at is null and f.valid @> $2::date) as payer,
         (select count(*)::int from residencies r where r.account_id = a.id and r.superseded_at is null and r.valid @> $2::date) as persons
    from accounts a
    cross join lateral (select city, street, building from houses where houses.id = a.house_id limit 1) h
    cross join lateral (select kind, number, parent_id from premises where premises.id = a.premises_id limit 1) p`;

function accountOf({ city, street, building, kind, premisesNumber, flat, ...account }: AccountRow): KnownAccount {
  const address = formatAddress({ city, street, building }, { kind, number: premisesNumber, flat });
  return { ...account, address };
}

/** Are two names the same but for case, ё and blanks? */
export function sameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b);
}

export function plainName(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ').trim();
}

import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  formatDate,
  type HouseId,
  type LocalDate,
  type PartyId,
  type PremisesId,
} from '@dvor/kernel';
import { decodeCursor, type Page, pageOf, type PageRequest, type Tx } from '@dvor/platform';
import { formatAddress, formatPremises, formatShare, type PremisesKind, searchWords } from './core/index.js';

export type AccountState = 'open' | 'closed' | 'not-yet-open';

/** An account as it is on a day; a closed one as it was on its last. */
export interface AccountSummary {
  readonly id: AccountId;
  readonly number: string;
  readonly houseId: HouseId;
  readonly premisesId: PremisesId;
  readonly address: string;
  /** `кв. 15`. */
  readonly premisesName: string;
  readonly premisesNumber: string;
  readonly payerName: string | null;
  /** m². */
  readonly area: string | null;
  /** Count of registered people, permanently or for a time. */
  readonly persons: number;
  readonly state: AccountState;
  /** `2020-01-01`. */
  readonly openedOn: string | null;
  /** The first day on which it is no longer open. */
  readonly closedOn: string | null;
}

export interface AccountCard extends AccountSummary {
  readonly house: { readonly id: HouseId; readonly address: string };
  readonly premises: {
    readonly id: PremisesId;
    readonly kind: PremisesKind;
    readonly number: string;
    readonly entrance: number | null;
    readonly floor: number | null;
    readonly area: string | null;
    readonly livingArea: string | null;
  };
  readonly payer: { readonly id: PartyId; readonly name: string } | null;
  /** Those of the account's days, former ones too. */
  readonly owners: Owner[];
  readonly residents: Resident[];
}

export interface Owner {
  readonly name: string;
  /** `1/3`. */
  readonly share: string;
  readonly from: string;
  readonly to: string | null;
}

export interface Resident {
  readonly name: string;
  readonly kind: 'permanent' | 'temporary';
  readonly from: string;
  readonly to: string | null;
}

export interface AccountsAsked extends PageRequest {
  readonly on: LocalDate;
  /** Words of number, address or payer, in any order. */
  readonly search?: string | undefined;
  readonly houseId?: HouseId | undefined;
}

/** Accounts and the people behind them, as of a day. */
@Injectable()
export class Accounts {
  /** By number. */
  async list(tx: Tx, asked: AccountsAsked): Promise<Page<AccountSummary>> {
    const ids = await this.pageOfIds(tx, asked);
    const rows = await tx.query<AccountRow[]>(`${ACCOUNTS} where a.id = any ($2) order by a.number`, [
      formatDate(asked.on),
      ids,
    ]);
    return pageOf(rows.map(summaryOf), asked.limit, ({ number }) => [number]);
  }

  /** Some accounts in the order of their numbers, for those who hold their ids already. */
  async some(tx: Tx, ids: readonly AccountId[], on: LocalDate): Promise<AccountSummary[]> {
    const rows = await tx.query<AccountRow[]>(`${ACCOUNTS} where a.id = any ($2) order by a.number`, [
      formatDate(on),
      ids,
    ]);
    return rows.map(summaryOf);
  }

  /** @throws DomainError `account.not-found` */
  async card(tx: Tx, id: AccountId, on: LocalDate): Promise<AccountCard> {
    const [row] = await tx.query<AccountRow[]>(`${ACCOUNTS} where a.id = $2`, [formatDate(on), id]);
    if (!row) throw new DomainError('account.not-found', { id });
    const owners = await tx.query<OwnerRow[]>(OWNERS, [id]);
    return {
      ...summaryOf(row),
      house: { id: row.houseId, address: formatAddress(row) },
      premises: {
        id: row.premisesId,
        kind: row.kind,
        number: row.premisesNumber,
        entrance: row.entrance,
        floor: row.floor,
        area: row.area,
        livingArea: row.livingArea,
      },
      payer: row.payerId === null ? null : { id: row.payerId, name: row.payerName! },
      owners: owners.map(({ name, from, to, ...share }) => ({ name, share: formatShare(share), from, to })),
      residents: await tx.query<Resident[]>(RESIDENTS, [id]),
    };
  }

  /** One more than the page holds. Row-level security would switch the trigram index off, hence the function. */
  private async pageOfIds(tx: Tx, { cursor, houseId, limit, search }: AccountsAsked): Promise<AccountId[]> {
    const after = cursor ? decodeCursor(cursor, 1)[0] : null;
    const words = searchWords(search ?? '');
    const rows =
      words.length > 0
        ? await tx.query<{ id: AccountId }[]>('select account_id as id from search_accounts($1, $2, $3, $4)', [
            words,
            houseId ?? null,
            after,
            limit + 1,
          ])
        : await tx.query<{ id: AccountId }[]>(
            `select id from accounts where ($1::bigint is null or house_id = $1) and ($2::text is null or number > $2) order by number limit $3`,
            [houseId ?? null, after, limit + 1],
          );
    return rows.map(({ id }) => id);
  }
}

interface AccountRow {
  readonly id: AccountId;
  readonly number: string;
  readonly houseId: HouseId;
  readonly city: string;
  readonly street: string;
  readonly building: string;
  readonly premisesId: PremisesId;
  readonly kind: PremisesKind;
  readonly premisesNumber: string;
  readonly flat: string | null;
  readonly entrance: number | null;
  readonly floor: number | null;
  readonly area: string | null;
  readonly livingArea: string | null;
  readonly payerId: PartyId | null;
  readonly payerName: string | null;
  readonly persons: number;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly state: AccountState;
}

interface OwnerRow {
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly from: string;
  readonly to: string | null;
}

// `seen` is the day asked about, or the account's nearest one.
const ACCOUNTS = `
  select a.id, a.number, h.id as "houseId", h.city, h.street, h.building, p.id as "premisesId", p.kind, p.number as "premisesNumber",
         flat.number as flat, p.entrance, p.floor, f.area, f.living_area as "livingArea",
         payer.id as "payerId", payer.name as "payerName", o.opened::text as "openedOn", o.closed::text as "closedOn",
         case when o.opened > $1::date then 'not-yet-open' when o.closed <= $1::date then 'closed' else 'open' end as state,
         (select count(*)::int from residencies r where r.account_id = a.id and r.superseded_at is null and r.valid @> o.seen) as persons
    from accounts a
    join houses h on h.id = a.house_id
    join premises p on p.id = a.premises_id
    left join premises flat on flat.id = p.parent_id
    left join lateral (
         select min(lower(valid)) as opened, nullif(max(coalesce(upper(valid), 'infinity')), 'infinity') as closed,
                greatest(min(lower(valid)), least($1::date, max(coalesce(upper(valid), 'infinity')) - 1)) as seen
           from account_facts where account_id = a.id and superseded_at is null) o on true
    left join account_facts t on t.account_id = a.id and t.superseded_at is null and t.valid @> o.seen
    left join parties payer on payer.id = t.payer_id
    left join premises_facts f on f.premises_id = p.id and f.superseded_at is null and f.valid @> o.seen`;

const OWNERS = `
  select p.name, o.share_numerator as numerator, o.share_denominator as denominator, lower(o.valid)::text as "from", upper(o.valid)::text as "to"
    from accounts a
    join ownerships o on o.premises_id = a.premises_id and o.superseded_at is null
    join parties p on p.id = o.party_id
   where a.id = $1
     and exists (select from account_facts f where f.account_id = a.id and f.superseded_at is null and f.valid && o.valid)
   order by upper(o.valid) desc nulls first, lower(o.valid), p.name`;

const RESIDENTS = `
  select p.name, r.kind, lower(r.valid)::text as "from", upper(r.valid)::text as "to"
    from residencies r join parties p on p.id = r.party_id
   where r.account_id = $1 and r.superseded_at is null
   order by upper(r.valid) desc nulls first, lower(r.valid), p.name`;

function summaryOf(row: AccountRow): AccountSummary {
  const { id, number, houseId, premisesId, premisesNumber, payerName, area, persons, state, openedOn, closedOn } = row;
  const premises = { kind: row.kind, number: premisesNumber, flat: row.flat };
  const address = formatAddress(row, premises);
  const premisesName = formatPremises(premises);
  return {
    id,
    number,
    houseId,
    premisesId,
    address,
    premisesName,
    premisesNumber,
    payerName,
    area,
    persons,
    state,
    openedOn,
    closedOn,
  };
}

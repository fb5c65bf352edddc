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
import { decodeCursor, inForce, type Page, pageOf, type PageRequest, type Tx } from '@dvor/platform';
import { searchAccounts } from './account-search.js';
import { formatAddress, formatPremises, formatShare, type PremisesKind, type Traits } from './core/index.js';

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
  /** m², of the whole premises. */
  readonly area: string | null;
  /** `1/3`: what it bears of the premises; `null`: all of it. */
  readonly share: string | null;
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
    readonly heatedArea: string | null;
    readonly traits: Traits;
  };
  readonly payer: { readonly id: PartyId; readonly name: string } | null;
  /** Those of the account's days, former ones too. */
  readonly owners: Owner[];
  readonly residents: Resident[];
  readonly absences: Absence[];
  /** ЕЛС and ИЖКУ. */
  readonly els: string | null;
  readonly izhku: string | null;
}

export interface Absence {
  readonly partyId: PartyId;
  readonly name: string;
  /** The days of leaving and of coming back. */
  readonly from: string;
  readonly until: string;
  readonly appliedOn: string;
}

export interface Owner {
  readonly partyId: PartyId;
  readonly name: string;
  /** `1/3`. */
  readonly share: string;
  readonly from: string;
  readonly to: string | null;
}

export interface Resident {
  readonly partyId: PartyId;
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
  /** Only those that lack an ЕЛС or an ИЖКУ, and so can't be told to ГИС ЖКХ; a search looks among all. */
  readonly withoutStateIds?: boolean | undefined;
}

/** Accounts and the people behind them, as of a day. */
@Injectable()
export class Accounts {
  /** By number; those searched for by how well they fit. */
  async list(tx: Tx, asked: AccountsAsked): Promise<Page<AccountSummary>> {
    const { items, nextCursor } = await this.pageOfIds(tx, asked);
    const rows = await tx.query<AccountRow[]>(
      `${accountsSql(null)} where a.id = any ($2::bigint[]) order by array_position($2::bigint[], a.id)`,
      [formatDate(asked.on), items],
    );
    return { items: rows.map(summaryOf), nextCursor };
  }

  /** Some accounts in the order of their numbers, for those who hold their ids already. */
  async some(tx: Tx, ids: readonly AccountId[], on: LocalDate): Promise<AccountSummary[]> {
    const rows = await tx.query<AccountRow[]>(`${accountsSql(null)} where a.id = any ($2) order by a.number`, [
      formatDate(on),
      ids,
    ]);
    return rows.map(summaryOf);
  }

  /**
   * As it is on a day; with `known` as it was believed to be at that instant. Of days before its first record nothing is
   * known: the payer is null, the lists are empty.
   * @throws DomainError `account.not-found`
   */
  async card(tx: Tx, id: AccountId, on: LocalDate, known: Date | null = null): Promise<AccountCard> {
    const asked = known === null ? null : '$3';
    const instant = known === null ? [] : [known];
    const [row] = await tx.query<AccountRow[]>(`${accountsSql(asked)} where a.id = $2`, [
      formatDate(on),
      id,
      ...instant,
    ]);
    if (!row) throw new DomainError('account.not-found', { id });
    const people = known === null ? null : '$2';
    const owners = await tx.query<OwnerRow[]>(ownersSql(people), [id, ...instant]);
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
        heatedArea: row.heatedArea,
        traits: row.traits ?? {},
      },
      payer: row.payerId === null ? null : { id: row.payerId, name: row.payerName! },
      owners: owners.map(({ partyId, name, from, to, ...share }) => ({
        partyId,
        name,
        share: formatShare(share),
        from,
        to,
      })),
      residents: await tx.query<Resident[]>(residentsSql(people), [id, ...instant]),
      absences: await tx.query<Absence[]>(absencesSql(people), [id, ...instant]),
      els: row.els,
      izhku: row.izhku,
    };
  }

  private async pageOfIds(
    tx: Tx,
    { cursor, houseId, limit, search = '', withoutStateIds = false }: AccountsAsked,
  ): Promise<Page<AccountId>> {
    if (search.trim() !== '') return searchAccounts(tx, { search, houseId, cursor, limit });
    const after = cursor ? decodeCursor(cursor, 1)[0] : null;
    const rows = await tx.query<{ id: AccountId; number: string }[]>(
      `select id, number from accounts where ($1::bigint is null or house_id = $1) and ($2::text is null or number > $2)
          and (not $4 or els is null or izhku is null) order by number limit $3`,
      [houseId ?? null, after, limit + 1, withoutStateIds],
    );
    const page = pageOf(rows, limit, ({ number }) => [number]);
    return { ...page, items: page.items.map(({ id }) => id) };
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
  readonly heatedArea: string | null;
  readonly share: string | null;
  readonly traits: Traits | null;
  readonly els: string | null;
  readonly izhku: string | null;
  readonly payerId: PartyId | null;
  readonly payerName: string | null;
  readonly persons: number;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly state: AccountState;
}

interface OwnerRow {
  readonly partyId: PartyId;
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly from: string;
  readonly to: string | null;
}

type Known = `$${number}` | null;

// `seen` is the day asked about, or the account's nearest one. The house is named wherever an index needs it.
const accountsSql = (known: Known) => `
  select a.id, a.number, h.id as "houseId", h.city, h.street, h.building, p.id as "premisesId", p.kind, p.number as "premisesNumber",
         flat.number as flat, p.entrance, p.floor, f.area, t.share_numerator || '/' || t.share_denominator as share, f.living_area as "livingArea",
         f.heated_area as "heatedArea", f.traits, a.els, a.izhku,
         payer.id as "payerId", payer.name as "payerName", o.opened::text as "openedOn", o.closed::text as "closedOn",
         case when o.opened > $1::date then 'not-yet-open' when o.closed <= $1::date then 'closed' else 'open' end as state,
         (select count(*)::int from residencies r where r.account_id = a.id and ${inForce('r', known)} and r.valid @> o.seen) as persons
    from accounts a
    join houses h on h.id = a.house_id
    join premises p on p.id = a.premises_id
    left join premises flat on flat.id = p.parent_id
    left join lateral (
         select min(lower(valid)) as opened, nullif(max(coalesce(upper(valid), 'infinity')), 'infinity') as closed,
                greatest(min(lower(valid)), least($1::date, max(coalesce(upper(valid), 'infinity')) - 1)) as seen
           from account_facts s where s.account_id = a.id${inHouse('s', known)} and ${inForce('s', known)}) o on true
    left join account_facts t on t.account_id = a.id${inHouse('t', known)} and ${inForce('t', known)} and t.valid @> o.seen
    left join parties payer on payer.id = t.payer_id
    left join premises_facts f on f.premises_id = p.id${inHouse('f', known)} and ${inForce('f', known)} and f.valid @> o.seen`;

/** What was known once can't be found by the indexes of rows in force. */
function inHouse(alias: string, known: Known): string {
  return known === null ? '' : ` and ${alias}.house_id = a.house_id`;
}

const ownersSql = (known: Known) => `
  select p.id as "partyId", p.name, o.share_numerator as numerator, o.share_denominator as denominator, lower(o.valid)::text as "from", upper(o.valid)::text as "to"
    from accounts a
    join ownerships o on o.premises_id = a.premises_id${inHouse('o', known)} and ${inForce('o', known)}
    join parties p on p.id = o.party_id
   where a.id = $1
     and exists (select from account_facts f where f.account_id = a.id${inHouse('f', known)} and ${inForce('f', known)} and f.valid && o.valid)
   order by upper(o.valid) desc nulls first, lower(o.valid), p.name`;

const residentsSql = (known: Known) => `
  select p.id as "partyId", p.name, r.kind, lower(r.valid)::text as "from", upper(r.valid)::text as "to"
    from residencies r join parties p on p.id = r.party_id
   where r.account_id = $1 and ${inForce('r', known)}
   order by upper(r.valid) desc nulls first, lower(r.valid), p.name`;

const absencesSql = (known: Known) => `
  select p.id as "partyId", p.name, lower(b.valid)::text as "from", (upper(b.valid) - 1)::text as until, b.applied_on::text as "appliedOn"
    from absences b join parties p on p.id = b.party_id
   where b.account_id = $1 and ${inForce('b', known)}
   order by lower(b.valid) desc, p.name`;

function summaryOf(row: AccountRow): AccountSummary {
  const {
    id,
    number,
    houseId,
    premisesId,
    premisesNumber,
    payerName,
    area,
    share,
    persons,
    state,
    openedOn,
    closedOn,
  } = row;
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
    share,
    persons,
    state,
    openedOn,
    closedOn,
  };
}

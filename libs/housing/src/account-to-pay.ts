import { type AccountId, formatDate, type HouseId, type LocalDate } from '@dvor/kernel';
import { inForce, queryPrepared, type Tx } from '@dvor/platform';
import type { AccountState } from './accounts.js';
import { formatAddress, type PremisesKind } from './core/index.js';

/** An account as a bank or a payer knows it. */
export interface AccountToPay {
  readonly id: AccountId;
  readonly houseId: HouseId;
  readonly number: string;
  readonly state: AccountState;
  /** Who pays on that day, or paid last. */
  readonly payerName: string | null;
  readonly address: string;
}

/**
 * The account that a payer's words mean: its number, its ЕЛС or ИЖКУ, with Latin letters for Cyrillic and without the
 * signs between. `null` where there is none, or more than one would fit.
 */
export async function findAccountToPay(tx: Tx, given: string, on: LocalDate): Promise<AccountToPay | null> {
  const number = given.trim();
  const [exact] = await queryPrepared<AccountToPayRow[]>(tx, BY_NUMBER, [formatDate(on), number]);
  if (exact) return accountToPayOf(exact);
  return findByAnotherName(tx, number, on);
}

/** As `findAccountToPay`, of what is the number of no account as it stands there. */
export async function findByAnotherName(tx: Tx, given: string, on: LocalDate): Promise<AccountToPay | null> {
  const number = given.trim();
  if (!/\d/.test(number)) return null;
  const fitting = await tx.query<AccountToPayRow[]>(
    `${selectOn('$1')} where a.id in (
       select account_id from account_search
        where organization_id = current_organization() and number_key = regexp_replace(searchable_number($2), '[^[:alnum:]]+', '', 'g')
       union
       select id from accounts where els = upper($2) or izhku = upper($2))
      limit 2`,
    [formatDate(on), number],
  );
  return fitting.length === 1 ? accountToPayOf(fitting[0]!) : null;
}

/** Those of some numbers, each as it stands in the list of accounts and nothing else, by number. */
export async function accountsToPay(
  tx: Tx,
  numbers: readonly string[],
  on: LocalDate,
): Promise<ReadonlyMap<string, AccountToPay>> {
  const rows = await tx.query<AccountToPayRow[]>(`${selectOn('$1')} where a.number = any ($2)`, [
    formatDate(on),
    numbers,
  ]);
  return new Map(rows.map((row) => [row.number, accountToPayOf(row)]));
}

/** What `accountToPayBy` yields. */
export interface AccountToPayRow extends Omit<AccountToPay, 'address'> {
  readonly city: string;
  readonly street: string;
  readonly building: string;
  readonly kind: PremisesKind;
  readonly premisesNumber: string;
  readonly flat: string | null;
}

export function accountToPayOf(row: AccountToPayRow): AccountToPay {
  const { id, houseId, number, state, payerName, city, street, building, kind, premisesNumber, flat } = row;
  const address = formatAddress({ city, street, building }, { kind, number: premisesNumber, flat });
  return { id, houseId, number, state, payerName, address };
}

/** A query of the account of a number, for one that asks other things too. */
export function accountToPayBy({ number, on }: { readonly number: string; readonly on: string }): string {
  return `${selectOn(on)} where a.number = ${number}`;
}

const selectOn = (day: string) => `
  select a.id, a.house_id as "houseId", a.number, h.city, h.street, h.building, p.kind, p.number as "premisesNumber", flat.number as flat,
         case when t.id is null then 'not-yet-open' when t.valid @> ${day}::date then 'open' else 'closed' end as state, payer.name as "payerName"
    from accounts a
    join houses h on h.id = a.house_id
    join premises p on p.id = a.premises_id
    left join premises flat on flat.id = p.parent_id
    left join lateral (select t.id, t.valid, t.payer_id from account_facts t
                        where t.account_id = a.id and ${inForce('t', null)} and lower(t.valid) <= ${day}::date
                        order by lower(t.valid) desc limit 1) t on true
    left join parties payer on payer.id = t.payer_id`;

const BY_NUMBER = accountToPayBy({ number: '$2', on: '$1' });

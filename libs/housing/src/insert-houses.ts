import {
  type AccountId,
  formatDate,
  formatDateRange,
  type HouseId,
  type Interval,
  type PartyId,
  type PremisesId,
} from '@dvor/kernel';
import type { Recording, Tx } from '@dvor/platform';
import { refreshAccountSearch } from './account-search.js';
import { type Columns, insertForIds, insertRows } from './insert-rows.js';
import type { NewAccount, NewHouse, NewParty, NewPremises } from './new-house.js';

/** What stands in the books already: its own row is left alone, what is given with it is added. */
export interface KnownPlaces {
  readonly houses: ReadonlyMap<NewHouse, HouseId>;
  readonly premises: ReadonlyMap<NewPremises, PremisesId>;
}

/**
 * Writes houses with all that is in them, a statement per table, and tells the ids they were given. Checks nothing:
 * `HouseIntake` and the loads of tables do.
 */
export async function insertHouses(
  tx: Tx,
  houses: readonly NewHouse[],
  recording: Recording,
  known: KnownPlaces = { houses: new Map(), premises: new Map() },
): Promise<Ids> {
  const ids: Ids = {
    houses: new Map(known.houses),
    premises: new Map(known.premises),
    accounts: new Map(),
    parties: new Map(),
  };
  await insertHousesThemselves(tx, houses, ids, recording);
  const premises = houses.flatMap((house) => house.premises.map((one) => ({ house, premises: one })));
  await insertPremises(tx, premises, ids, recording);
  const accounts = premises.flatMap((place) => place.premises.accounts.map((account) => ({ ...place, account })));
  await insertAccounts(tx, accounts, ids);
  await insertPeople(tx, { premises, accounts }, ids, recording);
  await refreshAccountSearch(tx, [...ids.accounts.values()]);
  return ids;
}

/** Ids by what was given in. */
export interface Ids {
  readonly houses: Map<NewHouse, HouseId>;
  readonly premises: Map<NewPremises, PremisesId>;
  readonly accounts: Map<NewAccount, AccountId>;
  readonly parties: Map<NewParty, PartyId>;
}

interface InHouse {
  readonly house: NewHouse;
}

interface InPremises extends InHouse {
  readonly premises: NewPremises;
}

interface InAccount extends InPremises {
  readonly account: NewAccount;
}

async function insertHousesThemselves(
  tx: Tx,
  houses: readonly NewHouse[],
  ids: Ids,
  recording: Recording,
): Promise<void> {
  const columns: Columns<NewHouse> = {
    city: ['text', ({ city }) => city],
    street: ['text', ({ street }) => street],
    building: ['text', ({ building }) => building],
    postal_code: ['text', ({ postalCode }) => postalCode],
    year_built: ['smallint', ({ yearBuilt }) => yearBuilt],
    time_zone: ['text', ({ timeZone }) => timeZone],
    fias_id: ['uuid', ({ fiasId }) => fiasId],
    cadastral_number: ['text', ({ cadastralNumber }) => cadastralNumber],
    oktmo: ['text', ({ oktmo }) => oktmo],
  };
  const unknown = houses.filter((house) => !ids.houses.has(house));
  keep(ids.houses, unknown, await insertForIds(tx, 'houses', columns, unknown));
  await insertRows(
    tx,
    'house_facts',
    {
      house_id: ['bigint', ({ house }) => ids.houses.get(house)],
      area: ['numeric', ({ fact }) => fact.area],
      common_area: ['numeric', ({ fact }) => fact.commonArea],
      floors: ['smallint', ({ fact }) => fact.floors],
      entrances: ['smallint', ({ fact }) => fact.entrances],
      traits: ['jsonb', ({ fact }) => JSON.stringify(fact.traits ?? {})],
      ...factColumns(recording),
    },
    houses.flatMap((house) => house.facts.map((fact) => ({ house, fact }))),
  );
}

/** Rooms follow the flats that they are in. */
async function insertPremises(tx: Tx, places: readonly InPremises[], ids: Ids, recording: Recording): Promise<void> {
  const flats = new Map<NewHouse, Map<string, NewPremises>>();
  for (const { house, premises } of places) {
    if (premises.kind !== 'flat') continue;
    if (!flats.has(house)) flats.set(house, new Map());
    flats.get(house)!.set(premises.number, premises);
  }
  const columns: Columns<InPremises> = {
    house_id: ['bigint', ({ house }) => ids.houses.get(house)],
    parent_id: [
      'bigint',
      ({ house, premises }) => premises.flat && ids.premises.get(flats.get(house)!.get(premises.flat)!),
    ],
    kind: ['text', ({ premises }) => premises.kind],
    number: ['text', ({ premises }) => premises.number],
    entrance: ['smallint', ({ premises }) => premises.entrance],
    floor: ['smallint', ({ premises }) => premises.floor],
    cadastral_number: ['text', ({ premises }) => premises.cadastralNumber],
  };
  const unknown = places.filter(({ premises }) => !ids.premises.has(premises));
  for (const group of [
    unknown.filter(({ premises }) => !premises.flat),
    unknown.filter(({ premises }) => premises.flat),
  ])
    keep(
      ids.premises,
      group.map(({ premises }) => premises),
      await insertForIds(tx, 'premises', columns, group),
    );
  await insertRows(
    tx,
    'premises_facts',
    {
      house_id: ['bigint', ({ house }) => ids.houses.get(house)],
      premises_id: ['bigint', ({ premises }) => ids.premises.get(premises)],
      area: ['numeric', ({ fact }) => fact.area],
      living_area: ['numeric', ({ fact }) => fact.livingArea],
      heated_area: ['numeric', ({ fact }) => fact.heatedArea],
      rooms: ['smallint', ({ fact }) => fact.rooms],
      traits: ['jsonb', ({ fact }) => JSON.stringify(fact.traits ?? {})],
      meter_impossible: ['text[]', ({ fact }) => `{${(fact.meterImpossible ?? []).join(',')}}`],
      own_heating: ['boolean', ({ fact }) => String(fact.ownHeating ?? false)],
      ...factColumns(recording),
    },
    places.flatMap((place) => place.premises.facts.map((fact) => ({ ...place, fact }))),
  );
}

async function insertAccounts(tx: Tx, accounts: readonly InAccount[], ids: Ids): Promise<void> {
  const columns: Columns<InAccount> = {
    house_id: ['bigint', ({ house }) => ids.houses.get(house)],
    premises_id: ['bigint', ({ premises }) => ids.premises.get(premises)],
    number: ['text', ({ account }) => account.number],
    els: ['text', ({ account }) => account.els],
    izhku: ['text', ({ account }) => account.izhku],
  };
  keep(
    ids.accounts,
    accounts.map(({ account }) => account),
    await insertForIds(tx, 'accounts', columns, accounts),
  );
}

interface Stock {
  readonly premises: readonly InPremises[];
  readonly accounts: readonly InAccount[];
}

async function insertPeople(tx: Tx, { premises, accounts }: Stock, ids: Ids, recording: Recording): Promise<void> {
  const parties = [...new Set([...premises.flatMap(ownersOf), ...accounts.flatMap(payersAndResidentsOf)])];
  const columns: Columns<NewParty> = {
    kind: ['text', ({ kind }) => kind],
    name: ['text', ({ name }) => name],
    birth_date: ['date', ({ birthDate }) => (typeof birthDate === 'number' ? formatDate(birthDate) : null)],
    inn: ['text', ({ inn }) => inn],
    snils: ['text', ({ snils }) => snils],
    phone: ['text', ({ phone }) => phone],
    email: ['text', ({ email }) => email],
  };
  keep(ids.parties, parties, await insertForIds(tx, 'parties', columns, parties));
  await insertRows(
    tx,
    'account_facts',
    {
      house_id: ['bigint', ({ house }) => ids.houses.get(house)],
      account_id: ['bigint', ({ account }) => ids.accounts.get(account)],
      payer_id: ['bigint', ({ fact }) => ids.parties.get(fact.payer)],
      share_numerator: ['integer', ({ account }) => account.share?.numerator],
      share_denominator: ['integer', ({ account }) => account.share?.denominator],
      ...factColumns(recording),
    },
    accounts.flatMap((place) => place.account.terms.map((fact) => ({ ...place, fact }))),
  );
  await insertRows(
    tx,
    'ownerships',
    {
      house_id: ['bigint', ({ house }) => ids.houses.get(house)],
      premises_id: ['bigint', ({ premises }) => ids.premises.get(premises)],
      party_id: ['bigint', ({ fact }) => ids.parties.get(fact.party)],
      share_numerator: ['integer', ({ fact }) => fact.share.numerator],
      share_denominator: ['integer', ({ fact }) => fact.share.denominator],
      ...factColumns(recording),
    },
    premises.flatMap((place) => place.premises.owners.map((fact) => ({ ...place, fact }))),
  );
  await insertRows(
    tx,
    'residencies',
    {
      house_id: ['bigint', ({ house }) => ids.houses.get(house)],
      account_id: ['bigint', ({ account }) => ids.accounts.get(account)],
      party_id: ['bigint', ({ fact }) => ids.parties.get(fact.party)],
      kind: ['text', ({ fact }) => fact.kind],
      ...factColumns(recording),
    },
    accounts.flatMap((place) => place.account.residents.map((fact) => ({ ...place, fact }))),
  );
}

function ownersOf({ premises }: InPremises): NewParty[] {
  return premises.owners.map(({ party }) => party);
}

function payersAndResidentsOf({ account }: InAccount): NewParty[] {
  return [...account.terms.map(({ payer }) => payer), ...account.residents.map(({ party }) => party)];
}

function factColumns({ by, reason }: Recording): Columns<{ readonly fact: Interval }> {
  return {
    valid: ['daterange', ({ fact }) => formatDateRange(fact)],
    recorded_by: ['bigint', () => by],
    reason: ['text', () => reason],
  };
}

function keep<Given, Id>(into: Map<Given, Id>, given: readonly Given[], ids: readonly Id[]): void {
  given.forEach((one, i) => into.set(one, ids[i]!));
}

import type { FactTable } from '@dvor/platform';

export const HOUSE_FACTS: FactTable<'house_id', 'area' | 'common_area' | 'floors' | 'entrances' | 'traits'> = {
  name: 'house_facts',
  key: { house_id: 'bigint' },
  values: { area: 'numeric', common_area: 'numeric', floors: 'smallint', entrances: 'smallint', traits: 'jsonb' },
  subject: { type: 'house', column: 'house_id' },
};

export const PREMISES_FACTS: FactTable<
  'house_id' | 'premises_id',
  'area' | 'living_area' | 'heated_area' | 'rooms' | 'traits' | 'meter_impossible' | 'own_heating'
> = {
  name: 'premises_facts',
  key: { house_id: 'bigint', premises_id: 'bigint' },
  values: {
    area: 'numeric',
    living_area: 'numeric',
    heated_area: 'numeric',
    rooms: 'smallint',
    traits: 'jsonb',
    meter_impossible: 'text[]',
    own_heating: 'boolean',
  },
  subject: { type: 'premises', column: 'premises_id' },
};

/** How many units of a service a premises has: points, animals, m² of a plot. */
export const PREMISES_UNITS: FactTable<'house_id' | 'premises_id' | 'service_id', 'units'> = {
  name: 'premises_units',
  key: { house_id: 'bigint', premises_id: 'bigint', service_id: 'bigint' },
  values: { units: 'numeric' },
  subject: { type: 'premises', column: 'premises_id' },
};

/** The days an account is open, who pays it then, and what it bears of its premises where it does not stand alone. */
export const ACCOUNT_FACTS: FactTable<'house_id' | 'account_id', 'payer_id' | 'share_numerator' | 'share_denominator'> =
  {
    name: 'account_facts',
    key: { house_id: 'bigint', account_id: 'bigint' },
    values: { payer_id: 'bigint', share_numerator: 'integer', share_denominator: 'integer' },
    subject: { type: 'account', column: 'account_id' },
  };

export const OWNERSHIPS: FactTable<'house_id' | 'premises_id' | 'party_id', 'share_numerator' | 'share_denominator'> = {
  name: 'ownerships',
  key: { house_id: 'bigint', premises_id: 'bigint', party_id: 'bigint' },
  values: { share_numerator: 'integer', share_denominator: 'integer' },
  subject: { type: 'premises', column: 'premises_id' },
};

export const RESIDENCIES: FactTable<'house_id' | 'account_id' | 'party_id' | 'kind', never> = {
  name: 'residencies',
  key: { house_id: 'bigint', account_id: 'bigint', party_id: 'bigint', kind: 'text' },
  values: {},
  subject: { type: 'account', column: 'account_id' },
};

export const ABSENCES: FactTable<'house_id' | 'account_id' | 'party_id', 'applied_on'> = {
  name: 'absences',
  key: { house_id: 'bigint', account_id: 'bigint', party_id: 'bigint' },
  values: { applied_on: 'date' },
  subject: { type: 'account', column: 'account_id' },
};

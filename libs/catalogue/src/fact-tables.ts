import type { FactTable } from '@dvor/platform';

export const BANK_DETAILS: FactTable<'supplier_id', 'account_number' | 'bic' | 'bank_name' | 'correspondent_account'> =
  {
    name: 'supplier_bank_details',
    key: { supplier_id: 'bigint' },
    values: { account_number: 'text', bic: 'text', bank_name: 'text', correspondent_account: 'text' },
    subject: { type: 'supplier', column: 'supplier_id' },
  };

export const ASSIGNMENTS: FactTable<
  'house_id' | 'place' | 'service_id',
  'premises_id' | 'entrance' | 'premises_kinds' | 'supplier_id' | 'method' | 'settings'
> = {
  name: 'service_assignments',
  key: { house_id: 'bigint', place: 'text', service_id: 'bigint' },
  values: {
    premises_id: 'bigint',
    entrance: 'smallint',
    premises_kinds: 'text[]',
    supplier_id: 'bigint',
    method: 'text',
    settings: 'jsonb',
  },
  subject: { type: 'house', column: 'house_id' },
};

export const TARIFFS: FactTable<'service_id' | 'applies_to', 'rates' | 'ranges' | 'vat_rate' | 'basis' | 'clause'> = {
  name: 'tariffs',
  key: { service_id: 'bigint', applies_to: 'jsonb' },
  values: { rates: 'jsonb', ranges: 'jsonb', vat_rate: 'numeric', basis: 'text', clause: 'text' },
  subject: { type: 'service', column: 'service_id' },
};

export const NORMS: FactTable<'service_id' | 'applies_to', 'value' | 'basis' | 'clause'> = {
  name: 'norms',
  key: { service_id: 'bigint', applies_to: 'jsonb' },
  values: { value: 'numeric', basis: 'text', clause: 'text' },
  subject: { type: 'service', column: 'service_id' },
};

const COEFFICIENT = { value: 'numeric', basis: 'text', clause: 'text' } as const;

export const HOUSE_COEFFICIENTS: FactTable<'house_id' | 'place' | 'code', keyof typeof COEFFICIENT> = {
  name: 'coefficients',
  key: { house_id: 'bigint', place: 'text', code: 'text' },
  values: COEFFICIENT,
  subject: { type: 'house', column: 'house_id' },
};

export const ORGANIZATION_COEFFICIENTS: FactTable<'place' | 'code', keyof typeof COEFFICIENT> = {
  name: 'coefficients',
  key: { place: 'text', code: 'text' },
  values: COEFFICIENT,
  subject: { type: 'organization' },
};

export const CHOICES: FactTable<'code', 'value' | 'basis'> = {
  name: 'organization_settings',
  key: { code: 'text' },
  values: { value: 'jsonb', basis: 'text' },
  subject: { type: 'organization' },
};

import type { FactTable } from '@dvor/platform';

/** What a category of benefit gives on which days. */
export const BENEFIT_TERMS: FactTable<'category_id', 'percents' | 'area_norm' | 'area_norm_alone' | 'family'> = {
  name: 'benefit_terms',
  key: { category_id: 'bigint' },
  values: { percents: 'jsonb', area_norm: 'numeric', area_norm_alone: 'numeric', family: 'boolean' },
  subject: { type: 'organization' },
};

/** Whose benefit counts on which account. */
export const ACCOUNT_BENEFITS: FactTable<'house_id' | 'account_id' | 'party_id' | 'category_id', 'covered'> = {
  name: 'account_benefits',
  key: { house_id: 'bigint', account_id: 'bigint', party_id: 'bigint', category_id: 'bigint' },
  values: { covered: 'smallint' },
  subject: { type: 'account', column: 'account_id' },
};

/** Subsidies as social protection has told of them. */
export const ACCOUNT_SUBSIDIES: FactTable<'house_id' | 'account_id' | 'party_id', 'amount' | 'paid_to'> = {
  name: 'account_subsidies',
  key: { house_id: 'bigint', account_id: 'bigint', party_id: 'bigint' },
  values: { amount: 'numeric', paid_to: 'text' },
  subject: { type: 'account', column: 'account_id' },
};

/** Voluntary services that the payer has declined. */
export const SERVICE_DECLINES: FactTable<'house_id' | 'account_id' | 'service_id', never> = {
  name: 'service_declines',
  key: { house_id: 'bigint', account_id: 'bigint', service_id: 'bigint' },
  values: {},
  subject: { type: 'account', column: 'account_id' },
};

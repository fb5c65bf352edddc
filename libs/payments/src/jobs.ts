import { defineJob } from '@dvor/platform';

/** What some accounts have paid ahead is set off against a closed month's charges; `period` is that month. */
export const offsetAdvancesJob = defineJob<{
  readonly organizationId: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
}>({
  queue: 'upkeep',
  name: 'offset-advances',
  key: ({ organizationId, period, from, to }) => `${organizationId}-${period}-${from}-${to}`,
  attempts: 10,
});

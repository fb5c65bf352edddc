import { defineJob } from '@dvor/platform';

/** What accounts owe at the end of a month that was closed. */
export const snapshotDebtsJob = defineJob<{ readonly organizationId: string; readonly period: string }>({
  queue: 'upkeep',
  name: 'snapshot-debts',
  key: ({ organizationId, period }) => `${organizationId}-${period}`,
  attempts: 5,
});

import { defineJob } from '@dvor/platform';

/** What accounts owe at the end of a month that was closed. */
export const snapshotDebtsJob = defineJob<{ readonly organizationId: string; readonly period: string }>({
  queue: 'upkeep',
  name: 'snapshot-debts',
  key: ({ organizationId, period }) => `${organizationId}-${period}`,
  attempts: 5,
});

/** Whose fees have risen so much on the year that they may be paid by instalments. */
export const findRightsJob = defineJob<{ readonly organizationId: string; readonly period: string }>({
  queue: 'upkeep',
  name: 'find-instalment-rights',
  key: ({ organizationId, period }) => `${organizationId}-${period}`,
  attempts: 5,
});

import { defineJob } from '@dvor/platform';

/** What is open at the end of a month that was closed. */
export const writeOpenPlacesJob = defineJob<{ readonly organizationId: string; readonly period: string }>({
  queue: 'upkeep',
  name: 'write-open-places',
  key: ({ organizationId, period }) => `${organizationId}-${period}`,
  attempts: 5,
});

import { defineJob } from '@dvor/platform';

/** The receipts of one house of a closed month, as one file. */
export const printHouseJob = defineJob<{
  readonly organizationId: string;
  readonly runId: string;
  readonly houseId: string;
}>({
  queue: 'receipts',
  name: 'print-house',
  key: ({ organizationId, runId, houseId }) => `${organizationId}-${runId}-${houseId}`,
  attempts: 4,
});

import { defineJob } from '@dvor/platform';

/** A batch of letters: written, printed one by one, put together. */
export const writeLettersJob = defineJob<{ readonly organizationId: string; readonly batchId: string }>({
  queue: 'receipts',
  name: 'write-letters',
  key: ({ organizationId, batchId }) => `${organizationId}-${batchId}`,
  attempts: 4,
});

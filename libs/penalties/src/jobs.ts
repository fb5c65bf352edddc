import { defineJob } from '@dvor/platform';

/** Penalties of a chunk of houses. */
export const accrueChunkJob = defineJob<{
  readonly organizationId: string;
  readonly accrualId: string;
  readonly chunk: number;
}>({
  queue: 'billing',
  name: 'accrue-penalties',
  key: ({ organizationId, accrualId, chunk }) => `${organizationId}-${accrualId}-${chunk}`,
  attempts: 5,
});

/** After the last chunk: the closing that asked for it goes on. `flow`: the number of that closing's flow of jobs. */
export const finishAccrualJob = defineJob<{
  readonly organizationId: string;
  readonly accrualId: string;
  readonly runId: string;
  readonly flow: number;
}>({
  queue: 'billing',
  name: 'finish-penalties',
  key: ({ organizationId, accrualId }) => `${organizationId}-${accrualId}`,
  attempts: 5,
});

import { defineJob } from '@dvor/platform';

type RunJob = { readonly organizationId: string; readonly runId: string };
type ChunkJob = RunJob & { readonly chunk: number };
/** `flow`: the number of the flow it ends; one that is no longer the run's last has nothing to say. */
type FinishJob = RunJob & { readonly flow: number };

const chunkKey = ({ organizationId, runId, chunk }: ChunkJob) => `${organizationId}-${runId}-${chunk}`;
const runKey = ({ organizationId, runId }: RunJob) => `${organizationId}-${runId}`;

/** Draft lines of a chunk of houses. */
export const calculateChunkJob = defineJob<ChunkJob>({
  queue: 'billing',
  name: 'calculate-chunk',
  key: chunkKey,
  attempts: 5,
});

/** After the last chunk: fingerprint, totals, review. */
export const finishCalculationJob = defineJob<FinishJob>({
  queue: 'billing',
  name: 'finish-calculation',
  key: runKey,
  attempts: 5,
});

/** Postings of a chunk of houses. */
export const postChunkJob = defineJob<ChunkJob>({ queue: 'billing', name: 'post-chunk', key: chunkKey, attempts: 5 });

/** After the last posting: the month is closed. */
export const finishClosingJob = defineJob<FinishJob>({
  queue: 'billing',
  name: 'finish-closing',
  key: runKey,
  attempts: 5,
});

/** Undoes a closing, in one transaction. */
export const reopenMonthJob = defineJob<RunJob>({ queue: 'billing', name: 'reopen-month', key: runKey, attempts: 5 });

/** Takes the draft lines of a cancelled run away. */
export const clearCancelledJob = defineJob<RunJob>({
  queue: 'upkeep',
  name: 'clear-cancelled',
  key: runKey,
  attempts: 5,
});

/** A closed run from its snapshots once more. */
export const proveRunJob = defineJob<{ readonly organizationId: string; readonly proofId: string }>({
  queue: 'upkeep',
  name: 'prove-run',
  key: ({ organizationId, proofId }) => `${organizationId}-${proofId}`,
  attempts: 5,
});

/** Reasons why the bills of a chunk of houses are not those of the month before. */
export const compareChunkJob = defineJob<ChunkJob>({
  queue: 'billing',
  name: 'compare-chunk',
  key: chunkKey,
  attempts: 5,
});

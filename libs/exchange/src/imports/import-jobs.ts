import { defineJob } from '@dvor/platform';

export interface ImportJobData extends Readonly<Record<string, string | number>> {
  readonly organizationId: string;
  readonly importId: string;
  /** Checking, writing and undoing are turns of one load; each is laid on the queue once. */
  readonly turn: number;
}

/** The step that a load waits for: its state says which. */
export const importJob = defineJob<ImportJobData>({
  queue: 'imports',
  name: 'import',
  key: ({ importId, turn }) => `${importId}-${turn}`,
  attempts: 3,
});

/** Told to those who watch a load. */
export function importTopic(importId: string): string {
  return `import-${importId}`;
}

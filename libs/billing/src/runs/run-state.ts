import { DomainError } from '@dvor/kernel';

/**
 * queued → calculating → review → closing → closed. A run may be cancelled until closing begins; one whose calculation
 * failed for good is `failed` and may be taken up again or cancelled. Closing only goes forward: once it has begun there
 * are postings, and after a fault it is begun again. The last closed month may be undone as a whole, before its receipts
 * are issued: closed → reopening → review.
 */
export const RUN_STATES = [
  'queued',
  'calculating',
  'review',
  'closing',
  'closed',
  'reopening',
  'cancelled',
  'failed',
] as const;
export type RunState = (typeof RUN_STATES)[number];

const NEXT: Readonly<Record<RunState, readonly RunState[]>> = {
  queued: ['calculating', 'cancelled'],
  calculating: ['review', 'cancelled', 'failed'],
  review: ['calculating', 'closing', 'cancelled'],
  closing: ['closing', 'closed'],
  closed: ['reopening'],
  reopening: ['review'],
  cancelled: [],
  failed: ['calculating', 'cancelled'],
};

/** @throws DomainError `run.wrong-state` */
export function assertMayBecome(from: RunState, to: RunState): void {
  if (!NEXT[from].includes(to)) throw new DomainError('run.wrong-state', { state: from, wanted: to });
}

import type { Period } from '@dvor/kernel';

/** What a person decided that a bill should have been otherwise by, or that is owed to the payer for it. */
export type ManualFacts = CorrectionFacts | FineFacts;

interface ManualItem {
  /** Of the document's row: it is posted once. */
  readonly id: string;
  readonly service: string;
  readonly part: ManualPart;
  /** The month that was charged wrongly. */
  readonly origin: Period;
  readonly document: ManualDocument;
}

/** The individual fee, or that for common property: their sums never mix. */
export type ManualPart = 'individual' | 'common';

export interface ManualDocument {
  readonly id: string;
  readonly number: string;
  /** ISO day. */
  readonly date: string;
}

export interface CorrectionFacts extends ManualItem {
  readonly kind: 'correction';
  /** Roubles more (or, below zero, less). */
  readonly amount: string;
  /** Roubles that stood for the month before; none: it was not looked up. */
  readonly was?: string | null;
  readonly reason: string;
  /** The correction that this one takes back. */
  readonly mirrors?: ManualDocument | null;
  /** It gives back what we charged above the due by our own mistake: found by us, or on the payer's claim. */
  readonly overcharge?: FoundBy | null;
}

/** What came first: our finding, or the payer's claim (ЖК РФ, ст. 157, ч. 6–7). */
export type FoundBy = 'found' | 'claimed';

export interface FineFacts extends ManualItem {
  readonly kind: 'fine';
  /** Roubles charged above what was due. */
  readonly excess: string;
  readonly percent: string;
}

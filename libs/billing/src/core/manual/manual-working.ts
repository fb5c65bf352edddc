import type { FoundBy, ManualDocument, ManualPart } from './manual-facts.js';

interface OfDocument {
  /** Act and clause, in Russian, as printed. */
  readonly clause: string;
  readonly unit: string;
  readonly rate: null;
  readonly vat?: undefined;
  readonly rounded?: number;
  /** ISO month that was charged wrongly. */
  readonly period: string;
  readonly part: ManualPart;
  readonly document: ManualDocument;
  /** Of the document's row. */
  readonly item: string;
}

/** P = what the document says */
export interface ManualWorking extends OfDocument {
  readonly formula: 'manual';
  /** Roubles. */
  readonly amount: string;
  readonly was?: string | undefined;
  readonly reason: string;
  readonly mirrors?: ManualDocument | undefined;
  /** Of our own mistake: what came first. */
  readonly overcharge?: FoundBy | undefined;
}

/** P = −excess · percent / 100 */
export interface FineWorking extends OfDocument {
  readonly formula: 'fine';
  /** Roubles. */
  readonly excess: string;
  readonly percent: string;
}

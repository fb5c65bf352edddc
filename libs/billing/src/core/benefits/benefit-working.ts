import type { BenefitShown } from './benefit-facts.js';

/** −fee · Σ(percent · share · days) / (100 · of), share = min(1, covered / whole) */
export interface BenefitWorking {
  readonly formula: 'benefit';
  /** Act and clause, in Russian, as printed. */
  readonly clause: string;
  readonly unit: string;
  readonly rate: null;
  readonly vat?: undefined;
  readonly rounded?: number;
  readonly shown: BenefitShown;
  /** Roubles: the service's lines of the month without excess and penalty. */
  readonly fee: string;
  /** Days that the fee is for. */
  readonly of: number;
  readonly parts: readonly BenefitPart[];
}

/** Days on which one benefit was the best for the service. */
export interface BenefitPart {
  readonly person: string;
  readonly category: string;
  readonly percent: string;
  readonly days: number;
  /** None: the percent holds for the whole fee. */
  readonly share?: BenefitPartShare | undefined;
  /** Categories that gave less on those days, each with the percent of the fee it would have given, for the eye. */
  readonly beaten?: readonly (readonly [category: string, percent: string])[] | undefined;
}

/** Both in m², or both in units in the days of the fee: `norm · persons`, and what there is. */
export type BenefitPartShare = { readonly covered: string; readonly whole: string } & (
  | { readonly by: 'area'; readonly norm: string; readonly persons: number }
  | {
      readonly by: 'volume';
      /** Units a month, persons, days; a norm may be a fraction. */
      readonly norms: readonly (readonly [norm: string, persons: number, days: number])[];
    }
);

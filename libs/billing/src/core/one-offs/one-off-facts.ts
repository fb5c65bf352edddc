import type { LocalDate } from '@dvor/kernel';

/** A work done for one account by an act (разовая услуга), charged whole in the month of its day. */
export interface OneOffFacts {
  /** Id of the act. */
  readonly id: string;
  readonly service: string;
  /** Number of the act, as printed. */
  readonly number: string;
  /** The act's day; of a reversal, the day on which it is reversed. */
  readonly date: LocalDate;
  /** What was done, as printed. */
  readonly name: string;
  /** Below zero for a reversal of an act that was billed. Default 1. */
  readonly quantity?: string | null;
  /** Roubles for one, with VAT; with a quantity of 1, the sum that was agreed. */
  readonly price: string;
  readonly unit?: string | null;
  /** Roubles paid before the act: told beside the line, it takes nothing off the charge. */
  readonly prepaid?: string | null;
  /** The day of the act that this reverses. */
  readonly reverses?: LocalDate | null;
  readonly vat?: string | null;
  readonly basis?: string | null;
}

import type { LocalDate } from '@dvor/kernel';

/** What one person is let off by one category, over some days. The order of a list of them means nothing. */
export interface BenefitFacts {
  readonly from: LocalDate;
  readonly to?: LocalDate | null;
  /** Who holds it, as printed or as an id. */
  readonly person: string;
  /** Code of the category. */
  readonly category: string;
  /** Name of the category, for the explanation. Default: the code. */
  readonly name?: string | null;
  /** Act and clause, in Russian, as printed. */
  readonly basis?: string | null;
  /** By service; a service that isn't named is paid in full. */
  readonly percents: readonly BenefitPercent[];
  /** m² that the percent holds for; none: the whole area. */
  readonly areaNorm?: AreaNorm | null;
  /** Service code → units a person and month that the percent holds for. Default: the service's own norm. */
  readonly volumeNorms?: Readonly<Record<string, string>> | null;
  /** Persons whose norms count, the holder among them; `all`: everyone registered. Default 1. */
  readonly covered?: number | 'all' | null;
  /** The holder's day of birth, where a percent begins at an age. */
  readonly born?: LocalDate | null;
}

export interface BenefitPercent {
  readonly service: string;
  /** 0 to 100. */
  readonly percent: string;
  /** Full years from which it holds: capital repair from 70 and from 80 (ЖК РФ, ст. 169 ч. 2.1). */
  readonly fromAge?: number | null;
}

export interface AreaNorm {
  /** m² for each covered person. */
  readonly person: string;
  /** m² for somebody who lives alone. Default: as for each. */
  readonly alone?: string | null;
}

/** Who bears a benefit: it is taken off the bill, or the bill is whole and social protection pays the holder. */
export type BenefitShown = 'net' | 'compensated';

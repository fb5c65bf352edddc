import type { LocalMinute } from './local-minute.js';
import type { QualityEventType } from './quality-facts.js';
import type { QualityService } from './quality-law.js';

/** What an act says was wrong with a service of the house, or of some of its premises. */
export interface QualityActFacts {
  readonly act: QualityActNamed;
  /** What failed: every service of the house that delivers it costs less. */
  readonly service: QualityService;
  readonly type: QualityEventType;
  /** Minutes of the house's own clock. */
  readonly from: LocalMinute;
  /** None: still going. */
  readonly to?: LocalMinute | null;
  /** Degrees of a temperature, percent off of a pressure. */
  readonly value?: string | null;
  /** Ids of the premises that it concerns. Default: all of the house. */
  readonly appliesTo?: readonly string[] | null;
}

/** An act as it is named to who pays less by it. */
export interface QualityActNamed {
  readonly id: string;
  readonly number: string;
  /** ISO day. */
  readonly date: string;
}

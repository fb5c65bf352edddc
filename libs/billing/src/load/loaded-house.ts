import type { Period } from '@dvor/kernel';
import type { CatalogueInMonth, ChoicesInMonth } from '@dvor/catalogue';
import type { HousingInMonth } from '@dvor/housing';
import type { HouseInput, MeterInMonth } from '@dvor/metering';
import type { BenefitFacts, CarriedVolume, EstimatedVolume, HouseFacts } from '../core/index.js';
import type { DeclinedService } from '../benefits/declines.js';
import type { CorrectionsInMonth } from '../corrections/load-corrections.js';
import type { FormulasInMonth } from '../formulas/load-formulas.js';
import type { OneOffsInMonth } from '../one-offs/load-one-offs.js';
import type { QualityActInMonth } from '../quality/load-quality.js';
import type { CommonYears } from './load-common-years.js';
import type { EvenHeating } from './load-even-heating.js';
import { type ActsInMonth } from './meter-acts.js';
import { type LineIds, type RuleBook } from './rule-book.js';

/** A house's facts of a month, and the way back from the core's codes to the catalogue's ids. */
export interface LoadedHouse {
  readonly facts: HouseFacts;
  readonly book: Pick<RuleBook, 'idsOf' | 'serviceOf' | 'serviceIds' | 'changesSupplier' | 'supplierOf'>;
  /** Under which ids lines of acts are written, by the act's id; none: there are no acts. */
  readonly oneOffs?: ReadonlyMap<string, LineIds>;
  /** The same of corrections by hand, by the item's id. */
  readonly corrections?: ReadonlyMap<string, LineIds>;
  /** Month of the next year in which a year of even heating is settled, by the service's code, where one is named. */
  readonly settledIn?: ReadonlyMap<string, number>;
}

/** What some houses' facts of a month are put together from. */
export interface LoadedRows {
  readonly month: Period;
  readonly housing: HousingInMonth;
  readonly catalogue: CatalogueInMonth;
  readonly meters: readonly MeterInMonth[];
  readonly meterActs: ActsInMonth;
  readonly estimates: ReadonlyMap<string, readonly EstimatedVolume[]>;
  /** The organisation's own, by code. */
  readonly formulas: FormulasInMonth;
  readonly choices: ChoicesInMonth;
  /** What came into the houses, by input and month. */
  readonly inputs: readonly HouseInput[];
  /** What the month before left, by house. */
  readonly carry: ReadonlyMap<string, readonly CarriedVolume[]>;
  readonly evenHeating: EvenHeating;
  readonly commonYears: CommonYears;
  /** By account. */
  readonly benefits: ReadonlyMap<string, readonly BenefitFacts[]>;
  readonly declines: ReadonlyMap<string, readonly DeclinedService[]>;
  readonly oneOffs: OneOffsInMonth;
  /** By hand. */
  readonly corrections: CorrectionsInMonth;
  /** Acts on outages and poor quality. */
  readonly quality: readonly QualityActInMonth[];
}

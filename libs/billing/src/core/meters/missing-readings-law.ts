import { type Period, periodOf } from '@dvor/kernel';
import type { Policy } from '../facts.js';

/** What the law says of a month without a usable reading; differs by resource and time (ПП 354, п. 59–60, 80(1)). */
export interface MissingReadingsLaw {
  readonly resource: string | null;
  readonly from: Period;
  /** How many months in a row the average may stand for readings, then the norm; null: until a reading comes. */
  readonly averagedMonths: number | null;
  /** Readings taken after the end of verification count. */
  readonly expiredCount: boolean;
  /** The norm is raised where a meter could stand and doesn't, or has lapsed and its averages are used up. */
  readonly raised: boolean;
  /** After a second refusal of access the raised norm stands at once (п. 60(3)). */
  readonly raisedAtSecondRefusal: boolean;
  /** Months that an average goes back. */
  readonly averageOver: number;
}

const ALWAYS = periodOf(1900, 1);

/** The first row that fits stands; water's column is the general one. */
const LAW: readonly Omit<MissingReadingsLaw, 'averageOver' | 'raisedAtSecondRefusal'>[] = [
  // ПП 554, 950 since 01.07.2020: a missing or expired electricity meter is the supplier's matter (п. 59 «г», 80(1))
  { resource: 'electricity', from: periodOf(2020, 7), averagedMonths: null, expiredCount: true, raised: false },
  // п. 42 names no factor for gas
  { resource: 'gas', from: ALWAYS, averagedMonths: 3, expiredCount: false, raised: false },
  // ПП 232 of 27.02.2017 abolished it for heating
  { resource: 'heating', from: periodOf(2017, 1), averagedMonths: 3, expiredCount: false, raised: false },
  // nor is sewage ever raised
  { resource: 'sewage', from: ALWAYS, averagedMonths: 3, expiredCount: false, raised: false },
  { resource: null, from: ALWAYS, averagedMonths: 3, expiredCount: false, raised: true },
];

/** The law of a resource and month, with the organisation's choices where it leaves one. */
export function missingReadingsLaw(resource: string, period: Period, policy?: Policy | null): MissingReadingsLaw {
  const row = LAW.find((one) => (one.resource === null || one.resource === resource) && one.from <= period)!;
  return {
    ...row,
    raisedAtSecondRefusal: resource === 'electricity' || policy?.secondRefusal === 'raised',
    averageOver: policy?.averageOver === 'up-to-twelve' ? 12 : 6,
  };
}

/** Averaged months after a refusal of access, electricity among them (п. 60, 60(2)). */
export const AVERAGED_AFTER_REFUSAL = 3;

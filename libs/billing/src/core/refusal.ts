import type { DetailValue } from '@dvor/kernel';

/** Why a house or an account can't be charged. The screens and the inbox fill their texts from the details. */
export type RefusalCode =
  /** The house asks for a method that the engine doesn't have. */
  | 'unknown-method'
  /** One account stands twice for one day. */
  | 'premises-twice'
  /** One service stands twice for the same premises and day. */
  | 'service-twice'
  /** A day on which the service is charged has no tariff. */
  | 'no-tariff'
  | 'tariff-overlap'
  /** Neither meter nor norm for a day. */
  | 'no-norm'
  | 'norm-overlap'
  | 'excess-overlap'
  | 'no-area'
  | 'area-overlap'
  /** The shares of the accounts on one premises don't make up one whole. */
  | 'shares-not-whole'
  | 'shares-above-whole'
  /** Heat of a communal flat is divided by living areas, and a room has none. */
  | 'no-living-area'
  /** A service by norm for common property finds no area of it. */
  | 'no-common-area'
  /** Hot water of two components has no norm of heat for a m³. */
  | 'no-heat-norm'
  /** Even heating by the norm needs the count of heating months. */
  | 'no-heating-months'
  /** A month of the year that even heating is settled by has no volume of the house's meters. */
  | 'no-year-volume'
  /** An act on interference with a meter of a service whose way of charging knows no such charge. */
  | 'interference-not-charged'
  /** A service by units finds none at the premises. */
  | 'no-units'
  /** Nobody is registered and there is no owner either. */
  | 'no-persons'
  /** A service that is charged by other services' volumes finds none of them. */
  | 'no-volume'
  | 'reading-below-last'
  /** Two different readings of one meter on one day. */
  | 'reading-twice'
  /** A reading before the meter's installation or after its removal. */
  | 'reading-outside-meter'
  | 'no-final-reading'
  /** The meter's first reading has nothing to be subtracted from. */
  | 'no-previous-reading'
  /** The zones of the tariff and of the meter or volume differ. */
  | 'zones-differ'
  /** One of several meters is neither read nor averaged on a part of the month. */
  | 'meter-gap'
  /** A day on which the service is charged has no formula in force. */
  | 'no-formula'
  | 'formula-overlap'
  /** The formula can't be read, or its units don't come out as roubles. */
  | 'formula-fault'
  | 'division-by-zero'
  /** A formula came to less than nothing. */
  | 'negative-result'
  /** A rule that the month needs has run out, and no act has yet prolonged it. */
  | 'law-unknown'
  /** An act on quality says what can't be priced. */
  | 'quality-fault'
  /** Some days of the bill rest on no agreement, and the organisation bills nobody without one. */
  | 'no-agreement'
  /** A figure that can't be: a negative rate or norm, a factor below 1. */
  | 'bad-figure'
  /** A resident, an absence or a meter that ends before it begins. */
  | 'bad-interval';

/** An ordinary outcome: this can't be charged from these facts. */
export class Refusal {
  constructor(
    readonly code: RefusalCode,
    readonly details: Readonly<Record<string, DetailValue>> = {},
  ) {}
}

/** What was left without a bill: a premises, or the whole house where `premises` is null. */
export interface Parked {
  readonly premises: string | null;
  readonly service: string | null;
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, DetailValue>>;
}

import type { Money } from '@dvor/kernel';
import type { Working } from '../working/working.js';

/** Why a bill is not what it was the month before, in the order in which they are told. */
export const REASONS = [
  /** The service, or the whole account, was not charged before. */
  'begun',
  'ended',
  /** The heating season began or ended. */
  'season',
  /** Another way of reckoning: a meter in place of a norm, an average in place of a meter, another formula. */
  'method',
  'tariff',
  'norm',
  /** The increase for a missing meter. */
  'factor',
  /** Of the premises, or the account's share of it. */
  'area',
  'persons',
  /** What the house used, and what it is divided by. */
  'house',
  /** What the account used. */
  'volume',
  /** Estimates of earlier months that a reading settled. */
  'settlement',
  'absence',
  'benefit',
  'quality',
  /** Earlier months, charged again. */
  'correction',
  /** By acts on interference with meters. */
  'act',
  'one-off',
  /** The account was open, or the service given, on more or fewer days. */
  'days',
  /** The same sum cut into other lines. */
  'rounding',
  /** Set aside: it could not be calculated. */
  'parked',
] as const;

export type Reason = (typeof REASONS)[number];

/** A part of a difference. */
export interface Cause {
  readonly reason: Reason;
  readonly amount: Money;
  /** What it was and what it became, where either is one figure: decimals as in the working, formula ids for a method. */
  readonly was?: string;
  readonly became?: string;
  /** Of those figures, as in workings. */
  readonly unit?: string;
  /** ISO day on which a tariff changed, where that can be told. */
  readonly since?: string;
  /** ISO months that are corrected. */
  readonly periods?: readonly string[];
}

/** A line of a bill, as far as it matters here. */
export interface ComparedLine {
  readonly service: string;
  readonly part: string;
  readonly amount: Money;
  readonly working: Working;
  /** ISO day of the month that the line corrects; none: its own. */
  readonly origin?: string | null;
}

/** A service of an account in two months; the causes add up to `after` less `before`. */
export interface ServiceDifference {
  readonly service: string;
  readonly before: Money;
  readonly after: Money;
  readonly causes: readonly Cause[];
}

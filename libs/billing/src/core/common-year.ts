import { decimal, firstDay, type Period } from '@dvor/kernel';
import type { CommonFigures, HouseMeter } from './facts.js';
import { houseVolume } from './meters/house-volume.js';
import { Volume } from './volume.js';
import { commonVolume, volumeOf } from './working/evaluate.js';
import type { Working } from './working/working.js';

/** A closed month of common property: by what it was charged, and what is known of its volumes since. */
export interface MonthOfCommon {
  readonly period: Period;
  /** By norm or on average. */
  readonly charged: CommonFigures;
  /** Of the resource. */
  readonly meters: readonly HouseMeter[];
  readonly resource: string;
  /** What the premises were charged by volume. */
  readonly used: readonly string[];
  /** The same where a month was run again. */
  readonly again: readonly Working[];
  /** What is above the norm is the executor's loss. */
  readonly capped: boolean;
}

/** A month's common volume as it was and as it was charged, in the unit of the service. */
export interface SettledMonth {
  readonly period: Period;
  readonly fact: string;
  readonly charged: string;
}

// ПП 491, п. 29(3): V_fact = V_house − ΣV_individual, of a month that was charged by norm or on average; below zero too
// 120 m³ of the house, 110.5 of its premises, 7.2 by norm: 9.5 − 7.2 = 2.3 more

/** Null: the house's meters were not read in the month and nothing stands for them, so nothing is known of it. */
export function settledMonth({
  period,
  charged,
  meters,
  resource,
  used,
  again,
  capped,
}: MonthOfCommon): SettledMonth | null {
  const stood = meters.filter(({ since }) => (since ?? -Infinity) < firstDay((period + 1) as Period));
  const house = houseVolume(stood, period, resource);
  if (!house) return null;
  const individual = [...used.map((volume) => Volume.of(decimal(volume))), ...again.map(volumeOf)];
  const fact = house.volume.minus(individual.reduce((sum, one) => sum.plus(one), Volume.zero));
  const norm = commonVolume(charged.source).volume;
  const within = capped && norm.isLessThan(fact) ? norm : fact;
  return { period, fact: within.toDecimal().toString(), charged: norm.toDecimal().toString() };
}

/** Was the month charged otherwise than by what was really used? Only then there is something to settle. */
export function isSettledLater({ source }: CommonFigures): boolean {
  return 'norm' in source || 'average' in source;
}

import type { Money, Period } from '@dvor/kernel';
import type { LocalMinute } from './local-minute.js';

/** What was wrong with one service of one account, and what its months cost. */
export interface QualityFacts {
  /** The resource; another service has no quality of its own and is refused. */
  readonly service: string;
  /** The fees of the months that are looked at; time outside them reduces nothing. */
  readonly fees: readonly MonthFee[];
  /** As the acts tell it: in any order, overlapping or not. */
  readonly events: readonly QualityEvent[];
  /** Independent sources of electricity; default 1. */
  readonly sources?: 1 | 2;
  /** A corner room, two degrees warmer by the law. */
  readonly corner?: boolean;
  /** The coldest five days are −31 °C or below. */
  readonly coldRegion?: boolean;
  readonly settings?: QualitySettings;
}

export interface MonthFee {
  readonly period: Period;
  readonly fee: Money;
  /** What the month's hot water would have cost at the tariff of cold water. */
  readonly coldFee?: Money;
}

export interface QualityEvent {
  readonly type: QualityEventType;
  readonly from: LocalMinute;
  /** None: still going. */
  readonly to?: LocalMinute | null;
  /** Degrees for `temperature`, percent off the right pressure for `pressure`; the others need none. */
  readonly value?: string;
}

export type QualityEventType = 'outage' | 'temperature' | 'pressure' | 'composition' | 'voltage';

/** Where the law leaves a choice. */
export interface QualitySettings {
  /** `full-hours` (default): of the month's sum only full hours count; `exact`: its minutes do. */
  readonly partHours?: PartHours;
  /** Hot water is measured from 57 and 55 °C at night (`allowed`, default) or from 60 °C (`strict`). */
  readonly hotWater?: 'allowed' | 'strict';
  /** Hours below 40 °C are paid as cold water and reduce by their degrees too (`both`, default), or are only paid so. */
  readonly belowForty?: 'both' | 'cold-tariff';
}

export type PartHours = 'full-hours' | 'exact';

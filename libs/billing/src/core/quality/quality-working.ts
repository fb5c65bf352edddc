import type { PartHours } from './quality-facts.js';
import type { QualityService } from './quality-law.js';

/**
 * The working of a reduction: everything needed to recompute and to explain it alone, for ever. Compact JSON; figures
 * are decimal strings, minutes and days are counts.
 *
 * P↓ = D + (P − D) · min(100, Σ percent) / 100; D = (P − Pcold) · hours below 40 °C / hours of the month
 */
export interface QualityWorking {
  readonly formula: 'quality';
  readonly service: QualityService;
  /** The month whose fee is reduced. */
  readonly period: string;
  /** Roubles. */
  readonly fee: string;
  readonly partHours: PartHours;
  readonly parts: readonly QualityPart[];
}

/** The working of a line of a bill: −P↓, and the acts that it stands on. */
export interface QualityLineWorking extends QualityWorking {
  readonly clause: string;
  readonly unit: '%';
  readonly rate: null;
  /** Percent of VAT that the fee includes. */
  readonly vat?: string | undefined;
  readonly rounded?: number;
  /** Number, ISO day and id of each. */
  readonly acts: readonly (readonly [number: string, date: string, id: string])[];
}

export type QualityPart = OutagePart | TemperaturePart | HourlyPart | FreeDaysPart | ColdTariffPart;

/** percent · ⌊(minutes − allowed) / per⌋ */
export interface OutagePart {
  readonly kind: 'outage';
  readonly clause: string;
  readonly minutes: number;
  readonly allowedHours: number;
  readonly percent: string;
  readonly perHours: number;
}

/** percent · Σ(steps · hours) */
export interface TemperaturePart {
  readonly kind: 'temperature';
  readonly clause: string;
  readonly percent: string;
  /** Degrees a step. */
  readonly step: number;
  /** Steps beyond what is allowed, and minutes. */
  readonly off: readonly (readonly [steps: number, minutes: number])[];
}

/** percent · hours */
export interface HourlyPart {
  readonly kind: 'pressure' | 'voltage';
  readonly clause: string;
  readonly percent: string;
  readonly minutes: number;
}

/** 100 · days / of */
export interface FreeDaysPart {
  readonly kind: 'free-days';
  readonly clause: string;
  readonly why: 'pressure' | 'composition';
  readonly days: number;
  /** Days of the month. */
  readonly of: number;
}

/** Time that hot water was below 40 °C; it changes the sum only if `coldFee` is known. */
export interface ColdTariffPart {
  readonly kind: 'cold-tariff';
  readonly clause: string;
  readonly minutes: number;
  /** Days of the month. */
  readonly of: number;
  readonly coldFee?: string;
}

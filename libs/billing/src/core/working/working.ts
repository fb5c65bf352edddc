/**
 * The working of a line: everything needed to recompute and to explain it alone, for ever, without the house's facts
 * and without today's tariffs. Compact JSON, stored beside the line. Figures are decimal strings as they entered the
 * sum, days are counts, dates are ISO. A volume may be a fraction: `"25.4/6"`.
 */
export type Working =
  | AreaWorking
  | PersonWorking
  | FlatWorking
  | GivenWorking
  | MeterWorking
  | NormWorking
  | ExcessWorking
  | SewageWorking
  | WastePersonWorking
  | WasteAreaWorking
  | AbsenceWorking
  | WasteAreaAbsenceWorking
  | SewageAbsenceWorking;

export type FormulaId = Working['formula'];

interface Basis {
  /** Act and clause, in Russian, as printed. */
  readonly clause: string;
  readonly unit: string;
  /** Roubles per unit. */
  readonly rate: string;
}

/** A value and the days on which it held; `of` beside it is the days of the month. */
export type DayParts = readonly (readonly [value: string, days: number])[];

/** norm, persons, days. */
export type NormParts = readonly (readonly [norm: string, persons: number, days: number])[];

/** ISO date and the dial. */
export type DialAt = readonly [date: string, value: string];

/** P = T · Σ(S · days) / of */
export interface AreaWorking extends Basis {
  readonly formula: 'area';
  readonly area: DayParts;
  readonly of: number;
}

/** P = T · Σ(n · days) / of */
export interface PersonWorking extends Basis {
  readonly formula: 'person';
  readonly persons: DayParts;
  readonly of: number;
}

/** P = T · days / of */
export interface FlatWorking extends Basis {
  readonly formula: 'flat';
  readonly days: number;
  readonly of: number;
}

/** P = T · V · days / of */
export interface GivenWorking extends Basis {
  readonly formula: 'given';
  readonly zone?: string;
  readonly volume: string;
  /** Days of the rate and of the consumption; none: all. */
  readonly share?: Share;
}

export type Share = readonly [days: number, of: number];

/** P = T · ((Σ readings + Σ averages − Σ estimated) · share + Σ(N · n · days) / of) */
export interface MeterWorking extends Basis {
  readonly formula: 'meter' | 'average';
  readonly zone?: string;
  readonly readings?: readonly ReadingPair[];
  readonly averages?: readonly AverageOfMeter[];
  /** Charged by estimate since the last reading: month and volume. */
  readonly estimated?: readonly (readonly [period: string, volume: string])[];
  readonly share?: Share;
  /** Days between two meters that no average covers; `of` beside it is the days of the month. */
  readonly norm?: NormParts;
  readonly of?: number;
}

export interface ReadingPair {
  readonly meter: string;
  readonly zone?: string;
  readonly from: DialAt;
  readonly to: DialAt;
  /** What the dial holds, `100000` for five digits, where it rolled over. */
  readonly turn?: string;
  /** Its share for an account that was open for `days` of the month's `of` and has no reading of its first day. */
  readonly days?: number;
  readonly of?: number;
}

/** (to − from) / months · days / of */
export interface AverageOfMeter extends ReadingPair {
  readonly months: number;
  readonly days: number;
  readonly of: number;
  /** Which month without a reading this is. */
  readonly k: number;
  /** How many of them may be averaged in a row; none: until a reading comes. */
  readonly limit?: number;
}

/** P = T · Σ(N · n · days) / of */
export interface NormWorking extends Basis {
  readonly formula: 'norm';
  readonly norm: NormParts;
  readonly of: number;
  readonly why: WhyNorm;
}

/** Why the norm and not the meter. `lapsed`: verification over or meter gone and the averaged months used up. */
export type WhyNorm = 'no-meter' | 'impossible' | 'unsent' | 'no-history' | 'lapsed';

/** P = T · (K − 1) · Σ(N · n · days) / of */
export interface ExcessWorking extends Basis {
  readonly formula: 'excess';
  readonly norm: NormParts;
  readonly of: number;
  readonly factor: string;
  readonly why: WhyNorm;
}

/** P = T · Σ V */
export interface SewageWorking extends Basis {
  readonly formula: 'sewage';
  readonly volumes: readonly (readonly [service: string, volume: string])[];
}

/** P = T · Σ(N · n · days) / (12 · of) */
export interface WastePersonWorking extends Basis {
  readonly formula: 'waste-person';
  readonly norm: NormParts;
  readonly of: number;
}

/** P = T · Σ(N · S · days) / (12 · of) */
export interface WasteAreaWorking extends Basis {
  readonly formula: 'waste-area';
  readonly norm: readonly (readonly [norm: string, area: string, days: number])[];
  readonly of: number;
}

/** P = −T · Σ(N · n · days) / (of · months), n the persons away, months 12 for a yearly norm */
export interface AbsenceWorking extends Basis {
  readonly formula: 'absence';
  readonly norm: NormParts;
  readonly of: number;
  readonly months: number;
}

/** P = −T · Σ(N · S · days · away / n) / (12 · of) */
export interface WasteAreaAbsenceWorking extends Basis {
  readonly formula: 'waste-area-absence';
  readonly norm: readonly (readonly [norm: string, area: string, away: number, persons: number, days: number])[];
  readonly of: number;
}

/** P = −T · Σ V, the volumes of water that the persons away were let off */
export interface SewageAbsenceWorking extends Basis {
  readonly formula: 'sewage-absence';
  readonly volumes: readonly (readonly [service: string, volume: string])[];
}

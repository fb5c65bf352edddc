import type { BenefitWorking } from '../benefits/benefit-working.js';
import type { FineWorking, ManualWorking } from '../manual/manual-working.js';
import type { Part } from '../part.js';
import type { OneOffWorking } from '../one-offs/one-off-working.js';
import type { QualityLineWorking } from '../quality/quality-working.js';
import type { PersonDays } from '../volume.js';

/**
 * The working of a line: everything needed to recompute and to explain it alone, for ever, without the house's facts
 * and without today's tariffs. Compact JSON, stored beside the line. Figures are decimal strings as they entered the
 * sum, days are counts, dates are ISO. A volume may be a fraction, `"25.4/6"`; an area, a norm or a count of persons may be
 * an account's share of its premises' figure, `"52.4*1/3"`.
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
  | SewageAbsenceWorking
  | TierWorking
  | HeatOfWaterWorking
  | MadeInHouseWorking
  | UnitsWorking
  | HeatingNormWorking
  | HeatingHouseWorking
  | HeatingTrueUpWorking
  | CommonWorking
  | CommonTrueUpWorking
  | CommonYearWorking
  | InterferenceWorking
  | TrueUpWorking
  | FormulaWorking
  | OneOffWorking
  | BenefitWorking
  | QualityLineWorking
  | ManualWorking
  | FineWorking;

export type FormulaId = Working['formula'];

interface Basis {
  /** Act and clause, in Russian, as printed. */
  readonly clause: string;
  readonly unit: string;
  /** Roubles per unit. */
  readonly rate: string;
  /** Percent of VAT that the rate includes. */
  readonly vat?: string | undefined;
  /** Decimals to which the organisation rounds volumes before they meet the rate; none: exact. */
  readonly rounded?: number | undefined;
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

/** P = T · days / of; of shared premises P = T · Σ(share · days) / of */
export interface FlatWorking extends Basis {
  readonly formula: 'flat';
  readonly days: number;
  readonly of: number;
  readonly shares?: DayParts;
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
  /** The readings are a communal flat's, and this is the room's part of them. */
  readonly room?: RoomPart;
  /** Days between two meters that no average covers; `of` beside it is the days of the month. */
  readonly norm?: NormParts;
  readonly of?: number;
}

/** V_j + (V_flat − ΣV_j) · Σ(n_j · days) / Σ(n_flat · days) */
export interface RoomPart {
  /** Of the room; of an account that shares its premises, what by these are divided. */
  readonly persons: readonly PersonDays[];
  /** Of all rooms of the flat. */
  readonly all: readonly PersonDays[];
  /** Accounts of one premises divide it, by persons or by their shares; none: rooms do, by persons. */
  readonly shared?: 'persons' | 'shares' | undefined;
  /** By the room's own meter. */
  readonly own?: string;
  /** By the meters of all rooms. */
  readonly rooms?: string;
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
  /** The share is the month's: `days` of the `of` days between the readings, for the months between had none. */
  readonly spread?: true;
}

/** An act that a line stands on: what it is about, its number, its ISO date. */
export type ActCited = readonly [about: 'access-refused' | 'meter-failed', number: string, date: string];

/** (to − from) / months · days / of */
export interface AverageOfMeter extends ReadingPair {
  readonly months: number;
  readonly days: number;
  readonly of: number;
  /** Which month without a reading this is. */
  readonly k: number;
  /** How many of them may be averaged in a row; none: until a reading comes. */
  readonly limit?: number;
  /** Acts because of which readings don't count. */
  readonly acts?: readonly ActCited[];
}

/** P = T · Σ(N · n · days) / of */
export interface NormWorking extends Basis {
  readonly formula: 'norm';
  readonly norm: NormParts;
  readonly of: number;
  readonly why: WhyNorm;
  readonly acts?: readonly ActCited[] | undefined;
}

/** Why the norm and not the meter. `lapsed`: verification over or meter gone and the averaged months used up. */
export type WhyNorm = 'no-meter' | 'impossible' | 'unsent' | 'no-history' | 'lapsed' | 'no-access';

/** P = T · (K − 1) · Σ(N · n · days) / of [· q] */
export interface ExcessWorking extends Basis {
  readonly formula: 'excess';
  readonly norm: NormParts;
  readonly of: number;
  readonly factor: string;
  readonly why: WhyNorm;
  readonly acts?: readonly ActCited[] | undefined;
  /** Gcal for a m³, where the heat of hot water is raised too. */
  readonly perUnit?: string | undefined;
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

/** P = −T · Σ(N · n · days) / (of · months) [· q], n the persons away, months 12 for a yearly norm */
export interface AbsenceWorking extends Basis {
  readonly formula: 'absence';
  readonly norm: NormParts;
  readonly of: number;
  readonly months: number;
  /** Gcal for a m³, where the heat of hot water is let off. */
  readonly perUnit?: string | undefined;
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

/** What an account used of a service: by meter, average or norm, or as given. */
export type MeasuredWorking = GivenWorking | MeterWorking | NormWorking;

/**
 * P = T · V_tier · V_zone / V, V_tier the part of V between the bounds of a whole month, for `days` of its `of`. A
 * volume that is not above zero stands in the lowest tier.
 */
export interface TierWorking extends Basis {
  readonly formula: 'tier';
  /** Units a month: above the first, up to the second. */
  readonly bounds: readonly [above: string | null, upTo: string | null];
  readonly days: number;
  readonly of: number;
  /** Accounts of one premises divide the bounds by persons. */
  readonly room?: Pick<RoomPart, 'persons' | 'all'> | undefined;
  /** Of all zones. */
  readonly total: string;
  /** The zone's own volume, or all of it. */
  readonly base: MeasuredWorking;
}

/** P = T · V · q */
export interface HeatOfWaterWorking extends Basis {
  readonly formula: 'heat-of-water';
  /** m³ of hot water, as on the line of the water. */
  readonly volume: string;
  /** Gcal for a m³; weighted by days where it changed. */
  readonly perUnit: string;
}

/** P = V · T + V / ΣV · Σ(Q · T_Q) */
export interface MadeInHouseWorking extends Basis {
  readonly formula: 'made-in-house';
  readonly base: MeasuredWorking;
  /** Of all premises. */
  readonly total: string;
  /** What heating the water took, and its rate. */
  readonly spent: readonly (readonly [volume: string, rate: string])[];
}

/** P = T · units · Σ(N · days) / of; N is 1 where the rate is of a unit */
export interface UnitsWorking extends Basis {
  readonly formula: 'units';
  readonly units: string;
  readonly norm: DayParts;
  readonly of: number;
}

/** A room's part of its flat by living areas, for `share` days of those of its account. */
export interface RoomOfFlat {
  readonly living: string;
  readonly of: string;
  readonly share: Share;
}

/**
 * P = T · Σ(N · S · days) / of [· months / 12]; where some premises have heat of their own, for the heated
 * [· (S_house − S_own) / (S_house − S_own + S_common) · (1 + S_common / S_house)], for the others without the 1
 */
export interface HeatingNormWorking extends Basis {
  readonly formula: 'heating-norm';
  readonly norm: readonly (readonly [norm: string, area: string, days: number])[];
  readonly of: number;
  /** The areas are the flat's. */
  readonly room?: RoomOfFlat | undefined;
  /** Heating months a year, in the even mode. */
  readonly months?: string | undefined;
  readonly own?:
    { readonly heated: boolean; readonly house: string; readonly area: string; readonly common: string } | undefined;
}

/** What a premises' heat is made of: V_i + S_i · (V_house − ΣV_i) / S_house; without V_i, S_i · V_house / S_house. */
export interface HeatSource {
  readonly area: DayParts;
  /** V_i = S_i · volume / area; none and no meter: V_i is 0. */
  readonly own?: { readonly volume: string; readonly area: string } | undefined;
  /** ΣV_i; none: nothing is divided but V_house itself. */
  readonly individual?: string | undefined;
}

export interface HeatingHouseWorking extends Basis, HeatSource {
  readonly formula: 'heating-house';
  readonly house: {
    readonly volume: string;
    readonly area: string;
    readonly averaged?: { readonly k: number; readonly limit: number } | undefined;
    /** The volume is a twelfth of this one, of the previous year. */
    readonly lastYear?: string | undefined;
  };
  readonly room?: RoomOfFlat | undefined;
  readonly of: number;
  /** V_i by the premises' own meter. */
  readonly meter?: MeasuredWorking | undefined;
}

/** Δ = Σ(T · V_house · (V_i + S_i · (1 − ΣV_i) / S_house)) − charged, V_i and ΣV_i of one unit of the house's volume */
export interface HeatingTrueUpWorking extends Basis {
  readonly formula: 'heating-true-up';
  readonly months: readonly (readonly [rate: string, volume: string])[];
  readonly house: { readonly area: string };
  readonly area: string;
  readonly own?: HeatSource['own'];
  /** V_i by the premises' own meter. */
  readonly meter?: string | undefined;
  readonly individual?: string | undefined;
  /** Roubles. */
  readonly charged: string;
}

/** Where the volume for common property comes from. */
export type CommonVolumeOf =
  | {
      /** V_house */
      readonly house: string;
      readonly averaged?: { readonly k: number; readonly limit: number } | undefined;
      /** ΣV of the premises. */
      readonly individual: string;
      /** Cold water that the house heats itself. */
      readonly forHotWater?: string | undefined;
      /** Below zero, of earlier months. */
      readonly carried?: readonly string[] | undefined;
      /** No more than by the norm. */
      readonly cap?: CommonByNorm | undefined;
    }
  | CommonByNorm
  | { readonly average: string }
  /** Sewage: what runs off of the common water. */
  | { readonly flows: readonly (readonly [service: string, volume: string])[] };

/** Σ(N · days) / of · S_common */
export interface CommonByNorm {
  readonly norm: DayParts;
  readonly of: number;
  readonly commonArea: string;
}

/** P = T · V_common · Σ(S · days) / of / S_house */
export interface CommonWorking extends Basis {
  readonly formula: 'common';
  readonly source: CommonVolumeOf;
  readonly area: DayParts;
  readonly of: number;
  readonly houseArea: string;
}

/** P = T · year / 12 · Σ(S · days) / of / S_house */
export interface CommonTrueUpWorking extends Basis {
  readonly formula: 'common-true-up';
  /** Actual less charged of the previous year. */
  readonly year: string;
  readonly area: DayParts;
  readonly of: number;
  readonly houseArea: string;
}

/**
 * P = X · upTo / of − X · after / of, each rounded, so that the parts add up to X; X = Σ T · (V_fact − V_charged) · S / S_house
 */
export interface CommonYearWorking extends Basis {
  readonly formula: 'common-year';
  /** Of the last of the months. */
  readonly rate: string;
  readonly months: readonly YearMonth[];
  /** Which of the year's equal parts: after the first so many, up to so many, of all. */
  readonly part: readonly [after: number, upTo: number, of: number];
  readonly area: DayParts;
  readonly of: number;
  readonly houseArea: string;
}

/** A month of the year, or its days of one tariff, with the house's common volume as it was and as it was charged. */
export type YearMonth = readonly [period: string, rate: string, fact: string, charged: string];

/** P = Σ P of the month as it should have been − charged */
export interface TrueUpWorking extends Omit<Basis, 'rate'> {
  readonly formula: 'true-up';
  readonly rate: null;
  /** ISO month. */
  readonly period: string;
  readonly part: Part;
  /** The lines of the month run again. */
  readonly again: readonly Working[];
  /** Roubles. */
  readonly charged: string;
  /** The changes of facts behind it, where the month was closed: number, table, reason. */
  readonly why?: readonly ChangeCited[];
}

/** A change of a fact: its number, the fact's table, and why it was recorded. */
export type ChangeCited = readonly [change: string, fact: string, reason: string];

/** P = T · N · n · 10 · months [· q] */
export interface InterferenceWorking extends Basis {
  readonly formula: 'interference';
  readonly norm: NormParts;
  readonly of: number;
  /** No more than three before the act. */
  readonly months: string;
  /** ISO date of the act. */
  readonly act: string;
  readonly number?: string | undefined;
  /** Gcal for a m³, where the heat of hot water is charged too. */
  readonly perUnit?: string | undefined;
}

/** P = Σ(f(figures) · days) / of, f the organisation's own formula */
export interface FormulaWorking extends Omit<Basis, 'rate'> {
  readonly formula: 'formula';
  /** Null where the formula names no tariff. */
  readonly rate: string | null;
  /** Id of the formula's version. */
  readonly version?: string | undefined;
  readonly text: string;
  /** Names of the quantities and their units, as printed. */
  readonly inputs: readonly (readonly [name: string, unit: string])[];
  /** Their figures, in that order, on so many days; a volume at the pace of a whole month. */
  readonly parts: readonly { readonly days: number; readonly figures: readonly string[] }[];
  /** Days of the month; where the formula counts days itself, those charged. */
  readonly of: number;
}

/** Every other line is a rate multiplied by a volume. */
export type RatedWorking = Exclude<
  Working,
  FormulaWorking | BenefitWorking | TrueUpWorking | QualityLineWorking | ManualWorking | FineWorking
>;

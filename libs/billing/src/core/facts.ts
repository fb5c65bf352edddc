import type { LocalDate, Period } from '@dvor/kernel';
import type { BenefitFacts, BenefitShown } from './benefits/benefit-facts.js';
import type { ManualFacts } from './manual/manual-facts.js';
import type { OneOffFacts } from './one-offs/one-off-facts.js';
import type { Part } from './part.js';
import type { QualityActFacts } from './quality/quality-act-facts.js';
import type { QualitySettings } from './quality/quality-facts.js';
import type { CommonVolumeOf, HeatSource } from './working/working.js';

export type { Part } from './part.js';

/**
 * Everything that a month of one house is charged from. Plain JSON: decimals are strings (`"36.47"`), days are
 * LocalDate numbers, months are Period numbers. The loader fills it straight from rows, it is stored and hashed as
 * the run's snapshot, and a replay years later reads it back as it is. A missing field and `null` mean the same.
 *
 * The order of the lists means nothing. Every interval is half-open: `from` counts, `to` does not, no `to` is still
 * going; `verifiedUntil` and absences are the named exceptions.
 */
export interface HouseFacts {
  readonly house: HouseItself;
  readonly services: readonly ServiceRule[];
  readonly premises: readonly PremisesFacts[];
  /** Communal flats (коммунальные квартиры) that have meters of their own beside or instead of their rooms'. */
  readonly flats?: readonly FlatFacts[] | null;
  /** Negative common volumes of earlier months, by the common service's code (ПП 491, п. 29(2)). */
  readonly carry?: readonly CarriedVolume[] | null;
  /** What was charged before and is corrected this month. */
  readonly charged?: readonly ChargedBefore[] | null;
  /** What was wrong with services of the house, by acts; what lies outside the month says nothing. */
  readonly quality?: readonly QualityActFacts[] | null;
  /** Whether benefits are taken off the bill. Default: compensated. */
  readonly benefitsShown?: BenefitShown | null;
  /** What the organisation has chosen where the law leaves a choice. Default: the first of each. */
  readonly policy?: Policy | null;
  /**
   * Only some of the house's accounts stand here, and what it divides between all of them is taken as it came out: a
   * closed month is replayed for them, and their neighbours' bills don't move.
   */
  readonly figures?: HouseFigures | null;
}

/** What a house divides between all its accounts. */
export interface HouseFigures {
  /** S_об as the sum over all premises, where the house itself has none. */
  readonly area?: string | null;
  /** By what is divided: a service and the way in which it is; null: that can't be told of some accounts alone. */
  readonly divided: Readonly<Record<string, DividedFigures | null>>;
}

export type DividedFigures = CommonFigures | HeatingFigures | MadeInHouseFigures;

export interface CommonFigures {
  readonly area: string;
  readonly source: CommonVolumeOf;
}

export interface HeatingFigures {
  /** S_house, S_own, S_house − S_own + S_common; none: nothing is divided by them. */
  readonly areas?: { readonly house: string; readonly own: string; readonly heated: string } | null;
  /** V_house; none: the norm stands. */
  readonly house?: {
    readonly volume: string;
    readonly averaged?: { readonly k: number; readonly limit: number } | undefined;
    readonly lastYear?: string | undefined;
  } | null;
  /** How V_i of those without a meter comes about, and ΣV_i. */
  readonly divided?: {
    readonly metered: 'none' | 'some' | 'all';
    readonly own?: HeatSource['own'];
    readonly individual?: string | undefined;
  } | null;
}

export interface MadeInHouseFigures {
  /** ΣV */
  readonly total: string;
  readonly spent: readonly (readonly [volume: string, rate: string])[];
}

/** Choices that change an amount; each is named in the working of the lines that it changes. */
export interface Policy {
  /** How far back an average goes (ПП 354, п. 59 asks for six months at least). */
  readonly averageOver?: 'six-months' | 'up-to-twelve' | null;
  /** Water after a second refusal of access: three averaged months first, or the raised norm at once (п. 60, 60(2)). */
  readonly secondRefusal?: 'averaged' | 'raised' | null;
  /** Volumes are exact until money is rounded, or rounded to the decimals they are shown in. */
  readonly volumes?: 'exact' | 'as-shown' | null;
  /** How outages and poor quality are counted. */
  readonly quality?: QualitySettings | null;
}

/** A communal flat, or a premises that several accounts share: what its meters counted is divided between them. */
export interface FlatFacts {
  readonly id: string;
  readonly meters?: readonly MeterFacts[] | null;
  /** Acts on refused access to its meters. */
  readonly accessRefused?: readonly AccessRefused[] | null;
}

export interface CarriedVolume {
  readonly service: string;
  /** Below zero. */
  readonly volume: string;
}

export interface ChargedBefore {
  readonly premises: string;
  readonly service: string;
  readonly part?: Part | null;
  readonly period: Period;
  /** Roubles. */
  readonly amount: string;
}

export interface HouseItself {
  readonly id: string;
  /** S_об: all residential and non-residential premises, m². Default: the sum over `premises`. */
  readonly area?: string | null;
  /** S_ои: common property, m². */
  readonly commonArea?: string | null;
  readonly meters?: readonly HouseMeter[];
  /** The coldest five days are −31 °C or below: rooms must be two degrees warmer. Default: no. */
  readonly coldRegion?: boolean | null;
  /** Independent sources of electricity. Default 1. */
  readonly electricSources?: 1 | 2 | null;
}

/** A meter at one input of the house (ОДПУ); several of one service are summed. */
export interface HouseMeter {
  readonly id?: string | null;
  /** Code of the service, or the resource, that it measures. */
  readonly service: string;
  /** The day on which the first meter was put there. Default: before all months. */
  readonly since?: LocalDate | null;
  /** By months; a month without a volume goes by the average of those before (ПП 354, п. 59(1)). */
  readonly volumes: readonly { readonly period: Period; readonly volume: string }[];
}

// ---------------------------------------------------------------------------------------------- services

/**
 * One service as it is charged in this house. The same `code` may stand twice with different tariffs where no
 * premises is charged by both on the same day.
 */
export type ServiceRule =
  | AreaRule
  | PersonRule
  | FlatRule
  | UnitsRule
  | MeteredRule
  | SocialNormRule
  | HotWaterRule
  | HotWaterMadeInHouseRule
  | HeatingRule
  | SewageRule
  | CommonRule
  | WastePersonRule
  | WasteAreaRule
  | FormulaRule;

export type Method = ServiceRule['method'];

interface ServiceBasis {
  readonly code: string;
  /** What flows: the rules that differ by resource follow it. Default: the code. */
  readonly resource?: string | null;
  /** Unit of the volume, for the explanation. Default: by resource and method. */
  readonly unit?: Unit | null;
  /** Act and clause that the charge stands on, in Russian, as printed. Default: by method. */
  readonly basis?: string | null;
  /** Days on which the service is charged at all. Default: always. */
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  /** Ids of the premises it is charged to. Default: all of the house. */
  readonly appliesTo?: readonly string[] | null;
  /** Percent of VAT that the rates include, where the recipient pays it; shown, never added (НК 168). */
  readonly vat?: string | null;
}

export type Unit = 'm2' | 'm3' | 'kWh' | 'Gcal' | 'person' | 'premises' | 'unit';

/** Rate × area. */
export interface AreaRule extends ServiceBasis {
  readonly method: 'area';
  readonly tariffs: readonly Tariff[];
}

/** Rate × persons. */
export interface PersonRule extends ServiceBasis {
  readonly method: 'person';
  readonly tariffs: readonly Tariff[];
}

/** Rate per premises. */
export interface FlatRule extends ServiceBasis {
  readonly method: 'flat';
  readonly tariffs: readonly Tariff[];
}

/** Rate × units of the premises × norm: points, animals, square metres of a plot that is watered (ф. 22). */
export interface UnitsRule extends ServiceBasis {
  readonly method: 'units';
  readonly tariffs: readonly Tariff[];
  /** Volume a unit and month; none: the rate is of a unit. */
  readonly norms?: readonly DatedDecimal[] | null;
  /** Months of the year (1 to 12) in which it is charged; none: all. */
  readonly months?: readonly number[] | null;
}

/** By meter, else by average, else by norm × persons. */
export interface MeteredRule extends ServiceBasis {
  readonly method: 'metered';
  readonly tariffs: readonly (Tariff | RangedTariff)[];
  /** Volume a person and month. */
  readonly norms?: readonly DatedDecimal[] | null;
  readonly excess?: readonly DatedFactor[] | null;
}

/** Electricity within and above a social norm, which the zones share by their volumes. */
export interface SocialNormRule extends ServiceBasis {
  readonly method: 'social-norm';
  readonly tariffs: readonly SocialNormTariff[];
  /** kWh for the premises and month. */
  readonly socialNorm: string;
  readonly norms?: readonly DatedDecimal[] | null;
}

/** Hot water of two components: V · T_water + V · q · T_heat (ф. 23). */
export interface HotWaterRule extends ServiceBasis {
  readonly method: 'hot-water';
  readonly tariffs: readonly TwoComponentTariff[];
  /** q, Gcal for a m³: the approved norm, not the house's own. */
  readonly heatPerUnit?: string | readonly DatedDecimal[] | null;
  readonly norms?: readonly DatedDecimal[] | null;
  readonly excess?: readonly DatedFactor[] | null;
  /** Which component the increase factor raises. Default: water. */
  readonly factorOn?: 'water' | 'both' | null;
}

/** Hot water that the house makes itself of cold: V · T_water + V / ΣV · Σ spent (ф. 20). */
export interface HotWaterMadeInHouseRule extends ServiceBasis {
  readonly method: 'hot-water-made-in-house';
  /** Of the cold water. */
  readonly tariffs: readonly Tariff[];
  /** What heating the house's water took in the month: volume and rate of each resource; none: not known yet. */
  readonly spent?: readonly { readonly volume: string; readonly rate: string }[] | null;
  readonly norms?: readonly DatedDecimal[] | null;
}

/** Heating, ф. 2–3(7). */
export interface HeatingRule extends ServiceBasis {
  readonly method: 'heating';
  readonly tariffs: readonly Tariff[];
  /** In the heating season, or evenly through the year. */
  readonly mode: 'season' | 'even';
  /** Heating months a year, for the even mode without a house meter. */
  readonly months?: string | null;
  /** Gcal for a m² and month of the season. */
  readonly norms?: readonly DatedDecimal[] | null;
  /** Volume of the house in the previous year, Gcal, for the even mode. */
  readonly lastYear?: string | null;
  /** Of the previous year, in the month that settles it. Default: `tariffs`. */
  readonly yearTariffs?: readonly Tariff[] | null;
  /** A year of which only a part was charged: settle those months (default), or none of it. */
  readonly shortYear?: 'charged-months' | 'not-settled' | null;
  /** Days of the heating season; a month with one of them is charged whole. None: the month is in it. */
  readonly season?: readonly { readonly from: LocalDate; readonly to?: LocalDate | null }[] | null;
  /** Why meters of flats are set aside and ф. 3 stands (courts refuse ф. 3(1) where meters can't stand for a house). */
  readonly flatMetersSetAside?: string | null;
}

/** Resources for common property (КР на СОИ, ОДН), by share of area. */
export interface CommonRule extends ServiceBasis {
  readonly method: 'common';
  readonly tariffs: readonly Tariff[];
  /** Code of the service that the premises use of the same resource. */
  readonly of: string;
  readonly mode: 'norm' | 'average' | 'actual';
  /** Volume a m² of common property and month. */
  readonly norms?: readonly DatedDecimal[] | null;
  /** The house's common volume a month, for the mode of average. */
  readonly average?: string | null;
  /** What is above the norm is the executor's loss (ПП 354, п. 44). Default: no. */
  readonly capped?: boolean | null;
  /** Actual less charged of the previous year, spread over this year's months (ПП 491, п. 29(3)), as it was entered. */
  readonly trueUp?: string | null;
  /** The same as it came out of the year's runs: the years of which this month charges a part. */
  readonly years?: readonly CommonYear[] | null;
  /** Of those years. Default: `tariffs`. */
  readonly yearTariffs?: readonly Tariff[] | null;
  /** Ids of the house meters of one group of premises, `appliesTo`. Default: all of the service, the whole house. */
  readonly meters?: readonly string[] | null;
}

/** What a house's common property used in a year, and was charged for by norm or on average. */
export interface CommonYear {
  readonly months: readonly { readonly period: Period; readonly fact: string; readonly charged: string }[];
  /** Which of the equal parts this month charges: after the first so many, up to so many, of all. */
  readonly part: YearPart;
}

export type YearPart = readonly [after: number, upTo: number, of: number];

/** By the individual volumes of other services. */
export interface SewageRule extends ServiceBasis {
  readonly method: 'sewage';
  readonly tariffs: readonly Tariff[];
  /** Codes of the services whose volumes run off. */
  readonly of: readonly string[];
}

/** Persons × yearly norm / 12 × rate. */
export interface WastePersonRule extends ServiceBasis {
  readonly method: 'waste-person';
  readonly tariffs: readonly Tariff[];
  /** m³ a person and year. */
  readonly norms: readonly DatedDecimal[];
}

/** Area × yearly norm / 12 × rate. */
export interface WasteAreaRule extends ServiceBasis {
  readonly method: 'waste-area';
  readonly tariffs: readonly Tariff[];
  /** m³ per m² and year. */
  readonly norms: readonly DatedDecimal[];
}

/** By the organisation's own formula, for services of its own. */
export interface FormulaRule extends ServiceBasis {
  readonly method: 'formula';
  /** One text, or the texts by the days on which each holds. */
  readonly formula: string | readonly DatedFormula[];
  /** Empty where no formula names a tariff. */
  readonly tariffs: readonly Tariff[];
  readonly norms?: readonly DatedDecimal[] | null;
  /** What the norm is so many units for each of. Default: a person. */
  readonly normPer?: NormBase | null;
}

/** What a formula's norm is so many units for each of. */
export type NormBase = 'person' | 'm2' | 'premises';

export interface DatedFormula extends From {
  readonly text: string;
  /** Id of the version, for the explanation. */
  readonly version?: string | null;
  /** Roubles per this is the tariff, where the rule itself names no unit. */
  readonly unit?: Unit | null;
  readonly normPer?: NormBase | null;
  /** Units of the other services' volumes by their codes. Default: as the house has them. */
  readonly volumes?: Readonly<Record<string, Unit>> | null;
  /** Act and clause of the version. */
  readonly basis?: string | null;
}

/** Roubles per unit; by zone where the service is metered in zones. */
export interface Tariff extends From {
  readonly rate: string | Zones;
}

/** Electricity by price ranges: so much a unit up to a month's volume, another price above it. */
export interface RangedTariff extends From {
  readonly ranges: readonly { readonly upTo?: string | null; readonly rate: string | Zones }[];
}

export interface SocialNormTariff extends From {
  readonly within: string | Zones;
  readonly above: string | Zones;
}

/** Roubles for a m³ of water and for a Gcal that heats it. */
export interface TwoComponentTariff extends From {
  readonly water: string;
  readonly heat: string;
}

export interface DatedDecimal extends From {
  readonly value: string;
}

export interface DatedFactor extends From {
  readonly factor: string;
}

/** Holds from `from` to `to`, or, where no `to` is given, to the next `from` of its list. */
export interface From {
  readonly from: LocalDate;
  readonly to?: LocalDate | null;
}

/** A figure per zone of an electricity meter: `{ day: "1200.5", night: "611" }`. */
export type Zones = Readonly<Record<string, string>>;

// ---------------------------------------------------------------------------------------------- premises

/** One account's premises: what it is, who lives there, its meters. */
export interface PremisesFacts {
  /**
   * The account's id. Where a flat was sold inside the month, two accounts stand here, each with its days; an account
   * that was closed and opened again stands twice.
   */
  readonly id: string;
  readonly kind?: 'flat' | 'room' | 'nonresidential' | null;
  /** The communal flat of a room, or the premises that several accounts share. */
  readonly flat?: string | null;
  /**
   * What the account bears of the premises it shares, `1/3`; a list where it changed. On every day the shares of all
   * accounts that name the same `flat` sum to one. Areas, units and owners below are those of the whole premises, the
   * residents are the account's own.
   */
  readonly share?: string | readonly DatedShare[] | null;
  /** A lawful individual heat source, or no heaters by the house's project (S_инд). */
  readonly ownHeating?: boolean | null;
  /** It has a corner room, which must be two degrees warmer. */
  readonly corner?: boolean | null;
  /** S_i, m². A list where it changed. */
  readonly area?: string | readonly DatedDecimal[] | null;
  /** m²; rooms of a communal flat divide its heat by it. */
  readonly livingArea?: string | null;
  /** Service code → count of units: points, animals, m² of a plot. */
  readonly units?: Readonly<Record<string, string>> | null;
  /** Service code → volume of the previous year by the premises' own meter, for even heating. */
  readonly lastYear?: Readonly<Record<string, string>> | null;
  /** Count of owners; stands for persons on days when nobody is registered. Default 1. */
  readonly owners?: number | null;
  readonly residents?: readonly Resident[] | null;
  readonly meters?: readonly MeterFacts[] | null;
  /** Codes of the services for which an act says that no meter can be installed. */
  readonly meterImpossible?: readonly string[] | null;
  /** Acts on refused access for checking or installing meters (ПП 354, п. 59 «в», 60(2), 60(3)). */
  readonly accessRefused?: readonly AccessRefused[] | null;
  /** Acts on interference with a meter or unlawful connection (ПП 354, п. 62). */
  readonly interferences?: readonly Interference[] | null;
  /** Service code → individual volume of the month, already known. */
  readonly given?: Readonly<Record<string, string | Zones>> | null;
  /** What its persons are let off. */
  readonly benefits?: readonly BenefitFacts[] | null;
  /** Works done for it alone, by acts; those of other months say nothing. */
  readonly oneOffs?: readonly OneOffFacts[] | null;
  /** Corrections by hand and fines that the month posts. */
  readonly manual?: readonly ManualFacts[] | null;
  /** Volumes charged by average or norm since the last reading. */
  readonly estimated?: readonly EstimatedVolume[] | null;
  /** Days on which the account is open. Default: always. */
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
}

/** An act as it is named to who is charged by it. */
export interface ActNamed {
  readonly number: string;
  readonly date: LocalDate;
}

export interface DatedShare extends From {
  /** `1/3`, or `1`. */
  readonly value: string;
}

export interface AccessRefused {
  readonly service: string;
  /** The day of the first act. */
  readonly first: LocalDate;
  readonly second?: LocalDate | null;
  /** The acts themselves, for the explanation. */
  readonly acts?: readonly ActNamed[] | null;
  /** Access was given, or the meter is in use again; none: not yet. */
  readonly until?: LocalDate | null;
}

export interface Interference {
  readonly service: string;
  /** The day of the act; its month takes the charge. */
  readonly act: LocalDate;
  /** Its number, for the explanation. */
  readonly number?: string | null;
  /** Months before the act, no more than three. */
  readonly months: string;
}

/** One registered person. */
export interface Resident {
  readonly from: LocalDate;
  readonly to?: LocalDate | null;
  readonly temporary?: boolean | null;
  /** Departure and arrival day, both counted as present. */
  readonly absences?: readonly { readonly from: LocalDate; readonly to?: LocalDate | null }[] | null;
}

export interface MeterFacts {
  readonly id: string;
  /** Code of the service that it measures. */
  readonly service: string;
  readonly installed?: LocalDate | null;
  readonly removed?: LocalDate | null;
  /** Last day of valid verification. */
  readonly verifiedUntil?: LocalDate | null;
  /** The day on which it failed or was lost: what it shows from then on doesn't count. */
  readonly failed?: LocalDate | null;
  /** The act that says so, for the explanation. */
  readonly failedBy?: ActNamed | null;
  /** Whole digits of the dial; a reading below the last one is a roll-over only where they are known. */
  readonly digits?: number | null;
  /** Reading at installation. Default 0. */
  readonly initial?: string | Zones | null;
  /** Reading at removal. */
  readonly final?: string | Zones | null;
  readonly readings: readonly MeterReading[];
  /**
   * Months whose last reading, or the removal, settles the months before it that had none by days: what ran since the
   * reading before is spread over all of them (ПП 354, п. 61). Default: it settles them at once.
   */
  readonly spread?: readonly Period[] | null;
}

export interface MeterReading {
  readonly date: LocalDate;
  readonly value: string | Zones;
  /**
   * It came after its month was closed, and counts from this day on, in the month that was open then; none: from its own
   * day on.
   */
  readonly counts?: LocalDate | null;
}

/** What an earlier month was charged without a reading. */
export interface EstimatedVolume {
  readonly service: string;
  readonly period: Period;
  readonly volume: string | Zones;
  /** The meter whose average it was, where the other meters of the service were read; none: the whole service. */
  readonly meter?: string | null;
}

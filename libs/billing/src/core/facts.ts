import type { LocalDate, Period } from '@dvor/kernel';

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
}

export interface HouseItself {
  readonly id: string;
  /** S_об: all residential and non-residential premises, m². Default: the sum over `premises`. */
  readonly area?: string | null;
  /** S_ои: common property, m². */
  readonly commonArea?: string | null;
  readonly meters?: readonly HouseMeter[];
}

export interface HouseMeter {
  readonly service: string;
  readonly volumes: readonly { readonly period: Period; readonly volume: string }[];
}

// ---------------------------------------------------------------------------------------------- services

/**
 * One service as it is charged in this house. The same `code` may stand twice with different tariffs where no
 * premises is charged by both on the same day.
 */
export type ServiceRule = AreaRule | PersonRule | FlatRule | MeteredRule | SewageRule | WastePersonRule | WasteAreaRule;

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
  readonly tariffs: readonly Tariff[];
}

export type Unit = 'm2' | 'm3' | 'kWh' | 'Gcal' | 'person' | 'premises';

/** Rate × area. */
export interface AreaRule extends ServiceBasis {
  readonly method: 'area';
}

/** Rate × persons. */
export interface PersonRule extends ServiceBasis {
  readonly method: 'person';
}

/** Rate per premises. */
export interface FlatRule extends ServiceBasis {
  readonly method: 'flat';
}

/** By meter, else by average, else by norm × persons. */
export interface MeteredRule extends ServiceBasis {
  readonly method: 'metered';
  /** Volume a person and month. */
  readonly norms?: readonly DatedDecimal[] | null;
  readonly excess?: readonly DatedFactor[] | null;
}

/** By the individual volumes of other services. */
export interface SewageRule extends ServiceBasis {
  readonly method: 'sewage';
  /** Codes of the services whose volumes run off. */
  readonly of: readonly string[];
}

/** Persons × yearly norm / 12 × rate. */
export interface WastePersonRule extends ServiceBasis {
  readonly method: 'waste-person';
  /** m³ a person and year. */
  readonly norms: readonly DatedDecimal[];
}

/** Area × yearly norm / 12 × rate. */
export interface WasteAreaRule extends ServiceBasis {
  readonly method: 'waste-area';
  /** m³ per m² and year. */
  readonly norms: readonly DatedDecimal[];
}

/** Roubles per unit; by zone where the service is metered in zones. */
export interface Tariff extends From {
  readonly rate: string | Zones;
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
  /** S_i, m². A list where it changed. */
  readonly area?: string | readonly DatedDecimal[] | null;
  readonly livingArea?: string | null;
  /** Count of owners; stands for persons on days when nobody is registered. Default 1. */
  readonly owners?: number | null;
  readonly residents?: readonly Resident[] | null;
  readonly meters?: readonly MeterFacts[] | null;
  /** Codes of the services for which an act says that no meter can be installed. */
  readonly meterImpossible?: readonly string[] | null;
  /** Service code → individual volume of the month, already known. */
  readonly given?: Readonly<Record<string, string | Zones>> | null;
  /** Volumes charged by average or norm since the last reading. */
  readonly estimated?: readonly EstimatedVolume[] | null;
  /** Days on which the account is open. Default: always. */
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
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
  /** Whole digits of the dial; a reading below the last one is a roll-over only where they are known. */
  readonly digits?: number | null;
  /** Reading at installation. Default 0. */
  readonly initial?: string | Zones | null;
  /** Reading at removal. */
  readonly final?: string | Zones | null;
  readonly readings: readonly MeterReading[];
}

export interface MeterReading {
  readonly date: LocalDate;
  readonly value: string | Zones;
}

/** What an earlier month was charged without a reading. */
export interface EstimatedVolume {
  readonly service: string;
  readonly period: Period;
  readonly volume: string | Zones;
  /** The meter whose average it was, where the other meters of the service were read; none: the whole service. */
  readonly meter?: string | null;
}

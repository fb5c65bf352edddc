import { type Period, periodOf } from '@dvor/kernel';

/** Services whose quality Annex 1 of ПП 354 speaks of. */
export type QualityService = 'cold-water' | 'hot-water' | 'sewage' | 'electricity' | 'gas' | 'heating' | 'waste';

export const QUALITY_SERVICES: readonly QualityService[] = [
  ...(['cold-water', 'hot-water', 'sewage', 'electricity', 'gas', 'heating', 'waste'] as const),
];

interface Row {
  readonly service: QualityService;
  /** First month of validity; a later row of the same service takes over. */
  readonly from: Period;
  /** Act and clause, as printed. */
  readonly clause: string;
}

/** How long a service may fail in a month, and what each hour more takes off the month's fee. */
export interface OutageLaw extends Row {
  /** Only for so many independent sources; none: for any. */
  readonly sources?: 1 | 2;
  readonly allowedHours: number;
  /** Percent of the month's fee for each `perHours` hours beyond. */
  readonly percent: string;
  readonly perHours: number;
}

/** From which temperature of air or water on a degree is a deviation. */
export interface TemperatureLaw extends Row {
  readonly least: number;
  readonly most: number;
  /** Degrees more that a room must have. */
  readonly corner: number;
  readonly coldRegion: number;
  /** Degrees that are allowed below and above, by day and from 00:00 to 05:00. */
  readonly below: { readonly day: number; readonly night: number };
  readonly above: { readonly day: number; readonly night: number };
  /** Percent of the month's fee for each hour and each full `step` of degrees. */
  readonly percent: string;
  readonly step: number;
}

/** Percent of the month's fee for each hour of a deviation. */
export interface HourlyLaw extends Row {
  readonly percent: string;
  /** A deviation of more percent costs no hours but the whole fee of the day. */
  readonly mostPercentOff?: number;
}

/** Each day of such a deviation is free. */
export type FreeDayLaw = Row;

const ANNEX_1 = periodOf(2012, 9);
const WASTE = periodOf(2019, 1);

function clause(point: number): string {
  return `ПП 354, прил. 1, п. ${point}`;
}

// The month's total only: a single long break adds nothing by itself
const OUTAGES: readonly OutageLaw[] = [
  { service: 'cold-water', from: ANNEX_1, allowedHours: 8, percent: '0.15', perHours: 1, clause: clause(1) },
  { service: 'hot-water', from: ANNEX_1, allowedHours: 8, percent: '0.15', perHours: 1, clause: clause(4) },
  { service: 'sewage', from: ANNEX_1, allowedHours: 8, percent: '0.15', perHours: 1, clause: clause(8) },
  {
    ...{ service: 'electricity', from: ANNEX_1, sources: 2, allowedHours: 2, percent: '0.15', perHours: 1 },
    clause: clause(9),
  },
  {
    ...{ service: 'electricity', from: ANNEX_1, sources: 1, allowedHours: 24, percent: '0.15', perHours: 1 },
    clause: clause(9),
  },
  { service: 'gas', from: ANNEX_1, allowedHours: 4, percent: '0.15', perHours: 1, clause: clause(11) },
  { service: 'heating', from: ANNEX_1, allowedHours: 24, percent: '0.15', perHours: 1, clause: clause(14) },
  { service: 'waste', from: WASTE, allowedHours: 72, percent: '3.3', perHours: 24, clause: clause(17) },
];

const TEMPERATURES: readonly TemperatureLaw[] = [
  {
    ...{ service: 'hot-water', from: ANNEX_1, clause: clause(5), least: 60, most: 75, corner: 0, coldRegion: 0 },
    ...{ below: { day: 3, night: 5 }, above: { day: 3, night: 5 }, percent: '0.1', step: 3 },
  },
  {
    ...{ service: 'heating', from: ANNEX_1, clause: clause(15), least: 18, most: 18, corner: 2, coldRegion: 2 },
    ...{ below: { day: 0, night: 3 }, above: { day: 4, night: 4 }, percent: '0.15', step: 1 },
  },
];

const PRESSURES: readonly HourlyLaw[] = [
  { service: 'cold-water', from: ANNEX_1, percent: '0.1', mostPercentOff: 25, clause: clause(3) },
  { service: 'hot-water', from: ANNEX_1, percent: '0.1', mostPercentOff: 25, clause: clause(7) },
  { service: 'gas', from: ANNEX_1, percent: '0.1', mostPercentOff: 25, clause: clause(13) },
];

const VOLTAGES: readonly HourlyLaw[] = [{ service: 'electricity', from: ANNEX_1, percent: '0.15', clause: clause(10) }];

const COMPOSITIONS: readonly FreeDayLaw[] = [
  { service: 'cold-water', from: ANNEX_1, clause: clause(2) },
  { service: 'hot-water', from: ANNEX_1, clause: clause(6) },
  { service: 'gas', from: ANNEX_1, clause: clause(12) },
];

/** Below so many degrees hot water is paid as cold. */
export const COLD_TARIFF_BELOW = 40;
export const NIGHT_ENDS_AT_HOUR = 5;

export function outageLaw(service: QualityService, sources: 1 | 2, period: Period): OutageLaw | null {
  return inForce(
    OUTAGES.filter((row) => row.sources === undefined || row.sources === sources),
    service,
    period,
  );
}

export function temperatureLaw(service: QualityService, period: Period): TemperatureLaw | null {
  return inForce(TEMPERATURES, service, period);
}

export function pressureLaw(service: QualityService, period: Period): HourlyLaw | null {
  return inForce(PRESSURES, service, period);
}

export function voltageLaw(service: QualityService, period: Period): HourlyLaw | null {
  return inForce(VOLTAGES, service, period);
}

export function compositionLaw(service: QualityService, period: Period): FreeDayLaw | null {
  return inForce(COMPOSITIONS, service, period);
}

/** Does Annex 1 know such a deviation of the service at all, in whatever month? */
export function isDeviationOf(type: string, service: QualityService): boolean {
  return (BY_TYPE[type] ?? []).some((row) => row.service === service);
}

const BY_TYPE: Readonly<Record<string, readonly Row[]>> = {
  outage: OUTAGES,
  temperature: TEMPERATURES,
  pressure: PRESSURES,
  voltage: VOLTAGES,
  composition: COMPOSITIONS,
};

export function isEventType(type: string): boolean {
  return Object.hasOwn(BY_TYPE, type);
}

function inForce<R extends Row>(rows: readonly R[], service: QualityService, period: Period): R | null {
  const found = rows.filter((row) => row.service === service && row.from <= period);
  return found.reduce<R | null>((latest, row) => (latest && latest.from >= row.from ? latest : row), null);
}

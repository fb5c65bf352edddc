import { count, type Decimal, decimal, Money } from '@dvor/kernel';
import { Volume } from '../volume.js';
import { MINUTES_A_DAY, MINUTES_AN_HOUR } from './local-minute.js';
import type { PartHours } from './quality-facts.js';
import type { ColdTariffPart, QualityPart, QualityWorking } from './quality-working.js';

export interface Reduction {
  /** Exact percent of the month's fee, at most 100. */
  readonly percent: Volume;
  /** What is taken off, rounded once; never below zero, never above the fee. */
  readonly amount: Money;
}

/** The reduction from its working alone: the very figure that is credited. */
export function evaluateReduction({ fee, partHours, parts }: QualityWorking): Reduction {
  const percent = cap(parts.reduce((sum, part) => sum.plus(percentOf(part, partHours)), Volume.zero));
  const roubles = decimal(fee);
  if (roubles.lte('0')) return { percent, amount: Money.zero };
  // D + (P − D) · percent = P · percent + D · (100 % − percent)
  const left = HUNDRED.plus(percent.negated());
  const cold = parts.reduce(
    (sum, part) => sum.plus(coldTariffOff(part, { fee: roubles, left, partHours })),
    Volume.zero,
  );
  return { percent, amount: Money.round(percent.times(roubles).plus(cold).share(1, 100).toDecimal()) };
}

/** What one part takes off, in percent of the month's fee. */
export function percentOf(part: QualityPart, partHours: PartHours): Volume {
  switch (part.kind) {
    case 'outage': {
      const beyond = Math.max(0, part.minutes - part.allowedHours * MINUTES_AN_HOUR);
      return countedUnits(beyond, part.perHours, partHours).times(decimal(part.percent));
    }
    case 'temperature':
      return part.off.reduce(
        (sum, [steps, minutes]) =>
          sum.plus(countedUnits(minutes, 1, partHours).times(decimal(part.percent).times(count(steps)))),
        Volume.zero,
      );
    case 'pressure':
    case 'voltage':
      return countedUnits(part.minutes, 1, partHours).times(decimal(part.percent));
    case 'free-days':
      return HUNDRED.share(part.days, part.of);
    case 'cold-tariff':
      return Volume.zero;
  }
}

/** Hours, or days of 24 of them, that count: whole ones, but for the minutes where the setting lets them. Days are always whole. */
export function countedUnits(minutes: number, hours: number, partHours: PartHours): Volume {
  const unit = hours * MINUTES_AN_HOUR;
  return partHours === 'exact' && hours === 1
    ? Volume.of(count(minutes), unit)
    : Volume.of(count(Math.floor(minutes / unit)));
}

interface Billed {
  readonly fee: Decimal;
  /** What of 100 % the deviations leave. */
  readonly left: Volume;
  readonly partHours: PartHours;
}

/** D · left; D = (P − Pcold) · hours below 40 °C / hours of the month: the month's water is taken to run evenly. */
function coldTariffOff(part: QualityPart, { fee, left, partHours }: Billed): Volume {
  if (part.kind !== 'cold-tariff' || part.coldFee === undefined) return Volume.zero;
  const dearer = fee.minus(decimal(part.coldFee));
  if (dearer.lte('0')) return Volume.zero;
  return left.times(dearer).share(coldMinutes(part, partHours), part.of * MINUTES_A_DAY);
}

/** Minutes that are paid as cold water. */
export function coldMinutes({ minutes }: ColdTariffPart, partHours: PartHours): number {
  return partHours === 'exact' ? minutes : minutes - (minutes % MINUTES_AN_HOUR);
}

function cap(percent: Volume): Volume {
  return percent.toDecimal().gt('100') ? HUNDRED : percent;
}

const HUNDRED = Volume.of(decimal('100'));

import { commonDays, type Span } from './span.js';
import { Volume } from './volume.js';

/** A volume used evenly over its days. */
export interface EvenVolume extends Span {
  readonly volume: Volume;
}

/** What an account used of one service in the month. */
export type Consumption = readonly EvenVolume[];

/** The part of a consumption that falls on `span`. A tariff change splits it by the days of the calendar month. */
export function consumedDuring(consumption: Consumption, span: Span): Volume {
  let volume = Volume.zero;
  for (const even of consumption) {
    const days = commonDays(even, span);
    if (days > 0) volume = volume.plus(even.volume.share(days, even.to - even.from));
  }
  return volume;
}

import { type DetailValue, formatPeriod, parseDecimal } from '@dvor/kernel';
import { formatMinute } from './local-minute.js';
import type { QualityEventType, QualityFacts } from './quality-facts.js';
import { isDeviationOf, isEventType, type QualityService } from './quality-law.js';

export type QualityRefusalCode =
  /** Annex 1 has no rules for the service. */
  | 'unknown-service'
  | 'unknown-event'
  /** Such a deviation of this service has no price: there is no temperature of waste. */
  | 'event-not-of-service'
  /** It ends before it begins. */
  | 'bad-interval'
  | 'no-value'
  | 'bad-figure'
  /** One month has two fees. */
  | 'month-twice'
  /** Annex 1 was not yet in force. */
  | 'law-unknown';

/** These events can't be priced; `details` name the event, counted from 0, and its field. */
export class QualityRefusal {
  constructor(
    readonly code: QualityRefusalCode,
    readonly details: Readonly<Record<string, DetailValue>> = {},
  ) {}
}

const WITH_VALUE: readonly QualityEventType[] = ['temperature', 'pressure'];

/** The first thing that is wrong with what was recorded; null: nothing is. */
export function faultOf({ events, fees }: QualityFacts, service: QualityService): QualityRefusal | null {
  const twice = fees.find(({ period }, i) => fees.findIndex((other) => other.period === period) !== i);
  if (twice) return new QualityRefusal('month-twice', { period: formatPeriod(twice.period) });
  for (const [event, { type, from, to, value }] of events.entries()) {
    if (!isEventType(type)) return new QualityRefusal('unknown-event', { event, field: 'type', type });
    if (!isDeviationOf(type, service))
      return new QualityRefusal('event-not-of-service', { event, field: 'type', type, service });
    if (to !== undefined && to !== null && to < from) {
      return new QualityRefusal('bad-interval', { event, field: 'to', from: formatMinute(from), to: formatMinute(to) });
    }
    if (!WITH_VALUE.includes(type)) continue;
    if (value === undefined) return new QualityRefusal('no-value', { event, field: 'value', type });
    if (parseDecimal(value) === null) return new QualityRefusal('bad-figure', { event, field: 'value', value });
  }
  return null;
}

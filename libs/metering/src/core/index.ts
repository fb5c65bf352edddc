export { type Input, inputsOf } from './inputs-of-houses.js';
export { METER_ACT_KINDS, type MeterActKind } from './meter-act-kind.js';
export { meterOfEachPlace, type Standing } from './places.js';
export { type MeteredResource, READING_SOURCES, type ReadingSource } from './reading-source.js';
export * from './readings/index.js';
export * from './alerts/index.js';
export * from './life/index.js';
export * from './windows/index.js';
export { byZone, WHOLE_DAY, type ZonedValue } from './zones.js';

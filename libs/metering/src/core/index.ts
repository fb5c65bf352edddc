export { meterOfEachPlace, type Standing } from './places.js';
export type { MeteredResource, ReadingSource } from './reading-source.js';
export { byZone, WHOLE_DAY, type ZonedValue } from './zones.js';

export { meterOfEachPlace, type Standing } from './places.js';
export { byZone, WHOLE_DAY, type ZonedValue } from './zones.js';

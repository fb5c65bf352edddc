export { byZone, WHOLE_DAY, type ZonedValue } from './zones.js';

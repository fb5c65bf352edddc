export { meterOfEachPlace, type Standing } from './places.js';
export { METERED_RESOURCES, type MeteredResource, READING_SOURCES, type ReadingSource } from './reading-source.js';
export { byZone, WHOLE_DAY, type ZonedValue } from './zones.js';

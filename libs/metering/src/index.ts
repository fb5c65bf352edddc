export * from './core/index.js';
export { loadMetering, type MeterInMonth, type MeterReading } from './load-metering.js';

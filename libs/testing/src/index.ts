export { type BillingApp, MonthInSteps, startBilling } from './billing-app.js';
export { type Cable, layCable } from './cable.js';
export { recordReading } from './record-reading.js';
export * from './stock.js';
export { workerConfig, workerSettings } from './test-config.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
export { startTestRedis, type TestRedis } from './test-redis.js';
export { until } from './until.js';

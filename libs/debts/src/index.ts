export * from './core/index.js';
export { DebtsModule } from './debts.module.js';

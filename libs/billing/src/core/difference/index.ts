export * from './difference.js';
export { type ComparedMonths, explainDifference } from './explain-difference.js';
export { tellCause } from './tell-cause.js';
export { mainCauses } from './main-causes.js';

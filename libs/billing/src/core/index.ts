export { charge, ENGINE_VERSION, type HouseCharge } from './charge.js';
export type * from './facts.js';
export type { ChargeLine, Part } from './line.js';
export type { Parked, RefusalCode } from './refusal.js';
export { estimatedIn } from './working/estimated-in.js';
export { evaluate } from './working/evaluate.js';
export { explain, type Explanation, type ExplanationStep } from './working/explain.js';
export type * from './working/working.js';

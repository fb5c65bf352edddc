export { dueDateOf, type LawParameter, lawParameterOn } from './law-parameters.js';
export { type ForTraits, pickForTraits, type Traits } from './pick-for-traits.js';
export type { Rates, Resource, Section } from './service.js';

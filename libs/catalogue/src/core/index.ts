export { dueDateOf, issueDateOf, type LawParameter, lawParameterOn } from './law-parameters.js';
export { type ForTraits, pickForTraits, type Traits } from './pick-for-traits.js';
export { type Rates, type Resource, RESOURCES, type Section, SECTIONS } from './service.js';

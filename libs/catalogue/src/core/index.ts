export { type ForTraits, pickForTraits, type Traits } from './pick-for-traits.js';
export { type Rates, type Resource, RESOURCES, type Section, SECTIONS } from './service.js';

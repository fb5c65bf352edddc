export { joinDays } from './join-days.js';
export { ownersByDays } from './owners-by-days.js';
export { PREMISES_KINDS, type PremisesKind, type Traits, traitsOfPremises } from './premises.js';

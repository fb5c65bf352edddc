export { formatAddress, formatPremises, type HouseAddress, type PremisesName } from './address.js';
export { joinDays } from './join-days.js';
export { ownersByDays } from './owners-by-days.js';
export { PREMISES_KINDS, type PremisesKind, type Traits, traitsOfPremises } from './premises.js';
export { searchable, searchWords } from './search-words.js';
export { areWhole, formatShare, parseShare, type Share, sumOfShares, WHOLE } from './shares.js';

export { formatAddress, formatPremises, type HouseAddress, type PremisesName } from './address.js';
export { joinDays } from './join-days.js';
export { ownersByDays } from './owners-by-days.js';
export type { PremisesKind, Traits } from './premises.js';
export { nearestWords, planSearch, type SearchPlan, slipsBetween, switchLayout } from './search-plan.js';
export { searchable, searchWords } from './search-words.js';
export { areWhole, formatShare, type Share, sumOfShares } from './shares.js';
export { CITY_WORDS, houseKey } from './house-key.js';

export { collectsItself } from './collects-itself.js';
export { CONSUMER_GROUPS, type ConsumerGroup } from './consumer-groups.js';
export { type Certainty, type LawEntry, lawEntryOf, type LawStanding, type LawVersion } from './law-calendar.js';
export { type DueDateChoices, dueDateOf, type LawParameter, lawParameterOn } from './law-parameters.js';
export { LAW_TITLES } from './law-titles.js';
export { type ForTraits, pickForTraits, type Traits } from './pick-for-traits.js';
export { checkRanges, checkRates, isAmount, type PriceRange, splitByRanges } from './price-ranges.js';
export { type Obstacle, obstacleTo } from './rate-gaps.js';
export {
  type Base,
  baseOfUnit,
  BASES,
  type Rates,
  type Resource,
  RESOURCES,
  type Section,
  SECTIONS,
} from './service.js';
export {
  checkCoefficient,
  checkSetting,
  type CoefficientCode,
  COEFFICIENTS,
  type ServiceGroups,
  type Setting,
  type SettingCode,
  settingOf,
  SETTINGS,
  type SettingValue,
} from './settings.js';

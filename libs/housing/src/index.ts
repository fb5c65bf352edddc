export * from './core/index.js';
export {
  type AccountInMonth,
  type HouseFact,
  type HouseInMonth,
  type HousingInMonth,
  loadHousing,
  type PremisesFact,
  type Residency,
} from './load-housing.js';

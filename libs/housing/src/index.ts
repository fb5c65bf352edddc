export {
  type AccountCard,
  Accounts,
  type AccountsAsked,
  type AccountState,
  type AccountSummary,
  type Owner,
  type Resident,
} from './accounts.js';
export * from './core/index.js';
export { HouseIntake, type HouseTakenIn } from './house-intake.js';
export { type PassportEntry } from './house-passport.js';
export { type HouseCard, Houses, type HouseSummary, type PremisesSummary } from './houses.js';
export { HousingModule } from './housing.module.js';
export {
  type AccountInMonth,
  type HouseFact,
  type HouseInMonth,
  type HousingInMonth,
  loadHousing,
  type PremisesFact,
  type Residency,
} from './load-housing.js';
export type {
  NewAccount,
  NewHouse,
  NewHouseFact,
  NewOwnership,
  NewParty,
  NewPremises,
  NewPremisesFact,
  NewResidency,
} from './new-house.js';

export { refreshAccountSearch, refreshSearchOfPremises, type SearchAsked, searchAccounts } from './account-search.js';
export {
  accountsToPay,
  type AccountToPay,
  accountToPayBy,
  accountToPayOf,
  type AccountToPayRow,
  findAccountToPay,
  findByAnotherName,
} from './account-to-pay.js';
export { AccountTerms, type Beginning, type OpenedAccount } from './account-terms.js';
export { type Agreement, AGREEMENT_KINDS, type AgreementKind, Agreements, type NewAgreement } from './agreements.js';
export { type Certificate, type CertificateContent, type CertificateKind, Certificates } from './certificates.js';
export { DOCUMENT_KINDS, type DocumentKind, type DocumentRow, Documents, type NewDocument } from './documents.js';
export { HouseLife, type HouseNames, type HouseValues } from './house-life.js';
export { Owners, type OwnerShare } from './owners.js';
export { Parties, type Party, type PartyFields } from './parties.js';
export { type PremisesCard, PremisesCards } from './premises-cards.js';
export { PremisesLife, type PremisesNames, type PremisesValues } from './premises-life.js';
export { type NewUnits, PremisesUnits, type PremisesUnitsRow } from './premises-units.js';
export { type NewAbsence, type Registered, type ResidencyKind, Residents } from './residents.js';
export { Timeline, type TimelineEntry, type TimelineKind } from './timeline.js';
export {
  type Absence,
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
export { insertResidents, type NewResident } from './insert-residents.js';
export { insertHouses, type KnownPlaces } from './insert-houses.js';
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

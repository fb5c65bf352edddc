export {
  AssignmentDesk,
  type AssignmentId,
  type AssignmentPatch,
  type AssignmentPlan,
  type AssignmentRow,
  type AssignmentWish,
  type PlannedAssignment,
} from './assignments/assignment-desk.js';
export { Assignments, type HouseService, type NewAssignment } from './assignments/assignments.js';
export type { AssignmentWarning } from './assignments/look-ahead.js';
export type { KnownMethod, MethodSetting } from './assignments/method-settings.js';
export type { Target } from './assignments/place.js';
export { CatalogueModule } from './catalogue.module.js';
export * from './core/index.js';
export { type DeclaredSeason, HeatingSeasons, type NewSeason } from './law/heating-seasons.js';
export { LawParameters } from './law/law-parameters.js';
export {
  type Choice,
  chosenOn,
  type ChosenSetting,
  type ChosenValues,
  type NewChoice,
  OrganizationSettings,
  settingsByDay,
  settingsOf,
  settingsOn,
} from './law/organization-settings.js';
export {
  type Assignment,
  type CatalogueInMonth,
  type ExcessFactor,
  loadCatalogue,
  loadRatesOf,
  loadTariffsOf,
  type Norm,
  type ServiceInMonth,
  type Tariff,
} from './load-catalogue.js';
export {
  type ChoicesInMonth,
  type CoefficientInMonth,
  type HeatingSeason,
  loadChoices,
  seasonsOf,
} from './load-choices.js';
export { type CoefficientRow, Coefficients, type NewCoefficient } from './rates/coefficients.js';
export {
  DRAFT_STATES,
  type DraftState,
  type NewRateDraft,
  type RateDraft,
  type RateDraftId,
  RateDrafts,
} from './rates/rate-drafts.js';
export {
  type Entering,
  type NewNorm,
  type NewTariff,
  type NormRow,
  Norms,
  type NormVersion,
  type TariffRow,
  Tariffs,
  type TariffVersion,
} from './rates/tariffs.js';
export type { RateFilter } from './rates/versions.js';
export {
  type NewService,
  type Service,
  type ServiceChange,
  type ServiceFilter,
  Services,
} from './services/services.js';
export {
  type BankChange,
  BankChanges,
  type BankChangeId,
  BANK_CHANGE_STATES,
  type BankChangeState,
} from './suppliers/bank-changes.js';
export {
  type BankDetails,
  type BankDetailsVersion,
  type NewBankDetails,
  type NewSupplier,
  type Supplier,
  Suppliers,
} from './suppliers/suppliers.js';
export { type NewVatExemption, type VatExemption, VatExemptions } from './suppliers/vat-exemptions.js';

export { Assignments, type HouseService, type NewAssignment } from './assignments.js';
export { CatalogueModule } from './catalogue.module.js';
export * from './core/index.js';
export { LawParameters } from './law-parameters.js';
export {
  type Assignment,
  type CatalogueInMonth,
  type ExcessFactor,
  loadCatalogue,
  type Norm,
  type ServiceInMonth,
  type Tariff,
} from './load-catalogue.js';
export { type NewService, type Service, Services } from './services.js';
export { type BankDetails, type NewBankDetails, type NewSupplier, type Supplier, Suppliers } from './suppliers.js';
export { type NewNorm, type NewTariff, type NormRow, Norms, type TariffRow, Tariffs } from './tariffs.js';

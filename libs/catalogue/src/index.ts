export * from './core/index.js';
export {
  type Assignment,
  type CatalogueInMonth,
  type ExcessFactor,
  loadCatalogue,
  type Norm,
  type ServiceInMonth,
  type Tariff,
} from './load-catalogue.js';

import { Module } from '@nestjs/common';
import { AssignmentDesk } from './assignments/assignment-desk.js';
import { Assignments } from './assignments/assignments.js';
import { HeatingSeasons } from './law/heating-seasons.js';
import { LawParameters } from './law/law-parameters.js';
import { OrganizationSettings } from './law/organization-settings.js';
import { Coefficients } from './rates/coefficients.js';
import { RateDrafts } from './rates/rate-drafts.js';
import { Norms, Tariffs } from './rates/tariffs.js';
import { Services } from './services/services.js';
import { BankChanges } from './suppliers/bank-changes.js';
import { Suppliers } from './suppliers/suppliers.js';
import { VatExemptions } from './suppliers/vat-exemptions.js';

const SERVICES = [
  AssignmentDesk,
  Assignments,
  BankChanges,
  Coefficients,
  HeatingSeasons,
  LawParameters,
  Norms,
  OrganizationSettings,
  RateDrafts,
  Services,
  Suppliers,
  Tariffs,
  VatExemptions,
];

@Module({ providers: SERVICES, exports: SERVICES })
export class CatalogueModule {}

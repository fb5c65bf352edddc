import { Module } from '@nestjs/common';
import { CatalogueModule } from '@dvor/catalogue';
import { HousingModule } from '@dvor/housing';
import { LedgerModule } from '@dvor/ledger';
import { DueDays } from './due-days.js';
import { InstalmentOffers } from './instalments/instalment-offers.js';
import { InstalmentPlans } from './instalments/instalment-plans.js';
import { PlanWatch } from './instalments/watch-plans.js';
import { PenaltyAccruals } from './penalty-accruals.js';
import { PenaltyEstimates } from './penalty-estimates.js';
import { PenaltyLines } from './penalty-lines.js';
import { WriteOffRegister } from './write-offs/write-off-register.js';
import { WriteOffs } from './write-offs/write-offs.js';

const SERVICES = [
  DueDays,
  InstalmentOffers,
  InstalmentPlans,
  PenaltyAccruals,
  PenaltyEstimates,
  PenaltyLines,
  PlanWatch,
  WriteOffRegister,
  WriteOffs,
];

/** Penalties for late payment: their accrual and what it is made of, what is forgiven; instalments that pause them. */
@Module({
  imports: [CatalogueModule, HousingModule, LedgerModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class PenaltiesModule {}

import { Module } from '@nestjs/common';
import { AuthModule } from '@dvor/auth';
import { BillingModule } from '@dvor/billing';
import { CatalogueModule } from '@dvor/catalogue';
import { DebtsModule } from '@dvor/debts';
import { HousingModule } from '@dvor/housing';
import { MeteringModule } from '@dvor/metering';
import { LedgerModule } from '@dvor/ledger';
import { PaymentsModule } from '@dvor/payments';
import { PenaltiesModule } from '@dvor/penalties';
import { CatalogueEntry } from '../invented/enter-catalogue.js';
import { DemoClaims } from './demo-claims.js';
import { DemoDebts } from './demo-debts.js';
import { DemoInstalments } from './demo-instalments.js';
import { DemoLife } from './demo-life.js';
import { DemoMeters } from './demo-meters.js';
import { DemoMetering } from './demo-metering.js';
import { DemoPayments } from './demo-payments.js';
import { DemoProposals } from './demo-proposals.js';
import { DemoRelief } from './demo-relief.js';
import { DemoRestrictions } from './demo-restrictions.js';
import { Demo } from './demo.js';

/** Needs PlatformModule. */
@Module({
  imports: [
    AuthModule,
    BillingModule,
    CatalogueModule,
    DebtsModule,
    HousingModule,
    LedgerModule,
    MeteringModule,
    PaymentsModule,
    PenaltiesModule,
  ],
  providers: [
    CatalogueEntry,
    Demo,
    DemoClaims,
    DemoDebts,
    DemoInstalments,
    DemoLife,
    DemoMeters,
    DemoMetering,
    DemoPayments,
    DemoProposals,
    DemoRelief,
    DemoRestrictions,
  ],
  exports: [
    Demo,
    DemoClaims,
    DemoDebts,
    DemoInstalments,
    DemoLife,
    DemoMetering,
    DemoMeters,
    DemoPayments,
    DemoProposals,
    DemoRestrictions,
  ],
})
export class DemoModule {}

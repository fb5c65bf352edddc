import { Module } from '@nestjs/common';
import { AuthModule } from '@dvor/auth';
import { BillingModule } from '@dvor/billing';
import { CatalogueModule } from '@dvor/catalogue';
import { HousingModule } from '@dvor/housing';
import { MeteringModule } from '@dvor/metering';
import { LedgerModule } from '@dvor/ledger';
import { PaymentsModule } from '@dvor/payments';
import { CatalogueEntry } from '../invented/enter-catalogue.js';
import { DemoLife } from './demo-life.js';
import { DemoPayments } from './demo-payments.js';
import { DemoRelief } from './demo-relief.js';
import { Demo } from './demo.js';

/** Needs PlatformModule. */
@Module({
  imports: [AuthModule, BillingModule, CatalogueModule, HousingModule, LedgerModule, MeteringModule, PaymentsModule],
  providers: [CatalogueEntry, Demo, DemoLife, DemoPayments, DemoRelief],
  exports: [Demo, DemoLife, DemoPayments],
})
export class DemoModule {}

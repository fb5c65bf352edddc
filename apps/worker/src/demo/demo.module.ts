import { Module } from '@nestjs/common';
import { AuthModule } from '@dvor/auth';
import { BillingModule } from '@dvor/billing';
import { CatalogueModule } from '@dvor/catalogue';
import { HousingModule } from '@dvor/housing';
import { MeteringModule } from '@dvor/metering';
import { CatalogueEntry } from '../invented/enter-catalogue.js';
import { DemoLife } from './demo-life.js';
import { DemoRelief } from './demo-relief.js';
import { Demo } from './demo.js';

/** Needs PlatformModule. */
@Module({
  imports: [AuthModule, BillingModule, CatalogueModule, HousingModule, MeteringModule],
  providers: [CatalogueEntry, Demo, DemoLife, DemoRelief],
  exports: [Demo, DemoLife],
})
export class DemoModule {}

import { Module } from '@nestjs/common';
import { CatalogueModule } from '@dvor/catalogue';
import { HousingModule } from '@dvor/housing';
import { LedgerModule } from '@dvor/ledger';
import { MeteringModule } from '@dvor/metering';
import { FinalActs } from './handover/final-acts.js';
import { ImportEngine } from './imports/import-engine.js';
import { ImportRetention } from './imports/import-retention.js';
import { ImportKinds } from './imports/import-kinds.js';
import { Imports } from './imports/imports.js';

@Module({
  imports: [CatalogueModule, HousingModule, LedgerModule, MeteringModule],
  providers: [FinalActs, ImportEngine, ImportKinds, ImportRetention, Imports],
  exports: [FinalActs, ImportEngine, ImportRetention, Imports],
})
export class ExchangeModule {}

import { Module } from '@nestjs/common';
import { HousingModule } from '@dvor/housing';
import { LedgerModule } from '@dvor/ledger';
import { MeteringModule } from '@dvor/metering';
import { ImportEngine } from './imports/import-engine.js';
import { ImportKinds } from './imports/import-kinds.js';
import { Imports } from './imports/imports.js';

@Module({
  imports: [HousingModule, LedgerModule, MeteringModule],
  providers: [ImportEngine, ImportKinds, Imports],
  exports: [ImportEngine, Imports],
})
export class ExchangeModule {}

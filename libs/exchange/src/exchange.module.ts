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
import { WebhookEngine } from './webhooks/webhook-engine.js';
import { WebhookLog } from './webhooks/webhook-log.js';
import { Webhooks } from './webhooks/webhooks.js';

@Module({
  imports: [CatalogueModule, HousingModule, LedgerModule, MeteringModule],
  providers: [FinalActs, ImportEngine, ImportKinds, ImportRetention, Imports, WebhookEngine, WebhookLog, Webhooks],
  exports: [FinalActs, ImportEngine, ImportRetention, Imports, WebhookEngine, WebhookLog, Webhooks],
})
export class ExchangeModule {}

import { Module } from '@nestjs/common';
import { BillingModule } from '@dvor/billing';
import { CatalogueModule } from '@dvor/catalogue';
import { HousingModule } from '@dvor/housing';
import { LedgerModule } from '@dvor/ledger';
import { MeteringModule } from '@dvor/metering';
import { PenaltiesModule } from '@dvor/penalties';
import { CollectReceipts } from './collect-receipts.js';
import { ReceiptPrinter } from './print-receipts.js';
import { Receipts } from './receipts.js';

@Module({
  imports: [BillingModule, CatalogueModule, HousingModule, LedgerModule, MeteringModule, PenaltiesModule],
  providers: [CollectReceipts, { provide: ReceiptPrinter, useFactory: () => new ReceiptPrinter() }, Receipts],
  exports: [Receipts],
})
export class ReceiptsModule {}

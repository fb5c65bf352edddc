import { Module } from '@nestjs/common';
import { CatalogueModule } from '@dvor/catalogue';
import { LedgerModule } from '@dvor/ledger';
import { PenaltyAccruals } from './penalty-accruals.js';
import { PenaltyLines } from './penalty-lines.js';

/** Penalties for late payment: their accrual and what it is made of. */
@Module({
  imports: [CatalogueModule, LedgerModule],
  providers: [PenaltyAccruals, PenaltyLines],
  exports: [PenaltyAccruals, PenaltyLines],
})
export class PenaltiesModule {}

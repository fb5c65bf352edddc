import { Module } from '@nestjs/common';
import { CatalogueModule } from '@dvor/catalogue';
import { LedgerModule } from '@dvor/ledger';
import { DueDays } from './due-days.js';
import { PenaltyAccruals } from './penalty-accruals.js';
import { PenaltyLines } from './penalty-lines.js';

/** Penalties for late payment: their accrual and what it is made of. */
@Module({
  imports: [CatalogueModule, LedgerModule],
  providers: [DueDays, PenaltyAccruals, PenaltyLines],
  exports: [DueDays, PenaltyAccruals, PenaltyLines],
})
export class PenaltiesModule {}

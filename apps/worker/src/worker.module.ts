import { Module } from '@nestjs/common';
import { Upkeep } from '@dvor/auth';
import { BillingModule } from '@dvor/billing';
import { DebtsModule } from '@dvor/debts';
import { ExchangeModule } from '@dvor/exchange';
import { LedgerModule } from '@dvor/ledger';
import { MeteringModule } from '@dvor/metering';
import { PaymentsModule } from '@dvor/payments';
import { PenaltiesModule } from '@dvor/penalties';
import { type Config, PlatformModule } from '@dvor/platform';
import { ReceiptsModule } from '@dvor/receipts';
import { BillingProcessors } from './billing.processors.js';
import { DebtsProcessors } from './debts.processors.js';
import { EventReactions } from './event-reactions.js';
import { ImportsProcessors } from './imports.processors.js';
import { LedgerProcessors } from './ledger.processors.js';
import { MeteringProcessors } from './metering.processors.js';
import { PaymentReadings } from './paid-readings.js';
import { PaymentsProcessors } from './payments.processors.js';
import { PenaltiesProcessors } from './penalties.processors.js';
import { ReceiptsProcessors } from './receipts.processors.js';
import { Schedules } from './schedules.js';
import { WebhooksProcessors } from './webhooks.processors.js';

@Module({})
export class WorkerModule {
  static forRoot(config: Config) {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot({ config, applicationName: 'dvor worker' }),
        BillingModule,
        DebtsModule,
        ExchangeModule,
        LedgerModule,
        MeteringModule,
        PaymentsModule,
        PenaltiesModule,
        ReceiptsModule,
      ],
      providers: [
        BillingProcessors,
        DebtsProcessors,
        ImportsProcessors,
        LedgerProcessors,
        MeteringProcessors,
        PaymentReadings,
        PaymentsProcessors,
        PenaltiesProcessors,
        ReceiptsProcessors,
        WebhooksProcessors,
        EventReactions,
        Schedules,
        Upkeep,
      ],
    };
  }
}

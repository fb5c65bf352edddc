import { Module } from '@nestjs/common';
import { CatalogueModule } from '@dvor/catalogue';
import { LedgerModule } from '@dvor/ledger';
import { AdvanceOffsets } from './advance-offsets.js';
import { Allocations } from './allocations.js';
import { PaymentChannels } from './channels.js';
import { PaymentOperations } from './payment-operations.js';
import { Payments } from './payments.js';

const SERVICES = [AdvanceOffsets, Allocations, PaymentChannels, PaymentOperations, Payments];

/** Money in: channels, registration, allocation and what is done with a payment afterwards. */
@Module({ imports: [CatalogueModule, LedgerModule], providers: SERVICES, exports: SERVICES })
export class PaymentsModule {}

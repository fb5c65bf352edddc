import { Module } from '@nestjs/common';
import { CatalogueModule } from '@dvor/catalogue';
import { HousingModule } from '@dvor/housing';
import { LedgerModule } from '@dvor/ledger';
import { AdvanceOffsets } from './advance-offsets.js';
import { Allocations } from './allocations.js';
import { BillerDesk } from './biller-desk.js';
import { ChannelDesk } from './channel-desk.js';
import { ChannelTrials } from './channel-trials.js';
import { PaymentChannels } from './channels.js';
import { InvoiceCodes } from './invoice-codes.js';
import { Invoices } from './invoices.js';
import { MoneyInTransit } from './money-in-transit.js';
import { Payees } from './payees.js';
import { PaymentDesk } from './payment-desk.js';
import { PaymentBatches } from './payment-batches.js';
import { PaymentOperations } from './payment-operations.js';
import { PaymentRegister } from './payment-register.js';
import { PaymentSuggestions } from './payment-suggestions.js';
import { Payments } from './payments.js';
import { SupplierTransfers } from './supplier-transfers.js';
import { TransferOrders } from './transfer-orders.js';

const SERVICES = [
  AdvanceOffsets,
  Allocations,
  BillerDesk,
  ChannelDesk,
  ChannelTrials,
  InvoiceCodes,
  Invoices,
  MoneyInTransit,
  Payees,
  PaymentChannels,
  PaymentDesk,
  PaymentBatches,
  PaymentOperations,
  PaymentRegister,
  PaymentSuggestions,
  Payments,
  SupplierTransfers,
  TransferOrders,
];

/** Money in: channels, registration, allocation and what is done with a payment afterwards. */
@Module({ imports: [CatalogueModule, HousingModule, LedgerModule], providers: SERVICES, exports: SERVICES })
export class PaymentsModule {}

import { Module } from '@nestjs/common';
import { HousingModule } from '@dvor/housing';
import { LedgerModule } from '@dvor/ledger';
import { PaymentsModule } from '@dvor/payments';
import { PenaltiesModule } from '@dvor/penalties';
import { BillingModule } from '@dvor/billing';
import { Contacts } from './contacts/contacts.js';
import { Disputes } from './disputes/disputes.js';
import { RightFinder } from './finder/right-finder.js';
import { AccountDebts } from './register/account-debts.js';
import { DebtSnapshots } from './register/debt-snapshots.js';
import { DebtViews } from './register/debt-views.js';
import { DebtorRegister } from './register/debtor-register.js';
import { DebtSteps } from './steps/debt-steps.js';

const SERVICES = [AccountDebts, Contacts, DebtorRegister, DebtSnapshots, DebtSteps, DebtViews, Disputes, RightFinder];

/** Debts and their recovery: who owes, since when, and what was done about it. */
@Module({
  imports: [BillingModule, HousingModule, LedgerModule, PaymentsModule, PenaltiesModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class DebtsModule {}

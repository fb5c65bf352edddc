import { Module } from '@nestjs/common';
import { BillingModule } from '@dvor/billing';
import { CatalogueModule } from '@dvor/catalogue';
import { HousingModule } from '@dvor/housing';
import { LedgerModule } from '@dvor/ledger';
import { PaymentsModule } from '@dvor/payments';
import { PenaltiesModule } from '@dvor/penalties';
import { Contacts } from './contacts/contacts.js';
import { CourtCases } from './court/court-cases.js';
import { Disputes } from './disputes/disputes.js';
import { RightFinder } from './finder/right-finder.js';
import { DebtFacts } from './letters/debt-facts.js';
import { DraftLetters } from './letters/draft-letters.js';
import { LetterBatches } from './letters/letter-batches.js';
import { LetterWordings } from './letters/letter-wordings.js';
import { DebtLetters } from './letters/letters.js';
import { MistakeLetters } from './mistakes/mistake-letters.js';
import { PaperPrinter } from './paper-printer.js';
import { AccountDebts } from './register/account-debts.js';
import { DebtSnapshots } from './register/debt-snapshots.js';
import { DebtViews } from './register/debt-views.js';
import { DebtorRegister } from './register/debtor-register.js';
import { DebtSteps } from './steps/debt-steps.js';

const SERVICES = [
  AccountDebts,
  Contacts,
  CourtCases,
  DebtFacts,
  DebtLetters,
  DebtorRegister,
  DebtSnapshots,
  DebtSteps,
  DebtViews,
  Disputes,
  DraftLetters,
  LetterBatches,
  LetterWordings,
  MistakeLetters,
  RightFinder,
];

/** Debts and their recovery: who owes, since when, and what was done about it. */
@Module({
  imports: [BillingModule, CatalogueModule, HousingModule, LedgerModule, PaymentsModule, PenaltiesModule],
  providers: [...SERVICES, { provide: PaperPrinter, useFactory: () => new PaperPrinter() }],
  exports: SERVICES,
})
export class DebtsModule {}

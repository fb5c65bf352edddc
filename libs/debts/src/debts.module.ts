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
import { WordingPreviews } from './letters/preview-wording.js';
import { MistakeLetters } from './mistakes/mistake-letters.js';
import { PaperPrinter } from './paper-printer.js';
import { AccountDebts } from './register/account-debts.js';
import { DebtSnapshots } from './register/debt-snapshots.js';
import { DebtViews } from './register/debt-views.js';
import { DebtorRegister } from './register/debtor-register.js';
import { ActForms } from './restriction/act-forms.js';
import { RestrictionActs } from './restriction/restriction-acts.js';
import { RestrictionCandidates } from './restriction/restriction-candidates.js';
import { RestrictionReminders } from './restriction/restriction-reminders.js';
import { RestrictionWarnings } from './restriction/restriction-warnings.js';
import { RestrictionWatch } from './restriction/restriction-watch.js';
import { Restrictions } from './restriction/restrictions.js';
import { DebtSteps } from './steps/debt-steps.js';
import { SettledDebts } from './steps/settled-debts.js';
import { TakingBack } from './steps/taking-back.js';

const SERVICES = [
  ActForms,
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
  RestrictionActs,
  RestrictionCandidates,
  RestrictionReminders,
  Restrictions,
  RestrictionWarnings,
  RestrictionWatch,
  RightFinder,
  SettledDebts,
  TakingBack,
  WordingPreviews,
];

/** Debts and their recovery: who owes, since when, and what was done about it. */
@Module({
  imports: [BillingModule, CatalogueModule, HousingModule, LedgerModule, PaymentsModule, PenaltiesModule],
  providers: [...SERVICES, { provide: PaperPrinter, useFactory: () => new PaperPrinter() }],
  exports: SERVICES,
})
export class DebtsModule {}

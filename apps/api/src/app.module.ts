import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AuthModule } from '@dvor/auth';
import { BillingModule } from '@dvor/billing';
import { CatalogueModule } from '@dvor/catalogue';
import { DebtsModule } from '@dvor/debts';
import { ExchangeModule } from '@dvor/exchange';
import { HousingModule } from '@dvor/housing';
import type { Clock } from '@dvor/kernel';
import { LedgerModule } from '@dvor/ledger';
import { MeteringModule } from '@dvor/metering';
import { PaymentsModule } from '@dvor/payments';
import { PenaltiesModule } from '@dvor/penalties';
import { type Config, type Logger, type openRedis, PlatformModule, REDIS } from '@dvor/platform';
import { ReceiptsModule } from '@dvor/receipts';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { ApprovalsController } from './approvals/approvals.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { AccountReliefController } from './benefits/account-relief.controller.js';
import { BenefitsController } from './benefits/benefits.controller.js';
import { OneOffsController } from './benefits/one-offs.controller.js';
import { AccountBooks } from './billing/account-books.js';
import { CloseController } from './billing/close.controller.js';
import { CorrectionsController } from './billing/corrections.controller.js';
import { TrueUpsController } from './billing/true-ups.controller.js';
import { OverchargesController } from './billing/overcharges.controller.js';
import { PastChangesController } from './billing/past-changes.controller.js';
import { RecalculationsController } from './billing/recalculations.controller.js';
import { QualityActsController } from './billing/quality-acts.controller.js';
import { DryRunsController } from './billing/dry-runs.controller.js';
import { ProofViews } from './billing/proof-views.js';
import { ProofsController } from './billing/proofs.controller.js';
import { RunChangesController } from './billing/run-changes.controller.js';
import { RunChangeViews } from './billing/run-change-views.js';
import { RunProgress } from './billing/run-progress.js';
import { RunViews } from './billing/run-views.js';
import { RunsController } from './billing/runs.controller.js';
import { AssignmentsController } from './catalogue/assignments.controller.js';
import { FormulasController } from './catalogue/formulas.controller.js';
import { LawController } from './catalogue/law.controller.js';
import { RateDraftsController } from './catalogue/rate-drafts.controller.js';
import { RatesController } from './catalogue/rates.controller.js';
import { ServicesController } from './catalogue/services.controller.js';
import { SuppliersController } from './catalogue/suppliers.controller.js';
import { AccountDebtsController } from './debts/account-debts.controller.js';
import { DebtorsController } from './debts/debtors.controller.js';
import { WriteOffViews } from './debts/write-off-views.js';
import { WriteOffsController } from './debts/write-offs.controller.js';
import { AccessGuard } from './door/access.js';
import { Idempotency } from './door/idempotency.js';
import { ProblemFilter } from './door/problem.filter.js';
import { DEFAULT_LIMITS, LIMITS, type Limits, RateLimits } from './door/rate-limits.js';
import { RequestValidation } from './door/validation.js';
import { ExceptionsController } from './exceptions/exceptions.controller.js';
import { AccountLifeController } from './housing/account-life.controller.js';
import { AccountsController } from './housing/accounts.controller.js';
import { FinalActsController } from './housing/final-acts.controller.js';
import { HousesController } from './housing/houses.controller.js';
import { PartiesController } from './housing/parties.controller.js';
import { PremisesController } from './housing/premises.controller.js';
import { ImportProgress } from './imports/import-progress.js';
import { ImportsController } from './imports/imports.controller.js';
import { AccountUseController } from './metering/account-use.controller.js';
import { AccountUseViews } from './metering/account-use-views.js';
import { HouseImbalanceController } from './metering/house-imbalance.controller.js';
import { HouseMetersController } from './metering/house-meters.controller.js';
import { MeterActsController } from './metering/meter-acts.controller.js';
import { MeterLifeController } from './metering/meter-life.controller.js';
import { MeterAlertsController } from './metering/meter-alerts.controller.js';
import { MeterListsController } from './metering/meter-lists.controller.js';
import { MeterProposalsController } from './metering/meter-proposals.controller.js';
import { MeterTimelineController } from './metering/meter-timeline.controller.js';
import { ReadingWindowsController } from './metering/reading-windows.controller.js';
import { DeviceEventsController } from './metering/device-events.controller.js';
import { IntervalFilesController } from './metering/interval-files.controller.js';
import { MeteringPointsController } from './metering/metering-points.controller.js';
import { MessagesController } from './metering/messages.controller.js';
import { QuickReadingsController } from './metering/quick-readings.controller.js';
import { ReadingRoundsController } from './metering/reading-rounds.controller.js';
import { ReadingRegistriesController } from './metering/reading-registries.controller.js';
import { ReadingsController } from './metering/readings.controller.js';
import { CourtController } from './collection/court.controller.js';
import { LetterWordingsController } from './collection/letter-wordings.controller.js';
import { LettersController } from './collection/letters.controller.js';
import { MistakeLettersController } from './collection/mistake-letters.controller.js';
import { RestrictionsController } from './collection/restrictions.controller.js';
import { HealthController } from './operations/health.controller.js';
import { MetricsController } from './operations/metrics.controller.js';
import { InstalmentViews } from './instalments/instalment-views.js';
import { InstalmentsController } from './instalments/instalments.controller.js';
import { OrganizationController } from './organization/organization.controller.js';
import { SetupController } from './organization/setup.controller.js';
import { ChannelsController } from './payments/channels.controller.js';
import { PaymentViews } from './payments/payment-views.js';
import { PaymentsController } from './payments/payments.controller.js';
import { TransfersController } from './payments/transfers.controller.js';
import { AccountPenalties } from './penalties/account-penalties.js';
import { RunPenaltiesController } from './penalties/run-penalties.controller.js';
import { Printing } from './receipts/printing.js';
import { ReceiptsController } from './receipts/receipts.controller.js';
import { OwnAccounts } from './resident/own-accounts.js';
import { OwnAlertsController } from './resident/own-alerts.controller.js';
import { OwnMetersController } from './resident/own-meters.controller.js';
import { OwnReadingsController } from './resident/own-readings.controller.js';
import { InvoicesController } from './resident/invoices.controller.js';
import { OwnInstalmentsController } from './resident/own-instalments.controller.js';
import { OwnUseController } from './resident/own-use.controller.js';
import { ResidentController } from './resident/resident.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

const CONTROLLERS = [
  AccountDebtsController,
  DebtorsController,
  WriteOffsController,
  AccountLifeController,
  AccountReliefController,
  AccountsController,
  AccountUseController,
  ApiKeysController,
  ApprovalsController,
  AssignmentsController,
  AuditController,
  BenefitsController,
  ChannelsController,
  CloseController,
  ExceptionsController,
  FinalActsController,
  FormulasController,
  HealthController,
  HouseImbalanceController,
  HouseMetersController,
  MeterActsController,
  MeterLifeController,
  MeterAlertsController,
  MeterListsController,
  MeterProposalsController,
  MeterTimelineController,
  ReadingWindowsController,
  DeviceEventsController,
  IntervalFilesController,
  MeteringPointsController,
  MessagesController,
  QuickReadingsController,
  ReadingRoundsController,
  OwnAlertsController,
  OwnMetersController,
  OwnReadingsController,
  ReadingRegistriesController,
  ReadingsController,
  HousesController,
  LawController,
  ImportsController,
  CourtController,
  LettersController,
  MistakeLettersController,
  RestrictionsController,
  LetterWordingsController,
  MetricsController,
  OneOffsController,
  OrganizationController,
  PartiesController,
  CorrectionsController,
  TrueUpsController,
  OverchargesController,
  PastChangesController,
  RecalculationsController,
  QualityActsController,
  OwnInstalmentsController,
  OwnUseController,
  PaymentsController,
  PremisesController,
  RateDraftsController,
  RatesController,
  ReceiptsController,
  InstalmentsController,
  InvoicesController,
  ResidentController,
  DryRunsController,
  ProofsController,
  RunChangesController,
  RunPenaltiesController,
  RunsController,
  ServicesController,
  SetupController,
  SignInController,
  SuppliersController,
  TransfersController,
  WebhooksController,
];

export interface ApiOptions {
  readonly config: Config;
  readonly logger?: Logger;
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
}

@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(@Inject(REDIS) private readonly redis: ReturnType<typeof openRedis>) {}

  static forRoot({ config, logger, clock, limits }: ApiOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({
          config,
          applicationName: 'dvor-api',
          ...(logger && { logger }),
          ...(clock && { clock }),
        }),
        AuthModule,
        BillingModule,
        CatalogueModule,
        DebtsModule,
        ExchangeModule,
        HousingModule,
        LedgerModule,
        MeteringModule,
        PaymentsModule,
        PenaltiesModule,
        ReceiptsModule,
      ],
      controllers: CONTROLLERS,
      providers: [
        AccountBooks,
        AccountPenalties,
        AccountUseViews,
        InstalmentViews,
        ImportProgress,
        OwnAccounts,
        PaymentViews,
        Printing,
        RateLimits,
        ProofViews,
        RunChangeViews,
        RunProgress,
        RunViews,
        WriteOffViews,
        { provide: LIMITS, useValue: { ...DEFAULT_LIMITS, ...limits } },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: Idempotency },
        { provide: APP_PIPE, useClass: RequestValidation },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }

  /** Last of all: limits and readiness ask Redis as long as requests come. */
  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}

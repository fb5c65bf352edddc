import {
  ApiProblem,
  EmptyState,
  ErrorState,
  type SessionState,
  useMay,
  useMessages,
  useSession,
  useSessionState,
} from '@dvor/ui';
import { IconMapOff } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link, Navigate, Route, Routes } from 'react-router';
import { SignInPage } from '../features/access/sign-in-page.js';
import { Blank } from './blank.js';
import { appMessages } from './messages.js';
import { Shell } from './shell.js';
import { useWorkplace, WorkplaceGate } from './workplace.js';

const SetupPage = lazy(() => import('../features/access/setup-page.js'));
const MonthPage = lazy(() => import('../features/month/month-page.js'));
const DryRunPage = lazy(() => import('../features/dry-run/dry-run-page.js'));
const RunsPage = lazy(() => import('../features/month/runs-page.js'));
const RunPage = lazy(() => import('../features/month/run-page.js'));
const ChangesPage = lazy(() => import('../features/month/changes-page.js'));
const AccountChangePage = lazy(() => import('../features/month/account-change-page.js'));
const RunPenaltiesPage = lazy(() => import('../features/month/run-penalties-page.js'));
const RunAccountPenaltiesPage = lazy(() => import('../features/month/run-account-penalties-page.js'));
const ClosePage = lazy(() => import('../features/month/close-page.js'));
const HoldsPage = lazy(() => import('../features/month/holds-page.js'));
const ApprovalsPage = lazy(() => import('../features/approvals/approvals-page.js'));
const ApprovalPage = lazy(() => import('../features/approvals/approval-page.js'));
const ReceiptsPage = lazy(() => import('../features/month/receipts-page.js'));
const HousesPage = lazy(() => import('../features/houses/houses-page.js'));
const HousePage = lazy(() => import('../features/houses/house-page.js'));
const PremisesPage = lazy(() => import('../features/houses/premises-page.js'));
const AccountsPage = lazy(() => import('../features/accounts/accounts-page.js'));
const AccountPage = lazy(() => import('../features/accounts/account-page.js'));
const CertificatePage = lazy(() => import('../features/accounts/certificate-page.js'));
const PeoplePage = lazy(() => import('../features/people/people-page.js'));
const PersonPage = lazy(() => import('../features/people/person-page.js'));
const PaymentsPage = lazy(() => import('../features/payments/payments-page.js'));
const AccountPayments = lazy(() => import('../features/payments/account-payments.js'));
const NewPaymentPage = lazy(() => import('../features/payments/new-payment-page.js'));
const PaymentPage = lazy(() => import('../features/payments/payment-page.js'));
const ChannelsPage = lazy(() => import('../features/payments/channels-page.js'));
const ChannelPage = lazy(() => import('../features/payments/channel-page.js'));
const TransfersPage = lazy(() => import('../features/transfers/transfers-page.js'));
const TransferPage = lazy(() => import('../features/transfers/transfer-page.js'));
const PastPage = lazy(() => import('../features/past/past-page.js'));
const RecalculationPage = lazy(() => import('../features/past/recalculation-page.js'));
const QualityActsPage = lazy(() => import('../features/quality/quality-acts-page.js'));
const NewQualityActPage = lazy(() => import('../features/quality/new-quality-act-page.js'));
const QualityActPage = lazy(() => import('../features/quality/quality-act-page.js'));
const InstalmentsPage = lazy(() => import('../features/instalments/instalments-page.js'));
const NewPlanPage = lazy(() => import('../features/instalments/new-plan-page.js'));
const PlanPage = lazy(() => import('../features/instalments/plan-page.js'));
const CorrectionsPage = lazy(() => import('../features/corrections/corrections-page.js'));
const NewCorrectionPage = lazy(() => import('../features/corrections/new-correction-page.js'));
const CorrectionTablePage = lazy(() => import('../features/corrections/table-page.js'));
const CorrectionPage = lazy(() => import('../features/corrections/correction-page.js'));
const LettersPage = lazy(() => import('../features/claims/letters-page.js'));
const WordingsPage = lazy(() => import('../features/claims/wordings-page.js'));
const LetterBatchPage = lazy(() => import('../features/claims/batch-page.js'));
const LetterPage = lazy(() => import('../features/claims/letter-page.js'));
const NewCasePage = lazy(() => import('../features/claims/new-case-page.js'));
const CasePage = lazy(() => import('../features/claims/case-page.js'));
const RestrictionsPage = lazy(() => import('../features/restrictions/restrictions-page.js'));
const WarnPage = lazy(() => import('../features/restrictions/warn-page.js'));
const RestrictionPage = lazy(() => import('../features/restrictions/restriction-page.js'));
const CourtPage = lazy(() => import('../features/claims/court-page.js'));
const MetersPage = lazy(() => import('../features/meters/meters-page.js'));
const NewMeterPage = lazy(() => import('../features/meters/new-meter-page.js'));
const MeterPage = lazy(() => import('../features/meters/meter-page.js'));
const AlertsPage = lazy(() => import('../features/alerts/alerts-page.js'));
const ProposalsPage = lazy(() => import('../features/meters/proposals-page.js'));
const ProposalPage = lazy(() => import('../features/meters/proposal-page.js'));
const ReadingWindowsPage = lazy(() => import('../features/meters/windows-page.js'));
const DoubtfulReadingsPage = lazy(() => import('../features/readings/doubtful-page.js'));
const RoundPage = lazy(() => import('../features/readings/round-page.js'));
const RegistriesPage = lazy(() => import('../features/readings/registries-page.js'));
const RegistryPage = lazy(() => import('../features/readings/registry-page.js'));
const PointsPage = lazy(() => import('../features/intervals/points-page.js'));
const PointPage = lazy(() => import('../features/intervals/point-page.js'));
const IntervalFilesPage = lazy(() => import('../features/intervals/files-page.js'));
const IntervalFilePage = lazy(() => import('../features/intervals/file-page.js'));
const BringIntervalFilePage = lazy(() => import('../features/intervals/bring-page.js'));
const InboundMessagesPage = lazy(() => import('../features/inbound/messages-page.js'));
const DevicesPage = lazy(() => import('../features/inbound/devices-page.js'));
const OverchargesPage = lazy(() => import('../features/overcharges/overcharges-page.js'));
const DebtorsPage = lazy(() => import('../features/debts/debtors-page.js'));
const DebtorPage = lazy(() => import('../features/debts/debtor-page.js'));
const WriteOffsPage = lazy(() => import('../features/debts/write-offs-page.js'));
const NewWriteOffPage = lazy(() => import('../features/debts/new-write-off-page.js'));
const WriteOffPage = lazy(() => import('../features/debts/write-off-page.js'));
const CataloguePage = lazy(() => import('../features/catalogue/catalogue-page.js'));
const ServicePage = lazy(() => import('../features/catalogue/service-page.js'));
const SupplierPage = lazy(() => import('../features/catalogue/supplier-page.js'));
const DraftPage = lazy(() => import('../features/catalogue/draft-page.js'));
const EffectPage = lazy(() => import('../features/catalogue/effect-page.js'));
const FormulasPage = lazy(() => import('../features/formulas/formulas-page.js'));
const FormulaPage = lazy(() => import('../features/formulas/formula-page.js'));
const AssignPage = lazy(() => import('../features/catalogue/assign-page.js'));
const LawPage = lazy(() => import('../features/law/law-page.js'));
const LawSettingsPage = lazy(() => import('../features/law/settings-page.js'));
const ImportsPage = lazy(() => import('../features/imports/imports-page.js'));
const NewImportPage = lazy(() => import('../features/imports/new-import-page.js'));
const ImportPage = lazy(() => import('../features/imports/import-page.js'));
const InboxPage = lazy(() => import('../features/inbox/inbox-page.js'));
const KeysPage = lazy(() => import('../features/keys/keys-page.js'));
const WebhooksPage = lazy(() => import('../features/webhooks/webhooks-page.js'));
const WebhookPage = lazy(() => import('../features/webhooks/webhook-page.js'));
const SettingsPage = lazy(() => import('./settings-page.js'));

export function AppRoutes() {
  const state = useSessionState();
  return (
    <Suspense fallback={<Blank />}>
      <Routes>
        <Route path="/setup" element={<SetupPage />} />
        <Route path="*" element={<Entrance state={state} />} />
      </Routes>
    </Suspense>
  );
}

/** Whoever has to sign in does it in place: the address they came for stays. */
function Entrance({ state }: { state: SessionState }) {
  const session = useSession();
  switch (state.status) {
    case 'starting':
      return <Blank />;
    case 'unreachable':
      return <ErrorState error={ApiProblem.unreachable()} onRetry={() => void session.refresh()} />;
    case 'signed-out':
      return <SignInPage reason={state.reason} />;
    case 'signed-in':
      return (
        <WorkplaceGate>
          <Shell>
            <Screens />
          </Shell>
        </WorkplaceGate>
      );
  }
}

function Screens() {
  const workplace = useWorkplace();
  const { workingPeriod, today, demo } = workplace;
  const may = useMay();
  return (
    <Routes>
      <Route index element={<Navigate to={may('run.read') ? '/month' : '/accounts'} replace />} />
      <Route path="month" element={<MonthPage workingPeriod={workingPeriod} today={today} demo={demo} />} />
      <Route path="runs" element={<RunsPage />} />
      <Route path="runs/dry" element={<DryRunPage workingPeriod={workingPeriod} />} />
      <Route path="runs/:runId" element={<RunPage />} />
      <Route path="runs/:runId/changes" element={<ChangesPage />} />
      <Route path="runs/:runId/changes/:accountId" element={<AccountChangePage />} />
      <Route path="runs/:runId/penalties" element={<RunPenaltiesPage />} />
      <Route path="runs/:runId/penalties/:accountId" element={<RunAccountPenaltiesPage />} />
      <Route path="runs/:runId/close" element={<ClosePage />} />
      <Route path="runs/:runId/holds" element={<HoldsPage />} />
      <Route path="approvals" element={<ApprovalsPage />} />
      <Route path="approvals/:approvalId" element={<ApprovalPage />} />
      <Route path="receipts" element={<ReceiptsPage workingPeriod={workingPeriod} />} />
      <Route path="houses" element={<HousesPage />} />
      <Route path="houses/:houseId" element={<HousePage />} />
      <Route path="premises/:premisesId" element={<PremisesPage />} />
      <Route path="accounts" element={<AccountsPage />} />
      <Route
        path="accounts/:accountId"
        element={<AccountPage workingPeriod={workingPeriod} today={today} Payments={AccountPayments} />}
      />
      <Route
        path="accounts/:accountId/certificates/:year/:number"
        element={<CertificatePage organization={workplace} />}
      />
      <Route path="people" element={<PeoplePage />} />
      <Route path="people/:partyId" element={<PersonPage />} />
      <Route path="payments" element={<PaymentsPage />} />
      <Route path="payments/new" element={<NewPaymentPage />} />
      <Route path="payments/:paymentId" element={<PaymentPage />} />
      <Route path="payment-channels" element={<ChannelsPage />} />
      <Route path="payment-channels/:channelId" element={<ChannelPage />} />
      <Route path="transfers" element={<TransfersPage />} />
      <Route path="transfers/:transferId" element={<TransferPage />} />
      <Route path="past-changes" element={<PastPage />} />
      <Route path="past-changes/:recalculationId" element={<RecalculationPage />} />
      <Route path="quality-acts" element={<QualityActsPage />} />
      <Route path="quality-acts/new" element={<NewQualityActPage />} />
      <Route path="quality-acts/:actId" element={<QualityActPage />} />
      <Route path="quality-acts/:actId/correct" element={<NewQualityActPage />} />
      <Route path="instalments" element={<InstalmentsPage />} />
      <Route path="instalments/new" element={<NewPlanPage />} />
      <Route path="instalments/:planId" element={<PlanPage />} />
      <Route path="corrections" element={<CorrectionsPage />} />
      <Route path="corrections/new" element={<NewCorrectionPage />} />
      <Route path="corrections/table" element={<CorrectionTablePage />} />
      <Route path="corrections/:correctionId" element={<CorrectionPage />} />
      <Route path="overcharges" element={<OverchargesPage />} />
      <Route path="debtors" element={<DebtorsPage />} />
      <Route path="debtors/:accountId" element={<DebtorPage />} />
      <Route path="write-offs" element={<WriteOffsPage />} />
      <Route path="write-offs/new" element={<NewWriteOffPage />} />
      <Route path="write-offs/:writeOffId" element={<WriteOffPage />} />
      <Route path="debt-letters" element={<LettersPage />} />
      <Route path="debt-letters/wordings" element={<WordingsPage />} />
      <Route path="debt-letters/:id" element={<LetterBatchPage />} />
      <Route path="debt-letters/:id/letters/:letterId" element={<LetterPage />} />
      <Route path="restrictions" element={<RestrictionsPage />} />
      <Route path="restrictions/new" element={<WarnPage />} />
      <Route path="restrictions/:id" element={<RestrictionPage />} />
      <Route path="court-cases" element={<CourtPage />} />
      <Route path="court-cases/new" element={<NewCasePage />} />
      <Route path="court-cases/:id" element={<CasePage />} />
      <Route path="meters" element={<MetersPage />} />
      <Route path="meters/new" element={<NewMeterPage />} />
      <Route path="meters/:meterId" element={<MeterPage />} />
      <Route path="readings/alerts" element={<AlertsPage />} />
      <Route path="readings/proposals" element={<ProposalsPage />} />
      <Route path="readings/proposals/:proposalId" element={<ProposalPage />} />
      <Route path="readings/windows" element={<ReadingWindowsPage />} />
      <Route
        path="readings"
        element={may('reading.check') ? <DoubtfulReadingsPage /> : <Navigate to="entry" replace />}
      />
      <Route path="readings/entry" element={<RoundPage />} />
      <Route path="readings/registries" element={<RegistriesPage />} />
      <Route path="readings/registries/:registryId" element={<RegistryPage />} />
      <Route path="readings/intervals" element={<PointsPage />} />
      <Route path="readings/intervals/points/:pointId" element={<PointPage />} />
      <Route path="readings/intervals/files" element={<IntervalFilesPage />} />
      <Route path="readings/intervals/files/new" element={<BringIntervalFilePage />} />
      <Route path="readings/intervals/files/:fileId" element={<IntervalFilePage />} />
      <Route path="readings/messages" element={<InboundMessagesPage />} />
      <Route path="readings/devices" element={<DevicesPage />} />
      <Route path="catalogue" element={<CataloguePage />} />
      <Route path="catalogue/services/:serviceId" element={<ServicePage />} />
      <Route path="catalogue/suppliers/:supplierId" element={<SupplierPage />} />
      <Route path="catalogue/drafts/:draftId" element={<DraftPage />} />
      <Route path="catalogue/effect" element={<EffectPage />} />
      <Route path="catalogue/assign" element={<AssignPage />} />
      <Route path="formulas" element={<FormulasPage />} />
      <Route path="formulas/:formulaId" element={<FormulaPage />} />
      <Route path="law" element={<LawPage />} />
      <Route path="law/settings" element={<LawSettingsPage />} />
      <Route path="imports" element={<ImportsPage />} />
      <Route path="imports/new" element={<NewImportPage />} />
      <Route path="imports/:importId" element={<ImportPage />} />
      <Route path="inbox" element={<InboxPage />} />
      <Route path="settings" element={<SettingsPage />} />
      <Route path="settings/keys" element={<KeysPage />} />
      <Route path="settings/webhooks" element={<WebhooksPage />} />
      <Route path="settings/webhooks/:webhookId" element={<WebhookPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

function NotFound() {
  const t = useMessages(appMessages);
  return (
    <EmptyState
      icon={<IconMapOff stroke={1.5} />}
      title={t('notFound.title')}
      action={<Link to="/month">{t('notFound.home')}</Link>}
    >
      {t('notFound.text')}
    </EmptyState>
  );
}

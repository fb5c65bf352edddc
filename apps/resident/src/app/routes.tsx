import { ApiProblem, ErrorState, useSession, useSessionState } from '@dvor/ui';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { owes } from '../features/accounts/api.js';
import { AccountGate } from './account-gate.js';
import { HomePage } from './home-page.js';
import { Shell } from './shell.js';

const SignInPage = lazy(() => import('../features/access/sign-in-page.js'));
const BillPage = lazy(() => import('./bill-route.js'));
const HistoryPage = lazy(() => import('../features/history/history-page.js'));
const PayPage = lazy(() => import('../features/payments/pay-page.js'));
const InvoicePage = lazy(() => import('../features/payments/invoice-page.js'));
const PaymentPage = lazy(() => import('../features/payments/payment-page.js'));
const InstalmentsPage = lazy(() => import('../features/instalments/instalments-page.js'));
const ReadingsPage = lazy(() => import('../features/readings/readings-page.js'));
const ProposePage = lazy(() => import('../features/readings/propose-page.js'));
const QuickPage = lazy(() => import('../features/readings/quick-page.js'));
const UsePage = lazy(() => import('../features/use/use-page.js'));
const MorePage = lazy(() => import('../features/more/more-page.js'));

export function AppRoutes() {
  const session = useSession();
  const state = useSessionState();
  switch (state.status) {
    case 'starting':
      return null;
    case 'unreachable':
      return <ErrorState error={ApiProblem.unreachable()} onRetry={() => void session.refresh()} />;
    case 'signed-out':
      return (
        <Suspense>
          <Routes>
            <Route path="quick" element={<QuickPage />} />
            <Route path="*" element={<SignInPage reason={state.reason} />} />
          </Routes>
        </Suspense>
      );
    case 'signed-in':
      return (
        <AccountGate>
          {(account, accounts) => (
            <Shell>
              <Routes>
                <Route index element={<HomePage account={account} accounts={accounts} />} />
                <Route path="bill" element={<BillPage accountId={account.id} />} />
                <Route path="payments" element={<HistoryPage accountId={account.id} />} />
                <Route
                  path="payments/pay"
                  element={
                    <PayPage key={account.id} accountId={account.id} owed={owes(account) ? account.balance : null} />
                  }
                />
                <Route path="payments/invoices/:invoiceId" element={<InvoicePage />} />
                <Route path="payments/:paymentId" element={<PaymentPage />} />
                <Route path="instalments" element={<InstalmentsPage accountId={account.id} />} />
                <Route path="readings" element={<ReadingsPage key={account.id} accountId={account.id} />} />
                <Route path="readings/new" element={<ProposePage key={account.id} accountId={account.id} />} />
                <Route path="quick" element={<Navigate to="/readings" replace />} />
                <Route path="use" element={<UsePage accountId={account.id} />} />
                <Route path="more" element={<MorePage />} />
                <Route path="*" element={<Navigate to="/" replace />} />
              </Routes>
            </Shell>
          )}
        </AccountGate>
      );
  }
}

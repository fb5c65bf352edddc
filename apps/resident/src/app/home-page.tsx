import { AccountSwitch } from '../features/accounts/account-switch.js';
import { owes, type ResidentAccount } from '../features/accounts/api.js';
import { DueCard } from '../features/accounts/due-card.js';
import { LatestBill } from '../features/bill/latest-bill.js';
import { InstalmentsLink } from '../features/instalments/instalments-link.js';
import { PayButton } from '../features/payments/pay-button.js';
import { MetersLink } from '../features/readings/meters-link.js';
import { ReceiptButton } from '../features/receipts/receipt-button.js';
import { UseLink } from '../features/use/use-link.js';

/** Whose, how much, until when, for what. */
export function HomePage({ account, accounts }: { account: ResidentAccount; accounts: readonly ResidentAccount[] }) {
  return (
    <>
      <AccountSwitch account={account} accounts={accounts} />
      <DueCard account={account}>
        <PayButton quiet={!owes(account)} />
        <ReceiptButton accountId={account.id} />
      </DueCard>
      <InstalmentsLink accountId={account.id} />
      <MetersLink accountId={account.id} />
      <LatestBill accountId={account.id} />
      <UseLink />
    </>
  );
}

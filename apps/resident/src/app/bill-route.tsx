import { BillPage } from '../features/bill/bill-page.js';
import { ReceiptButton } from '../features/receipts/receipt-button.js';

/** The bill and, below it, its receipt. */
export default function BillRoute({ accountId }: { accountId: string }) {
  return (
    <BillPage accountId={accountId} receipt={(period) => <ReceiptButton accountId={accountId} period={period} />} />
  );
}

import { formatPeriod } from '@dvor/kernel';
import type { ReceiptSummary } from '@dvor/receipts';
import type { ReceiptDto } from './receipts.dto.js';

export function receiptRow({ id, number, period, issuedOn, dueOn, total, pages }: ReceiptSummary): ReceiptDto {
  return { id, number, period: formatPeriod(period), issuedOn, dueOn, total: total.toString(), pages };
}

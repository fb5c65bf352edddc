import { downloadFile, useHttp, useMessages } from '@dvor/ui';
import { useMutation } from '@tanstack/react-query';
import type { HouseReceipts, Run } from './api.js';
import { monthMessages } from './messages.js';

/** Downloads all receipts of one house as one file. */
export function useHouseFile(run: Run) {
  const t = useMessages(monthMessages);
  const http = useHttp();
  return useMutation({
    mutationFn: ({ houseId, address }: HouseReceipts) =>
      downloadFile(
        http,
        `/api/v1/runs/${run.id}/houses/${houseId}/receipts.pdf`,
        t('receipts.fileName', { period: run.period, address: address.replace(/[/\\]/g, '-') }),
      ),
  });
}

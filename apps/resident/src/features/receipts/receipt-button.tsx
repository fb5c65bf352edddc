import { downloadFile, ProblemNotice, useFormat, useHttp, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type Receipt, useReceipts } from './api.js';
import { receiptMessages } from './messages.js';
import classes from './receipts.module.css';

/** The receipt of `period`, or the newest; nothing while there is none. */
export function ReceiptButton({ accountId, period }: { accountId: string; period?: string }) {
  const t = useMessages(receiptMessages);
  const format = useFormat();
  const http = useHttp();
  const receipts = useReceipts(accountId).data?.items ?? [];
  const receipt = period ? receipts.find((one) => one.period === period) : newest(receipts);
  const download = useMutation({
    mutationFn: (one: Receipt) =>
      downloadFile(http, `/api/v1/resident/receipts/${one.id}/pdf`, t('file', { month: format.month(one.period) })),
  });

  if (!receipt) return null;
  return (
    <div className={classes.receipt}>
      <Button
        fullWidth
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate(receipt)}
      >
        {t('get', { month: format.monthName(receipt.period) })}
      </Button>
      <ProblemNotice error={download.error} />
    </div>
  );
}

function newest(receipts: readonly Receipt[]): Receipt | undefined {
  return receipts.toSorted((a, b) => b.period.localeCompare(a.period))[0];
}

import {
  Code,
  DataTable,
  downloadFile,
  EmptyState,
  ErrorState,
  MoneyText,
  ProblemNotice,
  useFormat,
  useHttp,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconDownload, IconFileInvoice } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type Receipt, useReceipts } from './api.js';
import { accountMessages } from './messages.js';

export function AccountReceipts({ accountId }: { accountId: string }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const http = useHttp();
  const { data, error, refetch } = useReceipts(accountId);
  const download = useMutation({
    mutationFn: ({ id, number }: Receipt) =>
      downloadFile(http, `/api/v1/receipts/${id}/pdf`, t('receipt.file', { number })),
  });

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <ProblemNotice error={download.error} />
      <DataTable
        label={t('tab.receipts')}
        minWidth={640}
        rows={data?.items}
        rowKey={({ id }) => id}
        onOpen={(receipt) => download.mutate(receipt)}
        empty={
          <EmptyState icon={<IconFileInvoice stroke={1.5} />} title={t('receipts.empty')}>
            {t('receipts.empty.text')}
          </EmptyState>
        }
        columns={[
          { key: 'period', title: t('period'), width: 150, cell: ({ period }) => format.month(period) },
          { key: 'number', title: t('receipt'), cell: ({ number }) => <Code>{number}</Code> },
          { key: 'issued', title: t('issuedOn'), width: 120, cell: ({ issuedOn }) => format.day(issuedOn) },
          { key: 'pages', title: t('pages'), width: 90, align: 'end', cell: ({ pages }) => pages },
          {
            key: 'total',
            title: t('toPay'),
            width: 130,
            align: 'end',
            cell: ({ total }) => <MoneyText value={total} currency={false} />,
          },
          {
            key: 'download',
            title: '',
            width: 150,
            align: 'end',
            cell: (receipt) => (
              <Button
                variant="subtle"
                size="compact-sm"
                tabIndex={-1}
                leftSection={<IconDownload size={14} />}
                loading={download.isPending && download.variables.id === receipt.id}
                onClick={() => download.mutate(receipt)}
              >
                {t('download')}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}

import { DataTable, EmptyState, ErrorState, FormDialog, MoneyText, useFormat, useMessages } from '@dvor/ui';
import { ActionIcon, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconFiles } from '@tabler/icons-react';
import { useOrderFiles } from './api.js';
import { transferMessages } from './messages.js';
import { useBringOrders } from './orders-button.js';
import classes from './transfers.module.css';

/** What was taken to the bank: each file of orders can be had again as it was. */
export function OrderFilesButton() {
  const t = useMessages(transferMessages);
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconFiles size={16} />} onClick={open}>
        {t('files')}
      </Button>
      <FormDialog wide opened={opened} onClose={close} title={t('files')}>
        <OrderFiles />
      </FormDialog>
    </>
  );
}

/** @param transferId only files that order this transfer */
export function OrderFiles({ transferId }: { transferId?: string }) {
  const t = useMessages(transferMessages);
  const format = useFormat();
  const bring = useBringOrders();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useOrderFiles(transferId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <DataTable
        label={t('files')}
        minWidth={600}
        rows={data?.pages.flatMap(({ items }) => items)}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('files.empty')}>{t('files.empty.text')}</EmptyState>}
        columns={[
          { key: 'number', title: t('files.number'), width: 70, align: 'end', cell: ({ number }) => number },
          { key: 'day', title: t('files.day'), width: 120, cell: ({ day }) => format.day(day) },
          {
            key: 'made',
            title: t('files.made'),
            cell: ({ madeAt, madeBy }) => (
              <span title={madeBy}>
                {format.instant(madeAt)} <span className={classes.quiet}>{madeBy}</span>
              </span>
            ),
          },
          { key: 'orders', title: t('files.orders'), width: 100, align: 'end', cell: ({ orders }) => orders },
          {
            key: 'amount',
            title: t('sum'),
            width: 130,
            align: 'end',
            cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
          },
          {
            key: 'bring',
            title: '',
            width: 52,
            cell: (file) => (
              <ActionIcon
                variant="subtle"
                aria-label={t('files.bring', { n: file.number })}
                title={t('files.bring', { n: file.number })}
                loading={bring.isPending && bring.variables.id === file.id}
                onClick={() => bring.mutate(file)}
              >
                <IconDownload size={16} />
              </ActionIcon>
            ),
          },
        ]}
      />
      {hasNextPage && (
        <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('files.more')}
        </Button>
      )}
    </>
  );
}

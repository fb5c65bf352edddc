import {
  Code,
  DataTable,
  downloadFile,
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  MoneyText,
  Page,
  PageHeader,
  Section,
  useFormat,
  useHttp,
  useMay,
  useMessages,
  useProblemWords,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Link, useParams } from 'react-router';
import { type Transfer, useOrderFiles, useTransfer, useTransferLines } from './api.js';
import { transferMessages } from './messages.js';
import { OrderFiles } from './order-files.js';
import { SendDialog } from './send-dialog.js';
import { TransferStateBadge } from './state-badge.js';

export default function TransferPage() {
  const { transferId = '' } = useParams();
  const { data, error, refetch } = useTransfer(transferId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Page>{null}</Page>;
  return <Card transfer={data} />;
}

function Card({ transfer }: { transfer: Transfer }) {
  const t = useMessages(transferMessages);
  const format = useFormat();
  const may = useMay();
  const [sending, setSending] = useState(false);
  const note = [
    transfer.orderNumber !== null && `${t('order')} № ${transfer.orderNumber}`,
    transfer.toItself && t('recipient.itself'),
    transfer.state === 'carried' && t('state.carried.hint'),
  ];
  return (
    <Page fill>
      <PageHeader
        back={<Link to={`/transfers?from=${transfer.day}&to=${transfer.day}`}>{t('title')}</Link>}
        title={t('card.title', { name: transfer.recipient, day: format.day(transfer.day) })}
        status={<TransferStateBadge transfer={transfer} />}
        note={note.filter(Boolean).join(' · ')}
        actions={
          <>
            <RegistryButton transfer={transfer} />
            {may('transfer.send') && transfer.state === 'prepared' && (
              <Button onClick={() => setSending(true)}>{t('send')}</Button>
            )}
          </>
        }
      />
      <FigureStrip>
        <Figure large label={t('received')}>
          <MoneyText value={transfer.received} />
        </Figure>
        <Figure large label={t('fee')}>
          <MoneyText value={transfer.fee} zero="dash" />
        </Figure>
        <Figure large label={t('carried')}>
          <MoneyText value={transfer.carried} zero="dash" />
        </Figure>
        <Figure large label={t('amount')}>
          <MoneyText value={transfer.amount} />
        </Figure>
      </FigureStrip>
      {transfer.orderNumber !== null && !transfer.toItself && <Files transferId={transfer.id} />}
      <Registry transfer={transfer} />
      <SendDialog transfer={sending ? transfer : null} onClose={() => setSending(false)} />
    </Page>
  );
}

function RegistryButton({ transfer: { id, day } }: { transfer: Transfer }) {
  const t = useMessages(transferMessages);
  const words = useProblemWords();
  const http = useHttp();
  const download = useMutation({
    mutationFn: () => downloadFile(http, `/api/v1/transfers/${id}/registry.csv`, t('registry.file', { day })),
    onError: (error) => notifications.show({ color: 'red', title: words(error).title, message: words(error).text }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} />}
      loading={download.isPending}
      onClick={() => download.mutate()}
    >
      {t('registry.csv')}
    </Button>
  );
}

/** In which files the order went to the bank; nothing while there is none. */
function Files({ transferId }: { transferId: string }) {
  const t = useMessages(transferMessages);
  const { data } = useOrderFiles(transferId);
  if (!data?.pages[0]?.items.length) return null;
  return (
    <Section title={t('files.of')}>
      <OrderFiles transferId={transferId} />
    </Section>
  );
}

function Registry({ transfer }: { transfer: Transfer }) {
  const t = useMessages(transferMessages);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTransferLines(transfer.id);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const rows = data?.pages.flatMap(({ items }) => items).map((line, i) => ({ ...line, i }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      fill
      label={t('registry')}
      minWidth={720}
      rows={rows}
      rowKey={({ i }) => String(i)}
      onNearEnd={more}
      empty={<EmptyState title={t('registry.empty')} />}
      columns={[
        { key: 'account', title: t('account'), width: 150, cell: ({ account }) => <Code>{account}</Code> },
        {
          key: 'service',
          title: t('service'),
          cell: ({ service, kind }) =>
            `${service?.name ?? t('service.whole')}${kind === 'charge' ? '' : `, ${t(`service.${kind}`)}`}`,
          total: t('registry.total'),
        },
        { key: 'reason', title: t('reason'), cell: ({ reason }) => <span title={reason}>{reason}</span> },
        {
          key: 'sum',
          title: t('sum'),
          width: 140,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
          total: <MoneyText value={transfer.received} currency={false} />,
        },
      ]}
    />
  );
}

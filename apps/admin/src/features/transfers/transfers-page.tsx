import { addDays, formatDate, parseDate } from '@dvor/kernel';
import {
  answer,
  CsvButton,
  csvFigure,
  DataTable,
  DayField,
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  MoneyText,
  Page,
  PageHeader,
  sumMoney,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMay,
  useMessages,
  useProblemWords,
} from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsSplit } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { allPages } from '../../lib/all-pages.js';
import { isDay } from '../../lib/basis/typed.js';
import { useAct } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { PaymentTabs } from '../../lib/payment-tabs/payment-tabs.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import {
  type Transfer,
  type TransferFilter,
  fetchTransfers,
  TRANSFER_STATES,
  useRecipients,
  useTransfers,
} from './api.js';
import { transferMessages } from './messages.js';
import { OrderFilesButton } from './order-files.js';
import { OrdersButton } from './orders-button.js';
import { SendDialog } from './send-dialog.js';
import { TransferStateBadge } from './state-badge.js';
import classes from './transfers.module.css';

/** So many days are shown while none were chosen. */
const SHOWN_DAYS = 31;

export default function TransfersPage() {
  const t = useMessages(transferMessages);
  const words = useProblemWords();
  const may = useMay();
  const api = useApi();
  const { today } = useCalendar();
  const [from, setFrom] = useUrlFilter('from');
  const [to, setTo] = useUrlFilter('to');
  const [recipientId, setRecipient] = useUrlFilter('recipientId');
  const [state, setState] = useUrlFilter('state');
  const { data: recipients } = useRecipients(may('catalogue.read'));
  const filter = {
    from: isDay(from) ? from : formatDate(addDays(parseDate(today), -SHOWN_DAYS)),
    to: isDay(to) ? to : today,
    recipientId,
    state,
  };
  const transfers = useTransfers(filter);
  const { data, error, refetch } = transfers;
  const first = data?.pages[0];
  const tell = (error: unknown) =>
    notifications.show({ color: 'red', title: words(error).title, message: words(error).text });

  async function gather(onCount: (rows: number) => void) {
    const rows = await allPages((cursor) => fetchTransfers(api, filter, cursor), onCount);
    return {
      head: [t('day'), t('recipient'), t('received'), t('fee'), t('carried'), t('amount'), t('order'), t('state')],
      rows: rows.map((one) => [
        one.day,
        one.recipient,
        csvFigure(one.received),
        csvFigure(one.fee),
        csvFigure(one.carried),
        csvFigure(one.amount),
        one.orderNumber === null ? '' : String(one.orderNumber),
        one.sentOn === null ? t(`state.${one.state}`) : t('state.sentOn', { day: one.sentOn }),
      ]),
    };
  }
  return (
    <Page fill>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {may('transfer.send') && <PrepareButton />}
            <OrderFilesButton />
            <OrdersButton waiting={first?.waitingDays ?? []} />
          </>
        }
      />
      <PaymentTabs current="transfers" />
      <Toolbar>
        <DayField aria-label={t('from')} placeholder={t('from')} w={130} value={from} onChange={setFrom} />
        <DayField aria-label={t('to')} placeholder={t('to')} w={130} value={to} onChange={setTo} />
        {may('catalogue.read') && (
          <Select
            aria-label={t('recipient')}
            placeholder={t('recipient.all')}
            clearable
            searchable
            w={260}
            data={recipients?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={recipientId || null}
            onChange={setRecipient}
          />
        )}
        <Select
          aria-label={t('state')}
          placeholder={t('state.all')}
          clearable
          w={180}
          data={TRANSFER_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state || null}
          onChange={setState}
        />
        <ToolbarEnd>
          <CsvButton name={t('export', { from: filter.from, to: filter.to })} gather={gather} onError={tell} />
        </ToolbarEnd>
      </Toolbar>
      {first && (
        <FigureStrip>
          <Figure label={t('waiting')}>
            <MoneyText value={first.totals.waiting} zero="dash" />
          </Figure>
          <Figure label={t('sent')}>
            <MoneyText value={first.totals.sent} zero="dash" />
          </Figure>
          <Figure
            label={t('unallocated')}
            note={
              /[1-9]/.test(first.held.unallocated) && may('payment.read') ? (
                <Link to="/payments?state=waiting">{t('unallocated.see')}</Link>
              ) : undefined
            }
          >
            <MoneyText value={first.held.unallocated} zero="dash" />
          </Figure>
          <Figure label={t('onAccounts')}>
            <MoneyText value={first.held.onAccounts} zero="dash" />
          </Figure>
        </FigureStrip>
      )}
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <TransfersTable list={transfers} filter={filter} chosen={recipientId !== '' || state !== ''} />
      )}
    </Page>
  );
}

function PrepareButton() {
  const t = useMessages(transferMessages);
  const prepare = useAct({
    write: (api) => answer(api.POST('/api/v1/transfers/prepare')),
    onDone: ({ prepared }) =>
      notifications.show({ message: prepared > 0 ? t('prepare.done', { n: prepared }) : t('prepare.none') }),
    said: null,
  });
  return (
    <Button variant="default" loading={prepare.busy} onClick={() => prepare.run(undefined)}>
      {t('prepare')}
    </Button>
  );
}

function TransfersTable(props: { list: ReturnType<typeof useTransfers>; filter: TransferFilter; chosen: boolean }) {
  const { list, filter, chosen } = props;
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const t = useMessages(transferMessages);
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [, setParams] = useSearchParams();
  const [sending, setSending] = useState<Transfer | null>(null);
  const onlyDay = (day: string) =>
    setParams((current) => {
      const next = new URLSearchParams(current);
      next.set('from', day);
      next.set('to', day);
      return next;
    });
  const oneDay = filter.from === filter.to;
  const totals = data?.pages[0]?.totals;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <>
      <DataTable
        fill
        label={t('title')}
        minWidth={1110}
        rows={data?.pages.flatMap(({ items }) => items)}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/transfers/${id}`)}
        onNearEnd={more}
        empty={
          chosen ? (
            <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
          ) : (
            <EmptyState icon={<IconArrowsSplit stroke={1.5} />} title={t('empty')}>
              {t('empty.text')}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'day',
            title: t('day'),
            width: 105,
            cell: ({ day }) =>
              oneDay ? (
                format.day(day)
              ) : (
                <button
                  type="button"
                  tabIndex={-1}
                  className={classes.day}
                  aria-label={t('day.only', { day: format.day(day) })}
                  title={t('day.only', { day: format.day(day) })}
                  onClick={(event) => {
                    event.stopPropagation();
                    onlyDay(day);
                  }}
                >
                  {format.day(day)}
                </button>
              ),
          },
          {
            key: 'recipient',
            title: t('recipient'),
            cell: ({ id, recipient, toItself }) => (
              <Link to={`/transfers/${id}`} tabIndex={-1} title={toItself ? t('recipient.itself') : recipient}>
                {recipient}
              </Link>
            ),
            total: totals && t('total', { n: totals.count }),
          },
          {
            key: 'received',
            title: t('received'),
            width: 115,
            align: 'end',
            cell: ({ received }) => <MoneyText value={received} currency={false} />,
            total: totals && <MoneyText value={totals.received} currency={false} />,
          },
          {
            key: 'fee',
            title: t('fee'),
            width: 95,
            align: 'end',
            cell: ({ fee }) => <MoneyText value={fee} currency={false} zero="dash" />,
            total: totals && <MoneyText value={totals.fee} currency={false} zero="dash" />,
          },
          {
            key: 'carried',
            title: t('carried'),
            width: 125,
            align: 'end',
            cell: ({ carried }) => <MoneyText value={carried} currency={false} zero="dash" />,
          },
          {
            key: 'amount',
            title: t('amount'),
            width: 115,
            align: 'end',
            cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
            total: totals && <MoneyText value={sumMoney([totals.waiting, totals.sent])} currency={false} />,
          },
          { key: 'order', title: t('order'), width: 95, align: 'end', cell: ({ orderNumber }) => orderNumber ?? '—' },
          {
            key: 'state',
            title: t('state'),
            width: 240,
            cell: (transfer) => (
              <span className={classes.state}>
                <TransferStateBadge transfer={transfer} />
                {may('transfer.send') && transfer.state === 'prepared' && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('send.of', { name: transfer.recipient, day: format.day(transfer.day) })}
                    onClick={(event) => {
                      event.stopPropagation();
                      setSending(transfer);
                    }}
                  >
                    {t('send.short')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      <SendDialog transfer={sending} onClose={() => setSending(null)} />
    </>
  );
}

import {
  Code,
  CsvButton,
  csvFigure,
  DataTable,
  DayField,
  EmptyState,
  ErrorState,
  MoneyText,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMay,
  useMessages,
  useProblemWords,
} from '@dvor/ui';
import { Badge, Button, Pill, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure, useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconCoin, IconFilter, IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { allPages } from '../../lib/all-pages.js';
import { isDay, typedNumber } from '../../lib/basis/typed.js';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { PaymentTabs } from '../../lib/payment-tabs/payment-tabs.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { useAccountName } from '../../lib/accounts/use-found-accounts.js';
import { fetchPayments, type PaymentFilter, useChannels, usePayments } from './api.js';
import { paymentMessages } from './messages.js';
import { PaymentStateBadge } from './state-badge.js';

export default function PaymentsPage() {
  const t = useMessages(paymentMessages);
  const words = useProblemWords();
  const may = useMay();
  const api = useApi();
  const [search, setSearch] = useUrlFilter('search');
  const [channelId, setChannel] = useUrlFilter('channelId');
  const [state, setState] = useUrlFilter('state');
  const [paidFrom, setFrom] = useUrlFilter('paidFrom');
  const [paidTo, setTo] = useUrlFilter('paidTo');
  const [accountId, setAccount] = useUrlFilter('accountId');
  const [houseId, setHouse] = useUrlFilter('houseId');
  const [bookedFrom, setBookedFrom] = useUrlFilter('bookedFrom');
  const [bookedTo, setBookedTo] = useUrlFilter('bookedTo');
  const [least, setLeast] = useUrlFilter('least');
  const [most, setMost] = useUrlFilter('most');
  const narrow = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  const hidden = narrow ? [channelId, state, paidFrom, paidTo] : [];
  const rare = [houseId, bookedFrom, bookedTo, least, most, ...hidden].filter(Boolean).length;
  const [opened, { toggle }] = useDisclosure(rare > 0);
  const { data: channels } = useChannels();
  const day = (text: string) => (isDay(text) ? text : '');
  const filter = {
    ...{ search, channelId, state, accountId, houseId, least: sumOf(least), most: sumOf(most) },
    ...{ paidFrom: day(paidFrom), paidTo: day(paidTo), bookedFrom: day(bookedFrom), bookedTo: day(bookedTo) },
  };

  async function gather(onCount: (rows: number) => void) {
    const payments = await allPages((cursor) => fetchPayments(api, filter, cursor), onCount);
    return {
      head: [
        t('paidOn'),
        t('bookedOn'),
        t('channel'),
        t('externalId'),
        t('account'),
        t('amount'),
        t('returned'),
        t('state'),
      ],
      rows: payments.map((one) => [
        one.paidOn,
        one.bookedOn,
        one.channel.name,
        one.externalId,
        one.account?.number ?? one.accountGiven,
        csvFigure(one.amount),
        csvFigure(one.returned),
        t(`state.${one.state}`),
      ]),
    };
  }

  /** On a phone the list comes first: these wait with the rest. */
  const often = (
    <>
      <Select
        aria-label={t('channel')}
        placeholder={t('channel.all')}
        clearable
        searchable
        w={220}
        data={channels?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={channelId || null}
        onChange={setChannel}
      />
      <Select
        aria-label={t('state')}
        placeholder={t('state.all')}
        clearable
        w={170}
        data={(['posted', 'waiting', 'returned'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
        value={state || null}
        onChange={setState}
      />
      <DayField aria-label={t('paidFrom')} placeholder={t('paidFrom')} w={130} value={paidFrom} onChange={setFrom} />
      <DayField aria-label={t('paidTo')} placeholder={t('paidTo')} w={130} value={paidTo} onChange={setTo} />
    </>
  );

  return (
    <Page fill>
      <PageHeader
        title={t('title')}
        actions={
          may('payment.enter') && (
            <Button component={Link} to="/payments/new" leftSection={<IconPlus size={16} />}>
              {t('enter')}
            </Button>
          )
        }
      />
      <PaymentTabs current="payments" />
      <Toolbar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        {!narrow && often}
        {accountId && <AccountChip accountId={accountId} onRemove={() => setAccount(null)} />}
        <Button
          variant="default"
          leftSection={<IconFilter size={16} />}
          rightSection={
            rare > 0 && (
              <Badge size="sm" circle>
                {rare}
              </Badge>
            )
          }
          aria-expanded={opened}
          onClick={toggle}
        >
          {t('filters')}
        </Button>
        <ToolbarEnd>
          <CsvButton
            name={t('title')}
            gather={gather}
            onError={(error) =>
              notifications.show({ color: 'red', title: words(error).title, message: words(error).text })
            }
          />
        </ToolbarEnd>
      </Toolbar>
      {opened && (
        <Toolbar>
          {narrow && often}
          <HouseFilter houseId={houseId} onChange={setHouse} />
          <DayField
            aria-label={t('bookedFrom')}
            placeholder={t('bookedFrom')}
            w={140}
            value={bookedFrom}
            onChange={setBookedFrom}
          />
          <DayField
            aria-label={t('bookedTo')}
            placeholder={t('bookedTo')}
            w={140}
            value={bookedTo}
            onChange={setBookedTo}
          />
          <SumField label={t('least')} value={least} onChange={setLeast} />
          <SumField label={t('most')} value={most} onChange={setMost} />
        </Toolbar>
      )}
      <PaymentsTable filter={filter} />
    </Page>
  );
}

const ROUBLES = /^\d{1,12}(\.\d{1,2})?$/;

/** A sum as the API wants it; nothing while it is none. */
function sumOf(typed: string): string {
  const sum = typedNumber(typed) ?? '';
  return ROUBLES.test(sum) ? sum : '';
}

/** A bound of sums: the list follows when the typing stops. */
function SumField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (typed: string | null) => void;
}) {
  const t = useMessages(paymentMessages);
  const [typed, setTyped] = useState(value);
  const tell = useDebouncedCallback((next: string) => onChange(next.trim() || null), 300);
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      inputMode="decimal"
      w={130}
      value={typed}
      error={typed.trim() !== '' && sumOf(typed) === '' ? t('need.sum') : null}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        tell(currentTarget.value);
      }}
    />
  );
}

/** The list is of one account: whose it is, and the way out. */
function AccountChip({ accountId, onRemove }: { accountId: string; onRemove: () => void }) {
  const t = useMessages(paymentMessages);
  const number = useAccountName(accountId).data?.number ?? '';
  return (
    <Pill size="lg" withRemoveButton removeButtonProps={{ 'aria-label': t('account.any') }} onRemove={onRemove}>
      {t('account.of', { number })}
    </Pill>
  );
}

function PaymentsTable({ filter }: { filter: PaymentFilter }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePayments(filter);
  const payments = data?.pages.flatMap(({ items }) => items);
  const totals = data?.pages[0]?.totals;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const filtered = Object.values(filter).some(Boolean);
  return (
    <DataTable
      fill
      label={t('title')}
      minWidth={960}
      rows={payments}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/payments/${id}`)}
      onNearEnd={more}
      empty={
        filtered ? (
          <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconCoin stroke={1.5} />} title={t('empty')}>
            {t('empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'paidOn',
          title: t('paidOn'),
          width: 110,
          cell: ({ id, paidOn }) => (
            <Link to={`/payments/${id}`} tabIndex={-1}>
              {format.day(paidOn)}
            </Link>
          ),
        },
        {
          key: 'account',
          title: t('account'),
          width: 150,
          cell: ({ account, accountGiven }) =>
            account ? <Code>{account.number}</Code> : <span title={accountGiven}>{accountGiven || '—'}</span>,
        },
        {
          key: 'channel',
          title: t('channel'),
          cell: ({ channel }) => <span title={channel.name}>{channel.name}</span>,
          total: totals && t('total', { n: totals.count }),
        },
        {
          key: 'externalId',
          title: t('externalId'),
          width: 200,
          cell: ({ externalId }) => <span title={externalId}>{externalId}</span>,
        },
        {
          key: 'amount',
          title: t('amount'),
          width: 140,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
          total: totals && <MoneyText value={totals.amount} currency={false} />,
        },
        {
          key: 'returned',
          title: t('returned'),
          width: 120,
          align: 'end',
          cell: ({ returned }) => <MoneyText value={returned} currency={false} zero="dash" />,
          total: totals && <MoneyText value={totals.returned} currency={false} zero="dash" />,
        },
        { key: 'state', title: t('state'), width: 140, cell: ({ state }) => <PaymentStateBadge state={state} /> },
      ]}
    />
  );
}

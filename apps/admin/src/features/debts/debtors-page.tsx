import {
  Code,
  DataTable,
  DayField,
  downloadFile,
  EmptyState,
  ErrorState,
  MoneyText,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useHttp,
  useMay,
  useMessages,
  useProblemWords,
} from '@dvor/ui';
import { Badge, Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconFilter, IconMoodSmile } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { isDay, typedDay, typedNumber } from '../../lib/basis/typed.js';
import { DebtTabs } from '../../lib/debt-tabs/debt-tabs.js';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { AGES, type Debtor, type DebtorsAsked, debtorsQuery, MARKS, SORTS, STAGES, useDebtors } from './api.js';
import classes from './debts.module.css';
import { debtMessages } from './messages.js';
import { useDebtorFilter } from './use-debtor-filter.js';

export default function DebtorsPage() {
  const t = useMessages(debtMessages);
  const may = useMay();
  const [params] = useSearchParams();
  const filter = useDebtorFilter();
  const [search, setSearch] = useUrlFilter('search');
  const [age, setAge] = useUrlFilter('age');
  const [sort, setSort] = useUrlFilter('sort');
  const [asOf, setAsOf] = useUrlFilter('asOf');
  const [mark, setMark] = useUrlFilter('mark');
  const [stage, setStage] = useUrlFilter('stage');
  const [houseId, setHouse] = useUrlFilter('houseId');
  const [noContactSince, setNoContact] = useUrlFilter('noContactSince');
  const [least, setLeast] = useUrlFilter('least');
  const [most, setMost] = useUrlFilter('most');
  const rare = [mark, stage, houseId, noContactSince, least, most, asOf].filter(Boolean).length;
  const [opened, { toggle }] = useDisclosure(rare > 0);
  const asked = { filter, sort, asOf: isDay(asOf) ? typedDay(asOf) : '' };
  const chosen = Object.values(filter).some(Boolean);
  return (
    <Page fill>
      <PageHeader
        title={t('title')}
        actions={
          may('debt.write-off') &&
          chosen &&
          asOf === '' && (
            <Button variant="default" component={Link} to={`/write-offs/new?${params.toString()}`}>
              {t('write-off.these')}
            </Button>
          )
        }
      />
      <DebtTabs current="debtors" />
      <Toolbar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <Select
          aria-label={t('age')}
          placeholder={t('age.any')}
          clearable
          w={190}
          data={AGES.map((value) => ({ value, label: t('age.from', { age: t(`age.${value}`) }) }))}
          value={age || null}
          onChange={setAge}
        />
        <Button
          variant="default"
          leftSection={<IconFilter size={16} />}
          rightSection={rare > 0 && <Badge size="sm">{rare}</Badge>}
          aria-expanded={opened}
          onClick={toggle}
        >
          {t('filters')}
        </Button>
        <ToolbarEnd>
          <TableButton asked={asked} />
        </ToolbarEnd>
      </Toolbar>
      {opened && (
        <Toolbar>
          <HouseFilter houseId={houseId} onChange={setHouse} />
          <Select
            aria-label={t('stage')}
            placeholder={t('stage.any')}
            clearable
            w={180}
            data={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
            value={stage || null}
            onChange={setStage}
          />
          <Select
            aria-label={t('mark')}
            placeholder={t('mark.any')}
            clearable
            w={180}
            data={MARKS.map((value) => ({ value, label: t(`mark.${value}`) }))}
            value={mark || null}
            onChange={setMark}
          />
          <SumField label={t('least')} value={least} onChange={setLeast} />
          <SumField label={t('most')} value={most} onChange={setMost} />
          <DayField
            aria-label={t('noContactSince')}
            placeholder={t('noContactSince')}
            w={150}
            value={noContactSince}
            onChange={setNoContact}
          />
          <DayField aria-label={t('as-of')} placeholder={t('as-of')} w={130} value={asOf} onChange={setAsOf} />
          <Select
            aria-label={t('sort')}
            allowDeselect={false}
            w={160}
            data={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
            value={sort || 'overdue'}
            onChange={setSort}
          />
        </Toolbar>
      )}
      <DebtorsTable asked={asked} filtered={chosen} />
    </Page>
  );
}

/** A bound of sums: the list follows when the typing stops. */
function SumField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (sum: string | null) => void;
}) {
  const t = useMessages(debtMessages);
  const [typed, setTyped] = useState(value);
  const tell = useDebouncedCallback((next: string) => onChange(next.trim() || null), 300);
  const wrong = typed.trim() !== '' && !/^\d{1,10}(\.\d{1,2})?$/.test(typedNumber(typed) ?? '');
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      inputMode="decimal"
      w={120}
      value={typed}
      error={wrong ? t('need.sum') : null}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        tell(currentTarget.value);
      }}
    />
  );
}

function TableButton({ asked }: { asked: DebtorsAsked }) {
  const t = useMessages(debtMessages);
  const http = useHttp();
  const words = useProblemWords();
  const bring = useMutation({
    mutationFn: () => {
      const told = Object.entries(debtorsQuery(asked)).filter(([, value]) => value !== undefined);
      const query = new URLSearchParams(told.map(([name, value]) => [name, String(value)]));
      return downloadFile(http, `/api/v1/debtors/table?${query.toString()}`, t('table.file'));
    },
    onError: (error) => notifications.show({ color: 'red', title: words(error).title, message: words(error).text }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} />}
      loading={bring.isPending}
      onClick={() => bring.mutate()}
    >
      {t('table')}
    </Button>
  );
}

function DebtorsTable({ asked, filtered }: { asked: DebtorsAsked; filtered: boolean }) {
  const t = useMessages(debtMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useDebtors(asked);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const first = data?.pages[0];
  const totals = first?.totals;
  const money = (value: string) => <MoneyText value={value} currency={false} zero="dash" />;
  return (
    <>
      {first && <div className={classes.quiet}>{t('note', { debit: format.money(first.debit) })}</div>}
      <DataTable
        fill
        wrap
        label={t('title')}
        minWidth={1270}
        rows={data?.pages.flatMap(({ items }) => items)}
        rowKey={({ accountId }: Debtor) => accountId}
        onOpen={({ accountId }) => void navigate(`/debtors/${accountId}`)}
        onNearEnd={more}
        empty={
          filtered ? (
            <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
          ) : (
            <EmptyState icon={<IconMoodSmile stroke={1.5} />} title={t('empty')}>
              {t('empty.text')}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'account',
            title: t('account'),
            width: 120,
            cell: ({ accountId, number, closed }) => (
              <>
                <Link to={`/debtors/${accountId}`} tabIndex={-1}>
                  <Code>{number}</Code>
                </Link>
                {closed && <div className={classes.quiet}>{t('closed')}</div>}
              </>
            ),
            total: totals && t('total', { n: totals.accounts }),
          },
          {
            key: 'payer',
            title: t('payer'),
            cell: ({ payerName, address }) => (
              <>
                {payerName ?? '—'}
                <div className={classes.quiet}>{address}</div>
              </>
            ),
          },
          {
            key: 'balance',
            title: t('balance'),
            width: 118,
            align: 'end',
            cell: ({ balance }) => money(balance),
            total: totals && money(totals.balance),
          },
          {
            key: 'overdue',
            title: t('overdue'),
            width: 118,
            align: 'end',
            cell: ({ overdue }) => money(overdue),
            total: totals && money(totals.overdue),
          },
          {
            key: 'penalties',
            title: t('penalties'),
            width: 98,
            align: 'end',
            cell: ({ penalties }) => money(penalties),
            total: totals && money(totals.penalties),
          },
          {
            key: 'disputed',
            title: t('disputed'),
            width: 95,
            align: 'end',
            cell: ({ disputed }) => money(disputed),
            total: totals && money(totals.disputed),
          },
          {
            key: 'inTransit',
            title: t('inTransit'),
            width: 82,
            align: 'end',
            cell: ({ inTransit }) => money(inTransit),
            total: totals && money(totals.inTransit),
          },
          {
            key: 'age',
            title: t('age'),
            width: 130,
            cell: ({ age, oldest }) => (
              <>
                {t(`age.${age}`)}
                {oldest && <div className={classes.quiet}>{format.month(oldest)}</div>}
              </>
            ),
          },
          {
            key: 'stage',
            title: t('stage'),
            width: 115,
            cell: ({ stage, plan }) => (
              <>
                {stage === 'none' ? '—' : t(`stage.${stage}`)}
                {plan && <div className={classes.quiet}>{t(`plan.${plan}`)}</div>}
              </>
            ),
          },
          {
            key: 'lastPayment',
            title: t('lastPayment'),
            width: 105,
            cell: ({ lastPayment }) =>
              lastPayment ? (
                <>
                  {format.day(lastPayment.on)}
                  <div className={classes.quiet}>{format.money(lastPayment.amount)}</div>
                </>
              ) : (
                '—'
              ),
          },
          {
            key: 'lastContact',
            title: t('lastContact'),
            width: 95,
            cell: ({ lastContact }) => (lastContact ? format.day(lastContact) : '—'),
          },
        ]}
      />
    </>
  );
}

import {
  CsvButton,
  DataTable,
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  MoneyText,
  Notice,
  sumMoney,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Button, Switch } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type BatchPreviewPage, type RecalculationCard, usePreview } from './api.js';
import { pastMessages } from './messages.js';

const SUMS = ['charged', 'besides', 'difference', 'should'] as const;

/** What a batch itself comes to, and what comes with it. */
export function BatchPreview({
  id,
  letting: { cutOff, monthsBack },
}: { id: string } & Pick<RecalculationCard, 'letting'>) {
  const t = useMessages(pastMessages);
  const format = useFormat();
  const [older, setOlder] = useUrlFilter('older');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePreview(id, older === '1');
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const pages = data?.pages ?? [];
  const rows = data && pages.flatMap(({ items }) => items);
  const houses = pages.at(-1)?.houses;
  const unreplayed = pages.reduce((sum, page) => sum + page.unreplayed, 0);
  const sums = SUMS.filter((key) => key !== 'besides' || rows?.some(({ besides }) => Number(besides) !== 0));
  const gather = async () => ({
    head: [t('preview.account'), t('preview.month'), ...SUMS.map((key) => t(`preview.${key}`))],
    rows: (rows ?? []).map((row) => [row.account, row.month, ...SUMS.map((key) => row[key])]),
  });
  return (
    <>
      <FigureStrip>
        <Figure large label={t('preview.difference')}>
          <MoneyText value={sumMoney(pages.map(({ difference }) => difference))} />
        </Figure>
        {sums.includes('besides') && (
          <Figure large label={t('preview.besides')}>
            <MoneyText value={sumMoney(pages.map(({ besides }) => besides))} />
          </Figure>
        )}
        <Figure large label={t('preview.houses')}>
          {houses ? t('preview.ofHouses', houses) : '…'}
        </Figure>
      </FigureStrip>
      <Beside pages={pages} />
      {unreplayed > 0 && <Notice tone="attention">{t('preview.unreplayed', { n: unreplayed })}</Notice>}
      <Toolbar>
        {cutOff && (
          <Switch
            label={t('preview.older', { month: format.month(cutOff), n: monthsBack })}
            checked={older === '1'}
            onChange={({ currentTarget }) => setOlder(currentTarget.checked ? '1' : null)}
          />
        )}
        <ToolbarEnd>
          {hasNextPage && (
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('preview.more')}
            </Button>
          )}
          <CsvButton name={t('preview.csv')} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      <DataTable
        fill
        label={t('preview.csv')}
        minWidth={sums.length > 3 ? 880 : 720}
        rows={rows}
        rowKey={({ accountId, month }) => `${accountId}/${month}`}
        empty={
          <EmptyState icon={<IconHistory stroke={1.5} />} title={t('preview.none.title')}>
            {t('preview.none.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'account',
            title: t('preview.account'),
            cell: ({ accountId, account }) => <Link to={`/accounts/${accountId}`}>{account}</Link>,
          },
          { key: 'month', title: t('preview.month'), width: 160, cell: ({ month }) => format.month(month) },
          ...sums.map((key) => ({
            key,
            title: `${t(`preview.${key}`)}, ₽`,
            width: 150,
            align: 'end' as const,
            cell: (row: Readonly<Record<(typeof SUMS)[number], string>>) => (
              <MoneyText value={row[key]} currency={false} signed={key === 'difference' || key === 'besides'} />
            ),
          })),
        ]}
      />
    </>
  );
}

/** Other changes of the same accounts, services and months: a run charges from all that is known. */
function Beside({ pages }: { pages: readonly BatchPreviewPage[] }) {
  const t = useMessages(pastMessages);
  const others = [
    ...new Map(pages.flatMap(({ waitBeside }) => waitBeside).map((one) => [one.transaction, one])).values(),
  ];
  if (others.length === 0) return null;
  const notApart = pages.find((page) => page.notApart)?.notApart;
  return (
    <Notice tone="attention" title={t('beside.title')}>
      {notApart ? t('beside.notApart', { reason: notApart.reason ?? '' }) : t('beside.text')}
      <ul>
        {others.map(({ transaction, state, reasons }) => (
          <li key={transaction}>
            <Link to={`/past-changes/${transaction}`}>{reasons.join('; ')}</Link>, {t(`beside.${state}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

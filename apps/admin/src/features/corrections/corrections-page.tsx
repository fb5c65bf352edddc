import {
  CsvButton,
  csvFigure,
  DataTable,
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
} from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { IconPencil, IconPlus, IconTable } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import { allPages } from '../../lib/all-pages.js';
import { CorrectionTabs } from '../../lib/correction-tabs/correction-tabs.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type Correction, CORRECTION_STATES, type CorrectionFilter, fetchCorrections, useCorrections } from './api.js';
import classes from './corrections.module.css';
import { correctionMessages } from './messages.js';
import { CorrectionBadge } from './state-badge.js';

export default function CorrectionsPage() {
  const t = useMessages(correctionMessages);
  const may = useMay();
  const api = useApi();
  const [search, setSearch] = useUrlFilter('search');
  const [state, setState] = useUrlFilter('state');
  const [accountId] = useUrlFilter('accountId');
  const filter = { search, state, accountId };

  async function gather(onCount: (rows: number) => void) {
    const rows = await allPages((cursor) => fetchCorrections(api, filter, cursor), onCount);
    return {
      head: [t('number'), t('dated'), t('reason'), t('accounts'), t('amount'), t('state')],
      rows: rows.map((one) => [
        ...[one.number, one.dated, one.reason, String(one.accounts)],
        csvFigure(one.amount),
        t(`state.${one.state}`),
      ]),
    };
  }

  return (
    <Page fill>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          may('account.edit') && (
            <>
              <Button component={Link} variant="default" to="/corrections/table" leftSection={<IconTable size={16} />}>
                {t('table.open')}
              </Button>
              <Button component={Link} to="/corrections/new" leftSection={<IconPlus size={16} />}>
                {t('add')}
              </Button>
            </>
          )
        }
      />
      <CorrectionTabs current="corrections" />
      <Toolbar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <Select
          aria-label={t('state')}
          placeholder={t('state.all')}
          clearable
          w={220}
          data={CORRECTION_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state || null}
          onChange={setState}
        />
        <ToolbarEnd>
          <CsvButton name={t('title')} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      <CorrectionsTable filter={filter} />
    </Page>
  );
}

function CorrectionsTable({ filter }: { filter: CorrectionFilter }) {
  const t = useMessages(correctionMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useCorrections(filter);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const about = ({ kind, mirrors, mirroredBy }: Correction) =>
    [
      kind === 'fine' && t('fine'),
      mirrors && t('mirrors', { number: mirrors.number }),
      mirroredBy && t('mirrored', { number: mirroredBy.number }),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <DataTable
      fill
      wrap
      label={t('title')}
      minWidth={820}
      rows={data?.pages.flatMap(({ items }) => items)}
      rowKey={({ id }: Correction) => id}
      onOpen={({ id }) => void navigate(`/corrections/${id}`)}
      onNearEnd={more}
      empty={
        Object.values(filter).some(Boolean) ? (
          <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconPencil stroke={1.5} />} title={t('empty')}>
            {t('empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'number',
          title: t('number'),
          width: 130,
          cell: (one) => (
            <>
              <Link to={`/corrections/${one.id}`} tabIndex={-1}>
                № {one.number}
              </Link>
              {about(one) && <div className={classes.quiet}>{about(one)}</div>}
            </>
          ),
        },
        { key: 'dated', title: t('dated'), width: 110, cell: ({ dated }) => format.day(dated) },
        { key: 'reason', title: t('reason'), cell: ({ reason }) => reason },
        { key: 'accounts', title: t('accounts'), width: 90, align: 'end', cell: ({ accounts }) => accounts },
        {
          key: 'amount',
          title: t('amount'),
          width: 130,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
        },
        { key: 'state', title: t('state'), width: 230, cell: (one) => <CorrectionBadge correction={one} /> },
      ]}
    />
  );
}

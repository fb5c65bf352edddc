import {
  CsvButton,
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  ToolbarEnd,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { IconDropletOff, IconPlus } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import { allPages } from '../../lib/all-pages.js';
import { CorrectionTabs } from '../../lib/correction-tabs/correction-tabs.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type ActFilter, fetchActs, type QualityAct, SERVICES, useActs } from './api.js';
import { qualityMessages } from './messages.js';
import classes from './quality.module.css';
import { useActWords } from './use-words.js';

export default function QualityActsPage() {
  const t = useMessages(qualityMessages);
  const words = useActWords();
  const may = useMay();
  const api = useApi();
  const [search, setSearch] = useUrlFilter('search');
  const [service, setService] = useUrlFilter('service');
  const [state, setState] = useUrlFilter('state');
  const [houseId] = useUrlFilter('houseId');
  const filter = { search, service, state, houseId };

  async function gather(onCount: (rows: number) => void) {
    const acts = await allPages((cursor) => fetchActs(api, filter, cursor), onCount);
    return {
      head: [t('act'), t('service'), t('type'), t('when'), t('where'), t('state')],
      rows: acts.map((act) => [
        words.named(act),
        t(`service.${act.service}`),
        t(`type.${act.type}`),
        words.when(act),
        words.where(act),
        t(act.cancelled ? 'state.cancelled' : 'state.standing'),
      ]),
    };
  }

  return (
    <Page fill>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          may('house.edit') && (
            <Button component={Link} to="/quality-acts/new" leftSection={<IconPlus size={16} />}>
              {t('add')}
            </Button>
          )
        }
      />
      <CorrectionTabs current="quality-acts" />
      <Toolbar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <Select
          aria-label={t('service')}
          placeholder={t('service.all')}
          clearable
          w={190}
          data={SERVICES.map((value) => ({ value, label: t(`service.${value}`) }))}
          value={service || null}
          onChange={setService}
        />
        <Select
          aria-label={t('state')}
          placeholder={t('state.all')}
          clearable
          w={150}
          data={(['standing', 'cancelled'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state || null}
          onChange={setState}
        />
        <ToolbarEnd>
          <CsvButton name={t('title')} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      <ActsTable filter={filter} />
    </Page>
  );
}

function ActsTable({ filter }: { filter: ActFilter }) {
  const t = useMessages(qualityMessages);
  const words = useActWords();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useActs(filter);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      fill
      wrap
      label={t('title')}
      minWidth={900}
      rows={data?.pages.flatMap(({ items }) => items)}
      rowKey={({ id }: QualityAct) => id}
      onOpen={({ id }) => void navigate(`/quality-acts/${id}`)}
      onNearEnd={more}
      empty={
        Object.values(filter).some(Boolean) ? (
          <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconDropletOff stroke={1.5} />} title={t('empty')}>
            {t('empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'act',
          title: t('act'),
          width: 190,
          cell: (act) => (
            <>
              <Link to={`/quality-acts/${act.id}`} tabIndex={-1}>
                {words.named(act)}
              </Link>
              {words.state(act) && <div className={classes.quiet}>{words.state(act)}</div>}
            </>
          ),
        },
        {
          key: 'service',
          title: t('service'),
          width: 170,
          cell: ({ service, type }) => (
            <>
              {t(`service.${service}`)}
              <div className={classes.quiet}>{t(`type.${type}`)}</div>
            </>
          ),
        },
        { key: 'when', title: t('when'), width: 280, cell: words.when },
        { key: 'where', title: t('where'), cell: words.where },
      ]}
    />
  );
}

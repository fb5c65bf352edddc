import {
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Select } from '@mantine/core';
import { IconGauge } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { ReadingTabs } from '../../lib/reading-tabs/reading-tabs.js';
import { TableButton } from '../../lib/table-button.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { LISTS, type ListedMeter, type MetersAsked, metersQuery, RESOURCES, useMeters, valueText } from './api.js';
import { meterMessages } from './messages.js';
import classes from './meters.module.css';
import { Verification } from './verification-text.js';

const MOST_ON_AVERAGE = 3;

/** Meters that stand: all of them, or those that want a reading, a verification, a date. */
export default function MetersPage() {
  const t = useMessages(meterMessages);
  const [list, setList] = useUrlFilter('list');
  const [houseId, setHouse] = useUrlFilter('houseId');
  const [resource, setResource] = useUrlFilter('resource');
  const [search, setSearch] = useUrlFilter('search');
  const asked = { list: LISTS.find((one) => one === list) ?? 'all', houseId, resource, search };
  return (
    <Page fill>
      <PageHeader title={t('title')} />
      <ReadingTabs current="meters" />
      <Toolbar>
        <Select
          aria-label={t('list')}
          allowDeselect={false}
          w={200}
          data={LISTS.map((value) => ({ value, label: t(`list.${value}`) }))}
          value={asked.list}
          onChange={(value) => setList(value === 'all' ? null : value)}
        />
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <HouseFilter houseId={houseId} onChange={setHouse} />
        <Select
          aria-label={t('resource')}
          placeholder={t('resource.all')}
          clearable
          w={180}
          data={RESOURCES.map((value) => ({ value, label: t(`resource.${value}`) }))}
          value={resource || null}
          onChange={setResource}
        />
        <ToolbarEnd>
          <TableButton path="/api/v1/meter-lists/table" query={metersQuery(asked)} file={t('table.file')}>
            {t('table')}
          </TableButton>
        </ToolbarEnd>
      </Toolbar>
      <Meters asked={asked} />
    </Page>
  );
}

function Meters({ asked }: { asked: MetersAsked }) {
  const t = useMessages(meterMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMeters(asked);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const narrowed = Boolean(asked.houseId || asked.resource || asked.search);
  return (
    <DataTable
      fill
      wrap
      label={t('title')}
      minWidth={900}
      rows={data?.pages.flatMap(({ items }) => items)}
      rowKey={({ id }: ListedMeter) => id}
      onOpen={({ id }) => void navigate(`/meters/${id}`)}
      onNearEnd={more}
      empty={
        narrowed ? (
          <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconGauge stroke={1.5} />} title={t(`empty.${asked.list}`)}>
            {t('empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'meter',
          title: t('meter'),
          width: 170,
          cell: ({ id, serial, resource }) => (
            <>
              <Link to={`/meters/${id}`} tabIndex={-1}>
                <Code>{serial}</Code>
              </Link>
              <div className={classes.quiet}>{t(`resource.${resource}`)}</div>
            </>
          ),
        },
        {
          key: 'place',
          title: t('place'),
          cell: ({ address, accountNumbers, premisesId }) => (
            <>
              {address}
              <div className={classes.quiet}>{premisesId === null ? t('house') : accountNumbers.join(', ')}</div>
            </>
          ),
        },
        {
          key: 'verification',
          title: t('verification'),
          width: 180,
          cell: ({ verification, verifiedUntil, daysLeft }) => (
            <Verification state={verification} until={verifiedUntil} daysLeft={daysLeft} />
          ),
        },
        {
          key: 'last',
          title: t('last'),
          width: 150,
          align: 'end',
          cell: ({ lastReading }) =>
            lastReading ? (
              <>
                {valueText(lastReading.value)}
                <div className={classes.quiet}>{format.day(lastReading.date)}</div>
              </>
            ) : (
              '—'
            ),
        },
        { key: 'missed', title: t('missed'), width: 190, cell: (meter) => <Missed meter={meter} /> },
      ]}
    />
  );
}

/** How many of the three months that may be charged on average are used up. */
function Missed({ meter: { missed, normFrom } }: { meter: ListedMeter }) {
  const t = useMessages(meterMessages);
  const format = useFormat();
  if (missed === 0 || normFrom === null) return '—';
  return missed > MOST_ON_AVERAGE ? (
    t('missed.over', { n: missed })
  ) : (
    <>
      {t('missed.of', { n: missed })}
      <div className={classes.quiet}>{t('missed.norm', { month: format.month(normFrom) })}</div>
    </>
  );
}

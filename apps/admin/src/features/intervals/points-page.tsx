import {
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Select } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { ReadingTabs } from '../../lib/reading-tabs/reading-tabs.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type Point, POINT_STATES, usePoints } from './api.js';
import classes from './intervals.module.css';
import { intervalMessages } from './messages.js';
import { BringButton, ViewChoice } from './tabs.js';

/** Points of commercial metering, and the meters that they are. */
export default function PointsPage() {
  const t = useMessages(intervalMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const [filter, setFilter] = useUrlFilter('state');
  const [search, setSearch] = useUrlFilter('search');
  const state = POINT_STATES.find((one) => one === filter) ?? 'all';
  const { rows, error, again, more } = usePoints(state, search);
  const isFiltered = state !== 'all' || search !== '';
  return (
    <Page fill>
      <PageHeader title={t('title')} note={t('note')} actions={<BringButton />} />
      <ReadingTabs current="readings/intervals" />
      <Toolbar>
        <ViewChoice current="points" />
        <Select
          aria-label={t('state')}
          allowDeselect={false}
          w={160}
          data={POINT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state}
          onChange={(next) => setFilter(next === 'all' ? null : next)}
        />
        <SearchField label={t('search')} value={search} onChange={setSearch} />
      </Toolbar>
      {error ? (
        <ErrorState error={error} onRetry={again} />
      ) : (
        <DataTable
          fill
          wrap
          label={t('points')}
          minWidth={820}
          rows={rows}
          rowKey={({ id }: Point) => id}
          onOpen={({ id }) => void navigate(`/readings/intervals/points/${id}`)}
          onNearEnd={more}
          empty={
            isFiltered ? (
              <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
            ) : (
              <EmptyState icon={<IconChartHistogram stroke={1.5} />} title={t('empty.points')}>
                {t('empty.points.text')}
              </EmptyState>
            )
          }
          columns={[
            {
              key: 'code',
              title: t('code'),
              cell: ({ code, name }) => (
                <>
                  {name}
                  <div className={classes.quiet}>
                    <Code>{code}</Code>
                  </div>
                </>
              ),
            },
            { key: 'area', title: t('area'), width: 200, cell: ({ area }) => area },
            {
              key: 'sent',
              title: t('sent'),
              width: 190,
              cell: ({ firstDay, lastDay }) =>
                firstDay && lastDay ? `${format.day(firstDay)} – ${format.day(lastDay)}` : '—',
            },
            { key: 'meter', title: t('meter'), width: 300, cell: (point) => <MeterNow point={point} /> },
          ]}
        />
      )}
    </Page>
  );
}

function MeterNow({ point: { links } }: { point: Point }) {
  const t = useMessages(intervalMessages);
  const standing = links.filter(({ to }) => to === null);
  if (standing.length === 0) return <span className={classes.quiet}>{t('meter.none')}</span>;
  return standing.map(({ channel, serial, address }) => (
    <div key={channel}>
      № {serial}
      <div className={classes.quiet}>{address}</div>
    </div>
  ));
}

import { DayField, EmptyState, ErrorState, Page, PageHeader, Toolbar, useMessages } from '@dvor/ui';
import { Select, Switch } from '@mantine/core';
import { IconHomeSearch } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { ReadingTabs } from '../../lib/reading-tabs/reading-tabs.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { readingMessages } from './messages.js';
import { RoundRow } from './round-row.js';
import classes from './round.module.css';
import { RESOURCES, type RoundFilter, useRound } from './rounds-api.js';

/** Readings typed from a sheet by the keyboard alone: by house and entrance, each row saved as it is left. */
export default function RoundPage() {
  const t = useMessages(readingMessages);
  const [houseId, setHouse] = useUrlFilter('houseId');
  const [entrance, setEntrance] = useUrlFilter('entrance');
  const [resource, setResource] = useUrlFilter('resource');
  const [missing, setMissing] = useUrlFilter('missing');
  const [date, setDate] = useUrlFilter('date');
  const [typedDay, setTypedDay] = useState(date);
  const day = /^\d{4}-\d\d-\d\d$/.test(typedDay) ? typedDay : date;
  const filter = { houseId, entrance, resource, missing: missing !== '', date: day };
  const entrances = useRound(filter).data?.entrances ?? [];
  return (
    <Page fill>
      <PageHeader title={t('round.title')} note={t('round.note')} />
      <ReadingTabs current="readings/entry" />
      <Toolbar>
        <HouseFilter
          houseId={houseId}
          onChange={(id) => {
            setEntrance(null);
            setHouse(id);
          }}
        />
        {(entrances.length > 1 || entrance) && (
          <Select
            aria-label={t('round.entrance')}
            placeholder={t('round.entrance.all')}
            clearable
            w={150}
            data={entrances.map((one) => ({ value: String(one), label: t('round.entrance.of', { n: one }) }))}
            value={entrance || null}
            onChange={setEntrance}
          />
        )}
        <Select
          aria-label={t('round.resource')}
          placeholder={t('round.resource.all')}
          clearable
          w={180}
          data={RESOURCES.map((value) => ({ value, label: t(`resource.${value}`) }))}
          value={resource || null}
          onChange={setResource}
        />
        <DayField
          aria-label={t('round.date')}
          w={130}
          value={typedDay}
          placeholder={t('round.today')}
          onChange={(value) => {
            setTypedDay(value);
            if (value === '' || /^\d{4}-\d\d-\d\d$/.test(value)) setDate(value || null);
          }}
        />
        <Switch
          label={t('round.missing')}
          checked={missing !== ''}
          onChange={(event) => setMissing(event.currentTarget.checked ? '1' : null)}
        />
      </Toolbar>
      {houseId ? (
        <Round key={JSON.stringify(filter)} filter={filter} />
      ) : (
        <EmptyState icon={<IconHomeSearch stroke={1.5} />} title={t('round.choose')}>
          {t('round.choose.text')}
        </EmptyState>
      )}
    </Page>
  );
}

function Round({ filter }: { filter: RoundFilter }) {
  const t = useMessages(readingMessages);
  const { data, error, refetch } = useRound(filter);
  const [saved, setSaved] = useState<ReadonlySet<string>>(new Set());
  const onSaved = useCallback(
    (meterId: string, isSaved: boolean) =>
      setSaved((before) => new Set(isSaved ? [...before, meterId] : [...before].filter((id) => id !== meterId))),
    [],
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const [first] = data.meters;
  if (!first)
    return <EmptyState title={t('round.none')}>{t(filter.missing ? 'round.none.read' : 'round.none.text')}</EmptyState>;
  const fresh = data.meters.filter(({ id, current }) => saved.has(id) && current === null).length;
  return (
    <>
      <p className={classes.counts}>
        {first.counts.text}. {t('round.progress', { read: data.read + fresh, total: data.total })}
      </p>
      <div className={classes.frame}>
        <table className={classes.grid} aria-label={t('round.title')}>
          <thead>
            <tr>
              <th scope="col">{t('round.flat')}</th>
              <th scope="col" className={classes.meter}>
                {t('meter')}
              </th>
              <th scope="col">{t('previous')}</th>
              <th scope="col">{t('round.now')}</th>
              <th scope="col">{t('volume')}</th>
              <th scope="col" className={classes.state}>
                {t('round.state')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.meters.map((meter) => (
              <RoundRow key={meter.id} meter={meter} date={data.date} usualText={first.counts.text} onSaved={onSaved} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.keys}>{t('round.keys')}</p>
    </>
  );
}

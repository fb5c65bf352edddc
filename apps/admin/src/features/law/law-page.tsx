import {
  CsvButton,
  DataTable,
  EmptyState,
  ErrorState,
  Notice,
  Page,
  SearchField,
  StatusBadge,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useLooseMessages,
  useMessages,
} from '@dvor/ui';
import { Modal, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useCalendar } from '../../lib/calendar.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type LawEntry, type LawVersion, useLawCalendar } from './api.js';
import classes from './law.module.css';
import { lawMessages } from './messages.js';
import { type Stage, stageOf, stopOf } from './stage.js';

const FILTERS = ['all', 'holds', 'soon', 'expired'] as const;
type Filter = (typeof FILTERS)[number];

/** Every figure that the law sets, with what follows it; nobody types them here, they come with the product. */
export default function LawPage() {
  const t = useMessages(lawMessages);
  const valueText = useValueText();
  const nextText = useNextText();
  const [chosen, setFilter] = useUrlFilter('state');
  const [search, setSearch] = useUrlFilter('search');
  const [opened, setOpened] = useState<LawEntry | null>(null);
  const { data, error, refetch } = useLawCalendar();
  const filter = FILTERS.find((one) => one === chosen) ?? 'all';
  const wanted = search.toLowerCase();
  const rows = data?.items.filter(
    (entry) =>
      fits(stageOf(entry), filter) &&
      [entry.title, entry.code, entry.current?.act].some((text) => text?.toLowerCase().includes(wanted)),
  );

  async function gather() {
    return {
      head: [t('parameter'), t('value'), t('next'), t('act'), t('clause'), t('state')],
      rows: (rows ?? []).map((entry) => {
        const ground = entry.current ?? entry.next;
        return [
          entry.title,
          valueText(entry.current),
          nextText(entry),
          ground?.act ?? '',
          ground?.clause ?? '',
          t(`stage.${stageOf(entry)}`),
        ];
      }),
    };
  }

  return (
    <Page fill>
      <CatalogueHead tab="law" />
      {data && <ExpiryBanner entries={data.items} />}
      <Toolbar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <SegmentedControl
          aria-label={t('state')}
          value={filter}
          onChange={(next) => setFilter(next === 'all' ? null : next)}
          data={FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
        <ToolbarEnd>
          <CsvButton name={t('csv')} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          fill
          wrap
          label={t('title')}
          minWidth={1000}
          rows={rows}
          rowKey={({ code }) => code}
          onOpen={setOpened}
          empty={<EmptyState title={t('none')} />}
          columns={[
            { key: 'title', title: t('parameter'), cell: ({ title }) => title },
            {
              key: 'value',
              title: t('value'),
              width: 130,
              align: 'end',
              cell: ({ current }) => valueText(current),
            },
            { key: 'next', title: t('next'), width: 230, cell: nextText },
            {
              key: 'act',
              title: t('act'),
              width: 300,
              cell: ({ current, next }) => (
                <>
                  {(current ?? next)?.act}
                  <div className={classes.quiet}>{(current ?? next)?.clause}</div>
                </>
              ),
            },
            { key: 'state', title: t('state'), width: 170, cell: (entry) => <StageBadge stage={stageOf(entry)} /> },
          ]}
        />
      )}
      <Modal opened={opened !== null} onClose={() => setOpened(null)} title={opened?.title} size={760}>
        {opened && <Versions entry={opened} />}
      </Modal>
    </Page>
  );
}

function fits(stage: Stage, filter: Filter): boolean {
  if (filter === 'all') return true;
  return filter === 'holds' ? stage === 'holds' || stage === 'ends' || stage === 'soon' : stage === filter;
}

/** What has run out, or will soon with nothing to follow, and what comes to a stop without it. */
function ExpiryBanner({ entries }: { entries: readonly LawEntry[] }) {
  const t = useMessages(lawMessages);
  const format = useFormat();
  const expired = entries.filter(({ standing }) => standing === 'expired');
  const ending = entries.filter((entry) => entry.standing === 'expires' && stageOf(entry) === 'soon');
  return (
    <>
      {expired.length > 0 && (
        <Notice tone="danger" title={t('expired.title', { n: expired.length })}>
          {expired.map(({ code, title, versions }) => (
            <div key={code}>
              {t('expired.one', {
                title,
                day: format.lastDay(versions.at(-1)?.validTo ?? ''),
                stops: t(`stops.${stopOf(code)}`),
              })}
            </div>
          ))}
        </Notice>
      )}
      {ending.length > 0 && (
        <Notice tone="attention" title={t('ending.title', { n: ending.length })}>
          {ending.map(({ code, title, current }) => (
            <div key={code}>
              {t('ending.one', {
                title,
                day: format.lastDay(current?.validTo ?? ''),
                stops: t(`stops.${stopOf(code)}`),
              })}
            </div>
          ))}
        </Notice>
      )}
    </>
  );
}

const LOOKS = {
  holds: { tone: 'good', icon: IconCheck },
  soon: { tone: 'attention', icon: IconClock },
  ends: { tone: 'quiet', icon: IconHourglass },
  begins: { tone: 'info', icon: IconClock },
  expired: { tone: 'danger', icon: IconAlertTriangle },
} as const;

function StageBadge({ stage }: { stage: Stage }) {
  const t = useMessages(lawMessages);
  return <StatusBadge {...LOOKS[stage]}>{t(`stage.${stage}`)}</StatusBadge>;
}

/** Every figure the parameter had and will have, by days. */
function Versions({ entry }: { entry: LawEntry }) {
  const t = useMessages(lawMessages);
  const format = useFormat();
  const valueText = useValueText();
  const { today } = useCalendar();
  return (
    <>
      <p className={classes.stops}>{t('needs', { what: t(`stops.${stopOf(entry.code)}`) })}</p>
      <DataTable
        wrap
        label={t('versions')}
        minWidth={600}
        rows={entry.versions.toReversed()}
        rowKey={({ validFrom }) => validFrom}
        selectedKey={
          entry.versions.find(({ validFrom, validTo }) => validFrom <= today && (!validTo || validTo > today))
            ?.validFrom ?? null
        }
        columns={[
          {
            key: 'days',
            title: t('days'),
            width: 190,
            cell: ({ validFrom, validTo }) =>
              validTo
                ? t('interval.closed', { from: format.day(validFrom), to: format.lastDay(validTo) })
                : t('interval.open', { from: format.day(validFrom) }),
          },
          { key: 'value', title: t('figure'), width: 110, align: 'end', cell: valueText },
          {
            key: 'act',
            title: t('act'),
            cell: ({ act, clause, note }) => (
              <>
                {act}
                <div className={classes.quiet}>{clause}</div>
                {note && <div>{note}</div>}
              </>
            ),
          },
          { key: 'sure', title: t('certainty'), width: 150, cell: ({ certainty }) => t(`certainty.${certainty}`) },
        ]}
      />
    </>
  );
}

/** A figure, a day of the year (`10-01`), or a word that stands for a rule. */
function useValueText() {
  const format = useFormat();
  const name = useLooseMessages(lawMessages);
  return (version: Pick<LawVersion, 'value'> | null) => {
    if (!version) return '—';
    const { value } = version;
    if (/^\d\d-\d\d$/.test(value)) return format.longDay(`2026-${value}`);
    return name(`value.${value}`, format.decimal(value));
  };
}

/** `с 01.01.2027: 15`, or that nothing follows. */
function useNextText() {
  const t = useMessages(lawMessages);
  const format = useFormat();
  const valueText = useValueText();
  return ({ standing, current, next, daysLeft }: LawEntry) => {
    const left = daysLeft === null ? '' : t('left', { n: daysLeft });
    if (next && standing !== 'expires')
      return t('next.value', { day: format.day(next.validFrom), value: valueText(next), left });
    return current?.validTo ? t('next.nothing', { day: format.lastDay(current.validTo), left }) : '—';
  };
}

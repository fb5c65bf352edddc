import {
  DataTable,
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  Notice,
  PeriodSwitch,
  roundTotal,
  Section,
  useFormat,
  useLooseMessages,
  useMessages,
} from '@dvor/ui';
import { Link } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type GapCause, type ResourceGap, useHouseImbalance } from './api.js';
import classes from './houses.module.css';
import { imbalanceMessages } from './imbalance-messages.js';

/** What the house's meters counted beyond its flats, and why: the causes add up to the difference. */
export function HouseImbalance({ houseId }: { houseId: string }) {
  const t = useMessages(imbalanceMessages);
  const [chosen, choose] = useUrlFilter('period');
  const { data, error, refetch } = useHouseImbalance(houseId, chosen);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <>
      <PeriodSwitch period={data.period} onChange={choose} />
      {data.runState !== null && data.runState !== 'closed' && <Notice tone="info">{t('draft')}</Notice>}
      {data.resources.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        data.resources.map((one) => <Resource key={one.resource} gap={one} />)
      )}
    </>
  );
}

function Resource({ gap: { resource, unit, house, flats, gap, causes, entrances } }: { gap: ResourceGap }) {
  const t = useMessages(imbalanceMessages);
  const name = useLooseMessages(imbalanceMessages);
  const format = useFormat();
  const title = name(`resource.${resource}`, resource);
  if (house === null || flats === null || gap === null)
    return (
      <Section title={title}>
        <Notice tone="info">{t('unread')}</Notice>
      </Section>
    );
  const told = entrances.map(({ entrance, volume }) =>
    entrance === null
      ? t('entrance.unknown', { volume: format.volume(roundTotal(volume), unit) })
      : t('entrance', { entrance: String(entrance), volume: format.volume(roundTotal(volume), unit) }),
  );
  return (
    <Section title={title}>
      <FigureStrip>
        <Figure label={t('house')}>{format.volume(roundTotal(house), unit)}</Figure>
        <Figure label={t('flats')}>{format.volume(roundTotal(flats), unit)}</Figure>
        <Figure label={t('gap')}>{format.volume(roundTotal(gap), unit)}</Figure>
      </FigureStrip>
      <DataTable
        label={title}
        minWidth={620}
        wrap
        rows={causes}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'why', title: t('why'), width: 270, cell: ({ kind }) => t(`cause.${kind}`), total: t('total') },
          {
            key: 'volume',
            title: t('volume'),
            width: 130,
            align: 'end',
            cell: ({ volume }) => format.volume(roundTotal(volume), unit),
            total: format.volume(roundTotal(gap), unit),
          },
          { key: 'flats', title: t('flat'), cell: (cause) => <Flats cause={cause} unit={unit} /> },
        ]}
      />
      {told.length > 1 && (
        <p className={classes.quiet}>
          {t('entrances')}: {told.join(', ')}
        </p>
      )}
    </Section>
  );
}

const SHOWN = 5;

function Flats({ cause: { flats }, unit }: { cause: GapCause; unit: string }) {
  const t = useMessages(imbalanceMessages);
  const format = useFormat();
  const left = flats.length - SHOWN;
  return (
    <>
      {flats.slice(0, SHOWN).map(({ accountId, premises, billed, usual }) => (
        <div key={accountId}>
          <Link to={`/accounts/${accountId}?tab=use`}>
            {usual === null
              ? t('flat.unknown', { premises, billed: format.volume(roundTotal(billed), unit) })
              : t('flat.told', {
                  premises,
                  billed: format.volume(roundTotal(billed), unit),
                  usual: format.volume(roundTotal(usual), unit),
                })}
          </Link>
        </div>
      ))}
      {left > 0 && <div className={classes.quiet}>{t('more', { n: left })}</div>}
    </>
  );
}

import {
  DataTable,
  downloadFile,
  EmptyState,
  ErrorState,
  EstimatedMark,
  Section,
  useFormat,
  useHttp,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type MeterCard, useTimeline, valueText } from './api.js';
import classes from './meters.module.css';
import { timelineMessages } from './timeline-messages.js';
import { type TimelineRow, timelineRows } from './timeline-rows.js';

/** All that was ever read from a meter, and the months that went without a reading. */
export function Timeline({ meter }: { meter: MeterCard }) {
  const t = useMessages(timelineMessages);
  const format = useFormat();
  const http = useHttp();
  const { data, error, refetch } = useTimeline(meter.id);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const unit = t(`unit.${meter.resource}`);
  return (
    <Section
      title={t('title')}
      note={t('note')}
      actions={
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconDownload size={16} />}
          onClick={() =>
            void downloadFile(
              http,
              `/api/v1/meters/${meter.id}/timeline.xlsx`,
              t('table.file', { serial: meter.serial }),
            )
          }
        >
          {t('table')}
        </Button>
      }
    >
      <DataTable
        wrap
        label={t('title')}
        minWidth={640}
        rows={data && timelineRows(data)}
        rowKey={({ kind, key }: TimelineRow) => `${kind}/${key}`}
        empty={<EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>}
        columns={[
          { key: 'month', title: t('month'), width: 120, cell: ({ month }) => format.month(month) },
          {
            key: 'day',
            title: t('day'),
            width: 100,
            cell: (row) => (row.kind === 'reading' ? format.day(row.reading.date) : ''),
          },
          {
            key: 'value',
            title: t('value', { unit }),
            width: 120,
            align: 'end',
            cell: (row) => (row.kind === 'reading' ? valueText(row.reading.value) : '—'),
          },
          {
            key: 'volume',
            title: t('volume', { unit }),
            width: 110,
            align: 'end',
            cell: (row) => <Volume row={row} />,
          },
          { key: 'source', title: t('source'), cell: (row) => <Origin row={row} /> },
          {
            key: 'photo',
            title: t('photo'),
            width: 90,
            cell: (row) => row.kind === 'reading' && <Photo meter={meter} reading={row.reading} />,
          },
        ]}
      />
    </Section>
  );
}

function Volume({ row }: { row: TimelineRow }) {
  const format = useFormat();
  const volume = row.kind === 'reading' ? row.reading.volume : row.estimate.volume;
  if (volume === null) return '—';
  return (
    <>
      {row.kind === 'estimate' && <EstimatedMark />}
      {format.decimal(volume)}
    </>
  );
}

function Origin({ row }: { row: TimelineRow }) {
  const t = useMessages(timelineMessages);
  if (row.kind === 'estimate') {
    const { how, settled } = row.estimate;
    return (
      <>
        {t(`how.${how}`)}
        <div className={classes.quiet}>{t(settled ? 'settled' : 'estimated')}</div>
      </>
    );
  }
  const { source, recordedBy, state } = row.reading;
  return (
    <>
      {t(`source.${source}`)}
      <div className={classes.quiet}>
        {[recordedBy, state !== 'counts' && t(`state.${state}`)].filter(Boolean).join(', ')}
      </div>
    </>
  );
}

function Photo({
  meter,
  reading,
}: {
  meter: MeterCard;
  reading: Extract<TimelineRow, { kind: 'reading' }>['reading'];
}) {
  const t = useMessages(timelineMessages);
  const format = useFormat();
  const http = useHttp();
  if (!reading.hasPhoto) return null;
  const path = `/api/v1/meters/${meter.id}/readings/${reading.id}/photo`;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={t('photo.of', { day: format.day(reading.date) })}
      onClick={() => void downloadFile(http, path, `${meter.serial}-${reading.date}`)}
    >
      {t('photo.open')}
    </Button>
  );
}

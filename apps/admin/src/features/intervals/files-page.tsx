import { DataTable, EmptyState, ErrorState, Page, PageHeader, Toolbar, useFormat, useMessages } from '@dvor/ui';
import { IconFileCode } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { ReadingTabs } from '../../lib/reading-tabs/reading-tabs.js';
import { type IntervalFile, useIntervalFiles } from './api.js';
import classes from './intervals.module.css';
import { intervalMessages } from './messages.js';
import { BringButton, ViewChoice } from './tabs.js';

export default function IntervalFilesPage() {
  const t = useMessages(intervalMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { rows, error, again, more } = useIntervalFiles();
  return (
    <Page fill>
      <PageHeader title={t('files.title')} note={t('note')} actions={<BringButton />} />
      <ReadingTabs current="readings/intervals" />
      <Toolbar>
        <ViewChoice current="files" />
      </Toolbar>
      {error ? (
        <ErrorState error={error} onRetry={again} />
      ) : (
        <DataTable
          fill
          label={t('files')}
          minWidth={820}
          rows={rows}
          rowKey={({ id }: IntervalFile) => id}
          onOpen={({ id }) => void navigate(`/readings/intervals/files/${id}`)}
          onNearEnd={more}
          empty={
            <EmptyState icon={<IconFileCode stroke={1.5} />} title={t('files.empty')}>
              {t('files.empty.text')}
            </EmptyState>
          }
          columns={[
            {
              key: 'file',
              title: t('file'),
              cell: ({ fileName, withdrawnAt }) => (
                <>
                  {fileName}
                  {withdrawnAt && <span className={classes.quiet}> · {t('file.withdrawn')}</span>}
                </>
              ),
            },
            { key: 'days', title: t('file.days'), width: 190, cell: ({ messages }) => daysOf(messages, format.day) },
            { key: 'at', title: t('file.at'), width: 140, cell: ({ receivedAt }) => format.instant(receivedAt) },
            { key: 'by', title: t('file.by'), width: 160, cell: ({ receivedBy }) => receivedBy },
            { key: 'new', title: t('file.new'), width: 80, align: 'end', cell: ({ counts }) => counts.new },
            {
              key: 'replaces',
              title: t('file.replaces'),
              width: 100,
              align: 'end',
              cell: ({ counts }) => counts.replaces,
            },
            {
              key: 'other',
              title: t('file.other'),
              width: 100,
              align: 'end',
              cell: ({ counts: { older, same, differs } }) => older + same + differs,
            },
          ]}
        />
      )}
    </Page>
  );
}

function daysOf(messages: IntervalFile['messages'], day: (date: string) => string): string {
  const days = messages.map((message) => message.day).sort();
  const [first, last] = [days[0]!, days.at(-1)!];
  return first === last ? day(first) : `${day(first)} – ${day(last)}`;
}

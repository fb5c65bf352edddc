import { Code, DataTable, Section, useFormat, useMessages } from '@dvor/ui';
import { Link } from 'react-router';
import type { FilePoint, IntervalFileCard } from './api.js';
import classes from './intervals.module.css';
import { intervalMessages } from './messages.js';
import { MonthsTable } from './months-table.js';

/** What a file has done, or would do: its problems, its points, months of meters. */
export function FileReport({ file, foreseen = false }: { file: IntervalFileCard; foreseen?: boolean }) {
  const t = useMessages(intervalMessages);
  const { problems, points, effects } = file;
  return (
    <>
      {problems.length > 0 && (
        <Section title={t('file.problems')}>
          <DataTable
            wrap
            label={t('file.problems')}
            minWidth={480}
            rows={problems}
            rowKey={({ file: of, line, value, reason }) => [of, line, value, reason].join(' ')}
            columns={[
              { key: 'line', title: t('file.line'), width: 90, align: 'end', cell: ({ line }) => line },
              {
                key: 'detail',
                title: t('file.problem'),
                cell: ({ detail, file: of }) => (
                  <>
                    {detail}
                    {of && <div className={classes.quiet}>{of}</div>}
                  </>
                ),
              },
            ]}
          />
        </Section>
      )}
      {effects.length > 0 && (
        <Section title={t('file.effects')}>
          <MonthsTable months={effects} foreseen={foreseen} withMeter />
        </Section>
      )}
      <Section title={t('file.points')}>
        <PointsOfFile points={points} foreseen={foreseen} />
      </Section>
    </>
  );
}

function PointsOfFile({ points, foreseen }: { points: readonly FilePoint[]; foreseen: boolean }) {
  const t = useMessages(intervalMessages);
  const format = useFormat();
  const days = ({ from, to }: FilePoint) =>
    from === to ? format.day(from) : `${format.day(from)} – ${format.day(to)}`;
  return (
    <DataTable
      wrap
      label={t('file.points')}
      minWidth={860}
      rows={points}
      rowKey={({ pointId, channel }: FilePoint) => `${pointId} ${channel}`}
      columns={[
        {
          key: 'point',
          title: t('code'),
          cell: ({ pointId, code, name, channel }) => (
            <>
              {foreseen ? (
                name
              ) : (
                <Link to={`/readings/intervals/points/${pointId}?channel=${channel}`}>{name || code}</Link>
              )}
              <div className={classes.quiet}>
                <Code>{code}</Code> · {channel}
              </div>
            </>
          ),
        },
        { key: 'days', title: t('file.days'), width: 180, cell: days },
        { key: 'new', title: t('file.new'), width: 80, align: 'end', cell: ({ counts }) => counts.new ?? 0 },
        {
          key: 'replaces',
          title: t('file.replaces'),
          width: 100,
          align: 'end',
          cell: ({ counts }) => counts.replaces ?? 0,
        },
        {
          key: 'other',
          title: t('file.other'),
          width: 100,
          align: 'end',
          cell: ({ counts: { older = 0, same = 0, differs = 0 } }) => older + same + differs,
        },
        { key: 'notWhole', title: t('file.notWhole'), width: 100, align: 'end', cell: ({ notWhole }) => notWhole },
        { key: 'known', title: t('file.known'), width: 120, align: 'end', cell: ({ known }) => format.decimal(known) },
        {
          key: 'meter',
          title: t('meter'),
          width: 200,
          cell: ({ meter }) =>
            meter ? (
              <>
                № {meter.serial}
                <div className={classes.quiet}>{meter.address}</div>
              </>
            ) : (
              <span className={classes.quiet}>{t('meter.none')}</span>
            ),
        },
      ]}
    />
  );
}

import { DataTable, EmptyState, FormDialog, useFormat, useMessages } from '@dvor/ui';
import { useState } from 'react';
import type { PointDay } from './api.js';
import classes from './intervals.module.css';
import { intervalMessages } from './messages.js';
import { hoursText } from './months-table.js';

/** Columns by days; a picture of the table beside it. What is not whole is hatched. */
export function DaysChart({ label, days }: { label: string; days: readonly PointDay[] }) {
  const most = Math.max(0, ...days.map(({ known }) => Number(known)));
  return (
    <div className={classes.chart} role="img" aria-label={label}>
      {days.map(({ day, known, total }) => (
        <div
          key={day}
          className={classes.bar}
          data-part={total === null || undefined}
          style={{ height: `${most > 0 ? (Number(known) / most) * 100 : 0}%` }}
        />
      ))}
    </div>
  );
}

export function DaysTable({ days }: { days: readonly PointDay[] | undefined }) {
  const t = useMessages(intervalMessages);
  const format = useFormat();
  const [opened, setOpened] = useState<PointDay | null>(null);
  return (
    <>
      <DataTable
        wrap
        label={t('days')}
        minWidth={560}
        rows={days}
        rowKey={({ day }: PointDay) => day}
        onOpen={setOpened}
        empty={<EmptyState title={t('days.empty')}>{t('days.empty.text')}</EmptyState>}
        columns={[
          { key: 'day', title: t('day'), width: 110, cell: ({ day }) => format.day(day) },
          {
            key: 'kwh',
            title: t('kwh'),
            width: 130,
            align: 'end',
            cell: ({ total, known }) =>
              total === null ? (
                <span className={classes.quiet}>{t('counted.part', { known: format.decimal(known) })}</span>
              ) : (
                format.decimal(total)
              ),
          },
          { key: 'whole', title: t('whole'), cell: (day) => <WhatIsIn day={day} /> },
          { key: 'number', title: t('number'), width: 130, align: 'end', cell: ({ number }) => number },
          {
            key: 'versions',
            title: t('versions'),
            width: 110,
            align: 'end',
            cell: ({ versions }) => t('versions.n', { n: versions.length }),
          },
        ]}
      />
      <FormDialog
        opened={opened !== null}
        onClose={() => setOpened(null)}
        title={t('day.title', { day: opened ? format.day(opened.day) : '' })}
      >
        {opened && <Hours day={opened} />}
      </FormDialog>
    </>
  );
}

function WhatIsIn({ day: { unknownMinutes, missingMinutes, doubtfulMinutes } }: { day: PointDay }) {
  const t = useMessages(intervalMessages);
  const told = [
    unknownMinutes > 0 && t('whole.unknown', { hours: hoursText(unknownMinutes) }),
    missingMinutes > 0 && t('whole.missing', { hours: hoursText(missingMinutes) }),
    doubtfulMinutes > 0 && t('doubtful', { hours: hoursText(doubtfulMinutes) }),
  ].filter((text) => text !== false);
  return told.length === 0 ? t('whole.yes') : told.join(', ');
}

function Hours({ day: { parts, versions } }: { day: PointDay }) {
  const t = useMessages(intervalMessages);
  const format = useFormat();
  return (
    <>
      <div className={classes.hours} role="region" aria-label={t('days')} tabIndex={0}>
        <DataTable
          label={t('days')}
          rows={parts}
          rowKey={({ from }: PointDay['parts'][number]) => String(from)}
          columns={[
            { key: 'time', title: t('day.time'), width: 140, cell: ({ from, to }) => `${clock(from)} – ${clock(to)}` },
            {
              key: 'kwh',
              title: t('kwh'),
              width: 120,
              align: 'end',
              cell: ({ value }) => (value === null ? t('day.unknown') : format.decimal(value)),
            },
            { key: 'mark', title: '', cell: ({ doubtful, value }) => doubtful && value !== null && t('day.doubtful') },
          ]}
        />
      </div>
      <strong>{t('day.sendings')}</strong>
      <ul className={classes.links}>
        {versions.map(({ number, outcome, fileName, receivedAt }) => (
          <li key={`${number} ${receivedAt}`}>
            № {number}: {t(`outcome.${outcome}`)}
            <span className={classes.quiet}>
              {fileName}, {format.instant(receivedAt)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

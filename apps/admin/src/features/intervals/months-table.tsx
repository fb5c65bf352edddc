import { answer, DataTable, EmptyState, Form, FormDialog, type Format, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useSave } from '../../lib/basis/use-save.js';
import type { MonthOfDays } from './api.js';
import classes from './intervals.module.css';
import { intervalMessages } from './messages.js';

const ENTERED_BY_WORD: readonly MonthOfDays['action'][] = ['offer', 'differs'];
const LEAST_WORDS = 3;

/** Months of meters as their days have them and as the books do; `foreseen`: nothing is done yet. */
export function MonthsTable({
  months,
  foreseen = false,
  withMeter = false,
}: {
  months: readonly MonthOfDays[] | undefined;
  foreseen?: boolean;
  withMeter?: boolean;
}) {
  const t = useMessages(intervalMessages);
  const format = useFormat();
  const may = useMay();
  const [entering, setEntering] = useState<MonthOfDays | null>(null);
  const mayEnter = may('house.edit') && !foreseen;
  return (
    <>
      <DataTable
        wrap
        label={t('months')}
        minWidth={720}
        rows={months}
        rowKey={({ meterId, period }: MonthOfDays) => `${meterId} ${period}`}
        empty={<EmptyState title={t('months.empty')}>{t('months.empty.text')}</EmptyState>}
        columns={[
          { key: 'month', title: t('month'), width: 140, cell: ({ period }) => format.month(period) },
          ...(withMeter
            ? [
                {
                  key: 'meter',
                  title: t('meter'),
                  width: 220,
                  cell: ({ serial, address }: MonthOfDays) => (
                    <>
                      № {serial}
                      <div className={classes.quiet}>{address}</div>
                    </>
                  ),
                },
              ]
            : []),
          { key: 'was', title: t('booked'), width: 130, align: 'end', cell: ({ was }) => figure(was, format) },
          {
            key: 'now',
            title: t('counted'),
            width: 150,
            align: 'end',
            cell: ({ now, known }) =>
              now === null ? (
                <span className={classes.quiet}>{t('counted.part', { known: figure(known, format) })}</span>
              ) : (
                figure(now, format)
              ),
          },
          { key: 'state', title: t('state'), cell: (month) => <MonthState month={month} foreseen={foreseen} /> },
          ...(mayEnter
            ? [
                {
                  key: 'enter',
                  title: '',
                  width: 110,
                  align: 'end' as const,
                  cell: (month: MonthOfDays) =>
                    ENTERED_BY_WORD.includes(month.action) && (
                      <Button variant="subtle" size="compact-sm" onClick={() => setEntering(month)}>
                        {t('enter')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog
        opened={entering !== null}
        onClose={() => setEntering(null)}
        title={t('enter.title', { month: entering ? format.month(entering.period) : '' })}
      >
        {entering && <EnterForm month={entering} onClose={() => setEntering(null)} />}
      </FormDialog>
    </>
  );
}

function MonthState({ month, foreseen }: { month: MonthOfDays; foreseen: boolean }) {
  const t = useMessages(intervalMessages);
  const format = useFormat();
  const { action, gaps, doubtfulMinutes, refused } = month;
  const days = ({ from, to }: { from: string; to: string }) =>
    from === to ? format.day(from) : `${format.day(from)} – ${format.day(to)}`;
  return (
    <>
      {t(foreseen && action === 'enter' ? 'action.enter.will' : `action.${action}`)}
      {refused && <div className={classes.quiet}>{t('refused')}</div>}
      {gaps.map((gap) => (
        <div key={gap.from} className={classes.quiet}>
          {t(`gap.${gap.reason}`)}: {days(gap)}
        </div>
      ))}
      {doubtfulMinutes > 0 && (
        <div className={classes.quiet}>{t('doubtful', { hours: hoursText(doubtfulMinutes) })}</div>
      )}
    </>
  );
}

function EnterForm({ month, onClose }: { month: MonthOfDays; onClose: () => void }) {
  const t = useMessages(intervalMessages);
  const format = useFormat();
  const { meterId, period, premisesId, now, was } = month;
  const form = useForm({
    initialValues: { reason: t('enter.reason.default') },
    validate: { reason: (reason) => (reason.trim().length < LEAST_WORDS ? t('need.reason') : null) },
  });
  const save = useSave(form, {
    write: (api, { reason }, headers) =>
      answer(
        api.POST('/api/v1/meters/{id}/counted-months', {
          params: { path: { id: meterId } },
          body: { period, reason: reason.trim() },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('enter')} {...save}>
      <div>
        {t(premisesId === null ? 'enter.text' : 'enter.reading', { now: figure(now, format) })}
        {was !== null && ` ${t('enter.was', { was: figure(was, format) })}`}
      </div>
      <TextInput label={t('enter.reason')} required maxLength={500} data-autofocus {...form.getInputProps('reason')} />
    </Form>
  );
}

/** A volume, or readings by zones. */
function figure(value: MonthOfDays['now'], format: Format): string {
  if (value === null) return '—';
  const amounts = typeof value === 'string' ? [value] : Object.values(value as Readonly<Record<string, string>>);
  return amounts.map((amount) => format.decimal(amount)).join(' / ');
}

export function hoursText(minutes: number): string {
  return String(minutes / 60).replace('.', ',');
}

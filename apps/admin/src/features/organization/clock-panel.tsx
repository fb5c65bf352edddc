import { addDays, addMonths, firstDay, formatDate, parseDate, periodOfDate } from '@dvor/kernel';
import { ProblemNotice, readTypedDate, Section, Sheet, useFormat, useMessages } from '@dvor/ui';
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { type Organization, useMoveClock } from './api.js';
import { organizationMessages } from './messages.js';
import classes from './clock-panel.module.css';

/** Only in a demo: time goes on when somebody says so. */
export function ClockPanel({ organization }: { organization: Organization }) {
  const t = useMessages(organizationMessages);
  const format = useFormat();
  const today = parseDate(organization.today);
  const tomorrow = formatDate(addDays(today, 1));
  const [typed, setTyped] = useState('');
  const to = readTypedDate(typed);
  const tooEarly = to !== null && to < tomorrow;
  const move = useMoveClock();

  function moveTo(date: string): void {
    move.mutate(date, {
      onSuccess: () => {
        notifications.show({ message: t('clock.moved', { date: format.longDay(date, { year: true }) }) });
        setTyped('');
      },
    });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (to !== null && !tooEarly) moveTo(to);
  }

  const steps = [
    { label: t('clock.nextDay'), date: tomorrow },
    { label: t('clock.nextWeek'), date: formatDate(addDays(today, 7)) },
    {
      label: t('clock.nextMonth'),
      date: formatDate(addDays(firstDay(addMonths(periodOfDate(today), 1)), 1)),
    },
  ];

  return (
    <Section title={t('clock.title')} note={t('clock.text')}>
      <Sheet>
        <div>
          <span className={classes.quiet}>{t('clock.today')}</span>
          <div className={classes.today}>{format.longDay(organization.today, { year: true })}</div>
        </div>
        <div className={classes.row}>
          {steps.map(({ label, date }) => (
            <Button key={label} variant="default" disabled={move.isPending} onClick={() => moveTo(date)}>
              {label}
            </Button>
          ))}
        </div>
        <form className={classes.row} onSubmit={submit}>
          <TextInput
            label={t('clock.to')}
            placeholder={format.day(tomorrow)}
            inputMode="numeric"
            w={160}
            value={typed}
            error={tooEarly ? t('clock.early') : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" loading={move.isPending} disabled={to === null || tooEarly}>
            {t('clock.move')}
          </Button>
        </form>
        <ProblemNotice error={move.error} />
      </Sheet>
    </Section>
  );
}

import { DayField, EmptyState, Notice, readTypedDate, useFormat, useMessages } from '@dvor/ui';
import { Button, Popover } from '@mantine/core';
import { IconCalendarOff, IconHistory } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useCalendar } from '../calendar.js';
import classes from './as-of.module.css';
import { asOfMessages } from './messages.js';
import { useAsOf } from './use-as-of.js';

/** «На дату…»: everything as it was on a day, and as it was known on a day. */
export function AsOfButton() {
  const t = useMessages(asOfMessages);
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconHistory size={16} />} onClick={() => setOpened(!opened)}>
          {t('open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <AsOfForm onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function AsOfForm({ onDone }: { onDone: () => void }) {
  const t = useMessages(asOfMessages);
  const { today } = useCalendar();
  const { asOf, look } = useAsOf();
  const [on, setOn] = useState(asOf?.on ?? today);
  const [known, setKnown] = useState(asOf?.known ?? '');
  const [asked, setAsked] = useState(false);
  const wrong = (text: string) => (asked && readTypedDate(text) === null ? t('need.day') : null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    const day = readTypedDate(on);
    const knownOn = known.trim() === '' ? null : readTypedDate(known);
    if (day === null || (known.trim() !== '' && knownOn === null)) return;
    onDone();
    look({ on: day, known: knownOn });
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <DayField
        data-autofocus
        label={t('on')}
        description={t('on.hint')}
        value={on}
        error={wrong(on)}
        onChange={setOn}
      />
      <DayField
        label={t('known')}
        description={t('known.hint')}
        value={known}
        error={known.trim() === '' ? null : wrong(known)}
        onChange={setKnown}
      />
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}

/** Nobody takes the past for today: it is said on top, with a way back. */
export function AsOfBanner() {
  const t = useMessages(asOfMessages);
  const format = useFormat();
  const { asOf, look } = useAsOf();
  if (!asOf) return null;
  const date = format.longDay(asOf.on, { year: true });
  const known = asOf.known && format.longDay(asOf.known, { year: true });
  return (
    <Notice
      tone="attention"
      title={known ? t('looking.known', { date, known }) : t('looking', { date })}
      action={
        <Button variant="default" onClick={() => look(null)}>
          {t('back')}
        </Button>
      }
    >
      {t('looking.text')}
    </Notice>
  );
}

/** Days before the first record are no mistake. */
export function NoDataYet({ on, first }: { on: string; first: string | null }) {
  const t = useMessages(asOfMessages);
  const format = useFormat();
  return (
    <EmptyState icon={<IconCalendarOff stroke={1.5} />} title={t('none.title')}>
      {t('none.text', { date: format.longDay(on, { year: true }) })}{' '}
      {first && t('none.first', { date: format.longDay(first, { year: true }) })}
    </EmptyState>
  );
}

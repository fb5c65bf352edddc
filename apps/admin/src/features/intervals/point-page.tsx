import {
  Code,
  ErrorState,
  FormDialog,
  Page,
  PageHeader,
  PeriodSwitch,
  Section,
  Toolbar,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCalendar } from '../../lib/calendar.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import {
  type ActiveChannel,
  type Channel,
  type Point,
  type PointLink,
  usePoint,
  usePointDays,
  usePointMonths,
} from './api.js';
import { DaysChart, DaysTable } from './days.js';
import classes from './intervals.module.css';
import { LinkForm, UnlinkForm } from './link-form.js';
import { intervalMessages } from './messages.js';
import { MonthsTable } from './months-table.js';

const CHANNELS = ['01', '02', '03', '04'] as const;
const ACTIVE: readonly Channel[] = ['01', '02'];

/** A point of metering: whose it is, its months for the bills, its days. */
export default function PointPage() {
  const t = useMessages(intervalMessages);
  const { pointId = '' } = useParams();
  const { data: point, error, refetch } = usePoint(pointId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Page>
      <PageHeader
        title={point ? point.name || point.code : ''}
        back={<Link to="/readings/intervals">{t('points')}</Link>}
        note={
          point && (
            <>
              <Code>{point.code}</Code> · {point.area}
            </>
          )
        }
      />
      {point && <PointBody point={point} />}
    </Page>
  );
}

function PointBody({ point }: { point: Point }) {
  const t = useMessages(intervalMessages);
  const format = useFormat();
  const { today } = useCalendar();
  const [asked, setAsked] = useUrlFilter('channel');
  const [askedMonth, setMonth] = useUrlFilter('month');
  const channels = CHANNELS.filter((one) => point.channels.includes(one));
  const channel = channels.find((one) => one === asked) ?? channels[0] ?? '01';
  const month = askedMonth || (point.lastDay ?? today).slice(0, 7);
  const days = usePointDays(point.id, { channel, month });
  const months = usePointMonths(point.id, channel, (point.lastDay ?? today).slice(0, 7));
  return (
    <>
      {channels.length > 1 && (
        <Toolbar>
          <Select
            aria-label={t('channel')}
            allowDeselect={false}
            w={240}
            data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
            value={channel}
            onChange={setAsked}
          />
        </Toolbar>
      )}
      {ACTIVE.includes(channel) && (
        <>
          <Links point={point} channel={channel as ActiveChannel} />
          <Section title={t('months')}>
            <MonthsTable months={months.data?.items} />
          </Section>
        </>
      )}
      <Section title={t('days')} actions={<PeriodSwitch period={month} max={today.slice(0, 7)} onChange={setMonth} />}>
        {days.error ? (
          <ErrorState error={days.error} onRetry={() => void days.refetch()} />
        ) : (
          <>
            {days.data && days.data.items.length > 0 && (
              <DaysChart label={t('chart.label', { month: format.month(month) })} days={days.data.items} />
            )}
            <DaysTable days={days.data?.items} />
          </>
        )}
      </Section>
    </>
  );
}

function Links({ point, channel }: { point: Point; channel: ActiveChannel }) {
  const t = useMessages(intervalMessages);
  const may = useMay();
  const [form, setForm] = useState<'link' | 'unlink' | null>(null);
  const links = point.links.filter((link) => link.channel === channel);
  const isLinked = links.some(({ to }) => to === null);
  const close = () => setForm(null);
  return (
    <Section
      title={t('meter')}
      actions={
        may('house.edit') && (
          <>
            {isLinked && (
              <Button variant="default" onClick={() => setForm('unlink')}>
                {t('unlink')}
              </Button>
            )}
            <Button variant={isLinked ? 'default' : 'filled'} onClick={() => setForm('link')}>
              {t(isLinked ? 'link.other' : 'link')}
            </Button>
          </>
        )
      }
    >
      {links.length === 0 ? (
        <div className={classes.quiet}>{t('meter.none')}</div>
      ) : (
        <ul className={classes.links}>
          {links.map((link) => (
            <LinkLine key={link.from} link={link} />
          ))}
        </ul>
      )}
      <FormDialog opened={form === 'link'} onClose={close} title={t('link.title')}>
        <LinkForm point={point} channel={channel} onClose={close} />
      </FormDialog>
      <FormDialog opened={form === 'unlink'} onClose={close} title={t('unlink.title')}>
        <UnlinkForm point={point} channel={channel} onClose={close} />
      </FormDialog>
    </Section>
  );
}

function LinkLine({ link: { meterId, serial, address, from, to, byItself } }: { link: PointLink }) {
  const t = useMessages(intervalMessages);
  const format = useFormat();
  return (
    <li>
      <Link to={`/meters/${meterId}`}>№ {serial}</Link>
      <span>{address}</span>
      <span className={classes.quiet}>
        {to === null
          ? t('linked.from', { from: format.day(from) })
          : t('linked.days', { from: format.day(from), to: format.lastDay(to) })}
        {to === null && `, ${t(byItself ? 'linked.byItself' : 'linked.byWord')}`}
      </span>
    </li>
  );
}

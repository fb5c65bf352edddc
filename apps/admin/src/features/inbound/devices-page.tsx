import {
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  FormDialog,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  useFormat,
  useLooseMessages,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconPlugConnectedX, IconRouter } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { ReadingTabs } from '../../lib/reading-tabs/reading-tabs.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type ListedEvent, OUTCOMES, type UnknownDevice, useDeviceEvents, useUnknownDevices } from './api.js';
import classes from './inbound.module.css';
import { inboundMessages } from './messages.js';
import { NameDeviceForm } from './name-device-form.js';

/** What devices tell by themselves: those that nobody knows, and all their events. */
export default function DevicesPage() {
  const t = useMessages(inboundMessages);
  const [filter, setView] = useUrlFilter('view');
  const view = filter === 'events' ? 'events' : 'unknown';
  return (
    <Page fill>
      <PageHeader title={t('devices.title')} note={t('devices.note')} />
      <ReadingTabs current="readings/devices" />
      <Toolbar>
        <SegmentedControl
          value={view}
          onChange={(next) => setView(next === 'events' ? next : null)}
          data={(['unknown', 'events'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        {view === 'events' && <EventFilters />}
      </Toolbar>
      {view === 'events' ? <Events /> : <Unknown />}
    </Page>
  );
}

function Unknown() {
  const t = useMessages(inboundMessages);
  const format = useFormat();
  const may = useMay();
  const { rows, error, again, more } = useUnknownDevices();
  const [naming, setNaming] = useState<UnknownDevice | null>(null);
  if (error) return <ErrorState error={error} onRetry={again} />;
  return (
    <>
      <DataTable
        fill
        wrap
        label={t('view.unknown')}
        minWidth={760}
        rows={rows}
        rowKey={({ device }: UnknownDevice) => device}
        onNearEnd={more}
        empty={
          <EmptyState icon={<IconPlugConnectedX stroke={1.5} />} title={t('unknown.empty')}>
            {t('unknown.empty.text')}
          </EmptyState>
        }
        columns={[
          { key: 'device', title: t('device'), cell: ({ device }) => <Code>{device}</Code> },
          { key: 'events', title: t('events'), width: 100, align: 'end', cell: ({ events }) => format.count(events) },
          {
            key: 'since',
            title: t('since'),
            width: 280,
            cell: ({ firstAt, lastAt }) => `${format.instant(firstAt)} – ${format.instant(lastAt)}`,
          },
          {
            key: 'shows',
            title: t('shows'),
            width: 140,
            align: 'end',
            cell: ({ value, unit }) => `${written(value)} ${unit}`,
          },
          {
            key: 'name',
            title: '',
            width: 170,
            align: 'end',
            cell: (device) =>
              may('house.edit') && (
                <Button variant="subtle" size="compact-sm" onClick={() => setNaming(device)}>
                  {t('name')}
                </Button>
              ),
          },
        ]}
      />
      <FormDialog
        opened={naming !== null}
        onClose={() => setNaming(null)}
        title={t('name.title', { device: naming?.device ?? '' })}
      >
        {naming && <NameDeviceForm device={naming} onClose={() => setNaming(null)} />}
      </FormDialog>
    </>
  );
}

function EventFilters() {
  const t = useMessages(inboundMessages);
  const [outcome, setOutcome] = useUrlFilter('outcome');
  const [device, setDevice] = useUrlFilter('device');
  return (
    <>
      <Select
        aria-label={t('outcome')}
        placeholder={t('outcome.all')}
        clearable
        w={200}
        data={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        value={outcome || null}
        onChange={setOutcome}
      />
      <SearchField label={t('device.search')} value={device} onChange={setDevice} />
    </>
  );
}

function Events() {
  const t = useMessages(inboundMessages);
  const name = useLooseMessages(inboundMessages);
  const format = useFormat();
  const [outcome] = useUrlFilter('outcome');
  const [device] = useUrlFilter('device');
  const { rows, error, again, more } = useDeviceEvents({ outcome, device });
  if (error) return <ErrorState error={error} onRetry={again} />;
  return (
    <DataTable
      fill
      wrap
      label={t('view.events')}
      minWidth={900}
      rows={rows}
      rowKey={({ id }: ListedEvent) => id}
      onNearEnd={more}
      empty={
        outcome || device ? (
          <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconRouter stroke={1.5} />} title={t('events.empty')}>
            {t('events.empty.text')}
          </EmptyState>
        )
      }
      columns={[
        { key: 'at', title: t('at'), width: 140, cell: ({ at }) => format.instant(at) },
        { key: 'device', title: t('device'), width: 180, cell: ({ device: of }) => <Code>{of}</Code> },
        {
          key: 'value',
          title: t('value'),
          width: 150,
          align: 'end',
          cell: ({ value, unit, zone }) => (
            <>
              {written(value)} {unit}
              {zone && <div className={classes.quiet}>{name(`zone.${zone}`, zone)}</div>}
            </>
          ),
        },
        {
          key: 'meter',
          title: t('meter'),
          width: 240,
          cell: ({ meter }) =>
            meter ? (
              <>
                <Link to={`/meters/${meter.id}`}>№ {meter.serial}</Link>
                <div className={classes.quiet}>{meter.address}</div>
              </>
            ) : (
              '—'
            ),
        },
        {
          key: 'outcome',
          title: t('outcome'),
          cell: ({ outcome: of, detail }) => (
            <>
              {t(`outcome.${of}`)}
              {detail && <div className={classes.quiet}>{detail}</div>}
            </>
          ),
        },
        { key: 'received', title: t('received'), width: 140, cell: ({ receivedAt }) => format.instant(receivedAt) },
      ]}
    />
  );
}

function written(figure: string): string {
  return figure.replaceAll('.', ',');
}

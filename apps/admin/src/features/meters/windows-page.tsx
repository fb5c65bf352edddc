import type { Schemas } from '@dvor/api-client';
import {
  answer,
  DataTable,
  DayField,
  EmptyState,
  ErrorState,
  Form,
  FormDialog,
  FormGrid,
  Page,
  PageHeader,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { ReadingTabs } from '../../lib/reading-tabs/reading-tabs.js';
import { useApi } from '../../lib/use-api.js';
import { RESOURCES } from './api.js';
import { meterMessages } from './messages.js';
import classes from './meters.module.css';

type Window = Schemas['ReadingWindowDto'];

const ENTRIES = ['on', 'with-house-meter', 'off'] as const;
const OUTSIDE = ['next-month', 'refuse'] as const;
const LAST_DAY = 31;

/** On which days of the month residents send readings. */
export default function WindowsPage() {
  const t = useMessages(meterMessages);
  const may = useMay();
  const api = useApi();
  const [doing, setDoing] = useState<'add' | Window | null>(null);
  const stop = () => setDoing(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['reading-windows'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/reading-windows', { signal })),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const mayEdit = may('house.edit');
  return (
    <Page fill>
      <PageHeader
        title={t('windows.title')}
        note={t('windows.note')}
        actions={
          mayEdit && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setDoing('add')}>
              {t('windows.add')}
            </Button>
          )
        }
      />
      <ReadingTabs current="readings/windows" />
      <Windows windows={data?.items} onWithdraw={mayEdit ? setDoing : undefined} />
      <FormDialog
        opened={doing !== null}
        onClose={stop}
        title={t(doing === 'add' ? 'windows.form' : 'windows.withdraw.title')}
      >
        {doing === 'add' && <WindowForm onClose={stop} />}
        {doing !== null && doing !== 'add' && <WithdrawForm window={doing} onClose={stop} />}
      </FormDialog>
    </Page>
  );
}

function Windows({
  windows,
  onWithdraw,
}: {
  windows: readonly Window[] | undefined;
  onWithdraw: ((window: Window) => void) | undefined;
}) {
  const t = useMessages(meterMessages);
  const format = useFormat();
  const placeOf = ({ house, resource }: Window) => ({
    place: house?.address ?? t('windows.everywhere'),
    resource: resource === 'any' ? t('windows.any') : t(`resource.${resource}`),
  });
  return (
    <DataTable
      fill
      wrap
      label={t('windows.title')}
      minWidth={820}
      rows={windows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={<IconCalendarEvent stroke={1.5} />} title={t('windows.empty')}>
          {t('windows.empty.text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'place',
          title: t('windows.place'),
          cell: (window) => (
            <>
              {placeOf(window).place}
              <div className={classes.quiet}>{placeOf(window).resource}</div>
            </>
          ),
        },
        {
          key: 'days',
          title: t('windows.days'),
          width: 170,
          cell: ({ entry, opens, closes }) => {
            if (entry === 'off') return '—';
            return t(closes === LAST_DAY ? 'windows.days.last' : 'windows.days.of', { opens, closes });
          },
        },
        {
          key: 'outside',
          title: t('windows.outside'),
          width: 200,
          cell: ({ entry, outside }) => (entry === 'off' ? '—' : t(`outside.${outside}`)),
        },
        { key: 'entry', title: t('windows.entry'), width: 190, cell: ({ entry }) => t(`entry.${entry}`) },
        {
          key: 'since',
          title: t('windows.since'),
          width: 130,
          cell: ({ validFrom, validTo }) => (
            <>
              {t('windows.from', { day: format.day(validFrom) })}
              {validTo && <div>{t('windows.to', { day: format.lastDay(validTo) })}</div>}
            </>
          ),
        },
        {
          key: 'do',
          title: '',
          width: 100,
          align: 'end',
          cell: (window) =>
            onWithdraw && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('windows.withdraw.of', { place: Object.values(placeOf(window)).join(', ') })}
                onClick={() => onWithdraw(window)}
              >
                {t('windows.withdraw')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function WindowForm({ onClose }: { onClose: () => void }) {
  const t = useMessages(meterMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const monthDay = (text: string) => (/^([1-9]|[12]\d|3[01])$/.test(text.trim()) ? null : t('need.month-day'));
  const form = useForm({
    initialValues: {
      ...{ houseId: '', resource: 'any' as Window['resource'], entry: 'on' as Window['entry'] },
      ...{ opens: '15', closes: '25', outside: 'next-month' as Window['outside'], from: today },
      basis: emptyBasis('decision'),
    },
    validate: {
      opens: monthDay,
      closes: (text, { opens }) => monthDay(text) ?? (Number(text) < Number(opens) ? t('need.order') : null),
      from: checks.day,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, { houseId, resource, entry, opens, closes, outside, from }, told, headers) =>
      answer(
        api.PUT('/api/v1/reading-windows', {
          body: {
            ...{ houseId: houseId || null, resource, entry, outside, from: typedDay(from), ...told },
            ...{ opens: Number(opens), closes: Number(closes) },
          },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('save')} {...record}>
      <HouseFilter houseId={form.values.houseId} onChange={(house) => form.setFieldValue('houseId', house ?? '')} />
      <FormGrid>
        <Select
          label={t('resource')}
          allowDeselect={false}
          data={[
            { value: 'any', label: t('windows.any') },
            ...RESOURCES.map((value) => ({ value, label: t(`resource.${value}`) })),
          ]}
          {...form.getInputProps('resource')}
        />
        <Select
          label={t('windows.entry')}
          allowDeselect={false}
          data={ENTRIES.map((value) => ({ value, label: t(`entry.${value}`) }))}
          {...form.getInputProps('entry')}
        />
        <TextInput label={t('windows.opens')} required inputMode="numeric" {...form.getInputProps('opens')} />
        <TextInput
          label={t('windows.closes')}
          description={t('windows.closes.hint')}
          required
          inputMode="numeric"
          {...form.getInputProps('closes')}
        />
        <Select
          label={t('windows.outside')}
          allowDeselect={false}
          data={OUTSIDE.map((value) => ({ value, label: t(`outside.${value}`) }))}
          {...form.getInputProps('outside')}
        />
        <DayField label={t('windows.valid')} required {...form.getInputProps('from')} />
      </FormGrid>
      <BasisFields form={form} />
    </Form>
  );
}

function WithdrawForm({ window, onClose }: { window: Window; onClose: () => void }) {
  const t = useMessages(meterMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: { from: today, basis: emptyBasis('decision') },
    validate: { from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { from }, told, headers) =>
      answer(
        api.POST('/api/v1/reading-windows/{id}/withdrawal', {
          params: { path: { id: window.id } },
          body: { from: typedDay(from), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('windows.withdraw')} {...record}>
      <div>{t('windows.withdraw.text')}</div>
      <DayField label={t('windows.valid')} required {...form.getInputProps('from')} />
      <BasisFields form={form} />
    </Form>
  );
}

import type { Schemas } from '@dvor/api-client';
import {
  answer,
  DayField,
  EmptyState,
  ErrorState,
  Form,
  FormDialog,
  FormGrid,
  Notice,
  ProblemNotice,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useLooseMessages,
  useMay,
  useMessages,
} from '@dvor/ui';
import { addMonths, formatPeriod, parsePeriod, type Period } from '@dvor/kernel';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useAsOf } from '../../lib/as-of/use-as-of.js';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { numberText, typedDay, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { housingWords } from '../../lib/words/messages.js';
import classes from './house-meters.module.css';
import { meterMessages } from './meter-messages.js';
import { readCell } from './read-cell.js';

type HouseMeter = Schemas['HouseMeterDto'];
type Resource = HouseMeter['resource'];

const RESOURCES = ['cold-water', 'hot-water', 'heating', 'electricity', 'gas'] as const;
const UNITS: Readonly<Record<Resource, string>> = {
  'cold-water': 'м³',
  'hot-water': 'м³',
  heating: 'Гкал',
  electricity: 'кВт·ч',
  gas: 'м³',
};
const MONTHS_SHOWN = 12;

function useHouseMeters(houseId: string, { from, to }: { readonly from: string; readonly to: string }) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', houseId, 'meters', from, to],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses/{id}/meters', { params: { path: { id: houseId }, query: { from, to } }, signal })),
  });
}

/** Meters at the inputs of the house and what they counted: a grid by months, filled from the keyboard. */
export function HouseMeters({ houseId }: { houseId: string }) {
  const t = useMessages(meterMessages);
  const may = useMay();
  const { asOf } = useAsOf();
  const { workingPeriod } = useCalendar();
  const [last, setLast] = useState<Period>(parsePeriod(workingPeriod));
  const [adding, add] = useDisclosure();
  const months = Array.from({ length: MONTHS_SHOWN }, (_, i) => formatPeriod(addMonths(last, i + 1 - MONTHS_SHOWN)));
  const { data, error, refetch } = useHouseMeters(houseId, { from: months[0]!, to: months.at(-1)! });
  const mayEdit = may('house.edit') && asOf === null;

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Toolbar>
        <Button
          variant="default"
          leftSection={<IconChevronLeft size={16} />}
          onClick={() => setLast(addMonths(last, -MONTHS_SHOWN))}
        >
          {t('earlier')}
        </Button>
        <Button
          variant="default"
          rightSection={<IconChevronRight size={16} />}
          disabled={formatPeriod(last) >= workingPeriod}
          onClick={() => setLast(addMonths(last, MONTHS_SHOWN))}
        >
          {t('later')}
        </Button>
        {mayEdit && (
          <ToolbarEnd>
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add.open}>
              {t('add')}
            </Button>
          </ToolbarEnd>
        )}
      </Toolbar>
      {data?.items.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        data && <Volumes key={months[0]} houseId={houseId} meters={data.items} months={months} mayEdit={mayEdit} />
      )}
      <FormDialog opened={adding} onClose={add.close} title={t('add.title')}>
        <NewMeterForm houseId={houseId} onClose={add.close} />
      </FormDialog>
    </>
  );
}

interface VolumesProps {
  readonly houseId: string;
  readonly meters: readonly HouseMeter[];
  /** `2026-10` */
  readonly months: readonly string[];
  readonly mayEdit: boolean;
}

function Volumes({ houseId, meters, months, mayEdit }: VolumesProps) {
  const t = useMessages(meterMessages);
  const name = useLooseMessages(housingWords);
  const format = useFormat();
  const api = useApi();
  const queries = useQueryClient();
  const { workingPeriod } = useCalendar();
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [reason, setReason] = useState(t('reason.default'));
  const [removing, setRemoving] = useState<HouseMeter | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const changes = [...typed].map(([key, text]) => {
    const [meterId = '', period = ''] = key.split(' ');
    return { key, meterId, period, entered: readCell(text) };
  });
  const wrong = new Set(changes.filter(({ entered }) => entered === null).map(({ key }) => key));
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/api/v1/houses/{id}/meter-volumes', {
          params: { path: { id: houseId } },
          body: {
            reason: reason.trim(),
            months: changes.map(({ meterId, period, entered }) => ({ meterId, period, ...entered! })),
          },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries(); // what was typed stands in its cells until it comes back as saved
      setTyped(new Map());
      notifications.show({ message: t('saved') });
    },
  });

  function write(key: string, text: string, known: string): void {
    const next = new Map(typed);
    if (text === known) next.delete(key);
    else next.set(key, text);
    setTyped(next);
  }

  function move(event: KeyboardEvent<HTMLInputElement>, row: number, column: number): void {
    const down = event.key === 'ArrowDown' || event.key === 'Enter';
    const [y, x] = down
      ? [row + 1, column]
      : event.key === 'ArrowUp'
        ? [row - 1, column]
        : event.key === 'ArrowLeft' && event.currentTarget.selectionStart === 0
          ? [row, column - 1]
          : event.key === 'ArrowRight' && event.currentTarget.selectionEnd === event.currentTarget.value.length
            ? [row, column + 1]
            : [row, column];
    if (y === row && x === column) return;
    event.preventDefault();
    const cell = grid.current?.querySelector<HTMLInputElement>(`[data-cell="${y} ${x}"]`);
    cell?.focus();
    cell?.select();
  }

  return (
    <>
      {mayEdit && <div className={classes.quiet}>{t('hint')}</div>}
      <div className={classes.frame}>
        <table className={classes.grid} ref={grid} aria-label={t('tab')}>
          <thead>
            <tr>
              <th scope="col">{t('meter')}</th>
              {months.map((month) => (
                <th key={month} scope="col">
                  {format.month(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {meters.map((meter, row) => {
              const { id, resource, serial, installedOn, removedOn, verifiedUntil, volumes } = meter;
              const resourceName = capital(name(`resource.${resource}`, resource));
              return (
                <tr key={id}>
                  <th scope="row">
                    {resourceName}, {UNITS[resource]}
                    <div className={classes.quiet}>
                      № {serial}
                      {removedOn
                        ? `, ${t('removed', { day: format.day(removedOn) })}`
                        : verifiedUntil && `, ${t('verified', { day: format.day(verifiedUntil) })}`}
                      {mayEdit && !removedOn && (
                        <Button variant="subtle" size="compact-xs" onClick={() => setRemoving(meter)}>
                          {t('remove')}
                        </Button>
                      )}
                    </div>
                  </th>
                  {months.map((month, column) => {
                    const key = `${id} ${month}`;
                    const stood = installedOn.slice(0, 7) <= month && (removedOn === null || removedOn > `${month}-01`);
                    const known = numberText(volumes.find(({ period }) => period === month)?.volume);
                    return (
                      <td key={month}>
                        <input
                          className={classes.cell}
                          data-cell={`${row} ${column}`}
                          data-changed={typed.has(key) || undefined}
                          aria-label={t('cell', { resource: resourceName, serial, month: format.month(month) })}
                          aria-invalid={wrong.has(key)}
                          title={wrong.has(key) ? t('wrong') : undefined}
                          inputMode="decimal"
                          disabled={!mayEdit || !stood}
                          value={typed.get(key) ?? known}
                          onChange={(event) => write(key, event.currentTarget.value, known)}
                          onKeyDown={(event) => move(event, row, column)}
                        />
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {typed.size > 0 && (
        <>
          {changes.some(({ period }) => period < workingPeriod) && <Notice tone="info">{t('past')}</Notice>}
          <ProblemNotice error={save.error} />
          <div className={classes.save}>
            <span className={classes.quiet}>{t('changed', { n: typed.size })}</span>
            <TextInput
              label={t('reason')}
              required
              maxLength={500}
              w={320}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button
              loading={save.isPending}
              disabled={wrong.size > 0 || reason.trim().length < 3}
              onClick={() => save.mutate()}
            >
              {t('save')}
            </Button>
            <Button variant="subtle" onClick={() => setTyped(new Map())}>
              {t('undo')}
            </Button>
          </div>
        </>
      )}
      <FormDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('remove.title', { serial: removing?.serial ?? '' })}
      >
        {removing && <RemoveMeterForm meter={removing} onClose={() => setRemoving(null)} />}
      </FormDialog>
    </>
  );
}

function NewMeterForm({ houseId, onClose }: { houseId: string; onClose: () => void }) {
  const t = useMessages(meterMessages);
  const name = useLooseMessages(housingWords);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      resource: 'cold-water' as Resource,
      serial: '',
      ratio: '1',
      installedOn: today,
      verifiedUntil: '',
      initial: '',
      basis: emptyBasis('act'),
    },
    validate: {
      serial: checks.filled,
      ratio: checks.numberOrEmpty,
      installedOn: checks.day,
      verifiedUntil: checks.dayOrEmpty,
      initial: checks.numberOrEmpty,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, { resource, serial, ratio, installedOn, verifiedUntil, initial }, told, headers) =>
      answer(
        api.POST('/api/v1/houses/{id}/meters', {
          params: { path: { id: houseId } },
          body: {
            resource,
            serial: serial.trim(),
            ratio: typedNumber(ratio),
            installedOn: typedDay(installedOn),
            verifiedUntil: verifiedUntil.trim() ? typedDay(verifiedUntil) : null,
            initial: typedNumber(initial),
            ...told,
          },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('add')} {...record}>
      <FormGrid>
        <Select
          label={t('resource')}
          allowDeselect={false}
          data={RESOURCES.map((value) => ({ value, label: name(`resource.${value}`, value) }))}
          {...form.getInputProps('resource')}
        />
        <TextInput label={t('serial')} required maxLength={60} {...form.getInputProps('serial')} />
        <DayField label={t('installedOn')} required {...form.getInputProps('installedOn')} />
        <DayField label={t('verifiedUntil')} {...form.getInputProps('verifiedUntil')} />
        <TextInput
          label={t('ratio')}
          description={t('ratio.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="decimal"
          {...form.getInputProps('ratio')}
        />
        <TextInput label={t('initial')} inputMode="decimal" {...form.getInputProps('initial')} />
      </FormGrid>
      <BasisFields form={form} />
    </Form>
  );
}

function RemoveMeterForm({ meter, onClose }: { meter: HouseMeter; onClose: () => void }) {
  const t = useMessages(meterMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: { on: today, basis: emptyBasis('act') },
    validate: { on: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { on }, told, headers) =>
      answer(
        api.POST('/api/v1/house-meters/{id}/removal', {
          params: { path: { id: meter.id } },
          body: { on: typedDay(on), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('remove')} danger {...record}>
      <DayField data-autofocus label={t('remove.on')} required maw={220} {...form.getInputProps('on')} />
      <BasisFields form={form} />
    </Form>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import {
  answer,
  DataTable,
  DayField,
  EmptyState,
  ErrorState,
  Form,
  FormDialog,
  FormGrid,
  Toolbar,
  useLooseMessages,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Checkbox, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useCalendar } from '../../lib/calendar.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { housingWords } from '../../lib/words/messages.js';
import { type Assignment, useAssignments, useServices, useSuppliers } from './api.js';
import classes from './catalogue.module.css';
import { HouseField } from './house-field.js';
import { catalogueMessages } from './messages.js';
import { MethodFields, settingsBody, typedSettings, useMethodCheck, useMethodSettings } from './method-fields.js';
import { phaseOf } from './phase.js';
import { useInterval, useMethodName } from './words.js';

/** Which places get a service; of a city's houses only those of one service or one house are asked for at once. */
export function AssignmentsList() {
  const t = useMessages(catalogueMessages);
  const may = useMay();
  const { today } = useCalendar();
  const services = useServices().data?.items ?? [];
  const [houseId, setHouseId] = useUrlFilter('houseId');
  const [asked, setServiceId] = useUrlFilter('serviceId');
  const [all, setAll] = useUrlFilter('all');
  const serviceId = asked || (houseId ? '' : (services[0]?.id ?? ''));
  const query = {
    ...(houseId && { houseId }),
    ...(serviceId && { serviceId }),
    ...(all !== 'yes' && { on: today }),
  };
  const { data, error, refetch } = useAssignments(query);
  return (
    <>
      <CatalogueHead
        tab="assignments"
        actions={
          may('assignment.edit') && (
            <Button component={Link} to="/catalogue/assign" leftSection={<IconListCheck size={16} />}>
              {t('assign')}
            </Button>
          )
        }
      />
      <Toolbar>
        <Select
          aria-label={t('service')}
          placeholder={t('services.every')}
          w={300}
          searchable
          clearable={houseId !== ''}
          allowDeselect={false}
          data={services.map(({ id, name }) => ({ value: id, label: name }))}
          value={serviceId || null}
          onChange={setServiceId}
        />
        <HouseField
          aria-label={t('house')}
          placeholder={t('houses.every')}
          w={320}
          value={houseId}
          onChange={setHouseId}
        />
        <Checkbox
          label={t('assignments.all')}
          checked={all === 'yes'}
          onChange={({ currentTarget }) => setAll(currentTarget.checked ? 'yes' : null)}
        />
      </Toolbar>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <AssignmentsTable assignments={services.length === 0 ? [] : data?.items} />
      )}
    </>
  );
}

function AssignmentsTable({ assignments }: { assignments: readonly Assignment[] | undefined }) {
  const t = useMessages(catalogueMessages);
  const kind = useLooseMessages(housingWords);
  const method = useMethodName();
  const interval = useInterval();
  const may = useMay();
  const { today } = useCalendar();
  const [doing, setDoing] = useState<{ what: 'correct' | 'end'; assignment: Assignment } | null>(null);
  const stop = () => setDoing(null);
  return (
    <>
      <DataTable
        fill
        wrap
        label={t('assignments')}
        minWidth={1040}
        rows={assignments}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('assignments.empty')}>{t('assignments.empty.text')}</EmptyState>}
        columns={[
          {
            key: 'where',
            title: t('place'),
            cell: (assignment) => (
              <>
                <Link to={`/houses/${assignment.house.id}?tab=services`}>{assignment.house.address}</Link>
                <div className={classes.quiet}>
                  <Place assignment={assignment} />
                </div>
              </>
            ),
          },
          { key: 'service', title: t('service'), width: 200, cell: ({ service }) => service.name },
          { key: 'supplier', title: t('supplier'), width: 190, cell: ({ supplier }) => supplier.name },
          { key: 'method', title: t('method'), width: 180, cell: (assignment) => method(assignment.method) },
          { key: 'days', title: t('since'), width: 190, cell: interval },
          {
            key: 'kinds',
            title: t('kinds'),
            width: 150,
            cell: ({ premisesKinds }) => premisesKinds.map((one) => kind(`kind.${one}`, one)).join(', '),
          },
          ...(may('assignment.edit')
            ? [
                {
                  key: 'do',
                  title: '',
                  width: 180,
                  align: 'end' as const,
                  cell: (assignment: Assignment) =>
                    phaseOf(assignment, today) !== 'past' && (
                      <>
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          onClick={() => setDoing({ what: 'correct', assignment })}
                        >
                          {t('edit')}
                        </Button>
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          onClick={() => setDoing({ what: 'end', assignment })}
                        >
                          {t('close')}
                        </Button>
                      </>
                    ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog opened={doing?.what === 'correct'} onClose={stop} title={t('assignment.correct.title')}>
        {doing && <CorrectForm assignment={doing.assignment} onClose={stop} />}
      </FormDialog>
      <FormDialog opened={doing?.what === 'end'} onClose={stop} title={t('assignment.end.title')}>
        {doing && <EndForm assignment={doing.assignment} onClose={stop} />}
      </FormDialog>
    </>
  );
}

function Place({ assignment: { entrance, premises } }: { assignment: Assignment }) {
  const t = useMessages(catalogueMessages);
  if (premises) return t('place.premises', { number: premises.number });
  return entrance === null ? t('place.house') : t('place.entrance', { entrance: String(entrance) });
}

function Head({ assignment }: { assignment: Assignment }) {
  const interval = useInterval();
  return (
    <div>
      {assignment.service.name}: {assignment.house.address}, <Place assignment={assignment} />, {interval(assignment)}
    </div>
  );
}

function CorrectForm({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const t = useMessages(catalogueMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const suppliers = useSuppliers().data?.items ?? [];
  const settingsOf = useMethodSettings();
  const wrongOf = useMethodCheck();
  const { id, supplier, method, settings, validFrom } = assignment;
  const form = useForm({
    initialValues: {
      from: today > validFrom ? today : validFrom,
      supplierId: supplier.id as string | null,
      method: method as string | null,
      ...typedSettings(settings),
      basis: emptyBasis('agreement'),
    },
    validate: {
      from: checks.day,
      supplierId: checks.chosen,
      method: checks.chosen,
      of: (_, values) => wrongOf(values)['of'] ?? null,
      formula: (_, values) => wrongOf(values)['formula'] ?? null,
      more: (_, values) => Object.entries(wrongOf(values)).find(([field]) => field.startsWith('more.'))?.[1] ?? null,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) => {
      const body = {
        ...{ from: typedDay(values.from), supplierId: values.supplierId ?? '', method: values.method ?? '' },
        settings: settingsBody(settingsOf(values.method), values),
        ...told,
      };
      return answer(api.PATCH('/api/v1/assignments/{id}', { params: { path: { id } }, body, headers }));
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('save')} {...record}>
      <Head assignment={assignment} />
      <DayField data-autofocus label={t('from')} required maw={220} {...form.getInputProps('from')} />
      <Select
        label={t('supplier')}
        required
        searchable
        allowDeselect={false}
        data={suppliers.map(({ id: value, name }) => ({ value, label: name }))}
        {...form.getInputProps('supplierId')}
      />
      <MethodFields form={form} houseId={assignment.house.id} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

function EndForm({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const t = useMessages(catalogueMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const { id, validFrom } = assignment;
  const form = useForm({
    initialValues: { from: today > validFrom ? today : validFrom, basis: emptyBasis('agreement') },
    validate: { from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { from }, told, headers) => {
      const body = { from: typedDay(from), ...told };
      return answer(api.POST('/api/v1/assignments/{id}/end', { params: { path: { id } }, body, headers }));
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('close')} danger {...record}>
      <Head assignment={assignment} />
      <FormGrid>
        <DayField
          data-autofocus
          label={t('close.from')}
          description={t('close.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          {...form.getInputProps('from')}
        />
      </FormGrid>
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

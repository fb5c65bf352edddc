import {
  answer,
  DataTable,
  DayField,
  EmptyState,
  Form,
  FormDialog,
  FormGrid,
  Section,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, typedDay, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { houseMessages } from './messages.js';
import { meterMessages } from './meter-messages.js';

/** How many points, animals or m² of a plot a premises has, by service and days. */
export function PremisesUnits({ premisesId, mayEdit }: { premisesId: string; mayEdit: boolean }) {
  const t = useMessages(meterMessages);
  const words = useMessages(houseMessages);
  const format = useFormat();
  const api = useApi();
  const [changing, change] = useDisclosure();
  const { data } = useQuery({
    queryKey: ['premises', premisesId, 'units'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/premises/{id}/units', { params: { path: { id: premisesId } }, signal })),
  });
  if (!mayEdit && data?.items.length === 0) return null;
  return (
    <Section
      title={t('units')}
      actions={
        mayEdit && (
          <Button variant="default" size="compact-md" onClick={change.open}>
            {t('units.change')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('units')}
        minWidth={460}
        rows={data?.items}
        rowKey={({ service, validFrom }) => `${service.id}/${validFrom}`}
        empty={<EmptyState title={t('units.empty')}>{t('units.hint')}</EmptyState>}
        columns={[
          { key: 'service', title: t('units.service'), cell: ({ service }) => service.name },
          {
            key: 'count',
            title: t('units.count'),
            width: 140,
            align: 'end',
            cell: ({ units, service }) => format.volume(units, service.unit),
          },
          {
            key: 'days',
            title: words('since'),
            width: 190,
            cell: ({ validFrom, validTo }) =>
              validTo
                ? words('interval.closed', { from: format.day(validFrom), to: format.lastDay(validTo) })
                : words('interval.open', { from: format.day(validFrom) }),
          },
        ]}
      />
      <FormDialog opened={changing} onClose={change.close} title={t('units.change')}>
        <UnitsForm premisesId={premisesId} onClose={change.close} />
      </FormDialog>
    </Section>
  );
}

function UnitsForm({ premisesId, onClose }: { premisesId: string; onClose: () => void }) {
  const t = useMessages(meterMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const api = useApi();
  const { today } = useCalendar();
  const services = useQuery({
    queryKey: ['services', 'choices'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/services', { params: { query: { limit: 500 } }, signal })),
  }).data?.items;
  const form = useForm({
    initialValues: {
      serviceId: null as string | null,
      units: '',
      from: today,
      to: '',
      basis: emptyBasis('act'),
    },
    validate: {
      serviceId: checks.chosen,
      units: checks.numberOrEmpty,
      from: checks.day,
      to: checks.until,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (_, { serviceId, units, from, to }, told, headers) =>
      answer(
        api.PUT('/api/v1/premises/{id}/units', {
          params: { path: { id: premisesId } },
          body: {
            serviceId: serviceId ?? '',
            units: typedNumber(units),
            from: typedDay(from),
            to: to.trim() ? dayAfter(typedDay(to)) : null,
            ...told,
          },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('save')} {...record}>
      <FormGrid>
        <Select
          label={t('units.service')}
          required
          searchable
          allowDeselect={false}
          data={(services ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('serviceId')}
        />
        <TextInput label={t('units.count')} inputMode="decimal" {...form.getInputProps('units')} />
        <DayField label={words('from')} required {...form.getInputProps('from')} />
        <DayField label={words('until')} {...form.getInputProps('to')} />
      </FormGrid>
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

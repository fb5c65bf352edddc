import { answer, DayField, EmptyState, Form, FormDialog, FormGrid, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, typedDay, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useCalendar } from '../../lib/calendar.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type Coefficient, useCoefficients } from './api.js';
import { HouseField } from './house-field.js';
import { List } from './list.js';
import { catalogueMessages } from './messages.js';
import { inPhase, PhaseBadge, PhaseFilter, phaseOf } from './phase.js';
import { useInterval } from './words.js';

export function CoefficientsList() {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const interval = useInterval();
  const may = useMay();
  const { today } = useCalendar();
  const [phase] = useUrlFilter('phase');
  const [adding, add] = useDisclosure();
  const [closing, setClosing] = useState<Coefficient | null>(null);
  const mayEdit = may('catalogue.edit');
  return (
    <>
      <CatalogueHead
        tab="coefficients"
        actions={
          mayEdit && (
            <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
              {t('coefficient.add')}
            </Button>
          )
        }
      />
      <List
        name={t('coefficients')}
        query={useCoefficients()}
        rowKey={({ id }) => id}
        only={(coefficient) => inPhase(coefficient, phase, today)}
        filters={<PhaseFilter />}
        empty={<EmptyState title={t('coefficients.empty')}>{t('coefficients.empty.text')}</EmptyState>}
        wrap
        minWidth={1000}
        columns={[
          { key: 'title', title: t('coefficient'), text: ({ title }) => title },
          {
            key: 'house',
            title: t('coefficient.where'),
            width: 240,
            text: ({ house }) => house?.address ?? t('coefficient.everywhere'),
          },
          {
            key: 'value',
            title: t('value'),
            width: 100,
            align: 'end',
            text: ({ value }) => format.decimal(value),
          },
          { key: 'since', title: t('since'), width: 190, text: interval },
          {
            key: 'phase',
            title: t('state'),
            width: 130,
            text: (coefficient) => t(`phase.${phaseOf(coefficient, today)}`),
            cell: (coefficient) => <PhaseBadge days={coefficient} />,
          },
          { key: 'source', title: t('source'), width: 240, text: ({ act, clause }) => `${act}, ${clause}` },
          ...(mayEdit
            ? [
                {
                  key: 'close',
                  title: '',
                  width: 110,
                  align: 'end' as const,
                  text: () => '',
                  cell: (coefficient: Coefficient) =>
                    phaseOf(coefficient, today) !== 'past' && (
                      <Button variant="subtle" size="compact-sm" onClick={() => setClosing(coefficient)}>
                        {t('close')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog opened={adding} onClose={add.close} title={t('coefficient.add.title')}>
        <NewCoefficientForm onClose={add.close} />
      </FormDialog>
      <FormDialog opened={closing !== null} onClose={() => setClosing(null)} title={t('coefficient.close.title')}>
        {closing && <CloseCoefficientForm coefficient={closing} onClose={() => setClosing(null)} />}
      </FormDialog>
    </>
  );
}

function NewCoefficientForm({ onClose }: { onClose: () => void }) {
  const t = useMessages(catalogueMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const known = useCoefficients().data?.known ?? [];
  const form = useForm({
    initialValues: {
      code: null as string | null,
      houseId: null as string | null,
      value: '',
      from: today,
      to: '',
      act: '',
      clause: '',
      basis: emptyBasis('decision'),
    },
    validate: {
      code: checks.chosen,
      value: checks.number,
      from: checks.day,
      to: checks.until,
      act: checks.filled,
      clause: checks.filled,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, { code, houseId, value, from, to, act, clause }, told, headers) => {
      const body = {
        ...{ code: code ?? '', houseId, value: typedNumber(value) ?? '', act: act.trim(), clause: clause.trim() },
        from: typedDay(from),
        to: to.trim() ? dayAfter(typedDay(to)) : null,
        ...told,
      };
      return answer(api.POST('/api/v1/coefficients', { body, headers }));
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('coefficient.add')} {...record}>
      <Select
        data-autofocus
        label={t('coefficient')}
        required
        searchable
        data={known.map(({ code, title }) => ({ value: code, label: title }))}
        {...form.getInputProps('code')}
      />
      <HouseField
        label={t('coefficient.where')}
        placeholder={t('coefficient.everywhere')}
        {...form.getInputProps('houseId')}
      />
      <FormGrid>
        <TextInput label={t('value')} required inputMode="decimal" {...form.getInputProps('value')} />
        <DayField label={words('from')} required {...form.getInputProps('from')} />
        <DayField
          label={words('until')}
          description={words('until.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('to')}
        />
        <TextInput label={t('act')} required maxLength={500} {...form.getInputProps('act')} />
        <TextInput label={t('clause')} required maxLength={200} {...form.getInputProps('clause')} />
      </FormGrid>
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

function CloseCoefficientForm({ coefficient, onClose }: { coefficient: Coefficient; onClose: () => void }) {
  const t = useMessages(catalogueMessages);
  const interval = useInterval();
  const checks = useChecks();
  const { today } = useCalendar();
  const { id, title, house, validFrom } = coefficient;
  const form = useForm({
    initialValues: { from: today > validFrom ? today : validFrom, basis: emptyBasis('decision') },
    validate: { from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { from }, told, headers) => {
      const body = { from: typedDay(from), ...told };
      return answer(api.POST('/api/v1/coefficients/{id}/close', { params: { path: { id } }, body, headers }));
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('close')} danger {...record}>
      <div>{[title, house?.address ?? t('coefficient.everywhere'), interval(coefficient)].join(', ')}</div>
      <DayField
        data-autofocus
        label={t('close.from')}
        description={t('close.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        maw={320}
        {...form.getInputProps('from')}
      />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

import type { Schemas } from '@dvor/api-client';
import { answer, DayField, EmptyState, Form, FormDialog, FormGrid, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { typedDay, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { useServices, useSuppliers } from './api.js';
import { benefitMessages } from './benefit-messages.js';
import { List } from './list.js';

type Work = Schemas['OneOffWorkDto'];

export function WorksList() {
  const t = useMessages(benefitMessages);
  const format = useFormat();
  const may = useMay();
  const api = useApi();
  const { today } = useCalendar();
  const [adding, add] = useDisclosure();
  const [pricing, setPricing] = useState<Work | null>(null);
  const mayEdit = may('catalogue.edit');
  const works = useQuery({
    queryKey: ['one-off-works'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/one-off-works', { signal })),
  });
  const priceOf = ({ prices }: Work) => {
    const now = prices.find(({ from, to }) => from <= today && (to === null || to > today));
    return now ? format.money(now.price) : t('noPrice');
  };
  return (
    <>
      <CatalogueHead
        tab="works"
        actions={
          mayEdit && (
            <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
              {t('work.add')}
            </Button>
          )
        }
      />
      <List
        name={t('works')}
        query={works}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('works.empty')}>{t('works.empty.text')}</EmptyState>}
        minWidth={800}
        columns={[
          { key: 'name', title: t('work'), text: ({ name }) => name },
          { key: 'service', title: t('service'), width: 200, text: ({ service }) => service },
          { key: 'supplier', title: t('supplier'), width: 200, text: ({ supplier }) => supplier },
          { key: 'unit', title: t('unit'), width: 90, text: ({ unit }) => unit },
          { key: 'price', title: t('price'), width: 120, align: 'end', text: priceOf },
          ...(mayEdit
            ? [
                {
                  key: 'do',
                  title: '',
                  width: 100,
                  align: 'end' as const,
                  text: () => '',
                  cell: (work: Work) => (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={t('price.of', { name: work.name })}
                      onClick={() => setPricing(work)}
                    >
                      {t('price.set')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog opened={adding} onClose={add.close} title={t('work.add')}>
        <WorkForm onClose={add.close} />
      </FormDialog>
      <FormDialog
        opened={pricing !== null}
        onClose={() => setPricing(null)}
        title={t('price.title', { name: pricing?.name ?? '' })}
      >
        {pricing && <PriceForm work={pricing} onClose={() => setPricing(null)} />}
      </FormDialog>
    </>
  );
}

function WorkForm({ onClose }: { onClose: () => void }) {
  const t = useMessages(benefitMessages);
  const checks = useChecks();
  const services = useServices().data?.items ?? [];
  const suppliers = useSuppliers().data?.items ?? [];
  const form = useForm({
    initialValues: {
      ...{ name: '', unit: 'шт.', serviceId: null as string | null, supplierId: null as string | null },
      basis: emptyBasis('other'),
    },
    validate: { name: checks.filled, unit: checks.filled, serviceId: checks.chosen, supplierId: checks.chosen },
  });
  const record = useRecord(form, {
    write: (api, { name, unit, serviceId, supplierId }, _, headers) => {
      const body = { name: name.trim(), unit: unit.trim(), serviceId: serviceId!, supplierId: supplierId! };
      return answer(api.POST('/api/v1/one-off-works', { body, headers }));
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('work.add')} {...record}>
      <TextInput data-autofocus label={t('work')} required maxLength={200} {...form.getInputProps('name')} />
      <FormGrid>
        <Select
          label={t('service')}
          required
          searchable
          data={services.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('serviceId')}
        />
        <Select
          label={t('supplier')}
          required
          searchable
          data={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('supplierId')}
        />
        <TextInput label={t('unit')} required maxLength={20} {...form.getInputProps('unit')} />
      </FormGrid>
    </Form>
  );
}

function PriceForm({ work, onClose }: { work: Work; onClose: () => void }) {
  const t = useMessages(benefitMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: { price: '', from: today, basis: emptyBasis('decision') },
    validate: { price: checks.number, from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { price, from }, told, headers) => {
      const body = { price: typedNumber(price) ?? '', from: typedDay(from), ...told };
      return answer(
        api.POST('/api/v1/one-off-works/{id}/prices', { params: { path: { id: work.id } }, body, headers }),
      );
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('terms.save')} {...record}>
      <FormGrid>
        <TextInput data-autofocus label={t('price')} required {...form.getInputProps('price')} />
        <DayField label={words('from')} required {...form.getInputProps('from')} />
      </FormGrid>
      <BasisFields form={form} />
    </Form>
  );
}

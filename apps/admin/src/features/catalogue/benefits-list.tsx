import { answer, DayField, EmptyState, Form, FormDialog, FormGrid, useFormat, useMay, useMessages } from '@dvor/ui';
import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { Schemas } from '@dvor/api-client';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { numberText, typedCount, typedDay, typedNumber, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { useServices } from './api.js';
import { benefitMessages } from './benefit-messages.js';
import classes from './catalogue.module.css';
import { ExpiringBenefits, ExpiringCount } from './expiring-benefits.js';
import { List } from './list.js';

type Category = Schemas['BenefitCategoryDto'];
const GROUNDS = ['law', 'age', 'disability'] as const;

function useCategories() {
  const api = useApi();
  return useQuery({
    queryKey: ['benefit-categories'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/benefit-categories', { signal })),
  });
}

export function BenefitsList() {
  const [view] = useUrlFilter('view');
  return view === 'expiring' ? <ExpiringBenefits /> : <Categories />;
}

function Categories() {
  const t = useMessages(benefitMessages);
  const format = useFormat();
  const may = useMay();
  const [adding, add] = useDisclosure();
  const [giving, setGiving] = useState<Category | null>(null);
  const names = new Map(useServices().data?.items.map(({ code, name }) => [code, name]));
  const mayEdit = may('catalogue.edit');
  const gives = ({ terms }: Category) => {
    const last = terms.at(-1);
    if (!last) return t('nothing');
    const percents = last.percents.map(
      ({ service, percent }) => `${names.get(service) ?? service} ${format.decimal(percent)} %`,
    );
    return [t('since', { date: format.day(last.from) }), ...percents, ...(last.family ? [t('family')] : [])].join(', ');
  };
  return (
    <>
      <CatalogueHead
        tab="benefits"
        actions={
          mayEdit && (
            <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
              {t('add')}
            </Button>
          )
        }
      />
      <List
        name={t('benefits')}
        query={useCategories()}
        rowKey={({ id }) => id}
        filters={<ExpiringCount />}
        empty={<EmptyState title={t('benefits.empty')}>{t('benefits.empty.text')}</EmptyState>}
        wrap
        minWidth={900}
        columns={[
          {
            key: 'name',
            title: t('name'),
            text: ({ name, archived }) => (archived ? `${name} (${t('archived')})` : name),
          },
          { key: 'grounds', title: t('grounds'), width: 150, text: ({ grounds }) => t(`grounds.${grounds}`) },
          { key: 'gives', title: t('gives'), text: gives },
          {
            key: 'act',
            title: t('act'),
            width: 240,
            text: ({ act, clause }) => [act, clause].filter(Boolean).join(', '),
          },
          ...(mayEdit
            ? [
                {
                  key: 'terms',
                  title: '',
                  width: 120,
                  align: 'end' as const,
                  text: () => '',
                  cell: (category: Category) =>
                    !category.archived && (
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={t('terms.of', { name: category.name })}
                        onClick={() => setGiving(category)}
                      >
                        {t('terms')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog opened={adding} onClose={add.close} title={t('add')}>
        <CategoryForm onClose={add.close} />
      </FormDialog>
      <FormDialog
        opened={giving !== null}
        onClose={() => setGiving(null)}
        title={t('terms.title', { name: giving?.name ?? '' })}
      >
        {giving && <TermsForm category={giving} onClose={() => setGiving(null)} />}
      </FormDialog>
    </>
  );
}

function CategoryForm({ onClose }: { onClose: () => void }) {
  const t = useMessages(benefitMessages);
  const checks = useChecks();
  const form = useForm({
    initialValues: {
      ...{ name: '', code: '', act: '', clause: '', grounds: 'law' as (typeof GROUNDS)[number] },
      basis: emptyBasis('other'),
    },
    validate: { name: checks.filled, code: checks.filled, act: checks.filled },
  });
  const record = useRecord(form, {
    write: (api, { name, code, act, clause, grounds }, _, headers) => {
      const body = { name: name.trim(), code: code.trim(), act: act.trim(), clause: typedText(clause), grounds };
      return answer(api.POST('/api/v1/benefit-categories', { body, headers }));
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('add')} {...record}>
      <TextInput data-autofocus label={t('name')} required maxLength={200} {...form.getInputProps('name')} />
      <FormGrid>
        <TextInput
          label={t('code')}
          placeholder={t('code.hint')}
          required
          maxLength={60}
          {...form.getInputProps('code')}
        />
        <Select
          label={t('grounds')}
          allowDeselect={false}
          data={GROUNDS.map((value) => ({ value, label: t(`grounds.${value}`) }))}
          {...form.getInputProps('grounds')}
        />
        <TextInput label={t('act')} required maxLength={300} {...form.getInputProps('act')} />
        <TextInput label={t('clause')} maxLength={100} {...form.getInputProps('clause')} />
      </FormGrid>
    </Form>
  );
}

function TermsForm({ category, onClose }: { category: Category; onClose: () => void }) {
  const t = useMessages(benefitMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const services = useServices().data?.items ?? [];
  const last = category.terms.at(-1);
  const form = useForm({
    initialValues: {
      percents: (last?.percents ?? [{ service: '', percent: '50' }]).map((one) => ({
        service: one.service,
        percent: numberText(one.percent),
        fromAge: 'fromAge' in one && one.fromAge ? String(one.fromAge) : '',
        volumeNorm: 'volumeNorm' in one ? (one.volumeNorm ?? null) : null,
      })),
      areaNorm: numberText(last?.areaNorm),
      areaNormAlone: numberText(last?.areaNormAlone),
      family: last?.family ?? false,
      from: today,
      basis: emptyBasis('other'),
    },
    validate: {
      percents: { service: checks.filled, percent: checks.number, fromAge: checks.wholeOrEmpty },
      areaNorm: checks.numberOrEmpty,
      areaNormAlone: checks.numberOrEmpty,
      from: checks.day,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, { percents, areaNorm, areaNormAlone, family, from }, told, headers) => {
      const body = {
        percents: percents.map(({ service, percent, fromAge, volumeNorm }) => ({
          ...{ service, percent: typedNumber(percent) ?? '', fromAge: typedCount(fromAge), volumeNorm },
        })),
        ...{ areaNorm: typedNumber(areaNorm), areaNormAlone: typedNumber(areaNormAlone), family, from: typedDay(from) },
        ...told,
      };
      return answer(
        api.POST('/api/v1/benefit-categories/{id}/terms', { params: { path: { id: category.id } }, body, headers }),
      );
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('terms.save')} {...record}>
      {form.values.percents.map((_, i) => (
        <div key={i} className={classes.percents}>
          <Select
            label={t('service')}
            required
            searchable
            data={services.filter(({ archived }) => !archived).map(({ code, name }) => ({ value: code, label: name }))}
            {...form.getInputProps(`percents.${i}.service`)}
          />
          <TextInput label={t('percent')} required {...form.getInputProps(`percents.${i}.percent`)} />
          <TextInput label={t('fromAge')} {...form.getInputProps(`percents.${i}.fromAge`)} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('remove', { n: i + 1 })}
            onClick={() => form.removeListItem('percents', i)}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => form.insertListItem('percents', { service: '', percent: '50', fromAge: '', volumeNorm: null })}
        >
          {t('more')}
        </Button>
      </div>
      <FormGrid>
        <TextInput label={t('areaNorm')} placeholder={t('areaNorm.hint')} {...form.getInputProps('areaNorm')} />
        <TextInput label={t('areaNormAlone')} {...form.getInputProps('areaNormAlone')} />
        <DayField label={words('from')} required {...form.getInputProps('from')} />
      </FormGrid>
      <Checkbox label={t('family.all')} {...form.getInputProps('family', { type: 'checkbox' })} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

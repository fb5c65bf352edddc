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
  SearchField,
  Section,
  Sheet,
  Toolbar,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, typedDay, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useCalendar } from '../../lib/calendar.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type Setting, type SettingValue, useSettings } from './api.js';
import classes from './law.module.css';
import { lawMessages } from './messages.js';
import { ServiceGroupsField, ServiceGroupsText } from './service-groups.js';

/** Where the law leaves a choice: what the organisation has chosen, from which day, and on what ground. */
export default function SettingsPage() {
  const t = useMessages(lawMessages);
  const may = useMay();
  const [search, setSearch] = useUrlFilter('search');
  const [changing, setChanging] = useState<Setting | null>(null);
  const { data, error, refetch } = useSettings();
  const wanted = search.toLowerCase();
  const shown = data?.items.filter(({ title, description, clause }) =>
    `${title} ${description} ${clause}`.toLowerCase().includes(wanted),
  );
  return (
    <Page>
      <CatalogueHead tab="settings" />
      <Toolbar>
        <SearchField label={t('settings.search')} value={search} onChange={setSearch} />
      </Toolbar>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {shown?.length === 0 && <EmptyState title={t('none')} />}
      <div className={classes.settings}>
        {shown?.map((setting) => (
          <OneSetting
            key={setting.code}
            setting={setting}
            onChange={may('settings.edit') ? () => setChanging(setting) : undefined}
          />
        ))}
      </div>
      <FormDialog opened={changing !== null} onClose={() => setChanging(null)} title={changing?.title ?? ''}>
        {changing && <ChoiceForm setting={changing} onClose={() => setChanging(null)} />}
      </FormDialog>
    </Page>
  );
}

function OneSetting({ setting, onChange }: { setting: Setting; onChange?: (() => void) | undefined }) {
  const t = useMessages(lawMessages);
  const valueText = useSettingText(setting);
  const { title, description, clause, value, byDefault } = setting;
  return (
    <Section
      title={title}
      actions={
        onChange && (
          <Button variant="default" size="compact-sm" onClick={onChange} aria-label={`${t('change')}: ${title}`}>
            {t('change')}
          </Button>
        )
      }
    >
      <Sheet>
        <div className={classes.setting}>
          <div>
            <div>{description}</div>
            <div className={classes.quiet}>{clause}</div>
          </div>
          <div className={classes.chosen}>
            {valueText(value)}
            {byDefault && <div className={classes.quiet}>{t('byDefault')}</div>}
          </div>
        </div>
        {setting.chosen.length > 0 && <History setting={setting} />}
      </Sheet>
    </Section>
  );
}

function History({ setting }: { setting: Setting }) {
  const t = useMessages(lawMessages);
  const format = useFormat();
  const valueText = useSettingText(setting);
  return (
    <DataTable
      wrap
      label={t('history.of', { title: setting.title })}
      minWidth={600}
      rows={setting.chosen}
      rowKey={({ validFrom, recordedAt }) => `${validFrom}/${recordedAt}`}
      columns={[
        {
          key: 'days',
          title: t('days'),
          width: 190,
          cell: ({ validFrom, validTo }) =>
            validTo
              ? t('interval.closed', { from: format.day(validFrom), to: format.lastDay(validTo) })
              : t('interval.open', { from: format.day(validFrom) }),
        },
        { key: 'value', title: t('choice'), cell: ({ value }) => valueText(value) },
        { key: 'ground', title: t('ground'), cell: ({ basis }) => basis ?? '—' },
        {
          key: 'who',
          title: t('recorded'),
          width: 220,
          cell: ({ reason, recordedAt, recordedBy }) => (
            <>
              {reason}
              <div className={classes.quiet}>{[format.instant(recordedAt), recordedBy].filter(Boolean).join(', ')}</div>
            </>
          ),
        },
      ]}
    />
  );
}

function ChoiceForm({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const t = useMessages(lawMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const { code, type, choices, least, most, value, description, clause } = setting;
  const form = useForm({
    initialValues: {
      value: String(value),
      groups: Array.isArray(value) ? value.map((group) => [...group]) : ([] as string[][]),
      from: today,
      to: '',
      ground: '',
      basis: emptyBasis('decision'),
    },
    validate: {
      groups: (groups) => (groups.every((group) => group.length > 0) ? null : t('groups.empty')),
      value: (text) => {
        if (type === 'service-groups') return null;
        if (type !== 'number') return checks.chosen(text);
        const bounds = t('bounds', { least: String(least ?? ''), most: String(most ?? '') });
        const figure = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
        return figure >= (least ?? 0) && figure <= (most ?? Infinity) ? null : bounds;
      },
      from: checks.day,
      to: checks.until,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) => {
      const body = {
        value: valueOf(type, values),
        basis: typedText(values.ground),
        from: typedDay(values.from),
        to: values.to.trim() ? dayAfter(typedDay(values.to)) : null,
        ...told,
      };
      return answer(api.POST('/api/v1/organization-settings/{code}', { params: { path: { code } }, body, headers }));
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('choose')} {...record}>
      <div>
        {description}
        <div className={classes.quiet}>{clause}</div>
      </div>
      {type === 'service-groups' ? (
        <ServiceGroupsField
          value={form.values.groups}
          most={most ?? 1}
          error={form.errors['groups']}
          onChange={(groups) => form.setFieldValue('groups', groups)}
        />
      ) : type === 'number' ? (
        <TextInput
          data-autofocus
          label={t('choice')}
          description={t('bounds', { least: String(least ?? ''), most: String(most ?? '') })}
          required
          inputMode="numeric"
          maw={260}
          {...form.getInputProps('value')}
        />
      ) : (
        <Select
          data-autofocus
          label={t('choice')}
          required
          allowDeselect={false}
          data={
            type === 'boolean'
              ? [
                  { value: 'true', label: t('yes') },
                  { value: 'false', label: t('no') },
                ]
              : choices.map((one) => ({ value: one.value, label: one.title }))
          }
          {...form.getInputProps('value')}
        />
      )}
      <FormGrid>
        <DayField label={words('from')} required {...form.getInputProps('from')} />
        <DayField
          label={words('until')}
          description={words('until.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('to')}
        />
      </FormGrid>
      <TextInput
        label={t('ground')}
        placeholder={t('ground.example')}
        maxLength={500}
        {...form.getInputProps('ground')}
      />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

function valueOf(
  type: Setting['type'],
  { value: text, groups }: { readonly value: string; readonly groups: string[][] },
): SettingValue {
  if (type === 'service-groups') return groups;
  if (type === 'number') return Number(text.trim());
  return type === 'boolean' ? text === 'true' : text;
}

/** A choice by its name, yes and no in words, services in their groups. */
function useSettingText({ choices }: Setting) {
  const t = useMessages(lawMessages);
  return (value: SettingValue) => {
    if (typeof value === 'object') return <ServiceGroupsText groups={value} />;
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    return choices.find((one) => one.value === String(value))?.title ?? String(value);
  };
}

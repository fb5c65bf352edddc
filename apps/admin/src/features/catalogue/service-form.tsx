import { answer, Form, FormGrid, FormSection, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { basisMessages } from '../../lib/basis/messages.js';
import { typedCount } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useApi } from '../../lib/use-api.js';
import { housingWords } from '../../lib/words/messages.js';
import type { Service } from './api.js';
import classes from './catalogue.module.css';
import { Difference, rowsOf } from './difference.js';
import { FULL } from './full.js';
import { catalogueMessages } from './messages.js';
import { useReadAnew, useTheirs } from './use-theirs.js';

const SECTIONS = ['housing', 'communal', 'common-property', 'capital-repair', 'agency', 'other'] as const;
const BASES = ['area', 'person', 'owner', 'unit', 'flat', 'share', 'percent'] as const;
const RESOURCES = ['cold-water', 'hot-water', 'sewage', 'electricity', 'gas', 'heating', 'waste'] as const;
const UNITS = ['м³', 'м²', 'чел.', 'кв.', 'Гкал', 'кВт·ч', '%'];

interface Typed {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly resource: string | null;
  readonly section: string;
  readonly base: string | null;
  readonly position: string;
  readonly voluntary: boolean;
  readonly gisCodes: readonly { readonly directory: string; readonly code: string }[];
}

/** A new service, or, with `service`, the one that is there. */
export function ServiceForm({
  service,
  onClose,
  onDone,
}: {
  service?: Service;
  onClose: () => void;
  onDone: (id: string) => void;
}) {
  const t = useMessages(catalogueMessages);
  const name = useLooseMessages(catalogueMessages);
  const resource = useLooseMessages(housingWords);
  const words = useMessages(basisMessages);
  const format = useFormat();
  const api = useApi();
  const checks = useChecks();
  const { theirs, setTheirs, version, shown: shownError } = useTheirs(service);
  const form = useForm<Typed>({
    initialValues: typed(service),
    validate: {
      code: (text) => (/^[a-z][a-z0-9-]{1,59}$/.test(text.trim()) ? null : t('service.code.wrong')),
      name: checks.filled,
      unit: checks.filled,
      section: checks.chosen,
      position: (text) => (text.trim() === '' ? words('need') : checks.wholeOrEmpty(text)),
    },
  });
  const save = useSave(form, {
    write: (api, values, headers) => {
      const body = bodyOf(values);
      if (!service) {
        const added = { ...body, code: values.code.trim(), resource: values.resource as Service['resource'] as never };
        return answer(api.POST('/api/v1/services', { body: added, headers }));
      }
      const params = { path: { id: service.id }, header: { 'If-Match': `"${version}"` } };
      return answer(api.PATCH('/api/v1/services/{id}', { params, body, headers }));
    },
    onDone: ({ id }) => {
      onClose();
      onDone(id);
    },
  });
  useReadAnew(
    save.error,
    () => answer(api.GET('/api/v1/services/{id}', { params: { path: { id: service?.id ?? '' } } })),
    setTheirs,
  );
  const shown = (one: Typed) => ({
    [t('name')]: one.name.trim(),
    [t('unit')]: format.unit(one.unit.trim()),
    [t('section')]: name(`section.${one.section}`, one.section),
    [t('base')]: one.base ? name(`base.${one.base}`, one.base) : '',
    [t('position')]: one.position,
    [t('voluntary')]: one.voluntary ? t('voluntary.yes') : '',
    [t('gis')]: one.gisCodes.map(({ directory, code }) => `${directory}: ${code}`).join(', '),
  });
  const { gisCodes } = form.values;
  return (
    <Form onCancel={onClose} submit={service ? t('save') : t('service.add')} {...save} error={shownError(save.error)}>
      <FormGrid>
        <TextInput
          wrapperProps={FULL}
          data-autofocus
          label={t('name')}
          required
          maxLength={200}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('code')}
          description={t('service.code.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          disabled={service !== undefined}
          maxLength={60}
          {...form.getInputProps('code')}
        />
        <TextInput label={t('unit')} required maxLength={20} list="service-units" {...form.getInputProps('unit')} />
        <datalist id="service-units">
          {UNITS.map((unit) => (
            <option key={unit} value={unit} />
          ))}
        </datalist>
        <Select
          label={t('section')}
          required
          allowDeselect={false}
          data={SECTIONS.map((value) => ({ value, label: name(`section.${value}`, value) }))}
          {...form.getInputProps('section')}
        />
        <Select
          label={t('base')}
          placeholder={t('base.byUnit')}
          clearable={!service}
          allowDeselect={false}
          data={BASES.map((value) => ({ value, label: name(`base.${value}`, value) }))}
          {...form.getInputProps('base')}
        />
        <Select
          label={t('resource')}
          placeholder={t('resource.none')}
          clearable
          disabled={service !== undefined}
          data={RESOURCES.map((value) => ({
            value,
            label: resource(`resource.${value}`, name(`resource.${value}`, value)),
          }))}
          {...form.getInputProps('resource')}
        />
        <TextInput
          label={t('position')}
          description={t('position.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          inputMode="numeric"
          {...form.getInputProps('position')}
        />
      </FormGrid>
      <Checkbox
        label={t('voluntary')}
        description={t('voluntary.hint')}
        {...form.getInputProps('voluntary', { type: 'checkbox' })}
      />
      <FormSection title={t('gis')}>
        {gisCodes.map((_, i) => (
          <div key={i} className={classes.pair}>
            <TextInput label={t('gis.directory')} maxLength={20} {...form.getInputProps(`gisCodes.${i}.directory`)} />
            <TextInput label={t('gis.code')} maxLength={100} {...form.getInputProps(`gisCodes.${i}.code`)} />
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={24}
              aria-label={t('gis.remove', { n: i + 1 })}
              onClick={() => form.removeListItem('gisCodes', i)}
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
            onClick={() => form.insertListItem('gisCodes', { directory: '', code: '' })}
          >
            {t('gis.add')}
          </Button>
        </div>
      </FormSection>
      {theirs && <Difference rows={rowsOf(shown(typed(theirs)), shown(form.values))} />}
    </Form>
  );
}

function typed(service?: Service): Typed {
  return {
    code: service?.code ?? '',
    name: service?.name ?? '',
    unit: service?.unit ?? '',
    resource: service?.resource ?? null,
    section: service?.section ?? '',
    base: service?.base ?? null,
    position: String(service?.position ?? ''),
    voluntary: service?.voluntary ?? false,
    gisCodes: Object.entries(service?.gisCodes ?? {}).map(([directory, code]) => ({ directory, code })),
  };
}

function bodyOf({ name, unit, section, base, position, voluntary, gisCodes }: Typed) {
  const codes = gisCodes.filter(({ directory, code }) => directory.trim() && code.trim());
  return {
    name: name.trim(),
    unit: unit.trim(),
    section: section as (typeof SECTIONS)[number],
    position: typedCount(position) ?? 0,
    voluntary,
    ...(base && { base: base as (typeof BASES)[number] }),
    gisCodes: Object.fromEntries(codes.map(({ directory, code }) => [directory.trim(), code.trim()])),
  };
}

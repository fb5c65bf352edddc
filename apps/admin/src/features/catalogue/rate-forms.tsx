import { answer, ApiProblem, DayField, Form, FormDialog, FormGrid, useMessages } from '@dvor/ui';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { type RateKind, type Traits, useServices } from './api.js';
import { catalogueMessages } from './messages.js';
import { rateBody, typedRate } from './prices.js';
import { RateFields, useRateChecks } from './rate-fields.js';
import { TraitsField } from './traits-field.js';
import type { RateVersion } from './rate-version.js';
import { useInterval, useTraitsText } from './words.js';

export function NewVersionDialog({
  opened,
  onClose,
  ...props
}: {
  opened: boolean;
  onClose: () => void;
  kind: RateKind;
  serviceId?: string;
  like?: RateVersion | null;
  known?: readonly Traits[];
}) {
  const t = useMessages(catalogueMessages);
  return (
    <FormDialog wide opened={opened} onClose={onClose} title={t(`${props.kind}.add.title`)}>
      <NewVersionForm {...props} onClose={onClose} />
    </FormDialog>
  );
}

/** A version from a day on. Where it meets a neighbour, the neighbour is named, and one may insist. */
function NewVersionForm({
  kind,
  serviceId,
  like,
  known = [],
  onClose,
}: {
  kind: RateKind;
  serviceId?: string;
  like?: RateVersion | null;
  known?: readonly Traits[];
  onClose: () => void;
}) {
  const t = useMessages(catalogueMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { figures } = useRateChecks();
  const { today } = useCalendar();
  const services = useServices().data?.items ?? [];
  const form = useForm({
    initialValues: {
      serviceId: serviceId ?? null,
      appliesTo: (like?.appliesTo ?? {}) as Traits,
      from: today,
      to: '',
      rate: typedRate(like ?? undefined),
      act: '',
      clause: '',
      replaces: false,
      basis: emptyBasis('decision'),
    },
    validate: (values) => ({
      serviceId: checks.chosen(values.serviceId),
      from: checks.day(values.from),
      to: checks.until(values.to, values),
      act: checks.filled(values.act),
      clause: checks.filled(values.clause),
      ...figures(kind, values.rate),
      'basis.reason': checks.basis.reason(values.basis.reason),
      'basis.paper.dated': checks.basis.paper.dated(values.basis.paper.dated, values),
    }),
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) => {
      const { from, to, act, clause, appliesTo, replaces, rate } = values;
      const common = {
        ...{ serviceId: values.serviceId ?? '', appliesTo, act: act.trim(), clause: clause.trim(), replaces },
        from: typedDay(from),
        to: to.trim() ? dayAfter(typedDay(to)) : null,
        ...told,
      };
      const body = { ...common, ...rateBody(kind, rate) };
      return kind === 'tariff'
        ? answer(api.POST('/api/v1/tariffs', { body: body as never, headers }))
        : answer(api.POST('/api/v1/norms', { body: body as never, headers }));
    },
    onDone: onClose,
  });
  const service = services.find(({ id }) => id === form.values.serviceId);
  return (
    <Form onCancel={onClose} submit={t(`${kind}.add`)} {...record}>
      {!serviceId && (
        <Select
          data-autofocus
          label={t('service')}
          required
          searchable
          data={services.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('serviceId')}
        />
      )}
      <TraitsField
        value={form.values.appliesTo}
        known={known}
        error={form.errors.appliesTo as string}
        onChange={(traits) => form.setFieldValue('appliesTo', traits)}
      />
      <FormGrid>
        <DayField
          data-autofocus={serviceId ? true : undefined}
          label={words('from')}
          required
          {...form.getInputProps('from')}
        />
        <DayField
          label={words('until')}
          description={words('until.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('to')}
        />
      </FormGrid>
      <RateFields form={form} kind={kind} unit={service?.unit ?? ''} />
      <FormGrid>
        <TextInput
          label={t('act')}
          placeholder={t('act.example')}
          required
          maxLength={500}
          {...form.getInputProps('act')}
        />
        <TextInput
          label={t('clause')}
          placeholder={t('clause.example')}
          required
          maxLength={200}
          {...form.getInputProps('clause')}
        />
      </FormGrid>
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
      <Insist refusal={record.error} {...form.getInputProps('replaces', { type: 'checkbox' })} />
    </Form>
  );
}

/** Offered only once the server has named the neighbour: nobody replaces a version without knowing which. */
export function Insist({
  refusal,
  checked,
  ...props
}: {
  refusal: unknown;
  checked?: boolean;
  onChange?: (event: unknown) => void;
}) {
  const t = useMessages(catalogueMessages);
  const code = refusal instanceof ApiProblem ? refusal.code : '';
  const met = /^(tariff|norm)\.(overlap|gap)$/.exec(code)?.[2];
  if (!met && !checked) return null;
  return (
    <Checkbox
      label={met === 'gap' ? t('insist.gap') : t('insist.overlap')}
      checked={checked ?? false}
      onChange={(event) => props.onChange?.(event)}
    />
  );
}

export function CloseVersionDialog({
  kind,
  version,
  onClose,
}: {
  kind: RateKind;
  version: RateVersion | null;
  onClose: () => void;
}) {
  const t = useMessages(catalogueMessages);
  return (
    <FormDialog opened={version !== null} onClose={onClose} title={t(`${kind}.close.title`)}>
      {version && <CloseVersionForm kind={kind} version={version} onClose={onClose} />}
    </FormDialog>
  );
}

function CloseVersionForm({ kind, version, onClose }: { kind: RateKind; version: RateVersion; onClose: () => void }) {
  const t = useMessages(catalogueMessages);
  const checks = useChecks();
  const interval = useInterval();
  const traits = useTraitsText();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: { from: today > version.validFrom ? today : version.validFrom, basis: emptyBasis('decision') },
    validate: { from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { from }, told, headers) => {
      const call = { params: { path: { id: version.id } }, body: { from: typedDay(from), ...told }, headers };
      return kind === 'tariff'
        ? answer(api.POST('/api/v1/tariffs/{id}/close', call))
        : answer(api.POST('/api/v1/norms/{id}/close', call));
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('close')} danger {...record}>
      <div>
        {version.service.name}, {traits(version.appliesTo)}, {interval(version)}
      </div>
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

import { answer, DayField, Form, FormDialog, FormGrid, useMessages } from '@dvor/ui';
import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { basisMessages } from '../../lib/basis/messages.js';
import { dayAfter, dayBefore, typedDay, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { type Draft, type RateKind, type Traits, useServices } from './api.js';
import { Difference, rowsOf } from './difference.js';
import { FULL } from './full.js';
import { catalogueMessages } from './messages.js';
import { rateBody, type TypedRate, typedRate } from './prices.js';
import { RateFields, useRateChecks } from './rate-fields.js';
import { useRateText } from './rate-text.js';
import { TraitsField } from './traits-field.js';
import { useReadAnew, useTheirs } from './use-theirs.js';
import { useInterval, useTraitsText } from './words.js';

/** What a new draft begins with. */
export interface DraftStart {
  readonly serviceId?: string;
  readonly appliesTo?: Traits;
  readonly rate?: TypedRate;
}

interface Props {
  readonly kind: RateKind;
  readonly draft?: Draft;
  readonly start?: DraftStart;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}

export function DraftDialog({ opened, ...props }: Props & { opened: boolean }) {
  const t = useMessages(catalogueMessages);
  const title = props.draft ? t('draft.edit.title') : t(`draft.add.${props.kind}.title`);
  return (
    <FormDialog wide opened={opened} onClose={props.onClose} title={title}>
      <DraftForm {...props} />
    </FormDialog>
  );
}

interface Typed {
  readonly serviceId: string | null;
  readonly appliesTo: Traits;
  readonly from: string;
  readonly to: string;
  readonly rate: TypedRate;
  readonly act: string;
  readonly clause: string;
  readonly note: string;
}

function DraftForm({ kind, draft, start = {}, onClose, onDone }: Props) {
  const t = useMessages(catalogueMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { figures } = useRateChecks();
  const api = useApi();
  const { today } = useCalendar();
  const services = useServices().data?.items ?? [];
  const texts = useDraftTexts();
  const { theirs, setTheirs, version, shown: shownError } = useTheirs(draft);
  const form = useForm<Typed>({
    initialValues: draft ? typed(draft) : begun(start, today),
    validate: (values) => ({
      serviceId: checks.chosen(values.serviceId),
      from: checks.day(values.from),
      to: checks.until(values.to, values),
      ...figures(kind, values.rate),
    }),
  });
  const save = useSave(form, {
    write: (api, values, headers) => {
      const body = bodyOf(kind, values);
      if (!draft) return answer(api.POST('/api/v1/rate-drafts', { body, headers }));
      const params = { path: { id: draft.id }, header: { 'If-Match': `"${version}"` } };
      return answer(api.PUT('/api/v1/rate-drafts/{id}', { params, body, headers }));
    },
    onDone: ({ id }) => {
      onClose();
      onDone(id);
    },
    said: t('draft.saved'),
  });
  useReadAnew(
    save.error,
    () => answer(api.GET('/api/v1/rate-drafts/{id}', { params: { path: { id: draft?.id ?? '' } } })),
    setTheirs,
  );
  const known = Boolean(draft ?? start.serviceId);
  const service = services.find(({ id }) => id === form.values.serviceId);
  return (
    <Form onCancel={onClose} submit={draft ? t('save') : t('draft.add')} {...save} error={shownError(save.error)}>
      <Select
        data-autofocus={known ? undefined : true} // with the keyboard its list opens over what follows
        label={t('service')}
        required
        searchable
        allowDeselect={false}
        data={services.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('serviceId')}
      />
      <TraitsField
        value={form.values.appliesTo}
        known={draft ? [draft.appliesTo] : start.appliesTo ? [start.appliesTo] : []}
        error={form.errors.appliesTo as string}
        onChange={(traits) => form.setFieldValue('appliesTo', traits)}
      />
      <FormGrid>
        <DayField data-autofocus={known || undefined} label={words('from')} required {...form.getInputProps('from')} />
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
          description={t('act.later')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={500}
          {...form.getInputProps('act')}
        />
        <TextInput label={t('clause')} maxLength={200} {...form.getInputProps('clause')} />
        <TextInput wrapperProps={FULL} label={t('draft.note')} maxLength={1000} {...form.getInputProps('note')} />
      </FormGrid>
      {theirs && (
        <Difference
          rows={rowsOf(
            texts(theirs),
            texts({ ...theirs, service: service ?? theirs.service, ...asDraft(bodyOf(kind, form.values)) }),
          )}
        />
      )}
    </Form>
  );
}

/** A draft field by field, to compare two of them. */
function useDraftTexts() {
  const t = useMessages(catalogueMessages);
  const traits = useTraitsText();
  const interval = useInterval();
  const rateText = useRateText();
  return (draft: Draft) => ({
    [t('service')]: draft.service.name,
    [t('variant')]: traits(draft.appliesTo),
    [t('draft.days')]: interval({ validFrom: draft.from, validTo: draft.to }),
    [t('figure')]: rateText(draft),
    [t('vat')]: draft.vatRate ?? '',
    [t('act')]: draft.act ?? '',
    [t('clause')]: draft.clause ?? '',
    [t('draft.note')]: draft.note ?? '',
  });
}

function typed(draft: Draft): Typed {
  return {
    serviceId: draft.service.id,
    appliesTo: draft.appliesTo,
    from: draft.from,
    to: draft.to ? dayBefore(draft.to) : '',
    rate: typedRate(draft),
    act: draft.act ?? '',
    clause: draft.clause ?? '',
    note: draft.note ?? '',
  };
}

function begun({ serviceId, appliesTo, rate }: DraftStart, today: string): Typed {
  const blank = { to: '', act: '', clause: '', note: '' };
  return { ...blank, serviceId: serviceId ?? null, appliesTo: appliesTo ?? {}, from: today, rate: rate ?? typedRate() };
}

function bodyOf(kind: RateKind, { serviceId, appliesTo, from, to, rate, act, clause, note }: Typed) {
  return {
    kind,
    serviceId: serviceId ?? '',
    appliesTo,
    from: typedDay(from),
    to: to.trim() ? dayAfter(typedDay(to)) : null,
    ...rateBody(kind, rate),
    act: typedText(act),
    clause: typedText(clause),
    note: typedText(note),
  };
}

function asDraft(body: ReturnType<typeof bodyOf>) {
  const { rates = null, ranges = null, vatRate = null, value = null } = body;
  return { ...body, rates, ranges, vatRate, value };
}

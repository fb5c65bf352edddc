import type { Schemas } from '@dvor/api-client';
import { answer, DayField, Form, FormGrid, useLooseMessages, useMessages } from '@dvor/ui';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { typedDay, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { housingWords } from '../../lib/words/messages.js';
import { impossibilityMessages } from './impossibility-messages.js';
import { isOld, linesOf, RESOURCES } from './meter-act-forms.js';

type Impossibility = Schemas['ImpossibilityDto'];
type Resource = Impossibility['resource'];

/** No meter of a resource can be installed. */
export function ImpossibleForm({ premisesId, onClose }: { premisesId: string; onClose: () => void }) {
  const t = useMessages(impossibilityMessages);
  const name = useLooseMessages(housingWords);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      ...{ resource: null as Resource | null, number: '', dated: today, on: '', until: '', signedBy: '', late: '' },
      basis: emptyBasis('act'),
    },
    validate: {
      ...{ resource: checks.chosen, number: checks.filled, dated: checks.day, signedBy: checks.filled },
      ...{ on: checks.dayOrEmpty, until: checks.dayOrEmpty, basis: checks.basis },
    },
  });
  const record = useRecord(form, {
    write: (api, { resource, number, dated, on, until, signedBy, late }, told, headers) =>
      answer(
        api.POST('/api/v1/premises/{id}/meter-impossibility', {
          params: { path: { id: premisesId } },
          body: {
            ...{ resource: resource!, number: number.trim(), dated: typedDay(dated), signedBy: linesOf(signedBy) },
            ...{ on: dayOrNull(on), until: dayOrNull(until), lateReason: typedText(late), ...told },
          },
          headers,
        }),
      ),
    onDone: onClose,
  });
  const { on, dated } = form.values;
  const from = on.trim() === '' ? dated : on;
  return (
    <Form onCancel={onClose} submit={t('save')} {...record}>
      <FormGrid>
        <Select
          label={t('resource')}
          required
          allowDeselect={false}
          data={RESOURCES.map((value) => ({ value, label: name(`resource.${value}`, value) }))}
          {...form.getInputProps('resource')}
        />
        <TextInput label={t('number')} required maxLength={60} {...form.getInputProps('number')} />
        <DayField label={t('dated')} required {...form.getInputProps('dated')} />
        <DayField label={t('on')} description={t('on.hint')} {...form.getInputProps('on')} />
        <DayField label={t('to')} description={t('to.hint')} {...form.getInputProps('until')} />
      </FormGrid>
      <Textarea
        label={t('signedBy')}
        description={t('signedBy.hint')}
        required
        autosize
        minRows={2}
        maxRows={6}
        {...form.getInputProps('signedBy')}
      />
      {isOld(from, today) && (
        <TextInput label={t('late')} description={t('late.hint')} maxLength={500} {...form.getInputProps('late')} />
      )}
      <PastNotice from={from} />
      <BasisFields form={form} />
    </Form>
  );
}

/** An act is taken back: as if it never was. */
export function TakeBackForm({ act, onClose }: { act: Impossibility; onClose: () => void }) {
  const t = useMessages(impossibilityMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: { late: '', basis: emptyBasis('decision') },
    validate: { basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { late }, told, headers) =>
      answer(
        api.POST('/api/v1/meter-impossibility/{id}/mirror', {
          params: { path: { id: act.id } },
          body: { lateReason: typedText(late), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('mirror.submit')} {...record}>
      <div>{t('mirror.text')}</div>
      {isOld(act.on, today) && (
        <TextInput label={t('late')} description={t('late.hint')} maxLength={500} {...form.getInputProps('late')} />
      )}
      <PastNotice from={act.on} />
      <BasisFields form={form} />
    </Form>
  );
}

function dayOrNull(text: string): string | null {
  return text.trim() === '' ? null : typedDay(text);
}

import { answer, DayField, Form, FormGrid, FormSection, useMessages } from '@dvor/ui';
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import type { MeterValue } from './api.js';
import { DialFields, sealsOf, shownOf } from './dial-fields.js';
import { meterMessages } from './messages.js';
import { dayOf, emptyPaper, PaperFields, paperOf, usePaperChecks } from './paper-fields.js';
import { proposalMessages } from './proposal-messages.js';
import type { Proposal } from './proposals-api.js';

const LEAST_WORDS = 3;
const NOTHING_REMOVED = 'none';

/** The act of commissioning, filled in by what the resident says; the accountant puts right what the pictures show otherwise. */
export function ApproveForm({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const t = useMessages(proposalMessages);
  const words = useMessages(meterMessages);
  const checks = useChecks();
  const paper = usePaperChecks();
  const { today } = useCalendar();
  const { id, zones, standing, replaces, installedOn } = proposal;
  const first = standing.find((meter) => meter.id === replaces?.id);
  const form = useForm({
    initialValues: {
      ...emptyPaper(today),
      on: installedOn,
      basis: { ...emptyPaper(today).basis, reason: t('approve.reason') },
      ...{ serial: proposal.serial, digits: proposal.digits, scale: proposal.scale, seals: '' },
      verifiedUntil: proposal.verifiedUntil,
      shown: textsOf(proposal.value),
      old: first?.id ?? NOTHING_REMOVED,
      final: first ? textsOf(replaces?.value ?? first.zones.map(() => '')) : [],
    },
    validate: {
      ...paper,
      serial: checks.filled,
      verifiedUntil: checks.day,
      shown: { text: checks.number },
      final: { text: checks.number },
    },
  });
  const old = standing.find((meter) => meter.id === form.values.old);
  const record = useRecord(form, {
    write: (api, values, told, headers) =>
      answer(
        api.POST('/api/v1/meter-proposals/{id}/approval', {
          params: { path: { id } },
          body: {
            ...paperOf(values),
            ...{ serial: values.serial.trim(), digits: values.digits, scale: values.scale },
            ...{ seals: sealsOf(values.seals), verifiedUntil: typedDay(values.verifiedUntil), ...told },
            shown: shownOf(zones, typedOf(values.shown)),
            replaces: old ? { meterId: old.id, shown: shownOf(old.zones, typedOf(values.final)) } : null,
          },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('approve.submit')} {...record}>
      <FormGrid>
        <TextInput label={words('serial')} required maxLength={40} {...form.getInputProps('serial')} />
        <DayField
          label={words('verifiedUntil')}
          description={words('verifiedUntil.hint')}
          required
          {...form.getInputProps('verifiedUntil')}
        />
        <DialFields
          zones={zones}
          label={words('shown.new')}
          inputProps={(place) => form.getInputProps(`shown.${place}.text`)}
        />
        <NumberInput label={words('digits')} min={3} max={9} required {...form.getInputProps('digits')} />
        <NumberInput label={words('scale')} min={0} max={4} required {...form.getInputProps('scale')} />
        <TextInput label={words('seals.new')} description={words('seals.hint')} {...form.getInputProps('seals')} />
      </FormGrid>
      {standing.length > 0 && (
        <FormGrid>
          <Select
            label={t('approve.old')}
            required
            allowDeselect={false}
            data={[
              ...standing.map(({ id: value, serial }) => ({ value, label: `№ ${serial}` })),
              { value: NOTHING_REMOVED, label: t('approve.old.none') },
            ]}
            {...form.getInputProps('old')}
            onChange={(value) => {
              const next = standing.find((meter) => meter.id === value);
              form.setValues({ old: value!, final: (next?.zones ?? []).map(() => ({ text: '' })) });
            }}
          />
          {old && (
            <DialFields
              zones={old.zones}
              label={words('shown.old')}
              inputProps={(place) => form.getInputProps(`final.${place}.text`)}
            />
          )}
        </FormGrid>
      )}
      <FormSection title={t('approve.paper')}>
        <PaperFields form={form} />
        <PastNotice from={dayOf(form.values)} />
        <BasisFields form={form} />
      </FormSection>
    </Form>
  );
}

/** Why it is not taken, in words that the resident reads. */
export function RefuseForm({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const t = useMessages(proposalMessages);
  const form = useForm({
    initialValues: { answer: '' },
    validate: { answer: (text) => (text.trim().length < LEAST_WORDS ? t('refuse.need') : null) },
  });
  const save = useSave(form, {
    write: (api, { answer: said }, headers) =>
      answer(
        api.POST('/api/v1/meter-proposals/{id}/refusal', {
          params: { path: { id: proposal.id } },
          body: { answer: said.trim() },
          headers,
        }),
      ),
    onDone: onClose,
    said: t('refused'),
  });
  return (
    <Form onCancel={onClose} submit={t('refuse')} {...save}>
      <Textarea
        data-autofocus
        label={t('refuse.answer')}
        description={t('refuse.hint')}
        required
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('answer')}
      />
    </Form>
  );
}

function textsOf(value: MeterValue | readonly string[]): { text: string }[] {
  const amounts = typeof value === 'string' ? [value] : Object.values(value);
  return amounts.map((amount: string) => ({ text: amount.replace('.', ',') }));
}

function typedOf(fields: readonly { readonly text: string }[]): string[] {
  return fields.map(({ text }) => text);
}

import { answer, DayField, Form, FormGrid, useFormat, useMessages } from '@dvor/ui';
import { addMonths, formatPeriod, instantInZone, parsePeriod } from '@dvor/kernel';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { numberText, typedDay, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { AccountChoice } from '../../lib/accounts/account-choice.js';
import { type Claim, type Decision, DECISIONS, useServices } from './api.js';
import { overchargeMessages } from './messages.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const ROUBLES = /^\d{1,10}(\.\d{1,2})?$/;
const MONTHS_SHOWN = 36;

export function ClaimForm({ onClose }: { onClose: () => void }) {
  const t = useMessages(overchargeMessages);
  const format = useFormat();
  const checks = useChecks();
  const { today, workingPeriod, timeZone } = useCalendar();
  const services = useServices().data?.items ?? [];
  const last = formatPeriod(addMonths(parsePeriod(workingPeriod), -1));
  const form = useForm({
    initialValues: {
      accountId: null as string | null,
      serviceId: null as string | null,
      origin: last,
      day: today,
      time: '',
      claim: '',
    },
    validate: {
      accountId: checks.chosen,
      serviceId: checks.chosen,
      day: checks.day,
      time: (text) => (TIME.test(text.trim()) ? null : t('time.need')),
      claim: checks.basis.reason,
    },
  });
  const save = useSave(form, {
    write: (api, { accountId, serviceId, origin, day, time, claim }, headers) =>
      answer(
        api.POST('/api/v1/overcharge-claims', {
          body: {
            ...{ accountId: accountId!, serviceId: serviceId!, origin, claim: claim.trim() },
            receivedAt: instantInZone(`${typedDay(day)}T${time.trim()}:00`, timeZone).toISOString(),
          },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('save')} {...save}>
      <AccountChoice
        value={form.values.accountId}
        onChange={(accountId) => form.setFieldValue('accountId', accountId)}
        error={form.errors['accountId']}
      />
      <FormGrid>
        <Select
          label={t('service')}
          required
          searchable
          data={services.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('serviceId')}
        />
        <Select
          label={t('month')}
          required
          searchable
          allowDeselect={false}
          data={Array.from({ length: MONTHS_SHOWN }, (_, i) => formatPeriod(addMonths(parsePeriod(last), -i))).map(
            (value) => ({ value, label: format.month(value) }),
          )}
          {...form.getInputProps('origin')}
        />
        <DayField label={t('received.day')} required {...form.getInputProps('day')} />
        <TextInput label={t('received.time')} required placeholder="08:30" {...form.getInputProps('time')} />
      </FormGrid>
      <Textarea label={t('claim')} required autosize minRows={2} maxRows={6} {...form.getInputProps('claim')} />
    </Form>
  );
}

export function DecisionForm({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const t = useMessages(overchargeMessages);
  const checks = useChecks();
  const form = useForm({
    initialValues: {
      decision: (claim.first === 'finding' ? 'put-right-before' : 'fine') as Decision,
      excess: numberText(claim.finding?.excess),
      basis: emptyBasis('decision'),
    },
    validate: {
      excess: (text, { decision }) =>
        decision !== 'fine' || ROUBLES.test(typedNumber(text) ?? '') ? null : t('excess.need'),
      basis: checks.basis,
    },
  });
  const isFine = form.values.decision === 'fine';
  const record = useRecord(form, {
    paperNeeded: ({ decision }) => decision === 'fine',
    write: (api, { decision, excess }, { reason, documentId }, headers) =>
      answer(
        api.POST('/api/v1/overcharge-claims/{id}/decision', {
          params: { path: { id: claim.id }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: { decision, reason, documentId, excess: decision === 'fine' ? typedNumber(excess) : null },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('decide')} {...record}>
      <Select
        label={t('decision')}
        required
        allowDeselect={false}
        data={DECISIONS.map((value) => ({ value, label: t(`decision.${value}`) }))}
        {...form.getInputProps('decision')}
      />
      {isFine && (
        <TextInput
          label={t('excess')}
          description={t('excess.hint')}
          required
          inputMode="decimal"
          {...form.getInputProps('excess')}
        />
      )}
      <BasisFields form={form} paperNeeded={isFine} />
    </Form>
  );
}

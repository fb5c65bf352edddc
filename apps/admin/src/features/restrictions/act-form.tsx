import { answer, DayField, Form, FormGrid, useMessages } from '@dvor/ui';
import { FileInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { paperForm } from '../../lib/basis/paper-form.js';
import { typedDay, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { type RestrictionDetail, type StepKind, useWorks } from './api.js';
import { restrictionMessages } from './messages.js';

const ROUBLES = /^\d{1,10}(\.\d{1,2})?$/;

/** What was done on the spot; what may not be done yet the server refuses with the day from which it may. */
export function ActForm({ one, onClose }: { one: RestrictionDetail; onClose: () => void }) {
  const t = useMessages(restrictionMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const works = useWorks().data ?? [];
  const kinds = kindsOf(one);
  const form = useForm({
    initialValues: {
      ...{ kind: kinds[0]!, on: today as string, number: '', note: '', costWorkId: null as string | null, cost: '' },
      file: null as File | null,
    },
    validate: {
      on: checks.day,
      number: (text, { kind }) => (kind === 'restriction-stopped' || text.trim() !== '' ? null : t('need.number')),
      cost: (text) => (ROUBLES.test(typedNumber(text) ?? '0') ? null : t('need.sum')),
    },
  });
  const save = useSave(form, {
    write: (api, { file, costWorkId, cost, on, ...values }, headers) => {
      const body = {
        ...{ ...values, on: typedDay(on) },
        ...(costWorkId !== null && { costWorkId, cost: typedNumber(cost) ?? '' }),
      };
      return answer(
        api.POST('/api/v1/restrictions/{id}/steps', {
          params: { path: { id: one.id } },
          body,
          bodySerializer: () => paperForm(body, file),
          headers,
        }),
      );
    },
    onDone: onClose,
    said: t('act.done'),
  });
  return (
    <Form onCancel={onClose} submit={t('act')} {...save}>
      <FormGrid>
        <Select
          label={t('act.kind')}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: t(`act.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
        <DayField label={t('act.on')} required {...form.getInputProps('on')} />
        <TextInput
          label={t('act.number')}
          required={form.values.kind !== 'restriction-stopped'}
          maxLength={100}
          {...form.getInputProps('number')}
        />
        {works.length > 0 && form.values.kind !== 'restriction-stopped' && (
          <Select
            label={t('act.cost')}
            placeholder={t('act.cost.none')}
            clearable
            data={works.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('costWorkId')}
          />
        )}
        {form.values.costWorkId !== null && (
          <TextInput
            label={t('act.cost.price')}
            description={t('act.cost.hint')}
            inputMode="decimal"
            autoComplete="off"
            {...form.getInputProps('cost')}
          />
        )}
      </FormGrid>
      <Textarea label={t('act.note')} autosize minRows={2} maxLength={1000} {...form.getInputProps('note')} />
      <FileInput
        label={t('act.file')}
        placeholder={t('act.file.choose')}
        accept=".pdf,.jpg,.jpeg,.png"
        clearable
        {...form.getInputProps('file')}
      />
    </Form>
  );
}

/** What can be done at all; the likeliest first. */
function kindsOf({ limitedOn, suspendedOn, canLimit, canSuspend, clearedOn }: RestrictionDetail): StepKind[] {
  if (suspendedOn !== null || clearedOn !== null) return ['restoration'];
  if (limitedOn !== null) return canSuspend ? ['suspension', 'restoration'] : ['restoration'];
  return [canLimit ? 'restriction' : 'suspension', 'restriction-stopped'];
}

import { answer, DayField, Form, FormDialog, useMessages } from '@dvor/ui';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import type { Formula } from './api.js';
import { formulaMessages } from './messages.js';

/** From which day a formula is charged by, or is charged by no longer. */
export function TermDialog({
  what,
  formula,
  onClose,
}: {
  what: 'activate' | 'retire' | null;
  formula: Formula;
  onClose: () => void;
}) {
  const t = useMessages(formulaMessages);
  return (
    <FormDialog opened={what !== null} onClose={onClose} title={what ? t(`${what}.title`) : ''}>
      {what && <TermForm what={what} formula={formula} onClose={onClose} />}
    </FormDialog>
  );
}

function TermForm({
  what,
  formula: { id, version },
  onClose,
}: {
  what: 'activate' | 'retire';
  formula: Formula;
  onClose: () => void;
}) {
  const t = useMessages(formulaMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { workingPeriod } = useCalendar();
  const form = useForm({
    initialValues: { from: `${workingPeriod}-01`, reason: '' },
    validate: { from: checks.day, reason: checks.basis.reason },
  });
  const save = useSave(form, {
    write: (api, { from, reason }, headers) => {
      const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
      const body = { from: typedDay(from), reason: reason.trim() };
      return what === 'activate'
        ? answer(api.POST('/api/v1/formulas/{id}/activate', { params, body, headers }))
        : answer(api.POST('/api/v1/formulas/{id}/retire', { params, body, headers }));
    },
    onDone: onClose,
    said: t(what === 'activate' ? 'activated' : 'retired'),
  });
  return (
    <Form onCancel={onClose} submit={t(what)} danger={what === 'retire'} {...save}>
      <div>{t(`${what}.text`)}</div>
      <DayField label={t('from')} required {...form.getInputProps('from')} />
      <TextInput
        data-autofocus
        label={t('reason')}
        description={words('reason.hint')}
        required
        maxLength={500}
        {...form.getInputProps('reason')}
        error={form.errors.reason ?? form.errors['basis.reason']}
      />
      <PastNotice from={form.values.from} />
    </Form>
  );
}

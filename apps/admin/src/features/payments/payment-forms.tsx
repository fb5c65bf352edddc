import { answer, Form, ProblemNotice, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { Money } from '@dvor/kernel';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { numberText, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useApi } from '../../lib/use-api.js';
import { AccountField } from './account-field.js';
import { type PaymentCard, useSuggestions } from './api.js';
import { paymentMessages } from './messages.js';
import { PartsTable } from './parts-table.js';
import classes from './payments.module.css';

interface Props {
  readonly payment: PaymentCard;
  readonly onClose: () => void;
}

const ROUBLES = /^\d{1,12}(\.\d{1,2})?$/;

/** For money that waits, the accounts it may be for; nothing is chosen by itself. */
export function PutOnForm({ payment, onClose }: Props) {
  const t = useMessages(paymentMessages);
  const checks = useChecks();
  const api = useApi();
  const form = useForm({
    initialValues: { accountId: null as string | null, reason: '' },
    validate: { accountId: checks.chosen, reason: checks.basis.reason },
  });
  const { accountId } = form.values;
  const preview = useQuery({
    queryKey: ['payments', payment.id, 'put-on', accountId],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/v1/payments/{id}/account/preview', {
          params: { path: { id: payment.id } },
          body: { accountId: accountId! },
          signal,
        }),
      ),
    enabled: accountId !== null,
    retry: false,
  });
  const save = useSave(form, {
    write: (client, values, headers) =>
      answer(
        client.POST('/api/v1/payments/{id}/account', {
          params: { path: { id: payment.id }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: { accountId: values.accountId!, reason: values.reason.trim() },
        }),
      ),
    onDone: onClose,
    said: t('putOn.done'),
  });
  const matching = payment.state === 'waiting';
  return (
    <Form onCancel={onClose} submit={matching ? t('do.match') : t('do.move')} {...save}>
      {matching && (
        <Suggestions payment={payment} chosen={accountId} onChoose={(id) => form.setFieldValue('accountId', id)} />
      )}
      <AccountField
        label={t('putOn.account')}
        required
        value={accountId}
        error={form.errors['accountId']}
        onChange={(id) => form.setFieldValue('accountId', id)}
      />
      {preview.error && <ProblemNotice error={preview.error} />}
      {accountId !== null && !preview.error && <PartsTable label={t('preview')} parts={preview.data?.parts} showDue />}
      <TextInput label={t('reason')} required maxLength={500} {...form.getInputProps('reason')} />
    </Form>
  );
}

function Suggestions({
  payment,
  chosen,
  onChoose,
}: {
  payment: PaymentCard;
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const t = useMessages(paymentMessages);
  const name = useLooseMessages(paymentMessages);
  const { data, error } = useSuggestions(payment.id);
  if (error) return <ProblemNotice error={error} />;
  if (data?.items.length === 0) return <div className={classes.quiet}>{t('suggestions.none')}</div>;
  return (
    <div className={classes.form}>
      <div className={classes.quiet}>{t('suggestions')}</div>
      <ul className={classes.suggestions}>
        {data?.items.map((one) => (
          <li key={one.accountId}>
            <button
              type="button"
              className={classes.suggestion}
              aria-pressed={chosen === one.accountId}
              onClick={() => onChoose(one.accountId)}
            >
              <span className={classes.stacked}>
                <span>
                  {one.number} · {one.address}
                </span>
                <small>
                  {[one.payerName, ...one.reasons.map((reason) => name(`suggested.${reason}`, reason))]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <span>{t('suggestions.score', { n: one.score })}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function VoidForm({ payment, onClose }: Props) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const checks = useChecks();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: checks.basis.reason } });
  const save = useSave(form, {
    write: (client, { reason }, headers) =>
      answer(
        client.POST('/api/v1/payments/{id}/void', {
          params: { path: { id: payment.id }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: { reason: reason.trim() },
        }),
      ),
    onDone: onClose,
    said: t('void.done'),
  });
  return (
    <Form onCancel={onClose} submit={t('do.void')} danger {...save}>
      <p className={classes.quiet}>{t('void.text', { sum: format.money(payment.amount) })}</p>
      <TextInput data-autofocus label={t('reason')} required maxLength={500} {...form.getInputProps('reason')} />
    </Form>
  );
}

export function RefundForm({ payment, onClose }: Props) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const checks = useChecks();
  const api = useApi();
  const stands = Money.parse(payment.amount).minus(Money.parse(payment.returned)).toString();
  const form = useForm({
    initialValues: { amount: numberText(stands), reason: '' },
    validate: {
      amount: (text) => (ROUBLES.test(typedNumber(text) ?? '') ? null : t('need.sum')),
      reason: checks.basis.reason,
    },
  });
  const [typed] = useDebouncedValue(typedNumber(form.values.amount) ?? '', 300);
  const preview = useQuery({
    queryKey: ['payments', payment.id, 'refund', typed],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/v1/payments/{id}/refund/preview', {
          params: { path: { id: payment.id } },
          body: { amount: typed },
          signal,
        }),
      ),
    enabled: ROUBLES.test(typed) && /[1-9]/.test(typed),
    retry: false,
  });
  const save = useSave(form, {
    write: (client, { amount, reason }, headers) =>
      answer(
        client.POST('/api/v1/payments/{id}/refund', {
          params: { path: { id: payment.id }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: { amount: typedNumber(amount) ?? '', reason: reason.trim() },
        }),
      ),
    onDone: onClose,
    said: t('refund.done'),
  });
  return (
    <Form onCancel={onClose} submit={t('do.refund')} danger {...save}>
      <TextInput
        data-autofocus
        label={t('refund.amount')}
        description={t('refund.stands', { sum: format.money(stands) })}
        required
        inputMode="decimal"
        {...form.getInputProps('amount')}
      />
      {preview.error ? (
        <ProblemNotice error={preview.error} />
      ) : (
        payment.state !== 'waiting' && <PartsTable label={t('refund.from')} parts={preview.data?.parts} />
      )}
      <TextInput label={t('reason')} required maxLength={500} {...form.getInputProps('reason')} />
    </Form>
  );
}

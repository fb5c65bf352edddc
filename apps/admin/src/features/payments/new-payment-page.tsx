import {
  answer,
  DayField,
  Form,
  FormGrid,
  Notice,
  Page,
  PageHeader,
  ProblemNotice,
  Section,
  Sheet,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { tryParsePeriod } from '@dvor/kernel';
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Fragment } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { isDay, typedDay, typedNumber, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { AccountField } from './account-field.js';
import { type Named, useChannels, usePreview, useSamePayments, useServices } from './api.js';
import { paymentMessages } from './messages.js';
import { PartsTable } from './parts-table.js';
import classes from './payments.module.css';

interface Values {
  readonly accountId: string | null;
  readonly accountGiven: string;
  readonly amount: string;
  readonly paidOn: string;
  readonly period: string | null;
  readonly penalties: string;
  readonly services: { readonly serviceId: string | null; readonly amount: string }[];
  readonly documentNumber: string;
  readonly purpose: string;
  readonly channelId: string | null;
}

const ROUBLES = /^\d{1,12}(\.\d{1,2})?$/;
const MONTHS_SHOWN = 18;

/** What would be sent, if it can be sent already. */
function namedOf({ amount, period, penalties, services }: Values): Named | null {
  const sum = typedNumber(amount) ?? '';
  const chosen = services.filter(({ serviceId, amount: part }) => serviceId && typedNumber(part));
  const parts = chosen.map((one) => ({ serviceId: one.serviceId!, amount: typedNumber(one.amount)! }));
  const named = { amount: sum, period, services: parts, penalties: typedNumber(penalties) };
  const sums = [sum, ...parts.map((one) => one.amount), ...(named.penalties ? [named.penalties] : [])];
  return sums.every((one) => ROUBLES.test(one)) && /[1-9]/.test(sum) ? named : null;
}

export default function NewPaymentPage() {
  const t = useMessages(paymentMessages);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { today, workingPeriod } = useCalendar();
  const format = useFormat();
  const checks = useChecks();
  const { data: channels } = useChannels();
  const { data: services } = useServices();
  const form = useForm<Values>({
    initialValues: {
      accountId: params.get('accountId'),
      accountGiven: '',
      amount: '',
      paidOn: today,
      period: null,
      penalties: '',
      services: [],
      documentNumber: '',
      purpose: '',
      channelId: null,
    },
    validate: {
      amount: (text) => (ROUBLES.test(typedNumber(text) ?? '') ? null : t('need.sum')),
      paidOn: checks.day,
      accountGiven: (text, { accountId }) => (accountId || text.trim() ? null : t('need.account')),
    },
  });
  const save = useSave(form, {
    write: (api, values, headers) => {
      const { services: _, ...named } = namedOf(values) ?? { services: [], amount: '', period: null, penalties: null };
      const body = {
        ...named,
        services: _,
        accountId: values.accountId,
        accountGiven: values.accountId ? '' : values.accountGiven.trim(),
        paidOn: typedDay(values.paidOn),
        documentNumber: typedText(values.documentNumber),
        purpose: typedText(values.purpose),
        channelId: values.channelId,
      };
      return answer(
        api.POST('/api/v1/payments', {
          body,
          params: { header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
        }),
      );
    },
    onDone: ({ id, repeated }) => {
      notifications.show(repeated ? { color: 'yellow', message: t('entered.again') } : { message: t('entered') });
      void navigate(`/payments/${id}`);
    },
    said: null,
  });
  const byHand = channels?.items.filter(
    ({ protocol, state, builtIn }) => protocol === null && state === 'on' && !builtIn,
  );
  const months = monthsUpTo(workingPeriod).map((value) => ({ value, label: format.month(value) }));

  return (
    <Page>
      <PageHeader back={<Link to="/payments">{t('title')}</Link>} title={t('new.title')} />
      <div className={classes.card}>
        <Section title={t('new.money')}>
          <Sheet>
            <Form onSubmit={save.onSubmit} submit={t('enter')} busy={save.busy} error={save.error}>
              <AccountField
                label={t('account')}
                autoFocus
                value={form.values.accountId}
                onChange={(id) => form.setFieldValue('accountId', id)}
              />
              {form.values.accountId === null && (
                <TextInput
                  label={t('accountGiven')}
                  description={t('accountGiven.hint')}
                  maxLength={100}
                  {...form.getInputProps('accountGiven')}
                />
              )}
              <FormGrid>
                <TextInput label={t('amount.roubles')} required inputMode="decimal" {...form.getInputProps('amount')} />
                <DayField label={t('paidOn')} required {...form.getInputProps('paidOn')} />
                <Select
                  label={t('period')}
                  placeholder={t('period.none')}
                  clearable
                  data={months}
                  {...form.getInputProps('period')}
                />
                <TextInput
                  label={t('documentNumber')}
                  placeholder={t('documentNumber.hint')}
                  maxLength={60}
                  {...form.getInputProps('documentNumber')}
                />
                <TextInput label={t('penalties')} inputMode="decimal" {...form.getInputProps('penalties')} />
                {byHand && byHand.length > 0 && (
                  <Select
                    label={t('channel')}
                    placeholder={t('channel.byHand')}
                    clearable
                    data={byHand.map(({ id, name }) => ({ value: id, label: name }))}
                    {...form.getInputProps('channelId')}
                  />
                )}
              </FormGrid>
              {form.values.services.map((_, i) => (
                <div key={i} className={classes.named}>
                  <Select
                    label={t('service')}
                    searchable
                    data={services?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
                    {...form.getInputProps(`services.${i}.serviceId`)}
                  />
                  <TextInput
                    label={t('parts.amount')}
                    inputMode="decimal"
                    {...form.getInputProps(`services.${i}.amount`)}
                  />
                  <ActionIcon
                    variant="subtle"
                    size={36}
                    aria-label={t('service.remove')}
                    onClick={() => form.removeListItem('services', i)}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </div>
              ))}
              <div>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconPlus size={14} />}
                  onClick={() => form.insertListItem('services', { serviceId: null, amount: '' })}
                >
                  {t('service.add')}
                </Button>
              </div>
              <TextInput label={t('purpose')} maxLength={500} {...form.getInputProps('purpose')} />
              <SameAlready values={form.values} />
            </Form>
          </Sheet>
        </Section>
        <Section title={t('preview')} note={t('preview.note')}>
          <Preview values={form.values} />
        </Section>
      </div>
    </Page>
  );
}

/** The same sum on the same account and day stands already: it may be the same money once more. */
function SameAlready({ values }: { values: Values }) {
  const t = useMessages(paymentMessages);
  const may = useMay();
  const [{ accountId, accountGiven, amount, paidOn }] = useDebouncedValue(values, 300);
  const sum = typedNumber(amount) ?? '';
  const day = typedDay(paidOn);
  const known = accountId !== null || accountGiven.trim().length > 2;
  const complete = known && ROUBLES.test(sum) && isDay(day) && may('payment.read');
  const money = complete ? { accountId, accountGiven: accountGiven.trim(), amount: sum, day } : null;
  const { data } = useSamePayments(money);
  if (!money || !data || data.length === 0) return null;
  return (
    <Notice tone="attention">
      {t('same')}{' '}
      {data.slice(0, 3).map(({ id, channel, externalId }, i) => (
        <Fragment key={id}>
          {i > 0 && '; '}
          <Link to={`/payments/${id}`}>{t('same.one', { channel: channel.name, number: externalId })}</Link>
        </Fragment>
      ))}
      . {t('same.check')}
    </Notice>
  );
}

/** Before anything is posted: what each line gets. */
function Preview({ values }: { values: Values }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const [settled] = useDebouncedValue(values, 300);
  const named = namedOf(settled);
  const { data, error } = usePreview(settled.accountId, named);
  if (settled.accountId === null) return <p className={classes.quiet}>{t('preview.noAccount')}</p>;
  if (named === null) return <p className={classes.quiet}>{t('preview.noSum')}</p>;
  if (error) return <ProblemNotice error={error} />;
  return (
    <div className={classes.form}>
      <PartsTable label={t('preview')} parts={data?.parts} showDue />
      {data && /[1-9]/.test(data.setOff) && (
        <Notice tone="info">{t('preview.setOff', { sum: format.money(data.setOff) })}</Notice>
      )}
      {data && /[1-9]/.test(data.advance) && (
        <Notice tone="info">{t('preview.advance', { sum: format.money(data.advance) })}</Notice>
      )}
    </div>
  );
}

/** The latest first. */
function monthsUpTo(period: string): string[] {
  const last = tryParsePeriod(period)!;
  return Array.from({ length: MONTHS_SHOWN }, (_, i) => {
    const month = last - i;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

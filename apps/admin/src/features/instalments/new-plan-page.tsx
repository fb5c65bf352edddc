import {
  answer,
  DataTable,
  DayField,
  ErrorState,
  Form,
  FormGrid,
  MoneyText,
  Page,
  PageHeader,
  ProblemNotice,
  Section,
  Sheet,
  sumMoney,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { addMonths, formatPeriod, parsePeriod } from '@dvor/kernel';
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { Link, useNavigate } from 'react-router';
import { typedText } from '../../lib/basis/typed.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type Asked, type PlanDraft, useAccount, usePlanDraft } from './api.js';
import classes from './instalments.module.css';
import { instalmentMessages } from './messages.js';
import { PlacesTable } from './places-table.js';

const MONTHS = 12;

interface Row {
  readonly dueOn: string;
  readonly amount: string;
}

/** A plan on all that an account owes: equal parts made by themselves, or a schedule typed by hand. */
export default function NewPlanPage() {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { today } = useCalendar();
  const [accountId] = useUrlFilter('accountId');
  const account = useAccount(accountId);
  const form = useForm({
    initialValues: { parts: 6, from: '', day: '' as number | '', rate: '0', note: '', schedule: null as Row[] | null },
  });
  const [values] = useDebouncedValue(form.values, 300);
  const asked = askedOf(values);
  const draft = usePlanDraft(accountId, asked);
  const save = useSave(form, {
    write: (api, all, headers) =>
      answer(
        api.POST('/api/v1/accounts/{id}/instalments', {
          params: { path: { id: accountId }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: { ...askedOf(all), note: typedText(all.note) },
          headers,
        }),
      ),
    onDone: ({ id }) => void navigate(`/instalments/${id}`, { replace: true }),
  });
  if (account.error) return <ErrorState error={account.error} onRetry={() => void account.refetch()} />;
  const thisMonth = parsePeriod(today.slice(0, 7));
  const months = Array.from({ length: MONTHS }, (_, i) => formatPeriod(addMonths(thisMonth, i)));
  const back = `/accounts/${accountId}`;
  const { schedule } = form.values;
  return (
    <Page>
      <PageHeader
        back={<Link to={back}>{t('account')}</Link>}
        title={t('new.title')}
        note={account.data && t('new.for', { account: account.data.number, address: account.data.address })}
      />
      <div className={classes.card}>
        <Sheet>
          <Form onCancel={() => void navigate(back)} submit={t('make')} {...save}>
            <FormGrid>
              <NumberInput
                label={t('parts')}
                min={1}
                max={60}
                allowDecimal={false}
                disabled={schedule !== null}
                {...form.getInputProps('parts')}
              />
              <Select
                label={t('from')}
                clearable
                disabled={schedule !== null}
                placeholder={format.month(months[1]!)}
                data={months.map((value) => ({ value, label: format.month(value) }))}
                value={form.values.from || null}
                onChange={(from) => form.setFieldValue('from', from ?? '')}
              />
              <NumberInput
                label={t('day')}
                min={1}
                max={31}
                allowDecimal={false}
                disabled={schedule !== null}
                {...form.getInputProps('day')}
              />
              <TextInput
                label={t('rate')}
                inputMode="decimal"
                description={draft.data && t('rate.hint', { most: draft.data.mostRate.replace('.', ',') })}
                {...form.getInputProps('rate')}
              />
            </FormGrid>
            <TextInput label={t('comment')} maxLength={500} {...form.getInputProps('note')} />
          </Form>
        </Sheet>
        <div className={classes.column}>
          <ProblemNotice error={draft.error} />
          <Section
            title={t('schedule')}
            actions={
              <Button
                size="compact-sm"
                variant="default"
                disabled={!draft.data}
                onClick={() => form.setFieldValue('schedule', schedule ? null : rowsOf(draft.data!))}
              >
                {t(schedule ? 'equal' : 'edit')}
              </Button>
            }
          >
            <ScheduleGrid
              draft={draft.data}
              rows={schedule}
              onChange={(rows) => form.setFieldValue('schedule', rows)}
            />
          </Section>
          <Section title={t('places')}>
            <PlacesTable places={draft.data?.places} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

function ScheduleGrid({
  draft,
  rows,
  onChange,
}: {
  draft: PlanDraft | undefined;
  rows: readonly Row[] | null;
  onChange: (rows: Row[]) => void;
}) {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  const shown =
    draft && (rows ? rows.map((row, i) => ({ ...row, interest: draft.parts[i]?.interest ?? '0.00' })) : draft.parts);
  const change = (i: number, change: Partial<Row>) =>
    onChange(rows!.map((row, n) => (n === i ? { ...row, ...change } : row)));
  const numbered = shown?.map((row, i) => ({ ...row, i }));
  return (
    <DataTable
      label={t('schedule')}
      minWidth={460}
      wrap={rows !== null}
      rows={numbered}
      rowKey={({ i }) => String(i)}
      empty={null}
      columns={[
        {
          key: 'due',
          title: t('dueOn'),
          cell: ({ dueOn, i }) =>
            rows ? (
              <DayField
                size="xs"
                className={classes.day}
                aria-label={`${t('dueOn')} ${i + 1}`}
                value={dueOn}
                onChange={(day) => change(i, { dueOn: day })}
              />
            ) : (
              format.day(dueOn)
            ),
          total: t('total'),
        },
        {
          key: 'amount',
          title: t('part'),
          width: 150,
          align: 'end',
          cell: ({ amount, i }) =>
            rows ? (
              <TextInput
                size="xs"
                className={classes.sum}
                inputMode="decimal"
                aria-label={`${t('part')} ${i + 1}`}
                value={amount}
                onChange={(event) => change(i, { amount: event.currentTarget.value })}
              />
            ) : (
              <MoneyText value={amount} currency={false} />
            ),
          total: draft && <MoneyText value={draft.debt} currency={false} />,
        },
        {
          key: 'interest',
          title: t('interest'),
          width: 130,
          align: 'end',
          cell: ({ interest }) => <MoneyText value={interest} currency={false} />,
          total: draft && <MoneyText value={sumMoney(draft.parts.map(({ interest }) => interest))} currency={false} />,
        },
      ]}
    />
  );
}

function rowsOf({ parts }: PlanDraft): Row[] {
  return parts.map(({ dueOn, amount }) => ({ dueOn, amount: amount.replace('.', ',') }));
}

function askedOf(values: {
  parts: number | '';
  from: string;
  day: number | '';
  rate: string;
  schedule: readonly Row[] | null;
}): Asked {
  const rate = values.rate.trim().replace(',', '.') || '0';
  if (values.schedule)
    return {
      rate,
      schedule: values.schedule.map(({ dueOn, amount }) => ({
        dueOn,
        amount: amount.replaceAll(/\s/g, '').replace(',', '.'),
      })),
    };
  return {
    rate,
    parts: values.parts || undefined,
    from: values.from || undefined,
    day: values.day || undefined,
  };
}

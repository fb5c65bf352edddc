import {
  answer,
  DataTable,
  EmptyState,
  Form,
  MoneyText,
  Notice,
  Page,
  PageHeader,
  Section,
  Sheet,
  sumMoney,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { addMonths, formatPeriod, Money, parsePeriod } from '@dvor/kernel';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate } from 'react-router';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { AccountChoice } from '../../lib/accounts/account-choice.js';
import { useAccountName } from '../../lib/accounts/use-found-accounts.js';
import { type ChargedFor, LIMITATION, useChargedFor } from './api.js';
import classes from './corrections.module.css';
import { correctionMessages } from './messages.js';

const MONTHS_SHOWN = 48;

/** «Начислено, изменить на, станет»: by service and part of one closed month of an account. */
export default function NewCorrectionPage() {
  const t = useMessages(correctionMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const checks = useChecks();
  const { workingPeriod, today } = useCalendar();
  const [accountId, setAccount] = useUrlFilter('accountId');
  const [asked, setPeriod] = useUrlFilter('period');
  const last = formatPeriod(addMonths(parsePeriod(workingPeriod), -1));
  const period = asked || last;
  const charged = useChargedFor(accountId || null, period);
  const rows = charged.data?.items ?? [];
  const form = useForm({
    initialValues: { changes: {} as Record<string, string>, ownError: false, late: '', basis: emptyBasis('other') },
    validate: {
      changes: (changes) => (changed(rows, changes).length === 0 ? t('grid.need') : null),
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    paperNeeded: () => true,
    write: (api, { changes, ownError, late }, { reason, documentId }, headers) =>
      answer(
        api.POST('/api/v1/corrections', {
          params: { header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: {
            ...{ reason, documentId: documentId!, ownError, lateReason: typedText(late) },
            items: changed(rows, changes).map(({ row: { serviceId, supplierId, part }, amount }) => ({
              ...{ accountId, serviceId, supplierId, part, origin: period },
              amount: amount.toString(),
            })),
          },
          headers,
        }),
      ),
    onDone: ({ id }) => void navigate(`/corrections/${id}`, { replace: true }),
  });
  const forget = () => form.setFieldValue('changes', {});
  const old = period < formatPeriod(addMonths(parsePeriod(today.slice(0, 7)), -LIMITATION));
  return (
    <Page>
      <PageHeader back={<Link to="/corrections">{t('back')}</Link>} title={t('new.title')} />
      <div className={classes.card}>
        <Sheet>
          <Form onCancel={() => void navigate('/corrections')} submit={t('save')} {...record}>
            <AccountChoice
              value={accountId || null}
              onChange={(id) => {
                forget();
                setAccount(id);
              }}
            />
            <ClosedNotice accountId={accountId} workingPeriod={workingPeriod} />
            <Select
              label={t('month')}
              required
              searchable
              allowDeselect={false}
              data={monthsUpTo(last).map((value) => ({ value, label: format.month(value) }))}
              value={period}
              onChange={(next) => {
                forget();
                setPeriod(next);
              }}
            />
            <Checkbox
              label={t('ownError')}
              description={t('ownError.hint')}
              {...form.getInputProps('ownError', { type: 'checkbox' })}
            />
            {old && (
              <TextInput
                label={t('late')}
                description={t('late.hint')}
                maxLength={500}
                {...form.getInputProps('late')}
              />
            )}
            <BasisFields form={form} paperNeeded />
          </Form>
        </Sheet>
        <Section title={format.month(period)}>
          {accountId === '' ? (
            <EmptyState title={t('grid.wait')} />
          ) : (
            <Grid
              rows={charged.data?.items}
              changes={form.values.changes}
              onChange={(key, text) => form.setFieldValue('changes', { ...form.values.changes, [key]: text })}
              error={form.errors['changes'] as string | undefined}
            />
          )}
        </Section>
      </div>
    </Page>
  );
}

/** An account that was closed before the working month has no next bill to stand in. */
function ClosedNotice({ accountId, workingPeriod }: { accountId: string; workingPeriod: string }) {
  const t = useMessages(correctionMessages);
  const format = useFormat();
  const { data: account } = useAccountName(accountId);
  if (!account?.closedOn || account.closedOn > `${workingPeriod}-01`) return null;
  return (
    <Notice tone="info" title={t('closed.title')}>
      {t('closed.text', { balance: format.money(account.balance) })}
    </Notice>
  );
}

function Grid({
  rows,
  changes,
  onChange,
  error,
}: {
  rows: readonly ChargedFor[] | undefined;
  changes: Readonly<Record<string, string>>;
  onChange: (key: string, text: string) => void;
  error: string | undefined;
}) {
  const t = useMessages(correctionMessages);
  const nameOf = ({ service, part }: ChargedFor) => (part === 'common' ? `${service}, ${t('part.common')}` : service);
  const sums = changed(rows ?? [], changes).map(({ amount }) => amount.toString());
  return (
    <>
      <DataTable
        label={t('title')}
        minWidth={680}
        rows={rows}
        rowKey={keyOf}
        empty={<EmptyState title={t('grid.empty')} />}
        columns={[
          {
            key: 'service',
            title: t('service'),
            cell: (row) => <span title={row.supplier}>{nameOf(row)}</span>,
            total: rows && t('total', { n: rows.length }),
          },
          {
            key: 'was',
            title: t('was'),
            width: 130,
            align: 'end',
            cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
            total: rows && <MoneyText value={sumMoney(rows.map(({ amount }) => amount))} currency={false} />,
          },
          {
            key: 'change',
            title: t('change'),
            width: 140,
            align: 'end',
            cell: (row) => (
              <TextInput
                size="xs"
                classNames={{ input: classes.sum }}
                inputMode="decimal"
                aria-label={t('change.of', { service: nameOf(row) })}
                value={changes[keyOf(row)] ?? ''}
                onChange={(event) => onChange(keyOf(row), event.currentTarget.value)}
              />
            ),
            total: sums.length > 0 && <MoneyText value={sumMoney(sums)} currency={false} />,
          },
          {
            key: 'becomes',
            title: t('becomes'),
            width: 140,
            align: 'end',
            cell: (row) => {
              const delta = sumOf(changes[keyOf(row)] ?? '');
              const becomes = delta ? Money.parse(row.amount).plus(delta).toString().replace('.', ',') : '';
              return (
                <TextInput
                  size="xs"
                  classNames={{ input: classes.sum }}
                  inputMode="decimal"
                  key={`${keyOf(row)} ${becomes}`}
                  aria-label={t('becomes.of', { service: nameOf(row) })}
                  defaultValue={becomes}
                  onBlur={(event) => {
                    const next = sumOf(event.currentTarget.value);
                    if (next) onChange(keyOf(row), next.minus(Money.parse(row.amount)).toString().replace('.', ','));
                  }}
                />
              );
            },
          },
        ]}
      />
      {error && <div role="alert">{error}</div>}
    </>
  );
}

function keyOf({ serviceId, supplierId, part }: ChargedFor): string {
  return `${serviceId}-${supplierId}-${part}`;
}

function changed(rows: readonly ChargedFor[], changes: Readonly<Record<string, string>>) {
  return rows.flatMap((row) => {
    const amount = sumOf(changes[keyOf(row)] ?? '');
    return amount && !amount.isZero ? [{ row, amount }] : [];
  });
}

/** `−200,5` as people type it; null while it is no sum. */
function sumOf(text: string): Money | null {
  const plain = text.replaceAll(/\s/g, '').replace(',', '.').replace('−', '-');
  return /^-?\d{1,10}(\.\d{1,2})?$/.test(plain) ? Money.parse(plain) : null;
}

function monthsUpTo(last: string): string[] {
  return Array.from({ length: MONTHS_SHOWN }, (_, i) => formatPeriod(addMonths(parsePeriod(last), -i)));
}

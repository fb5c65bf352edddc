import {
  answer,
  Code,
  DataTable,
  EmptyState,
  Form,
  MoneyText,
  Notice,
  Page,
  PageHeader,
  ProblemNotice,
  Section,
  Sheet,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { addMonths, formatPeriod, parsePeriod } from '@dvor/kernel';
import { Checkbox, FileInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { type ForeseenItem, LIMITATION, useForeseen } from './api.js';
import classes from './corrections.module.css';
import { correctionMessages } from './messages.js';

/** Corrections of many accounts from a table: what stands, the change, what will stand; nothing is entered before it is seen. */
export default function CorrectionTablePage() {
  const t = useMessages(correctionMessages);
  const navigate = useNavigate();
  const checks = useChecks();
  const { today } = useCalendar();
  const [file, setFile] = useState<File | null>(null);
  const foreseen = useForeseen();
  const rows = foreseen.data?.items ?? [];
  const items = rows.flatMap(({ item }) => (item ? [item] : []));
  const form = useForm({
    initialValues: { ownError: false, late: '', basis: emptyBasis('other') },
    validate: { basis: checks.basis },
  });
  const record = useRecord(form, {
    paperNeeded: () => true,
    write: (api, { ownError, late }, { reason, documentId }, headers) =>
      answer(
        api.POST('/api/v1/corrections', {
          params: { header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: { reason, documentId: documentId!, ownError, lateReason: typedText(late), items },
          headers,
        }),
      ),
    onDone: ({ id }) => void navigate(`/corrections/${id}`, { replace: true }),
  });
  const oldest = formatPeriod(addMonths(parsePeriod(today.slice(0, 7)), -LIMITATION));
  const ready = items.length > 0 && items.length === rows.length;
  return (
    <Page>
      <PageHeader back={<Link to="/corrections">{t('back')}</Link>} title={t('table.title')} note={t('table.note')} />
      <div className={classes.card}>
        <Sheet>
          <FileInput
            label={t('table.file')}
            description={t('table.file.hint')}
            placeholder={t('table.choose')}
            accept=".xlsx,.csv"
            clearable
            clearButtonProps={{ 'aria-label': t('table.clear') }}
            value={file}
            onChange={(next) => {
              setFile(next);
              if (next) foreseen.mutate(next);
              else foreseen.reset();
            }}
          />
          <ProblemNotice error={foreseen.error} />
          {ready && (
            <Form onCancel={() => void navigate('/corrections')} submit={t('save')} {...record}>
              <Checkbox
                label={t('ownError')}
                description={t('ownError.hint')}
                {...form.getInputProps('ownError', { type: 'checkbox' })}
              />
              {items.some(({ origin }) => origin < oldest) && (
                <TextInput
                  label={t('late')}
                  description={t('late.hint')}
                  maxLength={500}
                  {...form.getInputProps('late')}
                />
              )}
              <BasisFields form={form} paperNeeded />
            </Form>
          )}
        </Sheet>
        <Section title={t('table.lines')}>
          {foreseen.data && foreseen.data.problems > 0 && (
            <Notice tone="attention">{t('table.problems', { n: foreseen.data.problems })}</Notice>
          )}
          <Lines rows={foreseen.data?.items ?? []} amount={foreseen.data?.amount ?? null} />
        </Section>
      </div>
    </Page>
  );
}

function Lines({ rows, amount }: { rows: readonly ForeseenItem[]; amount: string | null }) {
  const t = useMessages(correctionMessages);
  const format = useFormat();
  return (
    <DataTable
      wrap
      label={t('table.lines')}
      minWidth={880}
      rows={rows}
      rowKey={({ line }) => String(line)}
      empty={
        <EmptyState icon={<IconTable stroke={1.5} />} title={t('table.empty')}>
          {t('table.columns')}
        </EmptyState>
      }
      columns={[
        { key: 'line', title: t('table.line'), width: 80, cell: ({ line }) => line },
        {
          key: 'account',
          title: t('account'),
          width: 200,
          cell: ({ account, address }) => (
            <>
              <Code>{account}</Code>
              <div>{address}</div>
            </>
          ),
          total: rows.length > 0 && t('total', { n: rows.length }),
        },
        {
          key: 'service',
          title: t('service'),
          cell: ({ service, item, problem }) => (
            <>
              {item?.part === 'common' ? `${service}, ${t('part.common')}` : service}
              {problem && <div role="alert">{problem}</div>}
            </>
          ),
        },
        {
          key: 'origin',
          title: t('month.of'),
          width: 140,
          cell: ({ origin }) => (origin ? format.month(origin) : '—'),
        },
        {
          key: 'was',
          title: t('was'),
          width: 120,
          align: 'end',
          cell: ({ was }) => (was === null ? '—' : <MoneyText value={was} currency={false} />),
        },
        {
          key: 'change',
          title: t('change'),
          width: 120,
          align: 'end',
          cell: ({ item }) => (item ? <MoneyText value={item.amount} currency={false} signed /> : '—'),
          total: amount !== null && <MoneyText value={amount} currency={false} signed />,
        },
        {
          key: 'becomes',
          title: t('becomes'),
          width: 120,
          align: 'end',
          cell: ({ becomes }) => (becomes === null ? '—' : <MoneyText value={becomes} currency={false} />),
        },
      ]}
    />
  );
}

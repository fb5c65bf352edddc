import {
  answer,
  Code,
  DataTable,
  DayField,
  downloadFile,
  ErrorState,
  Facts,
  Form,
  FormDialog,
  FormGrid,
  MoneyText,
  Page,
  PageHeader,
  Section,
  Sheet,
  useFormat,
  useHttp,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, FileInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { IconDownload, IconSend } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { paperForm } from '../../lib/basis/paper-form.js';
import { typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { type LetterDetail, useLetter, type Way, WAYS } from './api.js';
import { claimMessages } from './messages.js';

/** A letter: what it says, and how it went and came, with the papers that prove it. */
export default function LetterPage() {
  const t = useMessages(claimMessages);
  const may = useMay();
  const http = useHttp();
  const [noting, note] = useDisclosure();
  const { id = '', letterId = '' } = useParams();
  const { data: letter, error, refetch } = useLetter(letterId);
  const printed = useMutation({
    mutationFn: ({ number }: LetterDetail) =>
      downloadFile(http, `/api/v1/debt-letters/${letterId}/pdf`, t('file.name', { number: number.replace('/', '-') })),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!letter) return <Page>{null}</Page>;
  return (
    <Page>
      <PageHeader
        back={<Link to={`/debt-letters/${id}`}>{t('back.batch')}</Link>}
        title={`${t(`kind.${letter.kind}`)} № ${letter.number}`}
        note={letter.address}
        actions={
          <>
            {may('debt.work') && (
              <Button variant="default" leftSection={<IconSend size={16} />} onClick={note.open}>
                {t('delivery.add')}
              </Button>
            )}
            <Button
              leftSection={<IconDownload size={16} />}
              disabled={!letter.fileReady}
              loading={printed.isPending}
              onClick={() => printed.mutate(letter)}
            >
              {t('file')}
            </Button>
          </>
        }
      />
      <LetterFacts letter={letter} />
      <Section title={t('deliveries')}>
        <Deliveries letter={letter} />
      </Section>
      <Section title={t('months')}>
        <Months months={letter.months} />
      </Section>
      <FormDialog opened={noting} onClose={note.close} title={t('delivery.add')}>
        {noting && <DeliveryForm letter={letter} onClose={note.close} />}
      </FormDialog>
    </Page>
  );
}

function LetterFacts({ letter }: { letter: LetterDetail }) {
  const t = useMessages(claimMessages);
  const format = useFormat();
  const { accountId, account, debtor, dated, payBy, principal, penalty, deliveredOn, voided } = letter;
  return (
    <Sheet>
      <Facts
        facts={[
          {
            label: t('account'),
            value: (
              <Link to={`/debtors/${accountId}`}>
                <Code>{account}</Code>
              </Link>
            ),
          },
          { label: t('debtor'), value: debtor },
          { label: t('dated'), value: format.day(dated) },
          { label: t('payBy'), value: format.day(payBy) },
          { label: t('principal'), value: <MoneyText value={principal} /> },
          { label: t('penalty'), value: <MoneyText value={penalty} /> },
          { label: t('delivered'), value: deliveredOn ? format.day(deliveredOn) : t('delivered.unknown') },
          ...(voided === null ? [] : [{ label: t('voided'), value: voided }]),
        ]}
      />
    </Sheet>
  );
}

function Deliveries({ letter: { deliveries } }: { letter: LetterDetail }) {
  const t = useMessages(claimMessages);
  const format = useFormat();
  const http = useHttp();
  const dayOr = (day: string | null) => (day ? format.day(day) : '—');
  const proof = useMutation({
    mutationFn: (id: string) => downloadFile(http, `/api/v1/letter-deliveries/${id}/proof`, t('proof.file')),
  });
  return (
    <DataTable
      wrap
      label={t('deliveries')}
      minWidth={760}
      rows={deliveries}
      rowKey={({ id }) => id}
      empty={t('deliveries.none')}
      columns={[
        { key: 'way', title: t('way'), width: 180, cell: ({ way }) => t(`way.${way}`) },
        { key: 'sentOn', title: t('sent'), width: 120, cell: ({ sentOn }) => format.day(sentOn) },
        { key: 'deliveredOn', title: t('delivered'), width: 120, cell: ({ deliveredOn }) => dayOr(deliveredOn) },
        { key: 'returnedOn', title: t('returned'), width: 120, cell: ({ returnedOn }) => dayOr(returnedOn) },
        { key: 'proof', title: t('proof'), cell: (one) => one.proof ?? '—' },
        {
          key: 'file',
          title: t('paper'),
          width: 120,
          cell: ({ id, hasFile }) =>
            hasFile && (
              <Button size="compact-sm" variant="light" onClick={() => proof.mutate(id)}>
                {t('paper.get')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function Months({ months }: Pick<LetterDetail, 'months'>) {
  const t = useMessages(claimMessages);
  const format = useFormat();
  const money = (value: string) => <MoneyText value={value} currency={false} />;
  return (
    <DataTable
      label={t('months')}
      minWidth={620}
      rows={months}
      rowKey={({ period }) => period}
      empty={t('preview.empty')}
      columns={[
        { key: 'period', title: t('month'), cell: ({ period }) => format.month(period) },
        { key: 'due', title: t('due'), width: 120, cell: ({ due }) => format.day(due) },
        { key: 'principal', title: t('sum'), width: 130, align: 'end', cell: ({ principal }) => money(principal) },
        { key: 'penalty', title: t('penalty.column'), width: 120, align: 'end', cell: ({ penalty }) => money(penalty) },
        { key: 'total', title: t('total'), width: 130, align: 'end', cell: ({ total }) => money(total) },
      ]}
    />
  );
}

function DeliveryForm({ letter: { id }, onClose }: { letter: LetterDetail; onClose: () => void }) {
  const t = useMessages(claimMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      ...{ way: 'post' as Way, sentOn: today as string, deliveredOn: '', returnedOn: '', proof: '' },
      file: null as File | null,
    },
    validate: { sentOn: checks.day, deliveredOn: checks.dayOrEmpty, returnedOn: checks.dayOrEmpty },
  });
  const save = useSave(form, {
    write: (api, { file, way, sentOn, deliveredOn, returnedOn, proof }, headers) => {
      const body = {
        ...{ way, sentOn: typedDay(sentOn), deliveredOn: typedDay(deliveredOn) },
        ...{ returnedOn: typedDay(returnedOn), proof },
      };
      return answer(
        api.POST('/api/v1/debt-letters/{id}/deliveries', {
          params: { path: { id } },
          body,
          bodySerializer: () => paperForm(body, file),
          headers,
        }),
      );
    },
    onDone: onClose,
    said: t('delivery.done'),
  });
  return (
    <Form onCancel={onClose} submit={t('delivery.add')} {...save}>
      <FormGrid>
        <Select
          label={t('way')}
          allowDeselect={false}
          data={WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
          {...form.getInputProps('way')}
        />
        <DayField label={t('sentOn')} required {...form.getInputProps('sentOn')} />
        <DayField label={t('deliveredOn')} {...form.getInputProps('deliveredOn')} />
        <DayField label={t('returnedOn')} {...form.getInputProps('returnedOn')} />
      </FormGrid>
      <TextInput label={t('proof')} description={t('proof.hint')} maxLength={200} {...form.getInputProps('proof')} />
      <FileInput
        label={t('paper')}
        placeholder={t('paper.choose')}
        accept=".pdf,.jpg,.jpeg,.png"
        clearable
        {...form.getInputProps('file')}
      />
    </Form>
  );
}

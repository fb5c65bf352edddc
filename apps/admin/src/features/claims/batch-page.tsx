import {
  answer,
  Code,
  DataTable,
  DayField,
  downloadFile,
  ErrorState,
  Form,
  FormDialog,
  FormGrid,
  MoneyText,
  Page,
  PageHeader,
  Section,
  useFormat,
  useHttp,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { IconDownload, IconSend } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useAct, useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { type Batch, type Letter, useBatch, useLetters, type Way, WAYS } from './api.js';
import { useWhy } from '../../lib/debt-reasons/use-why.js';
import { claimMessages } from './messages.js';

/** A batch: its letters, how they went, and who was left out and why. */
export default function BatchPage() {
  const t = useMessages(claimMessages);
  const may = useMay();
  const http = useHttp();
  const [sending, send] = useDisclosure();
  const { id = '' } = useParams();
  const { data: batch, error, refetch } = useBatch(id);
  const whole = useMutation({
    mutationFn: ({ number }: Batch) =>
      downloadFile(http, `/api/v1/debt-letter-batches/${id}/pdf`, t('file.batch', { number })),
  });
  const retry = useAct({
    write: (api, of: string, headers) =>
      answer(api.POST('/api/v1/debt-letter-batches/{id}/retry', { params: { path: { id: of } }, headers })),
    onDone: () => undefined,
    said: null,
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!batch) return null;
  const { kind, number, state, printed, letters, fileReady, without } = batch;
  return (
    <Page>
      <PageHeader
        title={`${t(`kind.${kind}`)} № ${number}`}
        note={t(`state.${state}`, { printed, letters })}
        actions={
          <>
            {state === 'failed' && may('debt.work') && (
              <Button loading={retry.busy} onClick={() => retry.run(id)}>
                {t('retry')}
              </Button>
            )}
            {may('debt.work') && (
              <Button variant="light" leftSection={<IconSend size={16} />} onClick={send.open}>
                {t('send')}
              </Button>
            )}
            <Button
              leftSection={<IconDownload size={16} />}
              disabled={!fileReady}
              loading={whole.isPending}
              onClick={() => whole.mutate(batch)}
            >
              {t('file.all')}
            </Button>
          </>
        }
      />
      <Section title={t('letters')}>
        <Letters batchId={id} printed={printed} />
      </Section>
      {without.length > 0 && (
        <Section title={t('leftOut')}>
          <LeftOut without={without} />
        </Section>
      )}
      <FormDialog opened={sending} onClose={send.close} title={t('send')}>
        {sending && <SendForm id={id} onClose={send.close} />}
      </FormDialog>
    </Page>
  );
}

function Letters({ batchId, printed }: { batchId: string; printed: number }) {
  const t = useMessages(claimMessages);
  const format = useFormat();
  const http = useHttp();
  const { data, error, refetch } = useLetters(batchId, printed);
  const own = useMutation({
    mutationFn: ({ id, number }: Letter) =>
      downloadFile(http, `/api/v1/debt-letters/${id}/pdf`, t('file.name', { number: number.replace('/', '-') })),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      wrap
      label={t('letters')}
      minWidth={900}
      rows={data?.items}
      rowKey={({ id }) => id}
      empty={t('preview.empty')}
      columns={[
        {
          key: 'number',
          title: t('number'),
          width: 80,
          cell: ({ id, number }) => <Link to={`/debt-letters/${batchId}/letters/${id}`}>{number}</Link>,
        },
        {
          key: 'account',
          title: t('account'),
          width: 130,
          cell: ({ accountId, account }) => (
            <Link to={`/accounts/${accountId}`}>
              <Code>{account}</Code>
            </Link>
          ),
        },
        { key: 'debtor', title: t('debtor'), cell: ({ debtor, address }) => <span title={address}>{debtor}</span> },
        {
          key: 'sum',
          title: t('sum'),
          width: 120,
          align: 'end',
          cell: ({ principal }) => <MoneyText value={principal} currency={false} />,
        },
        {
          key: 'sent',
          title: t('sent'),
          width: 190,
          cell: ({ sent }) => (sent ? `${t(`way.${sent.way}`)}, ${format.day(sent.on)}` : '—'),
        },
        {
          key: 'delivered',
          title: t('delivered'),
          width: 120,
          cell: ({ deliveredOn }) => (deliveredOn ? format.day(deliveredOn) : '—'),
        },
        {
          key: 'file',
          title: t('file'),
          width: 90,
          cell: (letter) =>
            letter.fileReady && (
              <Button size="compact-sm" variant="light" onClick={() => own.mutate(letter)}>
                {t('file')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function LeftOut({ without }: { without: NonNullable<ReturnType<typeof useBatch>['data']>['without'] }) {
  const t = useMessages(claimMessages);
  const why = useWhy();
  return (
    <DataTable
      wrap
      label={t('leftOut')}
      minWidth={480}
      rows={without}
      rowKey={({ accountId }) => accountId}
      empty={t('preview.empty')}
      columns={[
        {
          key: 'account',
          title: t('account'),
          width: 130,
          cell: ({ accountId, account }) => (
            <Link to={`/accounts/${accountId}`}>
              <Code>{account}</Code>
            </Link>
          ),
        },
        { key: 'why', title: t('reason'), cell: ({ obstacles }) => why(obstacles) },
      ]}
    />
  );
}

function SendForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(claimMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: { way: 'post' as Way, sentOn: today as string },
    validate: { sentOn: checks.day },
  });
  const save = useSave(form, {
    write: (api, { way, sentOn }, headers) =>
      answer(
        api.POST('/api/v1/debt-letter-batches/{id}/sending', {
          params: { path: { id } },
          body: { way, sentOn: typedDay(sentOn) },
          headers,
        }),
      ),
    onDone: onClose,
    said: t('send.done'),
  });
  return (
    <Form onCancel={onClose} submit={t('send')} {...save}>
      <FormGrid>
        <Select
          label={t('way')}
          allowDeselect={false}
          data={WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
          {...form.getInputProps('way')}
        />
        <DayField label={t('sentOn')} required {...form.getInputProps('sentOn')} />
      </FormGrid>
    </Form>
  );
}

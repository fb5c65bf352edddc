import {
  answer,
  ApiProblem,
  Code,
  DataTable,
  DayField,
  EmptyState,
  ErrorState,
  Form,
  FormDialog,
  FormGrid,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconCertificate, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { typedDay, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSteadyKey } from '../../lib/basis/use-steady-key.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { type AccountCard, useCertificates } from './api.js';
import { accountMessages } from './messages.js';

/** The numbered log of what was certified, and a new one. */
export function AccountCertificates({ account }: { account: AccountCard }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const [issuing, issue] = useDisclosure();
  const { data, error, refetch } = useCertificates(account.id);
  const addressOf = (number: string) => `/accounts/${account.id}/certificates/${number}`;

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Toolbar>
        <ToolbarEnd>
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={issue.open}>
            {t('certificate.issue')}
          </Button>
        </ToolbarEnd>
      </Toolbar>
      <DataTable
        label={t('tab.certificates')}
        minWidth={680}
        rows={data?.items}
        rowKey={({ number }) => number}
        onOpen={({ number }) => void navigate(addressOf(number))}
        empty={
          <EmptyState icon={<IconCertificate stroke={1.5} />} title={t('certificates.empty')}>
            {t('certificates.empty.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'number',
            title: t('certificate.number'),
            width: 110,
            cell: ({ number }) => (
              <Link to={addressOf(number)} tabIndex={-1}>
                <Code>{number}</Code>
              </Link>
            ),
          },
          { key: 'kind', title: t('certificate.kind'), cell: ({ kind }) => t(`certificate.${kind}`) },
          { key: 'on', title: t('certificate.on'), width: 110, cell: ({ on }) => format.day(on) },
          {
            key: 'purpose',
            title: t('certificate.purpose'),
            width: 170,
            cell: ({ purpose }) => <span title={purpose ?? ''}>{purpose ?? '—'}</span>,
          },
          {
            key: 'issued',
            title: t('certificate.issued'),
            width: 140,
            cell: ({ issuedAt }) => format.instant(issuedAt),
          },
        ]}
      />
      <FormDialog opened={issuing} onClose={issue.close} title={t('certificate.title')}>
        <IssueForm account={account} onClose={issue.close} onDone={(number) => void navigate(addressOf(number))} />
      </FormDialog>
    </>
  );
}

function IssueForm({
  account,
  onClose,
  onDone,
}: {
  account: AccountCard;
  onClose: () => void;
  onDone: (number: string) => void;
}) {
  const t = useMessages(accountMessages);
  const api = useApi();
  const queries = useQueryClient();
  const checks = useChecks();
  const once = useSteadyKey();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: { kind: 'household' as 'household' | 'registration', on: today, purpose: '' },
    validate: { on: checks.day },
  });
  const issue = useMutation({
    mutationFn: ({ kind, on, purpose }: typeof form.values) => {
      const body = { kind, on: typedDay(on), purpose: typedText(purpose) };
      return once(body, (headers) =>
        answer(api.POST('/api/v1/accounts/{id}/certificates', { params: { path: { id: account.id } }, body, headers })),
      );
    },
    onSuccess: async ({ number }) => {
      await queries.invalidateQueries({ queryKey: ['accounts', account.id, 'certificates'] });
      onDone(number);
    },
    onError: (error) => {
      if (error instanceof ApiProblem)
        form.setErrors(Object.fromEntries(error.errors.map(({ field, message }) => [field, message])));
    },
  });
  return (
    <Form
      onCancel={onClose}
      onSubmit={form.onSubmit((values) => {
        if (!issue.isPending) issue.mutate(values);
      })}
      submit={t('certificate.issue')}
      busy={issue.isPending}
      error={issue.error}
    >
      <FormGrid>
        <Select
          label={t('certificate.kind')}
          allowDeselect={false}
          data={(['household', 'registration'] as const).map((kind) => ({
            value: kind,
            label: t(`certificate.${kind}`),
          }))}
          {...form.getInputProps('kind')}
        />
        <DayField label={t('certificate.on')} required {...form.getInputProps('on')} />
      </FormGrid>
      <TextInput
        label={t('certificate.purpose')}
        placeholder={t('certificate.purpose.example')}
        maxLength={200}
        {...form.getInputProps('purpose')}
      />
    </Form>
  );
}

import {
  answer,
  Code,
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
import { Button, FileInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { paperForm } from '../../lib/basis/paper-form.js';
import { typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { debtStepMessages } from '../../lib/debt-steps/messages.js';
import { StepsTable } from '../../lib/debt-steps/steps-table.js';
import { type CaseDetail, COURT_STEPS, type CourtStep, useCourtCase } from './api.js';
import { claimMessages } from './messages.js';

/** A case: who is asked for what, its papers, what the court and the bailiff did. */
export default function CasePage() {
  const t = useMessages(claimMessages);
  const may = useMay();
  const http = useHttp();
  const [noting, note] = useDisclosure();
  const { id = '' } = useParams();
  const { data: one, error, refetch } = useCourtCase(id);
  const papers = useMutation({
    mutationFn: ({ account }: CaseDetail) =>
      downloadFile(http, `/api/v1/court-cases/${id}/package`, t('file.package', { account })),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!one) return <Page>{null}</Page>;
  return (
    <Page>
      <PageHeader
        back={<Link to="/court-cases">{t('court')}</Link>}
        title={t('case.title', { number: one.number })}
        note={one.court}
        actions={
          <>
            {may('debt.work') && one.closedOn === null && (
              <Button variant="default" leftSection={<IconPlus size={16} />} onClick={note.open}>
                {t('step.add')}
              </Button>
            )}
            <Button
              leftSection={<IconDownload size={16} />}
              disabled={!one.fileReady}
              loading={papers.isPending}
              onClick={() => papers.mutate(one)}
            >
              {t('package')}
            </Button>
          </>
        }
      />
      <CaseFacts one={one} />
      <Section title={t('steps')}>
        <StepsTable steps={one.steps} />
      </Section>
      <FormDialog opened={noting} onClose={note.close} title={t('step.add')}>
        {noting && <StepForm id={id} onClose={note.close} />}
      </FormDialog>
    </Page>
  );
}

function CaseFacts({ one }: { one: CaseDetail }) {
  const t = useMessages(claimMessages);
  const format = useFormat();
  const { accountId, account, dated, from, to, principal, penalty, fee, closedOn, debtors } = one;
  const who = debtors.map(({ names, share }) => `${names.join(', ')}${share === null ? '' : ` — ${share}`}`);
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
          { label: t('debtor'), value: who.join('; ') },
          { label: t('dated'), value: format.day(dated) },
          { label: t('case.months'), value: `${format.month(from)} — ${format.month(to)}` },
          { label: t('principal'), value: <MoneyText value={principal} /> },
          { label: t('penalty'), value: <MoneyText value={penalty} /> },
          { label: t('case.fee'), value: <MoneyText value={fee} /> },
          ...(closedOn === null ? [] : [{ label: t('case.closed'), value: format.day(closedOn) }]),
        ]}
      />
    </Sheet>
  );
}

function StepForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(claimMessages);
  const step = useMessages(debtStepMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      ...{ kind: 'court-order' as CourtStep, on: today as string, number: '', note: '' },
      file: null as File | null,
    },
    validate: { on: checks.day },
  });
  const save = useSave(form, {
    write: (api, { file, ...values }, headers) => {
      const body = { ...values, on: typedDay(values.on) };
      return answer(
        api.POST('/api/v1/court-cases/{id}/steps', {
          params: { path: { id } },
          body,
          bodySerializer: () => paperForm(body, file),
          headers,
        }),
      );
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('step.add')} {...save}>
      <FormGrid>
        <Select
          label={t('step')}
          allowDeselect={false}
          data={COURT_STEPS.map((kind) => ({ value: kind, label: step(`step.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
        <DayField label={t('dated')} required {...form.getInputProps('on')} />
      </FormGrid>
      <TextInput label={t('step.number')} maxLength={100} {...form.getInputProps('number')} />
      <Textarea label={t('step.note')} autosize minRows={2} maxLength={1000} {...form.getInputProps('note')} />
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

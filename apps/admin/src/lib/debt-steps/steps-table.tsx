import type { Schemas } from '@dvor/api-client';
import { answer, DataTable, downloadFile, Form, FormDialog, useFormat, useHttp, useMay, useMessages } from '@dvor/ui';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useChecks } from '../basis/use-checks.js';
import { useSave } from '../basis/use-save.js';
import { debtStepMessages } from './messages.js';

type Step = Schemas['DebtStepDto'];

/** Steps with their papers; one that was entered by mistake is taken back, but for those that begin a case. */
export function StepsTable({ steps }: { steps: readonly Step[] }) {
  const t = useMessages(debtStepMessages);
  const format = useFormat();
  const [mistaken, setMistaken] = useState<Step | null>(null);
  return (
    <>
      <DataTable
        wrap
        label={t('steps')}
        minWidth={760}
        rows={steps}
        rowKey={({ id }) => id}
        empty={t('none')}
        columns={[
          { key: 'on', title: t('on'), width: 110, cell: ({ on }) => format.day(on) },
          { key: 'kind', title: t('step'), width: 210, cell: ({ kind }) => t(`step.${kind}`) },
          { key: 'number', title: t('number'), width: 140, cell: ({ number }) => number ?? '—' },
          { key: 'note', title: t('note'), cell: (step) => <Note step={step} /> },
          { key: 'by', title: t('by'), width: 170, cell: ({ by }) => by ?? t('itself') },
          { key: 'paper', title: '', width: 110, cell: (step) => step.hasFile && <Paper step={step} /> },
          { key: 'back', title: '', width: 110, cell: (step) => <Mistake step={step} onChoose={setMistaken} /> },
        ]}
      />
      <FormDialog opened={mistaken !== null} onClose={() => setMistaken(null)} title={t('back.title')}>
        {mistaken && <TakeBackForm id={mistaken.id} onClose={() => setMistaken(null)} />}
      </FormDialog>
    </>
  );
}

function Note({ step: { note, cost, voided } }: { step: Step }) {
  const t = useMessages(debtStepMessages);
  const format = useFormat();
  if (voided !== null) return t('voided', { reason: voided });
  return [note, cost && t('cost', { sum: format.money(cost) })].filter(Boolean).join('; ');
}

function Paper({ step: { id, on } }: { step: Step }) {
  const t = useMessages(debtStepMessages);
  const format = useFormat();
  const http = useHttp();
  const bring = useMutation({
    mutationFn: () => downloadFile(http, `/api/v1/debt-steps/${id}/paper`, t('paper.file', { day: format.day(on) })),
  });
  return (
    <Button size="compact-sm" variant="light" loading={bring.isPending} onClick={() => bring.mutate()}>
      {t('paper')}
    </Button>
  );
}

function Mistake({ step, onChoose }: { step: Step; onChoose: (step: Step) => void }) {
  const t = useMessages(debtStepMessages);
  const may = useMay();
  if (step.voided !== null || BEGINNINGS.includes(step.kind) || !may('debt.work')) return null;
  return (
    <Button size="compact-sm" variant="subtle" onClick={() => onChoose(step)}>
      {t('back')}
    </Button>
  );
}

const BEGINNINGS: readonly Step['kind'][] = ['court-application', 'restriction-warning', 'restriction-reminder'];

function TakeBackForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(debtStepMessages);
  const checks = useChecks();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: checks.basis.reason } });
  const save = useSave(form, {
    write: (api, { reason }, headers) =>
      answer(
        api.POST('/api/v1/debt-steps/{id}/taking-back', {
          params: { path: { id } },
          body: { reason: reason.trim() },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('back')} {...save}>
      <TextInput label={t('back.reason')} required maxLength={500} {...form.getInputProps('reason')} />
    </Form>
  );
}

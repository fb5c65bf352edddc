import { answer, Form, FormDialog, FormGrid, Section, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { type AccountDebt, type Dispute, useDisputes } from './api.js';
import classes from './debts.module.css';
import { debtMessages } from './messages.js';

const OUTCOMES = ['rejected', 'upheld', 'partly', 'withdrawn'] as const;

/** What the payer says is not owed. */
export function Disputes({ accountId, lines }: { accountId: string; lines: AccountDebt['lines'] }) {
  const t = useMessages(debtMessages);
  const may = useMay();
  const { data } = useDisputes(accountId);
  const [opening, setOpening] = useState(false);
  const [closing, setClosing] = useState<Dispute | null>(null);
  const works = may('debt.work');
  return (
    <Section
      title={t('disputes')}
      actions={
        works && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setOpening(true)}>
            {t('dispute.open')}
          </Button>
        )
      }
    >
      {data?.items.length === 0 && <div className={classes.quiet}>{t('disputes.none')}</div>}
      <ul className={classes.notes}>
        {data?.items.map((dispute) => (
          <Note key={dispute.id} dispute={dispute} onClose={works ? () => setClosing(dispute) : null} />
        ))}
      </ul>
      <FormDialog opened={opening} onClose={() => setOpening(false)} title={t('dispute.open')}>
        {opening && <OpenForm accountId={accountId} lines={lines} onClose={() => setOpening(false)} />}
      </FormDialog>
      <FormDialog opened={closing !== null} onClose={() => setClosing(null)} title={t('dispute.close')}>
        {closing && <CloseForm id={closing.id} onClose={() => setClosing(null)} />}
      </FormDialog>
    </Section>
  );
}

function Note({ dispute, onClose }: { dispute: Dispute; onClose: (() => void) | null }) {
  const t = useMessages(debtMessages);
  const format = useFormat();
  const { service, origin, amount, reason, openedOn, closedOn, outcome, outcomeNote } = dispute;
  const about = [service, origin && format.month(origin), amount && format.money(amount)].filter(Boolean).join(', ');
  return (
    <li>
      <div>{about || t('dispute.all')}</div>
      <div>{reason}</div>
      <div className={classes.quiet}>{t('dispute.since', { day: format.day(openedOn) })}</div>
      {closedOn && outcome && (
        <div className={classes.quiet}>
          {t('dispute.closed', { day: format.day(closedOn) })}: {t(`outcome.${outcome}`)}. {outcomeNote}
        </div>
      )}
      {!closedOn && onClose && (
        <Button size="compact-xs" variant="subtle" onClick={onClose}>
          {t('dispute.close')}
        </Button>
      )}
    </li>
  );
}

function OpenForm({
  accountId,
  lines,
  onClose,
}: {
  accountId: string;
  lines: AccountDebt['lines'];
  onClose: () => void;
}) {
  const t = useMessages(debtMessages);
  const format = useFormat();
  const checks = useChecks();
  const services = new Map(
    lines.flatMap(({ serviceId, service }) => (serviceId && service ? [[serviceId, service]] : [])),
  );
  const months = [...new Set(lines.map(({ origin }) => origin))];
  const form = useForm({
    initialValues: { serviceId: null as string | null, origin: null as string | null, amount: '', reason: '' },
    validate: { amount: checks.numberOrEmpty, reason: checks.basis.reason },
  });
  const save = useSave(form, {
    write: (api, { serviceId, origin, amount, reason }, headers) =>
      answer(
        api.POST('/api/v1/accounts/{id}/disputes', {
          params: { path: { id: accountId } },
          body: { serviceId, origin, amount: amount.trim() ? typedNumber(amount) : null, reason: reason.trim() },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('dispute.open')} {...save}>
      <div>{t('dispute.hint')}</div>
      <FormGrid>
        <Select
          label={t('dispute.service')}
          clearable
          data={[...services].map(([value, label]) => ({ value: value!, label: label! }))}
          {...form.getInputProps('serviceId')}
        />
        <Select
          label={t('dispute.month')}
          clearable
          data={months.map((value) => ({ value, label: format.month(value) }))}
          {...form.getInputProps('origin')}
        />
      </FormGrid>
      <TextInput label={t('dispute.amount')} inputMode="decimal" {...form.getInputProps('amount')} />
      <Textarea label={t('reason')} required autosize minRows={2} maxLength={1000} {...form.getInputProps('reason')} />
    </Form>
  );
}

function CloseForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(debtMessages);
  const checks = useChecks();
  const form = useForm({
    initialValues: { outcome: 'rejected' as (typeof OUTCOMES)[number], note: '' },
    validate: { note: checks.basis.reason },
  });
  const save = useSave(form, {
    write: (api, { outcome, note }, headers) =>
      answer(
        api.POST('/api/v1/disputes/{id}/closing', {
          params: { path: { id } },
          body: { outcome, note: note.trim() },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('dispute.close')} {...save}>
      <Select
        label={t('outcome')}
        allowDeselect={false}
        data={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        {...form.getInputProps('outcome')}
      />
      <Textarea
        label={t('explanation')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('note')}
      />
    </Form>
  );
}

import {
  answer,
  Code,
  ConfirmDialog,
  DayField,
  Facts,
  Form,
  FormDialog,
  FormGrid,
  Notice,
  Section,
  Sheet,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { basisMessages } from '../../lib/basis/messages.js';
import { dayAfter, typedDay, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useAct, useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { type BankChange, type Supplier, useOneMayConfirm } from './api.js';
import classes from './catalogue.module.css';
import { FULL } from './full.js';
import { catalogueMessages } from './messages.js';
import { useInterval } from './words.js';

/** Asks for other bank details; nothing is paid there until a second person has confirmed them. */
export function NewBankChangeForm({ supplier, onClose }: { supplier: Supplier; onClose: () => void }) {
  const t = useMessages(catalogueMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const digits = (text: string) => text.replaceAll(/\s/g, '');
  const exactly = (length: number) => (text: string) =>
    new RegExp(`^\\d{${length}}$`).test(digits(text)) ? null : t('digits', { n: length });
  const form = useForm({
    initialValues: {
      accountNumber: '',
      bic: '',
      bankName: '',
      correspondentAccount: '',
      from: today,
      to: '',
      reason: '',
    },
    validate: {
      accountNumber: exactly(20),
      bic: exactly(9),
      bankName: checks.filled,
      correspondentAccount: (text) => (text.trim() === '' ? null : exactly(20)(text)),
      from: checks.day,
      to: checks.until,
      reason: checks.basis.reason,
    },
  });
  const save = useSave(form, {
    write: (api, values, headers) => {
      const { accountNumber, bic, bankName, correspondentAccount, from, to, reason } = values;
      const body = {
        accountNumber: digits(accountNumber),
        bic: digits(bic),
        bankName: bankName.trim(),
        correspondentAccount: typedText(digits(correspondentAccount)),
        from: typedDay(from),
        to: to.trim() ? dayAfter(typedDay(to)) : null,
        reason: reason.trim(),
      };
      return answer(
        api.POST('/api/v1/suppliers/{id}/bank-changes', { params: { path: { id: supplier.id } }, body, headers }),
      );
    },
    onDone: onClose,
    said: t('bank.ask.done'),
  });
  return (
    <Form onCancel={onClose} submit={t('bank.ask.submit')} {...save}>
      <Notice tone="info">{t('bank.ask.text')}</Notice>
      <FormGrid>
        <TextInput
          wrapperProps={FULL}
          data-autofocus
          label={t('account')}
          required
          inputMode="numeric"
          maxLength={24}
          {...form.getInputProps('accountNumber')}
        />
        <TextInput label={t('bik')} required inputMode="numeric" maxLength={11} {...form.getInputProps('bic')} />
        <TextInput
          label={t('corrAccount')}
          inputMode="numeric"
          maxLength={24}
          {...form.getInputProps('correspondentAccount')}
        />
        <TextInput wrapperProps={FULL} label={t('bank')} required maxLength={200} {...form.getInputProps('bankName')} />
        <DayField label={words('from')} required {...form.getInputProps('from')} />
        <DayField
          label={words('until')}
          description={words('until.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('to')}
        />
      </FormGrid>
      <TextInput
        label={words('reason')}
        placeholder={t('bank.reason.example')}
        required
        maxLength={500}
        {...form.getInputProps('reason')}
        error={form.errors.reason ?? form.errors['basis.reason']}
      />
    </Form>
  );
}

/** What was and what is asked for, side by side, for whoever has to decide. */
export function WaitingChange({ change, supplier }: { change: BankChange; supplier: Supplier }) {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const interval = useInterval();
  const may = useMay();
  const alone = useOneMayConfirm();
  const [doing, setDoing] = useState<'confirm' | 'reject' | null>(null);
  const stop = () => setDoing(null);
  const confirming = useAct({
    write: (api, id: string, headers) =>
      answer(api.POST('/api/v1/bank-changes/{id}/confirm', { params: { path: { id } }, headers })),
    onDone: stop,
    said: t('bank.confirm.done'),
  });
  const { own, askedBy, askedAt, reason } = change;
  const mayDecide = may('supplier.confirm');
  const mayConfirm = mayDecide && (!own || alone);
  const before = supplier.bankDetails;
  const fields = [
    { key: 'accountNumber', label: t('account') },
    { key: 'bic', label: t('bik') },
    { key: 'bankName', label: t('bank') },
    { key: 'correspondentAccount', label: t('corrAccount') },
  ] as const;
  return (
    <Section title={t('bank.change')} note={t('bank.change.asked', { who: askedBy.name, at: format.instant(askedAt) })}>
      <Sheet>
        {own && !alone && (
          <Notice tone="attention" title={t('bank.own')}>
            {t('bank.own.text')}
          </Notice>
        )}
        {!own && !mayDecide && <Notice tone="info">{t('bank.notYours')}</Notice>}
        <div className={classes.sides}>
          <div>
            <h3>{t('bank.before')}</h3>
            {before ? (
              <Facts
                facts={[
                  ...fields.map(({ key, label }) => ({ label, value: <Requisite name={key} value={before[key]} /> })),
                  { label: t('since'), value: interval(before) },
                ]}
              />
            ) : (
              <span className={classes.quiet}>{t('bank.none')}</span>
            )}
          </div>
          <div>
            <h3>{t('bank.after')}</h3>
            <Facts
              facts={[
                ...fields.map(({ key, label }) => ({
                  label,
                  value: change[key] && (
                    <span className={before?.[key] === change[key] ? undefined : classes.changed}>
                      <Requisite name={key} value={change[key]} />
                    </span>
                  ),
                })),
                { label: t('since'), value: interval(change) },
              ]}
            />
          </div>
        </div>
        <Facts facts={[{ label: t('reason'), value: reason }]} />
        {mayDecide && (
          <div className={classes.buttonsEnd}>
            <Button variant="default" onClick={() => setDoing('reject')}>
              {own ? t('bank.takeBack') : t('bank.reject')}
            </Button>
            {mayConfirm && <Button onClick={() => setDoing('confirm')}>{t('bank.confirm')}</Button>}
          </div>
        )}
      </Sheet>
      <ConfirmDialog
        opened={doing === 'confirm'}
        onClose={stop}
        title={t('bank.confirm.title')}
        confirm={t('bank.confirm')}
        busy={confirming.busy}
        error={confirming.error}
        onConfirm={() => confirming.run(change.id)}
      >
        {t('bank.confirm.text', { from: format.day(change.validFrom), account: change.accountNumber })}
      </ConfirmDialog>
      <FormDialog
        opened={doing === 'reject'}
        onClose={stop}
        title={own ? t('bank.takeBack.title') : t('bank.reject.title')}
      >
        <RejectForm change={change} onClose={stop} />
      </FormDialog>
    </Section>
  );
}

/** Figures as figures, the bank's name as a name. */
function Requisite({ name, value }: { name: string; value: string | null }) {
  if (value === null) return '—';
  return name === 'bankName' ? value : <Code>{value}</Code>;
}

function RejectForm({ change, onClose }: { change: BankChange; onClose: () => void }) {
  const t = useMessages(catalogueMessages);
  const checks = useChecks();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: checks.basis.reason } });
  const save = useSave(form, {
    write: (api, { reason }, headers) =>
      answer(
        api.POST('/api/v1/bank-changes/{id}/reject', {
          params: { path: { id: change.id } },
          body: { reason: reason.trim() },
          headers,
        }),
      ),
    onDone: onClose,
    said: change.own ? t('bank.takeBack.done') : t('bank.reject.done'),
  });
  return (
    <Form onCancel={onClose} submit={change.own ? t('bank.takeBack') : t('bank.reject')} danger {...save}>
      <TextInput
        data-autofocus
        label={t('bank.reject.why')}
        placeholder={t('bank.reject.example')}
        required
        maxLength={500}
        {...form.getInputProps('reason')}
        error={form.errors.reason ?? form.errors['basis.reason']}
      />
    </Form>
  );
}

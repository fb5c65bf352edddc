import { answer, DayField, Form, FormDialog, FormGrid, Section, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { typedDay, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { type Contact, useContacts } from './api.js';
import classes from './debts.module.css';
import { debtMessages } from './messages.js';

const WAYS = ['call', 'visit', 'message', 'office'] as const satisfies readonly Contact['way'][];

/** What was said to the debtor and promised by them. */
export function Contacts({ accountId }: { accountId: string }) {
  const t = useMessages(debtMessages);
  const may = useMay();
  const { data } = useContacts(accountId);
  const [adding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Contact | null>(null);
  const works = may('debt.work');
  return (
    <Section
      title={t('contacts')}
      actions={
        works && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
            {t('contact.add')}
          </Button>
        )
      }
    >
      {data?.items.length === 0 && <div className={classes.quiet}>{t('contacts.none')}</div>}
      <ul className={classes.notes}>
        {data?.items.map((contact) => (
          <Note key={contact.id} contact={contact} onWithdraw={works ? () => setWithdrawing(contact) : null} />
        ))}
      </ul>
      <FormDialog opened={adding} onClose={() => setAdding(false)} title={t('contact.add')}>
        {adding && <ContactForm accountId={accountId} onClose={() => setAdding(false)} />}
      </FormDialog>
      <FormDialog
        opened={withdrawing !== null}
        onClose={() => setWithdrawing(null)}
        title={t('contact.withdraw.title')}
      >
        {withdrawing && <WithdrawForm id={withdrawing.id} onClose={() => setWithdrawing(null)} />}
      </FormDialog>
    </Section>
  );
}

function Note({ contact, onWithdraw }: { contact: Contact; onWithdraw: (() => void) | null }) {
  const t = useMessages(debtMessages);
  const format = useFormat();
  const { way, on, reached, note, promise, recordedBy, withdrawn } = contact;
  const said = promise && {
    amount: format.money(promise.amount),
    by: format.day(promise.by),
    paid: format.money(promise.paid),
  };
  return (
    <li>
      <div>
        {format.day(on)}, {t(`way.${way}`)}
        {!reached && `, ${t('not.reached')}`}
      </div>
      <div>{note}</div>
      {promise && said && <div>{t(`promise.${promise.state}`, said)}</div>}
      <div className={classes.quiet}>
        {withdrawn === null ? recordedBy : t('contact.withdrawn', { reason: withdrawn })}
      </div>
      {withdrawn === null && onWithdraw && (
        <Button size="compact-xs" variant="subtle" onClick={onWithdraw}>
          {t('contact.withdraw')}
        </Button>
      )}
    </li>
  );
}

function ContactForm({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const t = useMessages(debtMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      way: 'call' as Contact['way'],
      on: today,
      reached: true,
      note: '',
      promises: false,
      amount: '',
      by: '',
    },
    validate: {
      on: checks.day,
      note: checks.filled,
      amount: (text, { promises }) => (promises ? checks.number(text) : null),
      by: (text, { promises }) => (promises ? checks.day(text) : null),
    },
  });
  const save = useSave(form, {
    write: (api, { way, on, reached, note, promises, amount, by }, headers) =>
      answer(
        api.POST('/api/v1/accounts/{id}/debt-contacts', {
          params: { path: { id: accountId } },
          body: {
            ...{ way, reached, on: typedDay(on), note: note.trim() },
            promise: promises ? { amount: typedNumber(amount) ?? amount, by: typedDay(by) } : null,
          },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('contact.add')} {...save}>
      <FormGrid>
        <Select
          label={t('way')}
          allowDeselect={false}
          data={WAYS.map((value) => ({ value, label: t(`way.${value}`) }))}
          {...form.getInputProps('way')}
        />
        <DayField label={t('on')} required {...form.getInputProps('on')} />
      </FormGrid>
      <Checkbox label={t('reached')} {...form.getInputProps('reached', { type: 'checkbox' })} />
      <Textarea label={t('what')} required autosize minRows={2} maxLength={1000} {...form.getInputProps('note')} />
      <Checkbox label={t('promised')} {...form.getInputProps('promises', { type: 'checkbox' })} />
      {form.values.promises && (
        <FormGrid>
          <TextInput label={t('promise.amount')} required inputMode="decimal" {...form.getInputProps('amount')} />
          <DayField label={t('promise.by')} required {...form.getInputProps('by')} />
        </FormGrid>
      )}
    </Form>
  );
}

function WithdrawForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(debtMessages);
  const checks = useChecks();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: checks.basis.reason } });
  const save = useSave(form, {
    write: (api, { reason }, headers) =>
      answer(
        api.POST('/api/v1/debt-contacts/{id}/withdrawal', {
          params: { path: { id } },
          body: { reason: reason.trim() },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('contact.withdraw')} {...save}>
      <TextInput label={t('reason')} required maxLength={500} {...form.getInputProps('reason')} />
    </Form>
  );
}

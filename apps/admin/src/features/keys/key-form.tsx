import type { Schemas } from '@dvor/api-client';
import { answer, DayField, Form, FormGrid, useLooseMessages, useMessages, useSignedIn } from '@dvor/ui';
import { MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { dayAfter, typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import type { Scope } from './api.js';
import { keyMessages } from './messages.js';

/** What is never given to a program; the server would refuse it. */
const BY_PEOPLE_ONLY = [
  'staff.manage',
  'key.manage',
  'organization.move-clock',
  'queue.watch',
  'queue.manage',
  'metrics.read',
];

export function KeyForm({
  onClose,
  onGiven,
}: {
  onClose: () => void;
  onGiven: (given: Schemas['GivenApiKeyDto']) => void;
}) {
  const t = useMessages(keyMessages);
  const words = useLooseMessages(keyMessages);
  const { permissions } = useSignedIn();
  const checks = useChecks();
  const form = useForm({
    initialValues: { name: '', scopes: [] as string[], addresses: '', expiresAt: '', requestsAMinute: '600' },
    validate: {
      name: checks.filled,
      scopes: (chosen) => (chosen.length === 0 ? t('scopes.need') : null),
      expiresAt: checks.dayOrEmpty,
      requestsAMinute: (text) =>
        /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 6000 ? null : t('limit.need'),
    },
  });
  const save = useSave(form, {
    write: (api, { name, scopes, addresses, expiresAt, requestsAMinute }) => {
      const body = {
        name: name.trim(),
        scopes: scopes as Scope[],
        addresses: addresses.split(/[\s,;]+/).filter((one) => one !== ''),
        requestsAMinute: Number(requestsAMinute),
        ...(expiresAt.trim() && { expiresAt: endOf(typedDay(expiresAt)) }),
      };
      return answer(api.POST('/api/v1/api-keys', { body }));
    },
    onDone: (given) => {
      onClose();
      onGiven(given);
    },
    said: null,
  });
  return (
    <Form onCancel={onClose} submit={t('add')} {...save}>
      <TextInput
        data-autofocus
        label={t('name')}
        description={t('name.hint')}
        required
        maxLength={100}
        {...form.getInputProps('name')}
      />
      <MultiSelect
        label={t('scopes')}
        required
        searchable
        data={permissions
          .filter((permission) => !BY_PEOPLE_ONLY.includes(permission))
          .map((value) => ({ value, label: words(`scope.${value}`, value) }))}
        {...form.getInputProps('scopes')}
      />
      <TextInput
        label={t('addresses.label')}
        description={t('addresses.hint')}
        maxLength={1000}
        {...form.getInputProps('addresses')}
      />
      <FormGrid>
        <DayField label={t('until.label')} description={t('until.hint')} {...form.getInputProps('expiresAt')} />
        <TextInput
          label={t('limit')}
          description={t('limit.hint')}
          inputMode="numeric"
          required
          {...form.getInputProps('requestsAMinute')}
        />
      </FormGrid>
    </Form>
  );
}

/** Midnight after the last day, where the reader sits. */
function endOf(day: string): string {
  return new Date(`${dayAfter(day)}T00:00:00`).toISOString();
}

import type { Schemas } from '@dvor/api-client';
import { answer, Form, useMessages } from '@dvor/ui';
import { MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useWebhookEvents, type Webhook } from './api.js';
import { webhookMessages } from './messages.js';

type EventTypes = Schemas['WebhookSettingsDto']['eventTypes'];
type Given = Schemas['GivenWebhookDto'];

/** A new webhook, or, with `webhook`, the one that is there. */
export function WebhookForm({
  webhook,
  onClose,
  onGiven,
}: {
  webhook?: Webhook;
  onClose: () => void;
  onGiven?: (given: Given) => void;
}) {
  const t = useMessages(webhookMessages);
  const checks = useChecks();
  const events = useWebhookEvents().data?.items ?? [];
  const form = useForm({
    initialValues: {
      url: webhook?.url ?? 'https://',
      description: webhook?.description ?? '',
      eventTypes: [...(webhook?.eventTypes ?? [])] as string[],
    },
    validate: { url: checks.filled },
  });
  const save = useSave(form, {
    write: async (api, { url, description, eventTypes }, headers) => {
      const body = { url: url.trim(), description: description.trim(), eventTypes: eventTypes as EventTypes };
      if (!webhook) return answer(api.POST('/api/v1/webhooks', { body }));
      const params = { path: { id: webhook.id }, header: { 'If-Match': `"${webhook.version}"` } };
      await answer(api.PUT('/api/v1/webhooks/{id}', { params, body, headers }));
      return null;
    },
    onDone: (given) => {
      onClose();
      if (given) onGiven?.(given);
    },
    ...(!webhook && { said: null }),
  });
  return (
    <Form onCancel={onClose} submit={webhook ? t('save') : t('add')} {...save}>
      <TextInput
        data-autofocus
        label={t('url')}
        description={t('url.hint')}
        required
        maxLength={1000}
        inputMode="url"
        {...form.getInputProps('url')}
      />
      <TextInput label={t('description')} maxLength={200} {...form.getInputProps('description')} />
      <MultiSelect
        label={t('events')}
        description={t('events.hint')}
        searchable
        data={events.map(({ type, title }) => ({ value: type, label: title }))}
        {...form.getInputProps('eventTypes')}
      />
    </Form>
  );
}

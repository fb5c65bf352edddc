import { Code, DataTable, EmptyState, ErrorState, FormDialog, Page, useFormat, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { SecretOnce, type ToldSecret } from '../../lib/secret/secret-once.js';
import { SettingsHead } from '../../lib/settings-tabs/settings-tabs.js';
import { useWebhookEvents, useWebhooks } from './api.js';
import { webhookMessages } from './messages.js';
import { WebhookForm } from './webhook-form.js';
import { WebhookState } from './webhook-state.js';
import classes from './webhooks.module.css';

/** Where events are sent. */
export default function WebhooksPage() {
  const t = useMessages(webhookMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch } = useWebhooks();
  const events = useWebhookEvents().data?.items ?? [];
  const [adding, add] = useDisclosure();
  const [told, setTold] = useState<ToldSecret | null>(null);
  const titleOf = (type: string) => events.find((event) => event.type === type)?.title ?? type;
  return (
    <Page fill>
      <SettingsHead
        tab="webhooks"
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
            {t('add')}
          </Button>
        }
      />
      <p className={classes.note}>{t('note')}</p>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          fill
          wrap
          label={t('title')}
          minWidth={860}
          rows={data?.items}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/settings/webhooks/${id}`)}
          empty={
            <EmptyState icon={<IconWebhook stroke={1.5} />} title={t('empty')}>
              {t('empty.text')}
            </EmptyState>
          }
          columns={[
            {
              key: 'url',
              title: t('url'),
              cell: ({ id, url, description }) => (
                <>
                  <Link to={`/settings/webhooks/${id}`} tabIndex={-1}>
                    <Code>{url}</Code>
                  </Link>
                  <div className={classes.quiet}>{description}</div>
                </>
              ),
            },
            {
              key: 'events',
              title: t('events'),
              cell: ({ eventTypes }) =>
                eventTypes.length === 0 ? t('events.all') : eventTypes.map(titleOf).join(', '),
            },
            { key: 'state', title: t('state'), width: 270, cell: (webhook) => <WebhookState webhook={webhook} /> },
            {
              key: 'waiting',
              title: t('waiting'),
              width: 110,
              align: 'end',
              cell: ({ waiting }) => format.count(waiting),
            },
          ]}
        />
      )}
      <FormDialog opened={adding} onClose={add.close} title={t('add.title')}>
        <WebhookForm onClose={add.close} onGiven={({ secret }) => setTold({ title: t('given'), secret })} />
      </FormDialog>
      <SecretOnce told={told} onClose={() => setTold(null)} />
    </Page>
  );
}

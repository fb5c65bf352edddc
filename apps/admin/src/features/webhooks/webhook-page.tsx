import {
  answer,
  Code,
  ConfirmDialog,
  DataTable,
  EmptyState,
  ErrorState,
  Facts,
  FormDialog,
  Page,
  PageHeader,
  ProblemNotice,
  Section,
  Sheet,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useLooseMessages,
  useMessages,
} from '@dvor/ui';
import { Button, SegmentedControl, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useAct } from '../../lib/basis/use-save.js';
import { RotateDialog } from '../../lib/secret/rotate-form.js';
import { SecretOnce, type ToldSecret } from '../../lib/secret/secret-once.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { useDeliveries, useWebhook, useWebhookEvents, type Webhook } from './api.js';
import { DeliveryDialog } from './delivery-dialog.js';
import { webhookMessages } from './messages.js';
import { ReplayForm } from './replay-form.js';
import { WebhookForm } from './webhook-form.js';
import { DeliveryResult, WebhookState } from './webhook-state.js';

/** One webhook: where, what, how it goes, and its log. */
export default function WebhookPage() {
  const { webhookId = '' } = useParams();
  const [leaving, setLeaving] = useState(false);
  const { data, error, refetch } = useWebhook(webhookId, !leaving);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <Known webhook={data} leaving={leaving} onLeaving={setLeaving} /> : null;
}

interface Going {
  readonly webhook: Webhook;
  /** It is being removed, and this page goes with it. */
  readonly leaving: boolean;
  readonly onLeaving: (leaving: boolean) => void;
}

function Known({ webhook, leaving, onLeaving }: Going) {
  const t = useMessages(webhookMessages);
  const format = useFormat();
  const events = useWebhookEvents().data?.items ?? [];
  const titleOf = (type: string) => events.find((event) => event.type === type)?.title ?? type;
  return (
    <Page>
      <PageHeader
        title={new URL(webhook.url).host}
        status={<WebhookState webhook={webhook} />}
        back={<Link to="/settings/webhooks">{t('back')}</Link>}
        actions={<Actions webhook={webhook} onLeaving={onLeaving} />}
      />
      <Sheet>
        <Facts
          facts={[
            { label: t('url'), value: <Code>{webhook.url}</Code> },
            { label: t('description'), value: webhook.description },
            {
              label: t('events'),
              value: webhook.eventTypes.length === 0 ? t('events.all') : webhook.eventTypes.map(titleOf).join(', '),
            },
            { label: t('waiting'), value: format.count(webhook.waiting) },
            ...(webhook.state === 'active' && webhook.retryAt
              ? [{ label: t('retryAt'), value: format.instant(webhook.retryAt) }]
              : []),
            ...(webhook.formerUntil ? [{ label: t('formerUntil'), value: format.instant(webhook.formerUntil) }] : []),
            { label: t('created'), value: format.instant(webhook.createdAt) },
          ]}
        />
      </Sheet>
      <Log webhook={webhook} titleOf={titleOf} there={!leaving} />
    </Page>
  );
}

function Actions({ webhook: { id, state, url }, webhook, onLeaving }: Omit<Going, 'leaving'>) {
  const t = useMessages(webhookMessages);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [editing, edit] = useDisclosure();
  const [rotating, rotate] = useDisclosure();
  const [removing, remove] = useDisclosure();
  const [told, setTold] = useState<ToldSecret | null>(null);
  const params = { path: { id } };
  const tryOut = useAct({
    write: (api, _: null, headers) => answer(api.POST('/api/v1/webhooks/{id}/try-out', { params, headers })),
    onDone: () => undefined,
    said: t('triedOut'),
  });
  const turn = useAct({
    write: (api, to: 'pause' | 'resume', headers) =>
      to === 'pause'
        ? answer(api.POST('/api/v1/webhooks/{id}/pause', { params, headers }))
        : answer(api.POST('/api/v1/webhooks/{id}/resume', { params, headers })),
    onDone: () => undefined,
    said: state === 'paused' ? t('resumed') : t('paused'),
  });
  const drop = useAct({
    write: async (api, _: null, headers) => {
      await queries.cancelQueries({ queryKey: ['webhooks', id] });
      return answer(api.DELETE('/api/v1/webhooks/{id}', { params, headers }));
    },
    onDone: () => void navigate('/settings/webhooks'),
    said: t('removed'),
  });
  return (
    <>
      <ProblemNotice error={tryOut.error ?? turn.error} />
      {state === 'paused' ? (
        <Button loading={turn.busy} onClick={() => turn.run('resume')}>
          {t('resume')}
        </Button>
      ) : (
        <>
          <Button loading={tryOut.busy} onClick={() => tryOut.run(null)}>
            {t('tryOut')}
          </Button>
          <Button variant="default" loading={turn.busy} onClick={() => turn.run('pause')}>
            {t('pause')}
          </Button>
        </>
      )}
      <Button variant="default" onClick={edit.open}>
        {t('edit')}
      </Button>
      <Button variant="default" onClick={rotate.open}>
        {t('rotate')}
      </Button>
      <Button variant="subtle" color="red" onClick={remove.open}>
        {t('remove')}
      </Button>
      <FormDialog opened={editing} onClose={edit.close} title={t('edit.title')}>
        <WebhookForm webhook={webhook} onClose={edit.close} />
      </FormDialog>
      <RotateDialog
        opened={rotating}
        onClose={rotate.close}
        title={t('rotate.title')}
        submit={t('rotate')}
        rotate={(api, graceHours) =>
          answer(api.POST('/api/v1/webhooks/{id}/rotate-secret', { params, body: { graceHours } }))
        }
        onGiven={({ secret }) => setTold({ title: t('given'), secret })}
      />
      <ConfirmDialog
        opened={removing}
        onClose={remove.close}
        title={t('remove.title')}
        confirm={t('remove')}
        danger
        busy={drop.busy}
        error={drop.error}
        onConfirm={() => {
          onLeaving(true);
          drop.run(null, () => onLeaving(false));
        }}
      >
        {t('remove.text', { url })}
      </ConfirmDialog>
      <SecretOnce told={told} onClose={() => setTold(null)} />
    </>
  );
}

function Log({ webhook, titleOf, there }: { webhook: Webhook; titleOf: (type: string) => string; there: boolean }) {
  const t = useMessages(webhookMessages);
  const words = useLooseMessages(webhookMessages);
  const format = useFormat();
  const events = useWebhookEvents().data?.items ?? [];
  const [state, setState] = useUrlFilter('state');
  const [type, setType] = useUrlFilter('type');
  const [opened, setOpened] = useState<string | null>(null);
  const [replaying, replay] = useDisclosure();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useDeliveries(
    webhook.id,
    { state, type },
    there,
  );
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <Section title={t('log')} note={t('log.note')}>
      <Toolbar>
        <SegmentedControl
          aria-label={t('result')}
          value={state || 'all'}
          onChange={(next) => setState(next === 'all' ? null : next)}
          data={(['all', 'waiting', 'delivered', 'given-up'] as const).map((value) => ({
            value,
            label: t(`log.${value}`),
          }))}
        />
        <Select
          aria-label={t('event')}
          placeholder={t('event.any')}
          clearable
          w={320}
          data={events.map((event) => ({ value: event.type, label: event.title }))}
          value={type || null}
          onChange={setType}
        />
        <ToolbarEnd>
          <Button variant="default" onClick={replay.open}>
            {t('replay.range')}
          </Button>
        </ToolbarEnd>
      </Toolbar>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={t('log')}
          minWidth={900}
          rows={data?.pages.flatMap(({ items }) => items)}
          rowKey={({ id }) => id}
          onOpen={({ id }) => setOpened(id)}
          onNearEnd={more}
          empty={<EmptyState title={t('log.empty')} />}
          columns={[
            { key: 'at', title: t('occurred'), width: 150, cell: ({ occurredAt }) => format.instant(occurredAt) },
            {
              key: 'event',
              title: t('event'),
              cell: (one) => (one.objectType === 'trial' ? t('event.trial') : titleOf(one.type)),
            },
            {
              key: 'about',
              title: t('about'),
              width: 160,
              cell: ({ objectType, objectId }) =>
                words(`object.${objectType}`, `${objectType} ${objectId}`).replace('{{id}}', objectId),
            },
            { key: 'result', title: t('result'), width: 140, cell: (one) => <DeliveryResult state={one.state} /> },
            { key: 'attempts', title: t('attempts'), width: 90, align: 'end', cell: (one) => one.attempts },
            {
              key: 'answer',
              title: t('answer'),
              width: 210,
              cell: ({ lastStatus, lastError }) =>
                lastStatus ?? (lastError ? words(`error.${lastError}`, lastError) : '—'),
            },
          ]}
        />
      )}
      {hasNextPage && (
        <Button variant="subtle" loading={isFetchingNextPage} onClick={more}>
          {t('log.more')}
        </Button>
      )}
      <DeliveryDialog webhookId={webhook.id} deliveryId={opened} onClose={() => setOpened(null)} />
      <FormDialog opened={replaying} onClose={replay.close} title={t('replay.title')}>
        <ReplayForm webhookId={webhook.id} onClose={replay.close} />
      </FormDialog>
    </Section>
  );
}

import {
  answer,
  Code,
  ConfirmDialog,
  DataTable,
  EmptyState,
  ErrorState,
  FormDialog,
  Page,
  StatusBadge,
  type Tone,
  useFormat,
  useLooseMessages,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertCircle, IconBan, IconCircleCheck, IconClockOff, IconKey, IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useAct } from '../../lib/basis/use-save.js';
import { RotateDialog } from '../../lib/secret/rotate-form.js';
import { SecretOnce, type ToldSecret } from '../../lib/secret/secret-once.js';
import { SettingsHead } from '../../lib/settings-tabs/settings-tabs.js';
import { type ApiKey, useApiKeys } from './api.js';
import { KeyForm } from './key-form.js';
import classes from './keys.module.css';
import { keyMessages } from './messages.js';

/** Keys by which programs of integrators work. */
export default function KeysPage() {
  const t = useMessages(keyMessages);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useApiKeys();
  const [adding, add] = useDisclosure();
  const [rotating, setRotating] = useState<ApiKey | null>(null);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const [told, setTold] = useState<ToldSecret | null>(null);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const tell = ({ key, text }: { key: ApiKey; text: string }) =>
    setTold({ title: t('given', { name: key.name }), secret: text });
  return (
    <Page fill>
      <SettingsHead
        tab="keys"
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
        <KeysTable
          keys={data?.pages.flatMap(({ items }) => items)}
          onNearEnd={more}
          onRotate={setRotating}
          onRevoke={setRevoking}
        />
      )}
      <FormDialog opened={adding} onClose={add.close} title={t('add.title')}>
        <KeyForm onClose={add.close} onGiven={tell} />
      </FormDialog>
      <RotateDialog
        opened={rotating !== null}
        onClose={() => setRotating(null)}
        title={t('rotate.title', { name: rotating?.name ?? '' })}
        submit={t('rotate')}
        rotate={(api, graceHours) =>
          answer(
            api.POST('/api/v1/api-keys/{id}/rotate', {
              params: { path: { id: rotating?.id ?? '' } },
              body: { graceHours },
            }),
          )
        }
        onGiven={tell}
      />
      <RevokeDialog key={revoking?.id} apiKey={revoking} onClose={() => setRevoking(null)} />
      <SecretOnce told={told} onClose={() => setTold(null)} />
    </Page>
  );
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey | null; onClose: () => void }) {
  const t = useMessages(keyMessages);
  const revoke = useAct({
    write: (api, id: string, headers) =>
      answer(api.POST('/api/v1/api-keys/{id}/revoke', { params: { path: { id } }, headers })),
    onDone: onClose,
    said: t('revoked'),
  });
  return (
    <ConfirmDialog
      opened={apiKey !== null}
      onClose={onClose}
      title={t('revoke.title')}
      confirm={t('revoke')}
      danger
      busy={revoke.busy}
      error={revoke.error}
      onConfirm={() => apiKey && revoke.run(apiKey.id)}
    >
      {t('revoke.text', { name: apiKey?.name ?? '' })}
    </ConfirmDialog>
  );
}

const LOOKS: Readonly<Record<ApiKey['state'], { tone: Tone; icon: typeof IconKey }>> = {
  live: { tone: 'good', icon: IconCircleCheck },
  expired: { tone: 'quiet', icon: IconClockOff },
  revoked: { tone: 'quiet', icon: IconBan },
  'maker-left': { tone: 'attention', icon: IconAlertCircle },
};

function KeysTable(props: {
  keys: readonly ApiKey[] | undefined;
  onNearEnd: () => void;
  onRotate: (key: ApiKey) => void;
  onRevoke: (key: ApiKey) => void;
}) {
  const t = useMessages(keyMessages);
  const words = useLooseMessages(keyMessages);
  const format = useFormat();
  return (
    <DataTable
      fill
      wrap
      label={t('title')}
      minWidth={1120}
      rows={props.keys}
      rowKey={({ id }) => id}
      onNearEnd={props.onNearEnd}
      empty={
        <EmptyState icon={<IconKey stroke={1.5} />} title={t('empty')}>
          {t('empty.text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          title: t('name'),
          width: 250,
          cell: ({ name, stem }) => (
            <>
              <div>{name}</div>
              <Code>{stem}…</Code>
            </>
          ),
        },
        {
          key: 'scopes',
          title: t('scopes'),
          cell: ({ scopes }) => scopes.map((scope) => words(`scope.${scope}`, scope)).join(', '),
        },
        {
          key: 'addresses',
          title: t('addresses'),
          width: 150,
          cell: ({ addresses }) => (addresses.length === 0 ? t('addresses.any') : <Code>{addresses.join(', ')}</Code>),
        },
        {
          key: 'used',
          title: t('lastUsed'),
          width: 150,
          cell: ({ lastUsedAt, lastUsedIp }) =>
            lastUsedAt ? (
              <>
                <div>{format.instant(lastUsedAt)}</div>
                {lastUsedIp && <Code>{lastUsedIp}</Code>}
              </>
            ) : (
              t('lastUsed.never')
            ),
        },
        {
          key: 'until',
          title: t('until'),
          width: 130,
          cell: ({ expiresAt }) => (expiresAt ? format.instant(expiresAt) : t('until.ever')),
        },
        {
          key: 'state',
          title: t('state'),
          width: 170,
          cell: ({ state, formerUntil, madeBy }) => (
            <>
              <StatusBadge {...LOOKS[state]}>{t(`state.${state}`)}</StatusBadge>
              <div className={classes.quiet}>
                {formerUntil ? t('former.until', { instant: format.instant(formerUntil) }) : madeBy}
              </div>
            </>
          ),
        },
        {
          key: 'do',
          title: '',
          width: 160,
          align: 'end',
          cell: (key) =>
            key.state !== 'revoked' && (
              <div className={classes.actions}>
                {key.state !== 'expired' && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('rotate.of', { name: key.name })}
                    onClick={() => props.onRotate(key)}
                  >
                    {t('rotate')}
                  </Button>
                )}
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  aria-label={t('revoke.of', { name: key.name })}
                  onClick={() => props.onRevoke(key)}
                >
                  {t('revoke')}
                </Button>
              </div>
            ),
        },
      ]}
    />
  );
}

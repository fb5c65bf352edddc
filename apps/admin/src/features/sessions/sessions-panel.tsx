import {
  Code,
  ConfirmDialog,
  DataTable,
  EmptyState,
  ErrorState,
  Section,
  StatusBadge,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { type SignInSession, useEndSession, useSessions } from './api.js';
import { deviceOf } from './device-name.js';
import { sessionMessages } from './messages.js';

export function SessionsPanel() {
  const t = useMessages(sessionMessages);
  const format = useFormat();
  const sessions = useSessions();
  const end = useEndSession();
  const [ending, setEnding] = useState<SignInSession | null>(null);

  const nameOf = ({ userAgent }: SignInSession) => {
    const device = deviceOf(userAgent);
    return device ? t('onSystem', device) : userAgent?.slice(0, 60) || t('unknownDevice');
  };

  function close(): void {
    setEnding(null);
    end.reset();
  }

  return (
    <Section title={t('title')} note={t('note')}>
      {sessions.error ? (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <DataTable
          label={t('title')}
          minWidth={640}
          rows={sessions.data?.items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('empty')} />}
          columns={[
            { key: 'device', title: t('device'), cell: nameOf },
            { key: 'ip', title: t('address'), width: 150, cell: ({ ip }) => ip && <Code>{ip}</Code> },
            {
              key: 'since',
              title: t('since'),
              width: 150,
              cell: ({ createdAt }) => format.instant(createdAt),
            },
            {
              key: 'last',
              title: t('lastUsed'),
              width: 150,
              cell: ({ lastUsedAt }) => format.instant(lastUsedAt),
            },
            {
              key: 'end',
              title: '',
              width: 170,
              align: 'end',
              cell: (session) =>
                session.current ? (
                  <StatusBadge tone="good" icon={IconCircleCheck}>
                    {t('current')}
                  </StatusBadge>
                ) : (
                  <Button variant="subtle" size="compact-sm" onClick={() => setEnding(session)}>
                    {t('end')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <ConfirmDialog
        opened={ending !== null}
        onClose={close}
        title={t('confirm.title')}
        confirm={t('end')}
        busy={end.isPending}
        error={end.error}
        onConfirm={() =>
          ending &&
          end.mutate(ending.id, {
            onSuccess: () => {
              close();
              notifications.show({ message: t('ended') });
            },
          })
        }
      >
        {ending && t('confirm.text', { device: nameOf(ending) })}
      </ConfirmDialog>
    </Section>
  );
}

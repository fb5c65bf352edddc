import {
  answer,
  Code,
  ErrorState,
  Facts,
  FormDialog,
  ProblemNotice,
  useFormat,
  useLooseMessages,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { useAct } from '../../lib/basis/use-save.js';
import { useDelivery } from './api.js';
import { webhookMessages } from './messages.js';
import { DeliveryResult } from './webhook-state.js';
import classes from './webhooks.module.css';

/** One event on its way: what was sent, each attempt, and once more. */
export function DeliveryDialog({
  webhookId,
  deliveryId,
  onClose,
}: {
  webhookId: string;
  deliveryId: string | null;
  onClose: () => void;
}) {
  const t = useMessages(webhookMessages);
  return (
    <FormDialog wide opened={deliveryId !== null} onClose={onClose} title={t('delivery.title')}>
      {deliveryId && <Delivery webhookId={webhookId} deliveryId={deliveryId} />}
    </FormDialog>
  );
}

function Delivery({ webhookId, deliveryId }: { webhookId: string; deliveryId: string }) {
  const t = useMessages(webhookMessages);
  const words = useLooseMessages(webhookMessages);
  const format = useFormat();
  const { data, error, refetch } = useDelivery(webhookId, deliveryId);
  const replay = useAct({
    write: (api, _: null, headers) =>
      answer(
        api.POST('/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay', {
          params: { path: { id: webhookId, deliveryId } },
          headers,
        }),
      ),
    onDone: () => undefined,
    said: t('replayed'),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <div className={classes.delivery}>
      <Facts
        facts={[
          { label: t('event'), value: <Code>{data.type}</Code> },
          { label: t('occurred'), value: format.instant(data.occurredAt) },
          { label: t('result'), value: <DeliveryResult state={data.state} /> },
          { label: t('retryAt'), value: data.dueAt && format.instant(data.dueAt) },
          { label: t('messageId'), value: <Code>{data.messageId}</Code> },
        ]}
      />
      <div>
        <div className={classes.quiet}>{t('body')}</div>
        <pre className={classes.body} tabIndex={0}>
          {data.body}
        </pre>
      </div>
      <div>
        <div className={classes.quiet}>{t('tries')}</div>
        {data.log.length === 0 && t('tries.none')}
        {data.log.map(({ at, ms, status, error: reason, answer: told }) => (
          <div key={at}>
            {format.instant(at)} · {status ?? words(`error.${reason}`, reason ?? '')} · {t('ms', { n: ms })}
            {told && <div className={classes.quiet}>{told}</div>}
          </div>
        ))}
      </div>
      <ProblemNotice error={replay.error} />
      <div className={classes.actions}>
        <Button loading={replay.busy} onClick={() => replay.run(null)}>
          {t('replay')}
        </Button>
      </div>
    </div>
  );
}

import { answer, ConfirmDialog, useFormat, useMessages } from '@dvor/ui';
import { useAct } from '../../lib/basis/use-save.js';
import type { Transfer } from './api.js';
import { transferMessages } from './messages.js';

export function SendDialog({ transfer, onClose }: { transfer: Transfer | null; onClose: () => void }) {
  const t = useMessages(transferMessages);
  const format = useFormat();
  const send = useAct({
    write: (api, id: string, headers) =>
      answer(
        api.POST('/api/v1/transfers/{id}/send', {
          params: { path: { id }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          headers,
        }),
      ),
    onDone: onClose,
    said: t('send.done'),
  });
  return (
    <ConfirmDialog
      opened={transfer !== null}
      onClose={() => {
        send.reset();
        onClose();
      }}
      title={t('send.title')}
      confirm={t('send')}
      busy={send.busy}
      error={send.error}
      onConfirm={() => transfer && send.run(transfer.id)}
    >
      {transfer &&
        t(transfer.toItself ? 'send.text.itself' : 'send.text', {
          sum: format.money(transfer.amount),
          name: transfer.recipient,
          day: format.day(transfer.day),
        })}
    </ConfirmDialog>
  );
}

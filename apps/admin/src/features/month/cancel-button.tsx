import { ConfirmDialog, useFormat, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { type Run, useRunAction } from './api.js';
import { monthMessages } from './messages.js';

export function CancelButton({ run }: { run: Run }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const [asking, ask] = useDisclosure();
  const cancel = useRunAction(run.id, 'cancel');
  const month = format.month(run.period);

  function confirm(): void {
    cancel.mutate(undefined, {
      onSuccess: () => {
        ask.close();
        notifications.show({ message: t('cancelled', { month }) });
      },
    });
  }

  return (
    <>
      <Button variant="default" onClick={ask.open}>
        {t('cancel')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title={t('cancel.title')}
        confirm={t('cancel')}
        danger
        busy={cancel.isPending}
        error={cancel.error}
        onConfirm={confirm}
      >
        {t('cancel.text', { month })}
      </ConfirmDialog>
    </>
  );
}

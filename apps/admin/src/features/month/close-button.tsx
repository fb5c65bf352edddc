import { addMonths, formatPeriod, parsePeriod } from '@dvor/kernel';
import { capitalized, ConfirmDialog, useFormat, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconLock } from '@tabler/icons-react';
import { type Run, useRunAction } from './api.js';
import { monthMessages } from './messages.js';

/** Closing can't be taken back from here, so the dialog says all that will happen. */
export function CloseButton({ run, disabled }: { run: Run; disabled: boolean }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const [asking, ask] = useDisclosure();
  const close = useRunAction(run.id, 'close');
  const month = format.month(run.period);
  const next = format.month(formatPeriod(addMonths(parsePeriod(run.period), 1)));

  function confirm(): void {
    close.mutate(undefined, {
      onSuccess: () => {
        ask.close();
        notifications.show({ message: t('closing', { month }) });
      },
    });
  }

  return (
    <>
      <Button onClick={ask.open} disabled={disabled} leftSection={<IconLock size={16} />}>
        {t('close')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title={t('close.title', { month })}
        confirm={t('close')}
        busy={close.isPending}
        error={close.error}
        onConfirm={confirm}
      >
        <p>
          {capitalized(
            t('close.text', {
              accounts: t('close.accounts', { n: run.accounts }),
              amount: format.money(run.amount),
              month,
            }),
          )}
        </p>
        <p>{t('close.next', { next })}</p>
      </ConfirmDialog>
    </>
  );
}

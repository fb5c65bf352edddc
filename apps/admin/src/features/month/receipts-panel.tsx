import { CountProgress, ProblemNotice, Sheet, useMay, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { isPrinting, type Run, useRunAction } from './api.js';
import { monthMessages } from './messages.js';
import classes from './month.module.css';
import { useRunProgress } from './use-run-progress.js';

/** Printing the receipts of a closed month; nothing once all are printed. */
export function ReceiptsPanel({ run }: { run: Run }) {
  const t = useMessages(monthMessages);
  const may = useMay();
  const print = useRunAction(run.id, 'receipts');
  const printing = isPrinting(run);
  const event = useRunProgress(run.id, printing);

  if (printing && run.receipts) {
    return (
      <Sheet>
        <CountProgress
          label={t('progress.printing')}
          done={event?.phase === 'printing' ? event.accountsDone : run.receipts.done}
          total={run.receipts.total}
          secondsLeft={event?.phase === 'printing' ? event.secondsLeft : null}
          perSecond={
            event?.phase === 'printing' && event.perSecond
              ? t('progress.sheets', { sheets: event.perSecond })
              : undefined
          }
        />
      </Sheet>
    );
  }
  if (run.receipts && run.receipts.total > 0) return null;
  return (
    <Sheet>
      <div className={classes.review}>
        <div>
          <div className={classes.strong}>{t('receipts.none')}</div>
          <div className={classes.quiet}>{t('receipts.printNote')}</div>
        </div>
        {may('receipt.print') && (
          <Button leftSection={<IconPrinter size={16} />} loading={print.isPending} onClick={() => print.mutate()}>
            {t('receipts.print')}
          </Button>
        )}
      </div>
      <ProblemNotice error={print.error} />
    </Sheet>
  );
}

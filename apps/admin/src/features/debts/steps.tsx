import { Code, downloadFile, Section, useFormat, useHttp, useMessages, useProblemWords } from '@dvor/ui';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type DebtStep, useDebtSteps } from './api.js';
import classes from './debts.module.css';
import { debtWorkMessages } from './work-messages.js';

/** What was done about the debt: letters, restriction, court. */
export function Steps({ accountId }: { accountId: string }) {
  const t = useMessages(debtWorkMessages);
  const { data } = useDebtSteps(accountId);
  return (
    <Section title={t('steps')}>
      {data?.items.length === 0 && <div className={classes.quiet}>{t('steps.none')}</div>}
      <ul className={classes.notes}>
        {data?.items.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ul>
    </Section>
  );
}

function Step({ step: { kind, on, number, principal, penalty, note, letterId, voided } }: { step: DebtStep }) {
  const t = useMessages(debtWorkMessages);
  const format = useFormat();
  const sums = { principal: format.money(principal), penalty: format.money(penalty) };
  return (
    <li>
      <div>
        {format.day(on)}, {t(`step.${kind}`)} {number && <Code>{t('number', { number })}</Code>}
      </div>
      <div className={classes.quiet}>{t(penalty === '0.00' ? 'sum.principal' : 'sum', sums)}</div>
      {note && <div>{note}</div>}
      {voided && <div className={classes.quiet}>{t('voided', { reason: voided })}</div>}
      {letterId && <LetterButton id={letterId} day={format.day(on)} />}
    </li>
  );
}

function LetterButton({ id, day }: { id: string; day: string }) {
  const t = useMessages(debtWorkMessages);
  const http = useHttp();
  const words = useProblemWords();
  const bring = useMutation({
    mutationFn: () => downloadFile(http, `/api/v1/debt-letters/${id}/pdf`, t('letter.file', { day })),
    onError: (error) => notifications.show({ color: 'red', title: words(error).title, message: words(error).text }),
  });
  return (
    <Button size="compact-xs" variant="subtle" loading={bring.isPending} onClick={() => bring.mutate()}>
      {t('letter')}
    </Button>
  );
}

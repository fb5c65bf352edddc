import { ErrorState, Explanation, MoneyText, useFormat, useMessages } from '@dvor/ui';
import { CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import classes from './accounts.module.css';
import { useAccountLines } from './api.js';
import { LineProof } from './line-proof.js';
import { accountMessages } from './messages.js';

interface Props {
  readonly accountId: string;
  readonly period: string;
  readonly lineId: string;
  readonly onClose: () => void;
}

/** Takes the place of the facts, so that no figure of the table moves or is covered. Esc gives the facts back. */
export function ExplanationPanel({ accountId, period, lineId, onClose }: Props) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const { data, error } = useAccountLines(accountId, period);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !(event.target instanceof Element && event.target.closest('[role=dialog]')))
        onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);

  if (error) return <ErrorState error={error} />;
  const line = data?.items.find(({ id }) => id === lineId);
  return (
    <section className={classes.panel} aria-label={t('explain.title')} aria-live="polite">
      <div className={classes.panelTop}>
        <span className={classes.quiet}>{t('explain.title')}</span>
        <CloseButton aria-label={t('explain.close')} onClick={onClose} />
      </div>
      {line && (
        <>
          <div className={classes.panelService}>{line.service.name}</div>
          <div className={classes.quiet}>
            {format.month(period)} · {line.supplier}
          </div>
          <div className={classes.panelSum}>
            <MoneyText value={line.amount} />
          </div>
          <Explanation explanation={line.explanation} />
          <LineProof accountId={accountId} period={period} lineId={lineId} />
        </>
      )}
    </section>
  );
}

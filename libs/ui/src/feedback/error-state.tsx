import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMessages } from '../i18n/i18n.js';
import classes from './feedback.module.css';
import { uiMessages } from './messages.js';
import { useProblemWords } from './problem-words.js';

/** In place of what could not be shown. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useMessages(uiMessages);
  const { title, text, traceId } = useProblemWords()(error);
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle className={classes.stateIcon} data-tone="danger" stroke={1.5} aria-hidden />
      <div className={classes.stateTitle}>{title}</div>
      {text && <p className={classes.stateText}>{text}</p>}
      {traceId && (
        <p className={classes.trace}>
          {t('error.support')}: <code>{traceId}</code>
        </p>
      )}
      {onRetry && (
        <Button variant="default" onClick={onRetry} mt="md">
          {t('retry')}
        </Button>
      )}
    </div>
  );
}

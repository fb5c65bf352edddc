import { Notice, ProblemNotice, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { type OwnAlert, useMuteAlerts } from './api.js';
import { readingMessages } from './messages.js';
import classes from './readings.module.css';

/** A meter used far more than usual, or never stands still: what may be behind it and what to do. */
export function AlertNote({ alert: { meterId, kind, text, advice } }: { alert: OwnAlert }) {
  const t = useMessages(readingMessages);
  const mute = useMuteAlerts(meterId);
  return (
    <Notice tone={kind === 'leak' ? 'danger' : 'attention'} title={t(`alert.${kind}`)}>
      <p className={classes.told}>{text}</p>
      <p className={classes.told}>{advice}</p>
      <ProblemNotice error={mute.error} />
      <Button variant="default" size="md" loading={mute.isPending} onClick={() => mute.mutate()}>
        {t('alert.mute')}
      </Button>
    </Notice>
  );
}

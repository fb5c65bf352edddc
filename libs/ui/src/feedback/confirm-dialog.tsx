import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/i18n.js';
import classes from './feedback.module.css';
import { uiMessages } from './messages.js';
import { ProblemNotice } from './problem-notice.js';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Says what will happen and what will not. */
  readonly children: ReactNode;
  /** A verb: what is pressed is what is done. */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly error?: unknown;
  readonly onConfirm: () => void;
}

export function ConfirmDialog(props: Props) {
  const t = useMessages(uiMessages);
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      classNames={{ title: classes.dialogTitle }}
      size={480}
    >
      <div className={classes.dialogBody}>{props.children}</div>
      <ProblemNotice error={props.error} />
      <div className={classes.dialogActions}>
        <Button variant="default" onClick={props.onClose} disabled={props.busy}>
          {t('cancel')}
        </Button>
        <Button color={props.danger ? 'red' : undefined} onClick={props.onConfirm} loading={props.busy} data-autofocus>
          {props.confirm}
        </Button>
      </div>
    </Modal>
  );
}

import { Button, Modal } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { uiMessages } from '../feedback/messages.js';
import { ProblemNotice } from '../feedback/problem-notice.js';
import { useMessages } from '../i18n/i18n.js';
import classes from './form.module.css';

/** A form in a window of its own. What is in it begins anew each time it opens. */
export function FormDialog(props: {
  opened: boolean;
  onClose: () => void;
  title: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      size={props.wide ? 760 : 560}
      closeOnClickOutside={false} // what was typed is not lost by a slip of the mouse
    >
      {props.children}
    </Modal>
  );
}

/** Fields, what went wrong, and the button: Enter sends, Esc leaves. */
export function Form(props: {
  onSubmit: FormEventHandler<HTMLFormElement>;
  onCancel?: () => void;
  /** A verb: what is pressed is what is done. */
  submit: string;
  danger?: boolean;
  busy: boolean;
  error: unknown;
  children: ReactNode;
}) {
  const t = useMessages(uiMessages);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.stopPropagation(); // a form in a window opened from another form is not that form
        props.onSubmit(event);
      }}
      noValidate
    >
      {props.children}
      <ProblemNotice error={props.error} />
      <div className={classes.actions}>
        {props.onCancel && (
          <Button variant="default" onClick={props.onCancel} disabled={props.busy}>
            {t('cancel')}
          </Button>
        )}
        <Button type="submit" loading={props.busy} color={props.danger ? 'red' : undefined}>
          {props.submit}
        </Button>
      </div>
    </form>
  );
}

/** Fields that belong together, under a name. */
export function FormSection({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={classes.section}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** Short fields side by side; a child with `data-full` takes the whole line. */
export function FormGrid({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>;
}

import { ProblemNotice, useMessages } from '@dvor/ui';
import { Button, Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { type InboxItem, useResolve } from './api.js';
import classes from './inbox.module.css';
import { inboxMessages } from './messages.js';

export function ResolveDialog({ item, onClose }: { item: InboxItem | null; onClose: () => void }) {
  const t = useMessages(inboxMessages);
  return (
    <Modal opened={item !== null} onClose={onClose} title={t('resolve.title')} size={520}>
      {item && <ResolveForm item={item} onClose={onClose} />}
    </Modal>
  );
}

function ResolveForm({ item, onClose }: { item: InboxItem; onClose: () => void }) {
  const t = useMessages(inboxMessages);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const resolve = useResolve();
  const tooShort = note.trim().length < 3;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (tooShort) return;
    resolve.mutate(
      { id: item.id, note: note.trim() },
      {
        onSuccess: () => {
          onClose();
          notifications.show({ message: t('resolved') });
        },
      },
    );
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div>
        <div>{item.reason}</div>
        <div className={classes.quiet}>{item.object.label}</div>
      </div>
      <Textarea
        data-autofocus
        label={t('resolve.note')}
        description={t('resolve.hint')}
        minRows={3}
        rows={3}
        value={note}
        error={asked && tooShort ? t('resolve.need') : null}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ProblemNotice error={resolve.error} />
      <div className={classes.actions}>
        <Button type="submit" loading={resolve.isPending}>
          {t('resolve.submit')}
        </Button>
      </div>
    </form>
  );
}

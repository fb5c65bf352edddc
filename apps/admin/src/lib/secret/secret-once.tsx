import { FormDialog, Notice, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { secretMessages } from './messages.js';
import classes from './secret.module.css';

export interface ToldSecret {
  readonly title: string;
  readonly secret: string;
}

/** A secret that nobody can look at again, until whoever reads it says they have it. */
export function SecretOnce({ told, onClose }: { told: ToldSecret | null; onClose: () => void }) {
  return (
    <FormDialog opened={told !== null} onClose={onClose} title={told?.title ?? ''}>
      {told && <Told secret={told.secret} onClose={onClose} />}
    </FormDialog>
  );
}

function Told({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useMessages(secretMessages);
  const shown = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);

  /** Without https a browser has no clipboard for us: the text is selected, to be copied by hand. */
  async function copy(): Promise<void> {
    if (shown.current) document.getSelection()?.selectAllChildren(shown.current);
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  }

  return (
    <div className={classes.told}>
      <Notice tone="attention" title={t('once')}>
        {t('once.text')}
      </Notice>
      <div ref={shown} className={classes.secret}>
        {secret}
      </div>
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={() => void copy()}
        >
          {copied ? t('copied') : t('copy')}
        </Button>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </div>
  );
}

import { Notice, useMessages } from '@dvor/ui';
import type { ImportDetails } from './api.js';
import classes from './imports.module.css';
import { importMessages } from './messages.js';

const SPOILT = new Set(['letters-lost', 'encoded-twice', 'records-differ', 'headings-look-like-data']);

/** What was met while the file was opened: encoding, other sheets, merged cells. */
export function FileNotes({ notes }: Pick<ImportDetails, 'notes'>) {
  const t = useMessages(importMessages);
  if (notes.length === 0) return null;
  return (
    <Notice tone={notes.some(({ code }) => SPOILT.has(code)) ? 'attention' : 'info'} title={t('notes.title')}>
      <ul className={classes.plainList}>
        {notes.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}

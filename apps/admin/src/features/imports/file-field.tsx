import { useFormat, useMessages } from '@dvor/ui';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useState } from 'react';
import classes from './imports.module.css';
import { importMessages } from './messages.js';

const MEGABYTE = 1024 * 1024;

interface Props {
  readonly file: File | null;
  readonly onFiles: (files: readonly File[]) => void;
  readonly disabled: boolean;
}

/** A place to drop a file on; a click, Enter or Space opens the usual window. */
export function FileField({ file, onFiles, disabled }: Props) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const [over, setOver] = useState(false);
  const id = useId();
  const sizeOf = ({ size }: File) =>
    size < MEGABYTE
      ? t('new.kilobytes', { size: Math.ceil(size / 1024) })
      : t('new.size', { size: format.decimal((size / MEGABYTE).toFixed(1)) });
  const Icon = file ? IconFileSpreadsheet : IconUpload;

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    if (!disabled) onFiles([...event.dataTransfer.files]);
  }

  return (
    <div>
      <div className={classes.fieldName} id={`${id}-name`}>
        {t('new.file')}
      </div>
      <label
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          type="file"
          className={classes.hiddenInput}
          aria-labelledby={`${id}-name ${id}-file`}
          aria-describedby={`${id}-hint`}
          accept=".xlsx,.xlsm,.xls,.csv,.txt,.tsv,.dbf"
          disabled={disabled}
          onChange={({ currentTarget: input }) => {
            onFiles([...(input.files ?? [])]);
            input.value = ''; // the same file, mended meanwhile, may be chosen again
          }}
        />
        <Icon size={24} stroke={1.5} aria-hidden />
        <span id={`${id}-file`}>
          {file ? (
            <span className={classes.strong}>
              {file.name}, {sizeOf(file)}
            </span>
          ) : (
            <span className={classes.strong}>{t('new.drop')}</span>
          )}
        </span>
        <span id={`${id}-hint`} className={classes.quiet}>
          {file ? t('new.drop.other') : t('new.hint')}
        </span>
      </label>
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { uiMessages } from '../feedback/messages.js';
import { useMessages } from '../i18n/i18n.js';
import { saveBlob } from '../session/download.js';
import { csvText } from './csv.js';

export interface CsvTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Gathers the whole list, however many pages it has, and counts while it does. */
export function CsvButton({
  name,
  gather,
  onError,
}: {
  name: string;
  gather: (onCount: (rows: number) => void) => Promise<CsvTable>;
  onError: (error: unknown) => void;
}) {
  const t = useMessages(uiMessages);
  const [count, setCount] = useState<number | null>(null);

  async function download(): Promise<void> {
    setCount(0);
    try {
      const { head, rows } = await gather(setCount);
      saveBlob(new Blob([csvText(head, rows)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
    } catch (error) {
      onError(error);
    } finally {
      setCount(null);
    }
  }

  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconDownload size={16} aria-hidden />}
      disabled={count !== null}
      onClick={() => void download()}
    >
      {count === null ? t('csv') : t('csv.gathering', { rows: count })}
    </Button>
  );
}

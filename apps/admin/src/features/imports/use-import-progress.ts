import { useHttp } from '@dvor/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ImportRow } from './api.js';

const RECONNECT_MS = 1_500;

export interface Seen {
  readonly event: ImportRow;
  /** Rows a second since the step was first seen; `null` while it can't be told. */
  readonly perSecond: number | null;
}

/** A step as it goes on. When it ends, all that is on the screen is asked for anew: a load changes the books. */
export function useImportProgress(id: string): Seen | null {
  const http = useHttp();
  const queries = useQueryClient();
  const [seen, setSeen] = useState<Seen | null>(null);

  useEffect(() => {
    const stop = new AbortController();
    let first: { readonly at: number; readonly rows: number; readonly total: number | null } | null = null;

    function hear(event: ImportRow): void {
      const at = Date.now();
      if (first?.total !== event.rowsTotal || first === null)
        first = { at, rows: event.rowsDone, total: event.rowsTotal };
      const seconds = (at - first.at) / 1_000;
      setSeen({ event, perSecond: seconds >= 1 ? (event.rowsDone - first.rows) / seconds : null });
    }

    async function follow(): Promise<void> {
      while (!stop.signal.aborted) {
        try {
          await http.events<ImportRow>(`/api/v1/imports/${id}/progress`, hear, stop.signal);
          if (!stop.signal.aborted) await queries.invalidateQueries();
        } catch {
          // Taken up again below; meanwhile the load itself is asked for.
        }
        await pause(RECONNECT_MS, stop.signal);
      }
    }

    void follow();
    return () => stop.abort();
  }, [http, id, queries]);

  return seen;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

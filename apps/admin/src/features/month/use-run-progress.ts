import { useHttp } from '@dvor/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RunEvent } from './api.js';

const RECONNECT_MS = 1_500;

/**
 * The run's progress as it happens, while `active`. A stream that breaks is taken up again; when the run comes to
 * another state, everything that depends on it is asked for anew.
 */
export function useRunProgress(runId: string, active: boolean): RunEvent | null {
  const http = useHttp();
  const queries = useQueryClient();
  const [last, setLast] = useState<{ readonly runId: string; readonly event: RunEvent } | null>(null);

  useEffect(() => {
    if (!active) return;
    const stop = new AbortController();
    let state: string | null = null;

    async function follow(): Promise<void> {
      while (!stop.signal.aborted) {
        try {
          await http.events<RunEvent>(
            `/api/v1/runs/${runId}/progress`,
            (event) => {
              setLast({ runId, event });
              const step = `${event.state}/${event.phase}`;
              if (state !== null && state !== step) void queries.invalidateQueries();
              state = step;
            },
            stop.signal,
          );
          if (!stop.signal.aborted) await queries.invalidateQueries({ queryKey: ['runs'] });
        } catch {
          // Asked again below; meanwhile the run itself is polled.
        }
        await pause(RECONNECT_MS, stop.signal);
      }
    }

    void follow();
    return () => {
      stop.abort();
      void queries.invalidateQueries(); // asking may see the run's end before the stream tells it
    };
  }, [active, http, queries, runId]);

  return active && last?.runId === runId ? last.event : null;
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

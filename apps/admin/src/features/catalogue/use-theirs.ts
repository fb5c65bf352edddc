import { ApiProblem } from '@dvor/ui';
import { useEffect, useRef, useState } from 'react';

/**
 * What somebody else has made of a thing while it was edited here (412): read anew, so that both can be compared and the
 * next try is made on the latest. `version` is the one the form has seen.
 */
export function useTheirs<Thing extends { readonly version: number }>(edited: Thing | undefined) {
  const [begun] = useState(edited);
  const [theirs, setTheirs] = useState<Thing | null>(null);
  return {
    theirs,
    setTheirs,
    version: (theirs ?? begun)?.version ?? 0,
    /** Once both stand side by side there is nothing more to say of it. */
    shown: (error: unknown) => (theirs && isStale(error) ? null : error),
  };
}

/** Reads the thing anew each time a save finds it changed. */
export function useReadAnew<Thing>(error: unknown, read: () => Promise<Thing>, onRead: (thing: Thing) => void): void {
  const work = useRef({ read, onRead });
  useEffect(() => {
    work.current = { read, onRead };
  });
  useEffect(() => {
    if (!isStale(error)) return;
    work.current.read().then(work.current.onRead, () => undefined); // the refusal itself is shown in any case
  }, [error]);
}

const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.status === 412;

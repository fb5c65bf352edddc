import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** One filter of a list, kept in the address so that a link or a reload brings the same list. */
export function useUrlFilter(name: string): readonly [string, (value: string | null) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string | null) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [name, setParams],
  );
  return [params.get(name) ?? '', set];
}

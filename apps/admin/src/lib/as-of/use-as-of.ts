import { tryParseDate } from '@dvor/kernel';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useCalendar } from '../calendar.js';
import { endOfDay } from './end-of-day.js';

/** Which day is looked at, and as it was known on which; `null`: today, as it is known now. */
export interface AsOf {
  /** `2026-03-01` */
  readonly on: string;
  /** `2026-03-05`; `null`: as it is known now. */
  readonly known: string | null;
}

/** Kept in the address, so that a link shows the same past. */
export function useAsOf() {
  const [params, setParams] = useSearchParams();
  const { today, timeZone } = useCalendar();
  const [on, known] = [dayOf(params.get('on')), dayOf(params.get('known'))];
  const asOf: AsOf | null = on !== null || known !== null ? { on: on ?? today, known } : null;
  const look = useCallback(
    (next: AsOf | null) =>
      setParams((current) => {
        const changed = new URLSearchParams(current);
        for (const name of ['on', 'known', 'period', 'line']) changed.delete(name);
        if (next) changed.set('on', next.on);
        if (next?.known) changed.set('known', next.known);
        return changed;
      }),
    [setParams],
  );
  return {
    asOf,
    look,
    /** As the API asks for it. */
    query: asOf ? { on: asOf.on, known: asOf.known ? endOfDay(asOf.known, timeZone) : undefined } : {},
  };
}

export type AsOfQuery = ReturnType<typeof useAsOf>['query'];

function dayOf(text: string | null): string | null {
  return text !== null && tryParseDate(text) !== null && /^(19|20)/.test(text) ? text : null;
}

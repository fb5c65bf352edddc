import { useFormat, useMessages } from '@dvor/ui';
import type { Restriction } from './api.js';
import { restrictionMessages } from './messages.js';

/** What is to be done next and when, in words. */
export function useNext(): (next: Restriction['next']) => string {
  const t = useMessages(restrictionMessages);
  const format = useFormat();
  const dayOf = (day: string | null) => (day === null ? '' : format.day(day));
  return (next) => (next === null ? '—' : t(`next.${next.act}`, { from: dayOf(next.from), until: dayOf(next.until) }));
}

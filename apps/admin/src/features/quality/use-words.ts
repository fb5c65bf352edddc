import { useFormat, useMessages } from '@dvor/ui';
import type { QualityAct } from './api.js';
import { qualityMessages } from './messages.js';

/** An act in words: when it was, and where. */
export function useActWords() {
  const t = useMessages(qualityMessages);
  const format = useFormat();
  const minute = (at: string) => `${format.day(at.slice(0, 10))} ${at.slice(11)}`;
  return {
    named: ({ number, dated }: QualityAct) => t('named', { number, day: format.day(dated) }),
    when: ({ from, to }: QualityAct) =>
      to ? t('span', { from: minute(from), to: minute(to) }) : t('going', { from: minute(from) }),
    minute,
    where: ({ houses }: QualityAct) => {
      const [first, ...rest] = houses;
      if (!first) return '—';
      const part = first.premises === null ? t('whole') : t('some', { n: first.premises.length });
      const one = `${first.address}, ${part}`;
      return rest.length === 0 ? one : t('several', { first: one, n: rest.length });
    },
    state: ({ cancelled, corrections }: QualityAct) =>
      cancelled ? t('cancelled', { reason: cancelled.reason }) : corrections > 0 ? t('corrected') : '',
  };
}

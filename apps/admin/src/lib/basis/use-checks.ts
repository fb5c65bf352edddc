import { useMessages } from '@dvor/ui';
import { useMemo } from 'react';
import { type Basis } from './basis.js';
import { basisMessages } from './messages.js';
import { isCount, isDay, isNumber, typedDay } from './typed.js';

type Check = (text: string) => string | null;

/** What can be said of a field before the server is asked. */
export function useChecks() {
  const t = useMessages(basisMessages);
  return useMemo(() => {
    const filled: Check = (text) => (text.trim() === '' ? t('need') : null);
    const unlessEmpty =
      (check: Check): Check =>
      (text) =>
        text.trim() === '' ? null : check(text);
    const day: Check = (text) => (isDay(text) ? null : t('need.day'));
    const number: Check = (text) => (isNumber(text) ? null : t('need.number'));
    const whole: Check = (text) => (isCount(text) ? null : t('need.whole'));
    return {
      filled,
      day,
      number,
      chosen: (value: unknown) => (value ? null : t('need.choice')),
      dayOrEmpty: unlessEmpty(day),
      numberOrEmpty: unlessEmpty(number),
      wholeOrEmpty: unlessEmpty(whole),
      /** A last day: empty, or not before the first. */
      until: (text: string, { from }: { readonly from: string }) =>
        text.trim() === ''
          ? null
          : (day(text) ?? (isDay(from) && typedDay(text) < typedDay(from) ? t('until.early') : null)),
      basis: {
        reason: (text: string) => (text.trim().length < 3 ? t('reason.short') : null),
        paper: {
          dated: (text: string, { basis }: { readonly basis: Basis }) => (basis.hasPaper ? day(text) : null),
        },
      },
    };
  }, [t]);
}

import type { Schemas } from '@dvor/api-client';
import { useFormat, useMessages } from '@dvor/ui';
import { debtReasonMessages } from './messages.js';

/** Reasons against a letter, an act or a case in words. */
export function useWhy(): (obstacles: readonly Schemas['ObstacleDto'][]) => string {
  const t = useMessages(debtReasonMessages);
  const format = useFormat();
  return (obstacles) =>
    obstacles
      .map(({ reason, what = '', sum, on }) =>
        t(`why.${reason}`, {
          what,
          sum: sum === undefined ? '' : format.money(sum),
          on: on === undefined ? '' : format.day(on),
        }),
      )
      .join('; ');
}

import { useFormat, useMessages } from '@dvor/ui';
import type { Obstacle } from './api.js';
import { claimMessages } from './messages.js';

/** Reasons against a letter in words. */
export function useWhy(): (obstacles: readonly Obstacle[]) => string {
  const t = useMessages(claimMessages);
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

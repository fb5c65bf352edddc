import { useLooseMessages } from '@dvor/ui';
import type { BillLine } from './api.js';
import { billMessages } from './messages.js';

/** A service in everyday words, and what part of it the line is; the official name stays in the explanation. */
export function useLineName(): (line: BillLine) => { readonly name: string; readonly part: string } {
  const words = useLooseMessages(billMessages);
  return ({ service, part, zone }) => ({
    name: [words(`service.${service.code}`, service.name), zone && words(`zone.${zone}`, zone)]
      .filter(Boolean)
      .join(', '),
    part: words(`part.${part}`, ''),
  });
}

export const isCommon = ({ part }: BillLine): boolean => part === 'common';

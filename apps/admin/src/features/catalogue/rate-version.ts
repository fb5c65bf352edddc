import { answer } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';
import type { PriceRange, RateKind, Rates, Tariff, Traits } from './api.js';
import { traitsKey } from './words.js';

type Common = Omit<Tariff, 'rate' | 'rates' | 'ranges' | 'vatRate'>;

/** A version of a tariff or of a norm; what the other kind has is `null`. */
export interface RateVersion extends Common {
  readonly rates: Rates | null;
  readonly ranges: readonly PriceRange[] | null;
  readonly vatRate: string | null;
  readonly value: string | null;
}

interface VersionsOf {
  readonly serviceId?: string;
  /** With what was superseded. */
  readonly history?: boolean;
}

export function useVersions(kind: RateKind, query: VersionsOf = {}) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', kind, query],
    queryFn: async ({ signal }): Promise<{ readonly items: readonly RateVersion[] }> => {
      const asked = { params: { query }, signal };
      if (kind === 'norm') {
        const { items } = await answer(api.GET('/api/v1/norms', asked));
        return { items: items.map((norm) => ({ ...norm, rates: null, ranges: null, vatRate: null })) };
      }
      const { items } = await answer(api.GET('/api/v1/tariffs', asked));
      return { items: items.map((tariff) => ({ ...tariff, value: null })) };
    },
    placeholderData: keepPreviousData,
  });
}

/** Versions for the same premises, together; groups in the order in which they come. */
export function byTraits(
  versions: readonly RateVersion[],
): { readonly traits: Traits; readonly versions: RateVersion[] }[] {
  const groups = new Map<string, { traits: Traits; versions: RateVersion[] }>();
  for (const version of versions) {
    const key = traitsKey(version.appliesTo);
    const group = groups.get(key) ?? { traits: version.appliesTo, versions: [] };
    group.versions.push(version);
    groups.set(key, group);
  }
  return [...groups.values()];
}

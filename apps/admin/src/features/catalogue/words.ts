import { ratesText, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { housingWords } from '../../lib/words/messages.js';
import { useTraitWords } from '../../lib/words/use-trait-words.js';
import { type Rates, type Traits, useChargeMethods, useConsumerGroups } from './api.js';
import { catalogueMessages } from './messages.js';

interface Days {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** `с 01.07.2026`, `01.07.2025 – 30.06.2026`. */
export function useInterval() {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  return ({ validFrom, validTo }: Days) =>
    validTo
      ? t('interval.closed', { from: format.day(validFrom), to: format.lastDay(validTo) })
      : t('interval.open', { from: format.day(validFrom) });
}

/** For which premises a tariff or a norm is: the group as acts call it, else trait by trait. */
export function useTraitsText() {
  const t = useMessages(catalogueMessages);
  const name = useLooseMessages(catalogueMessages);
  const kind = useLooseMessages(housingWords);
  const words = useTraitWords();
  const groups = useConsumerGroups().data?.items ?? [];
  return (traits: Traits) => {
    if (Object.keys(traits).length === 0) return t('everyone');
    const group = groups.find(({ appliesTo }) => traitsKey(appliesTo) === traitsKey(traits));
    if (group) return name(`group.${group.code}`, group.title);
    return Object.entries(traits)
      .map(([trait, value]) =>
        trait === 'kind'
          ? kind(`kind.${value}`, String(value))
          : `${words.trait(trait)}: ${words.value(trait, String(value))}`,
      )
      .join(', ');
  };
}

/** The same traits in any order have the same key. */
export function traitsKey(traits: Traits): string {
  return JSON.stringify(Object.entries(traits).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `36,47`, `день 7,31 · ночь 4,45`. */
export function useRatesText() {
  const zone = useZoneName();
  const format = useFormat();
  return (rates: Rates) => ratesText(rates, { format, zoneName: zone });
}

export function useZoneName() {
  const name = useLooseMessages(catalogueMessages);
  return (zone: string) => name(`zone.${zone}`, zone);
}

/** In Russian as the engine calls it; in English by our own words. */
export function useMethodName() {
  const name = useLooseMessages(catalogueMessages);
  const { data } = useChargeMethods();
  return (code: string) => name(`method.${code}`, data?.items.find((method) => method.code === code)?.title ?? code);
}

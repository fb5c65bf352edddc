import { useFormat, useLooseMessages } from '@dvor/ui';
import { housingWords } from './messages.js';

/** Traits in words; one that isn't known here is shown as it is kept. */
export function useTraitWords() {
  const name = useLooseMessages(housingWords);
  const format = useFormat();
  return {
    trait: (trait: string) => name(`trait.${trait}`, trait),
    value: (trait: string, value: string) => name(`value.${trait}.${value}`, format.decimal(value)),
  };
}

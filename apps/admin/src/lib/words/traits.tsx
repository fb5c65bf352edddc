import { FormGrid, FormSection, useMessages } from '@dvor/ui';
import { Select } from '@mantine/core';
import { housingWords } from './messages.js';
import { useTraitWords } from './use-trait-words.js';

export type Traits = Readonly<Record<string, string | number | boolean>>;

/** Traits that tariffs and norms of the catalogue tell apart, with their values. */
const CHOICES = {
  house: {
    stove: ['electric', 'gas', 'none'],
    heating: ['electric'],
    lift: [true, false],
    settlement: ['countryside'],
    climate: ['cold'],
    power: ['two-sources'],
  },
  premises: {
    stove: ['electric', 'gas', 'none'],
    heating: ['electric'],
    zones: ['two', 'three'],
    corner: [true, false],
  },
} as const satisfies Record<string, Record<string, readonly (string | boolean)[]>>;

/** Chooses from the known ones and leaves others as they are. */
export function TraitFields({
  of,
  value,
  onChange,
}: {
  of: keyof typeof CHOICES;
  value: Traits;
  onChange: (traits: Traits) => void;
}) {
  const t = useMessages(housingWords);
  const words = useTraitWords();
  const choices: Record<string, readonly (string | boolean)[]> = CHOICES[of];
  function choose(trait: string, chosen: string | null): void {
    const others = Object.entries(value).filter(([name]) => name !== trait);
    const known = choices[trait]!.find((one) => String(one) === chosen);
    onChange(Object.fromEntries(known === undefined ? others : [...others, [trait, known]]));
  }
  return (
    <FormSection title={t('traits')}>
      <FormGrid>
        {Object.entries(choices).map(([trait, values]) => (
          <Select
            key={trait}
            label={words.trait(trait)}
            placeholder={t('unset')}
            clearable
            data={values.map((one) => ({ value: String(one), label: words.value(trait, String(one)) }))}
            value={value[trait] === undefined ? null : String(value[trait])}
            onChange={(chosen) => choose(trait, chosen)}
          />
        ))}
      </FormGrid>
    </FormSection>
  );
}

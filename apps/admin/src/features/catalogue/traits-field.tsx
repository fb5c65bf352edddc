import { FormGrid, useLooseMessages, useMessages } from '@dvor/ui';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { housingWords } from '../../lib/words/messages.js';
import { useTraitWords } from '../../lib/words/use-trait-words.js';
import { type Traits, useConsumerGroups } from './api.js';
import { catalogueMessages } from './messages.js';
import { traitsKey, useTraitsText } from './words.js';

const OTHER = 'other';

const CHOICES: Readonly<Record<string, readonly (string | boolean)[]>> = {
  stove: ['electric', 'gas', 'none'],
  heating: ['electric'],
  zones: ['two', 'three'],
  lift: [true, false],
  settlement: ['countryside'],
  kind: ['flat', 'room', 'nonresidential', 'parking'],
};

interface Props {
  readonly value: Traits;
  readonly onChange: (traits: Traits) => void;
  /** Sets of traits that the service's versions have already. */
  readonly known?: readonly Traits[];
  readonly error?: string;
}

/** For whom a rate is: a group as acts call it, one that is met already, or any traits one by one. */
export function TraitsField({ value, onChange, known = [], error }: Props) {
  const t = useMessages(catalogueMessages);
  const text = useTraitsText();
  const groups = useConsumerGroups().data?.items ?? [];
  const sets = new Map<string, Traits>();
  for (const traits of [{}, ...groups.map(({ appliesTo }) => appliesTo), ...known]) sets.set(traitsKey(traits), traits);
  const [other, setOther] = useState(false);
  const single = !other && sets.has(traitsKey(value));
  return (
    <>
      <Select
        label={t('variant')}
        allowDeselect={false}
        searchable
        maxDropdownHeight={320}
        data={[
          ...[...sets].map(([key, traits]) => ({ value: key, label: text(traits) })),
          { value: OTHER, label: t('variant.other') },
        ]}
        value={single ? traitsKey(value) : OTHER}
        error={error}
        onChange={(chosen) => {
          setOther(chosen === OTHER);
          if (chosen !== OTHER && chosen !== null) onChange(sets.get(chosen) ?? {});
        }}
      />
      {!single && <EachTrait value={value} onChange={onChange} />}
    </>
  );
}

function EachTrait({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const t = useMessages(catalogueMessages);
  const kind = useLooseMessages(housingWords);
  const words = useTraitWords();
  function choose(trait: string, chosen: string | boolean | undefined): void {
    const others = Object.entries(value).filter(([name]) => name !== trait);
    onChange(Object.fromEntries(chosen === undefined ? others : [...others, [trait, chosen]]));
  }
  return (
    <FormGrid>
      {Object.entries(CHOICES).map(([trait, values]) => (
        <Select
          key={trait}
          label={trait === 'kind' ? t('trait.kind') : words.trait(trait)}
          placeholder={t('trait.any')}
          clearable
          data={values.map((one) => ({
            value: String(one),
            label: trait === 'kind' ? kind(`kind.${String(one)}`, String(one)) : words.value(trait, String(one)),
          }))}
          value={value[trait] === undefined ? null : String(value[trait])}
          onChange={(chosen) =>
            choose(
              trait,
              values.find((one) => String(one) === chosen),
            )
          }
        />
      ))}
    </FormGrid>
  );
}

import { FormSection, useLooseMessages, useMessages } from '@dvor/ui';
import { MultiSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { housingWords } from '../../lib/words/messages.js';
import { useHouses, usePremisesOf } from './api.js';
import { qualityMessages } from './messages.js';

export interface Places {
  readonly houseIds: readonly string[];
  /** Of the one house. */
  readonly entrances: string;
  readonly premisesIds: readonly string[];
}

/** Whole houses, or entrances and premises of one. */
export function PlacesField({
  value,
  onChange,
  known,
  error,
}: {
  value: Places;
  onChange: (places: Places) => void;
  /** Houses whose names are known already. */
  known: readonly { readonly id: string; readonly address: string }[];
  error: ReactNode;
}) {
  const t = useMessages(qualityMessages);
  const kind = useLooseMessages(housingWords);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const found = useHouses(search).data?.items ?? [];
  const [met, setMet] = useState<ReadonlyMap<string, string>>(new Map(known.map(({ id, address }) => [id, address])));
  const names = new Map([...met, ...found.map(({ id, address }) => [id, address] as const)]);
  const only = value.houseIds.length === 1 ? value.houseIds[0]! : null;
  const premises = usePremisesOf(only).data?.items ?? [];
  return (
    <FormSection title={t('where')}>
      <MultiSelect
        label={t('houses')}
        description={t('houses.hint')}
        required
        searchable
        clearable
        data={[...names].map(([id, label]) => ({ value: id, label }))}
        nothingFoundMessage={t('houses.none')}
        value={[...value.houseIds]}
        onChange={(houseIds) => {
          setMet(new Map(houseIds.map((id) => [id, names.get(id) ?? id])));
          onChange({ houseIds, entrances: '', premisesIds: [] });
        }}
        searchValue={typed}
        onSearchChange={setTyped}
        error={error}
      />
      {only !== null && (
        <>
          <TextInput
            label={t('entrances')}
            description={t('entrances.hint')}
            value={value.entrances}
            onChange={(event) => onChange({ ...value, entrances: event.currentTarget.value })}
          />
          <MultiSelect
            label={t('premises')}
            description={t('premises.hint')}
            searchable
            clearable
            limit={200}
            data={premises.map(({ id, kind: which, number }) => ({
              value: id,
              label: `${kind(`kind.${which}`, which)} ${number}`,
            }))}
            value={[...value.premisesIds]}
            onChange={(premisesIds) => onChange({ ...value, premisesIds })}
          />
        </>
      )}
    </FormSection>
  );
}

import { useMessages } from '@dvor/ui';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { houseFilterMessages } from './messages.js';
import { useHouseChoices, useHouseName } from './use-houses.js';

/** Of which house: found by its address. */
export function HouseFilter({ houseId, onChange }: { houseId: string; onChange: (houseId: string | null) => void }) {
  const t = useMessages(houseFilterMessages);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const chosen = useHouseName(houseId).data;
  // The chosen house's own name sits in the field; it is no search.
  const { data } = useHouseChoices(search === chosen?.address ? '' : search);

  const houses = data?.items.map(({ id, address }) => ({ value: id, label: address })) ?? [];
  if (chosen && !houses.some(({ value }) => value === houseId))
    houses.unshift({ value: houseId, label: chosen.address });
  return (
    <Select
      aria-label={t('house')}
      placeholder={t('all')}
      w={320}
      maw="100%"
      searchable
      clearable
      data={houses}
      filter={({ options }) => options}
      nothingFoundMessage={t('none')}
      value={houseId || null}
      onChange={onChange}
      onSearchChange={setTyped}
    />
  );
}

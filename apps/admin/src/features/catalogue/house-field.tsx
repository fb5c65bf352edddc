import { useMessages } from '@dvor/ui';
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useHouseAddress, useHouseChoices } from './api.js';
import { catalogueMessages } from './messages.js';

/** One house by a part of its address; its value is the house's id. */
export function HouseField({ value, onChange, ...props }: Omit<SelectProps, 'data'>) {
  const t = useMessages(catalogueMessages);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const chosen = useHouseAddress(value ?? '').data;
  // The chosen house's own address sits in the field; it is no search.
  const { data } = useHouseChoices(search === chosen?.address ? '' : search);
  const houses = data?.items.map(({ id, address }) => ({ value: id, label: address })) ?? [];
  if (value && chosen && !houses.some((house) => house.value === value))
    houses.unshift({ value, label: chosen.address });
  return (
    <Select
      searchable
      clearable
      {...props}
      data={houses}
      filter={({ options }) => options}
      nothingFoundMessage={t('houses.none')}
      value={value || null}
      onChange={onChange}
      onSearchChange={setTyped}
    />
  );
}

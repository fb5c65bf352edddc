import type { Schemas } from '@dvor/api-client';
import { answer, useMessages } from '@dvor/ui';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { HouseFilter } from '../house-filter/house-filter.js';
import { useApi } from '../use-api.js';
import { meterChoiceMessages } from './messages.js';

type Resource = Schemas['ListedMeterDto']['resource'];

function useMetersOfHouse(houseId: string, resource: Resource | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['meters', 'choice', houseId, resource],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/meter-lists', { params: { query: { list: 'all', houseId, resource, limit: 500 } }, signal }),
      ),
    enabled: houseId !== '',
  });
}

/** A meter that stands: its house first, then its number or its flat. */
export function MeterChoice({
  value,
  onChange,
  error,
  resource,
}: {
  value: string | null;
  onChange: (meterId: string | null) => void;
  error?: ReactNode;
  resource?: Resource;
}) {
  const t = useMessages(meterChoiceMessages);
  const [houseId, setHouseId] = useState('');
  const meters = useMetersOfHouse(houseId, resource).data?.items ?? [];
  return (
    <>
      <HouseFilter
        houseId={houseId}
        onChange={(next) => {
          setHouseId(next ?? '');
          onChange(null);
        }}
      />
      <Select
        label={t('meter')}
        required
        searchable
        placeholder={houseId === '' ? t('first') : undefined}
        disabled={houseId === ''}
        nothingFoundMessage={t('none')}
        data={meters.map(({ id, serial, address, premisesId }) => ({
          value: id,
          label: `№ ${serial}, ${premisesId === null ? t('house') : address}`,
        }))}
        value={value}
        onChange={onChange}
        error={error}
      />
    </>
  );
}

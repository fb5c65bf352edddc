import { useMessages } from '@dvor/ui';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useAccountName, useFoundAccounts } from './api.js';
import { correctionMessages } from './messages.js';

/** Whose account: found by the words of its number, address, payer. */
export function AccountChoice({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (accountId: string | null) => void;
}) {
  const t = useMessages(correctionMessages);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const chosen = useAccountName(value ?? '').data;
  const label = chosen && `${chosen.number} · ${chosen.address}`;
  const found = useFoundAccounts(search === label ? '' : search).data?.items ?? []; // what sits in the field is no search
  const options = found.map(({ id, number, address }) => ({ value: id, label: `${number} · ${address}` }));
  if (value && label && !options.some((one) => one.value === value)) options.unshift({ value, label });
  return (
    <Select
      label={t('account')}
      placeholder={t('account.search')}
      required
      searchable
      clearable
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('account.none')}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
    />
  );
}

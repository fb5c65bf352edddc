import { useMessages } from '@dvor/ui';
import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { accountChoiceMessages } from './messages.js';
import { useAccountName, useFoundAccounts } from './use-found-accounts.js';

/** Whose account: found by the words of its number, address, payer. */
export function AccountChoice({
  value,
  onChange,
  error,
  required = true,
}: {
  value: string | null;
  onChange: (accountId: string | null) => void;
  error?: ReactNode;
  required?: boolean;
}) {
  const t = useMessages(accountChoiceMessages);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const chosen = useAccountName(value ?? '').data;
  const label = chosen && labelOf(chosen);
  const found = useFoundAccounts(search === label ? '' : search).data?.items ?? []; // what sits in the field is no search
  const options = found.map((one) => ({ value: one.id, label: labelOf(one) }));
  if (value && label && !options.some((one) => one.value === value)) options.unshift({ value, label });
  return (
    <Select
      label={t('account')}
      placeholder={t('search')}
      required={required}
      searchable
      clearable
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('none')}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      error={error}
    />
  );
}

/** Several of them; none may mean all. */
export function AccountsChoice({
  value,
  onChange,
  placeholder,
}: {
  value: readonly string[];
  onChange: (accountIds: string[]) => void;
  placeholder: string;
}) {
  const t = useMessages(accountChoiceMessages);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const [met, setMet] = useState<ReadonlyMap<string, string>>(new Map());
  const found = useFoundAccounts(search).data?.items ?? [];
  const names = new Map([...met, ...found.map((one) => [one.id, labelOf(one)] as const)]);
  return (
    <MultiSelect
      label={t('accounts')}
      placeholder={value.length === 0 ? placeholder : undefined}
      searchable
      clearable
      data={[...names].map(([id, label]) => ({ value: id, label }))}
      nothingFoundMessage={t('none')}
      value={[...value]}
      onChange={(ids) => {
        setMet(new Map(ids.map((id) => [id, names.get(id) ?? id])));
        onChange(ids);
      }}
      searchValue={typed}
      onSearchChange={setTyped}
    />
  );
}

function labelOf({ number, address }: { readonly number: string; readonly address: string }): string {
  return `${number} · ${address}`;
}

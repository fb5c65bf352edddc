import { useFormat, useMessages } from '@dvor/ui';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useAccountName, useFoundAccounts } from '../../lib/accounts/use-found-accounts.js';
import { paymentMessages } from './messages.js';
import classes from './payments.module.css';

/** Whose account: found by the words of its number, address, payer. */
export function AccountField({
  value,
  onChange,
  error,
  required,
  label,
  autoFocus,
}: {
  value: string | null;
  onChange: (accountId: string | null) => void;
  error?: ReactNode;
  required?: boolean;
  label: string;
  autoFocus?: boolean;
}) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const chosen = useAccountName(value ?? '').data;
  const chosenLabel = chosen && `${chosen.number} · ${chosen.address}`;
  // What sits in the field of the chosen account is no search.
  const asked = search === chosenLabel ? '' : search;
  const { data } = useFoundAccounts(asked);
  const found = data?.items ?? [];
  const about = new Map(found.map((one) => [one.id, one]));
  const options = found.map(({ id, number, address }) => ({ value: id, label: `${number} · ${address}` }));
  if (value && chosenLabel && !about.has(value)) options.unshift({ value, label: chosenLabel });
  return (
    <Select
      label={label}
      placeholder={t('account.search')}
      required={required}
      error={error}
      searchable
      clearable
      data-autofocus={autoFocus || undefined}
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('account.none')}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      renderOption={({ option }) => {
        const one = about.get(option.value);
        return (
          <span className={classes.stacked}>
            <span>{option.label}</span>
            {one && (
              <small>
                {[
                  one.payerName,
                  one.state === 'closed' ? t('account.closed') : t('account.owes', { sum: format.money(one.balance) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            )}
          </span>
        );
      }}
    />
  );
}

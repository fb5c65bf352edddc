import { unbrokenAddress, useMessages } from '@dvor/ui';
import { IconChevronDown } from '@tabler/icons-react';
import classes from './accounts.module.css';
import type { ResidentAccount } from './api.js';
import { useChooseAccount } from './chosen-account.js';
import { accountMessages } from './messages.js';

/** The address is the page's name; with several accounts a tap on it opens the device's own list to choose from. */
export function AccountSwitch({
  account,
  accounts,
}: {
  account: ResidentAccount;
  accounts: readonly ResidentAccount[];
}) {
  const t = useMessages(accountMessages);
  const choose = useChooseAccount();
  const several = accounts.length > 1;
  return (
    <div className={several ? classes.switch : undefined}>
      <div>
        <h1 className={classes.address}>{unbrokenAddress(account.address)}</h1>
        <div className={classes.quiet}>{t('number', { number: account.number })}</div>
      </div>
      {several && (
        <>
          <IconChevronDown size={22} aria-hidden />
          <select aria-label={t('switch')} value={account.id} onChange={(event) => choose(event.currentTarget.value)}>
            {accounts.map(({ id, address, number }) => (
              <option key={id} value={id}>
                {address} · {number}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}

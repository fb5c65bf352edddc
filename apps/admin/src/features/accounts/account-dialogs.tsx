import { FormDialog, useMessages } from '@dvor/ui';
import { ClosingForm, IdentifiersForm, MergeForm, PayerForm, SplitForm, TransferForm } from './account-forms.js';
import type { AccountCard } from './api.js';
import { accountMessages } from './messages.js';

/** What may be done with an account as a whole. */
export const ACCOUNT_DOINGS = ['transfer', 'payer', 'identifiers', 'split', 'merge', 'close', 'reopen'] as const;
export type AccountDoing = (typeof ACCOUNT_DOINGS)[number];

/** Whichever makes sense for the account as it is. */
export function doingsOf({ state, premises }: AccountCard): AccountDoing[] {
  if (state === 'closed') return ['reopen', 'identifiers'];
  return ACCOUNT_DOINGS.filter((doing) => doing !== 'reopen' && (doing !== 'split' || premises.kind !== 'room'));
}

export function AccountDialogs(props: { account: AccountCard; doing: AccountDoing | null; onClose: () => void }) {
  const t = useMessages(accountMessages);
  const { account, doing, onClose } = props;
  return ACCOUNT_DOINGS.map((one) => (
    <FormDialog
      key={one}
      wide={one === 'split'}
      opened={doing === one}
      onClose={onClose}
      title={t(`title.${one}`, { number: account.number })}
    >
      <DoingForm account={account} doing={one} onClose={onClose} />
    </FormDialog>
  ));
}

function DoingForm({ account, doing, onClose }: { account: AccountCard; doing: AccountDoing; onClose: () => void }) {
  switch (doing) {
    case 'transfer':
      return <TransferForm account={account} onClose={onClose} />;
    case 'payer':
    case 'reopen':
      return <PayerForm account={account} reopens={doing === 'reopen'} onClose={onClose} />;
    case 'identifiers':
      return <IdentifiersForm account={account} onClose={onClose} />;
    case 'split':
      return <SplitForm account={account} onClose={onClose} />;
    case 'merge':
      return <MergeForm account={account} onClose={onClose} />;
    case 'close':
      return <ClosingForm account={account} onClose={onClose} />;
  }
}

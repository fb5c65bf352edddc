import { EmptyState, ErrorState, useMessages, useSession } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconHomeQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type ResidentAccount, useResidentAccounts } from '../features/accounts/api.js';
import { useChosenAccount } from '../features/accounts/chosen-account.js';
import { appMessages } from './messages.js';

/** Everything in the cabinet is about one of the resident's accounts: the one in the address, else the last one looked at. */
export function AccountGate({
  children,
}: {
  children: (account: ResidentAccount, accounts: readonly ResidentAccount[]) => ReactNode;
}) {
  const t = useMessages(appMessages);
  const session = useSession();
  const { data: accounts, error, refetch } = useResidentAccounts();
  const account = useChosenAccount(accounts);
  if (error && !accounts) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!accounts) return null;
  if (!account) {
    return (
      <EmptyState
        icon={<IconHomeQuestion stroke={1.5} />}
        title={t('noAccount.title')}
        action={
          <Button variant="default" onClick={() => void session.signOut()}>
            {t('signOut')}
          </Button>
        }
      >
        {t('noAccount.text')}
      </EmptyState>
    );
  }
  return children(account, accounts);
}

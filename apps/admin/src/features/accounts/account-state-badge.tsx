import { StatusBadge, useLooseMessages } from '@dvor/ui';
import { IconCircleCheck, IconLock } from '@tabler/icons-react';
import { accountMessages } from './messages.js';

export function AccountStateBadge({ state }: { state: string }) {
  const name = useLooseMessages(accountMessages);
  const closed = state === 'closed';
  return (
    <StatusBadge tone={closed ? 'quiet' : 'good'} icon={closed ? IconLock : IconCircleCheck}>
      {name(`state.${state}`, state)}
    </StatusBadge>
  );
}

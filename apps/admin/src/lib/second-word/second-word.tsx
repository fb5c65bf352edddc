import type { Schemas } from '@dvor/api-client';
import { Notice, useMessages } from '@dvor/ui';
import { Link } from 'react-router';
import { secondWordMessages } from './messages.js';

export interface SecondWordState {
  readonly required: boolean;
  readonly approval: Schemas['ApprovalDto'] | null;
}

/** How it stands with the second person's word; `then` says what may be done once it is given. */
export function SecondWord({
  word: { required, approval },
  needs,
  then,
}: {
  word: SecondWordState;
  needs: string;
  then: string;
}) {
  const t = useMessages(secondWordMessages);
  if (!approval) return required ? <Notice tone="info">{needs}</Notice> : null;
  const who = (approval.state === 'waiting' ? approval.askedBy : approval.decidedBy)?.name ?? '';
  const told = {
    waiting: t('waiting', { who }),
    approved: `${t('approved', { who })} ${then}`,
    refused: t('refused', { who, note: approval.note ?? '' }),
    withdrawn: needs,
  };
  return (
    <Notice tone={approval.state === 'approved' ? 'info' : 'attention'}>
      {told[approval.state]} <Link to={`/approvals/${approval.id}`}>{t('see')}</Link>
    </Notice>
  );
}

import { useMessages } from '@dvor/ui';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type OwnMeter, useOwnMeters } from './api.js';
import { readingMessages } from './messages.js';
import { proposalMessages } from './proposal-messages.js';
import { useProposals } from './proposals-api.js';
import classes from './readings.module.css';

/** On the home page: what was decided on a proposed meter, and verifications that end; nothing where there is nothing. */
export function MetersLink({ accountId }: { accountId: string }) {
  const t = useMessages(proposalMessages);
  const words = useMessages(readingMessages);
  const meters = useOwnMeters(accountId).data?.items ?? [];
  const proposals = useProposals(accountId).data?.items ?? [];
  const news = proposals.flatMap(({ id, state, isNews, serial }) =>
    isNews && (state === 'refused' || state === 'approved') ? [{ id, told: t(`home.${state}`, { serial }) }] : [],
  );
  const ending = meters.filter(wantsVerification).sort(byDays);
  const told = [
    ...news,
    ...ending.map(({ id, verification, daysLeft, resource }) => ({
      id: `meter-${id}`,
      told: t(verification === 'over' ? 'home.over' : 'home.soon', {
        n: daysLeft ?? 0,
        resource: words(`resource.${resource}`).toLowerCase(),
      }),
    })),
  ];
  return told.map((note) => (
    <Link key={note.id} to="/readings" className={classes.open}>
      <span>{note.told}</span>
      <IconChevronRight size={20} aria-hidden />
    </Link>
  ));
}

/** Of electricity others see to it. */
function wantsVerification({ verification, resource }: OwnMeter): boolean {
  return resource !== 'electricity' && (verification === 'over' || verification === 'soon');
}

function byDays(a: OwnMeter, b: OwnMeter): number {
  return (a.daysLeft ?? 0) - (b.daysLeft ?? 0);
}

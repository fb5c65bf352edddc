import { Notice, ProblemNotice, StatusBadge, useFormat, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconChevronRight, IconCircleCheck, IconCircleX, IconClock, IconCornerUpLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import { readingMessages } from './messages.js';
import { proposalMessages } from './proposal-messages.js';
import { type OwnProposal, useProposals, useWithdraw } from './proposals-api.js';
import classes from './readings.module.css';

const LOOK = {
  open: { tone: 'info', icon: IconClock },
  approved: { tone: 'good', icon: IconCircleCheck },
  refused: { tone: 'danger', icon: IconCircleX },
  withdrawn: { tone: 'quiet', icon: IconCornerUpLeft },
} as const;

/** At the head of the page: what was refused lately, so that it is not looked for at the foot. */
export function ProposalNews({ accountId }: { accountId: string }) {
  const t = useMessages(proposalMessages);
  const items = useProposals(accountId).data?.items ?? [];
  return items
    .filter(({ state, isNews }) => state === 'refused' && isNews)
    .map(({ id, serial, answer }) => (
      <Notice key={id} tone="danger" title={t('home.refused', { serial })}>
        {answer} {t('again')}
      </Notice>
    ));
}

/** The way to tell of a new meter, and what became of those that were told of. */
export function Proposals({ accountId }: { accountId: string }) {
  const t = useMessages(proposalMessages);
  const { data } = useProposals(accountId);
  return (
    <>
      <Link to="/readings/new" className={classes.open}>
        <span>
          {t('add')}
          <span className={classes.under}>{t('add.text')}</span>
        </span>
        <IconChevronRight size={20} aria-hidden />
      </Link>
      {data && data.items.length > 0 && (
        <section className={classes.meter}>
          <h2 className={classes.name}>{t('own')}</h2>
          <ul className={classes.proposals}>
            {data.items.map((proposal) => (
              <Proposal key={proposal.id} proposal={proposal} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Proposal({ proposal }: { proposal: OwnProposal }) {
  const t = useMessages(proposalMessages);
  const words = useMessages(readingMessages);
  const format = useFormat();
  const withdraw = useWithdraw();
  const { id, state, resource, serial, installedOn, replaces, proposedAt, answer } = proposal;
  return (
    <li>
      <div className={classes.line}>
        <strong>
          {words(`resource.${resource}`)}, {words('number', { serial })}
        </strong>
        <StatusBadge {...LOOK[state]}>{t(`state.${state}`)}</StatusBadge>
      </div>
      <div className={classes.quiet}>
        {[
          t('sent', { day: format.instant(proposedAt) }),
          t('installed', { day: format.day(installedOn) }),
          ...(replaces ? [t('inPlaceOf', { serial: replaces })] : []),
        ].join(', ')}
      </div>
      {answer && <div>{t('why', { answer })}</div>}
      <ProblemNotice error={withdraw.error} />
      {state === 'open' && (
        <Button
          variant="subtle"
          aria-label={t('withdraw.of', { serial })}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(id)}
        >
          {t('withdraw')}
        </Button>
      )}
    </li>
  );
}

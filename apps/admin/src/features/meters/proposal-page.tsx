import {
  Code,
  ErrorState,
  Facts,
  FormDialog,
  Page,
  PageHeader,
  Section,
  Sheet,
  StatusBadge,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconClock, IconCornerUpLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { valueText } from './api.js';
import { meterMessages } from './messages.js';
import classes from './meters.module.css';
import { ApproveForm, RefuseForm } from './proposal-forms.js';
import { proposalMessages } from './proposal-messages.js';
import { ProposalPicture } from './proposal-picture.js';
import { type Proposal, useProposal } from './proposals-api.js';
import { Doubles } from './proposals-page.js';

const LOOK = {
  open: { tone: 'info', icon: IconClock },
  approved: { tone: 'good', icon: IconCircleCheck },
  refused: { tone: 'danger', icon: IconCircleX },
  withdrawn: { tone: 'quiet', icon: IconCornerUpLeft },
} as const;

/** A meter that a resident proposes: what they say and show, what stands there now, and what is decided. */
export default function ProposalPage() {
  const { proposalId = '' } = useParams();
  const { data, error, refetch } = useProposal(proposalId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <ProposalCard key={data.id} proposal={data} /> : null;
}

function ProposalCard({ proposal }: { proposal: Proposal }) {
  const t = useMessages(proposalMessages);
  const words = useMessages(meterMessages);
  const may = useMay();
  const [doing, setDoing] = useState<'approve' | 'refuse' | null>(null);
  const stop = () => setDoing(null);
  const { state, resource, serial, hasPhoto, hasPassport } = proposal;
  return (
    <Page>
      <PageHeader
        title={words('named', { resource: words(`resource.${resource}`), serial })}
        back={<Link to="/readings/proposals">{t('back')}</Link>}
        status={<StatusBadge {...LOOK[state]}>{t(`one.${state}`)}</StatusBadge>}
        actions={
          state === 'open' &&
          may('house.edit') && (
            <>
              <Button variant="default" onClick={() => setDoing('refuse')}>
                {t('refuse')}
              </Button>
              <Button onClick={() => setDoing('approve')}>{t('approve')}</Button>
            </>
          )
        }
      />
      <div className={classes.card}>
        <div className={classes.column}>
          <Section title={t('said')}>
            <Sheet>
              <Said proposal={proposal} />
            </Sheet>
            <Doubles doubles={proposal.doubles} />
          </Section>
          {state === 'open' && <Now proposal={proposal} />}
        </div>
        <Section title={t('pictures')}>
          <div className={classes.pictures}>
            {hasPhoto && <ProposalPicture proposal={proposal} which="photo" />}
            {hasPassport && <ProposalPicture proposal={proposal} which="passport" />}
          </div>
        </Section>
      </div>
      <FormDialog
        opened={doing !== null}
        onClose={stop}
        title={t(doing === 'refuse' ? 'refuse.title' : 'approve.title')}
      >
        {doing === 'approve' && <ApproveForm proposal={proposal} onClose={stop} />}
        {doing === 'refuse' && <RefuseForm proposal={proposal} onClose={stop} />}
      </FormDialog>
    </Page>
  );
}

function Said({ proposal }: { proposal: Proposal }) {
  const t = useMessages(proposalMessages);
  const words = useMessages(meterMessages);
  const format = useFormat();
  const { account, address, premisesId, zones, digits, scale, value, replaces, note, answer, decidedBy, decidedAt } =
    proposal;
  const old = replaces?.value ? valueText(replaces.value) : null;
  const inPlaceOf = () => {
    if (!replaces) return t('replaces.none');
    const { serial } = replaces;
    return old === null ? t('replaces.without', { serial }) : t('replaces.with', { serial, value: old });
  };
  return (
    <Facts
      facts={[
        { label: words('address'), value: <Link to={`/premises/${premisesId}`}>{address}</Link> },
        {
          label: t('account'),
          value: (
            <Link to={`/accounts/${account.id}`}>
              <Code>{account.number}</Code>
            </Link>
          ),
        },
        {
          label: t('proposed'),
          value: t('decided', { who: proposal.proposedBy, at: format.instant(proposal.proposedAt) }),
        },
        { label: t('installed'), value: format.day(proposal.installedOn) },
        { label: t('verified'), value: format.day(proposal.verifiedUntil) },
        { label: t('shown'), value: valueText(value) },
        { label: t('dial'), value: t('dial.of', { digits, scale }) },
        ...(zones.length > 1
          ? [{ label: words('zones'), value: zones.map((zone) => words(`zone.${zone as 'day'}`)).join(', ') }]
          : []),
        { label: t('replaces'), value: inPlaceOf() },
        ...(note ? [{ label: t('said_note'), value: note }] : []),
        ...(decidedBy && decidedAt
          ? [
              {
                label: t(`state.${proposal.state}`),
                value: t('decided', { who: decidedBy, at: format.instant(decidedAt) }),
              },
            ]
          : []),
        ...(answer ? [{ label: t('answer'), value: answer }] : []),
        ...(proposal.meterId
          ? [{ label: t('became'), value: <Link to={`/meters/${proposal.meterId}`}>{t('became.open')}</Link> }]
          : []),
      ]}
    />
  );
}

function Now({ proposal: { standing } }: { proposal: Proposal }) {
  const t = useMessages(proposalMessages);
  const format = useFormat();
  return (
    <Section title={t('now')}>
      {standing.length === 0 ? (
        <div className={classes.quiet}>{t('now.none')}</div>
      ) : (
        <Sheet>
          <Facts
            facts={standing.map(({ id, serial, last }) => ({
              label: `№\u00a0${serial}`,
              value: (
                <Link to={`/meters/${id}`}>
                  {t('now.last', { value: valueText(last.value), day: format.day(last.date) })}
                </Link>
              ),
            }))}
          />
        </Sheet>
      )}
    </Section>
  );
}

import {
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  SearchField,
  StatusBadge,
  Toolbar,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Checkbox, Select } from '@mantine/core';
import { IconAlertTriangle, IconGauge } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { ReadingTabs } from '../../lib/reading-tabs/reading-tabs.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { RESOURCES, valueText } from './api.js';
import { meterMessages } from './messages.js';
import classes from './meters.module.css';
import { proposalMessages } from './proposal-messages.js';
import { type Proposal, PROPOSAL_STATES, type ProposalsAsked, useProposals } from './proposals-api.js';

/** Meters that residents propose, with what stands in their flats and numbers that were met before. */
export default function ProposalsPage() {
  const t = useMessages(proposalMessages);
  const words = useMessages(meterMessages);
  const [state, setState] = useUrlFilter('state');
  const [houseId, setHouse] = useUrlFilter('houseId');
  const [resource, setResource] = useUrlFilter('resource');
  const [doubled, setDoubled] = useUrlFilter('doubled');
  const [search, setSearch] = useUrlFilter('search');
  return (
    <Page fill>
      <PageHeader title={t('title')} note={t('note')} />
      <ReadingTabs current="readings/proposals" />
      <Toolbar>
        <Select
          aria-label={t('state')}
          allowDeselect={false}
          w={170}
          data={PROPOSAL_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state || 'open'}
          onChange={(value) => setState(value === 'open' ? null : value)}
        />
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <HouseFilter houseId={houseId} onChange={setHouse} />
        <Select
          aria-label={words('resource')}
          placeholder={words('resource.all')}
          clearable
          w={180}
          data={RESOURCES.map((value) => ({ value, label: words(`resource.${value}`) }))}
          value={resource || null}
          onChange={setResource}
        />
        <Checkbox
          label={t('doubled')}
          checked={doubled === 'yes'}
          onChange={(event) => setDoubled(event.currentTarget.checked ? 'yes' : null)}
        />
      </Toolbar>
      <Proposals asked={{ state, houseId, resource, doubled, search }} />
    </Page>
  );
}

function Proposals({ asked }: { asked: ProposalsAsked }) {
  const t = useMessages(proposalMessages);
  const words = useMessages(meterMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { rows, error, again, more } = useProposals(asked);
  if (error) return <ErrorState error={error} onRetry={again} />;
  return (
    <DataTable
      fill
      wrap
      label={t('title')}
      minWidth={960}
      rows={rows}
      rowKey={({ id }: Proposal) => id}
      onOpen={({ id }) => void navigate(`/readings/proposals/${id}`)}
      onNearEnd={more}
      empty={
        Object.values(asked).some(Boolean) ? (
          <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconGauge stroke={1.5} />} title={t('empty')}>
            {t('empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'meter',
          title: t('meter'),
          width: 160,
          cell: ({ id, resource, serial }) => (
            <>
              <Link to={`/readings/proposals/${id}`}>{serial}</Link>
              <div className={classes.quiet}>{words(`resource.${resource}`)}</div>
            </>
          ),
        },
        {
          key: 'place',
          title: t('place'),
          cell: ({ address, account }) => (
            <>
              {address}
              <div className={classes.quiet}>
                <Code>{account.number}</Code>
              </div>
            </>
          ),
        },
        {
          key: 'doubt',
          title: t('doubt'),
          width: 220,
          cell: ({ doubles }) => <Doubles doubles={doubles} />,
        },
        {
          key: 'standing',
          title: t('standing'),
          width: 170,
          cell: ({ standing }) =>
            standing.length === 0 ? (
              <span className={classes.quiet}>{t('standing.none')}</span>
            ) : (
              standing.map(({ id, serial, last }) => (
                <div key={id}>
                  {serial}
                  <span className={classes.quiet}> {valueText(last.value)}</span>
                </div>
              ))
            ),
        },
        { key: 'installed', title: t('installed'), width: 110, cell: ({ installedOn }) => format.day(installedOn) },
        { key: 'verified', title: t('verified'), width: 110, cell: ({ verifiedUntil }) => format.day(verifiedUntil) },
        {
          key: 'proposed',
          title: t('proposed'),
          width: 180,
          cell: ({ proposedBy, proposedAt }) => (
            <>
              {proposedBy}
              <div className={classes.quiet}>{format.instant(proposedAt)}</div>
            </>
          ),
        },
      ]}
    />
  );
}

/** Others that have the number: the accountant is warned, and decides. */
export function Doubles({ doubles }: Pick<Proposal, 'doubles'>) {
  const t = useMessages(proposalMessages);
  if (doubles.length === 0) return null;
  return (
    <>
      <StatusBadge tone="attention" icon={IconAlertTriangle}>
        {t('doubt')}
      </StatusBadge>
      {doubles.map((double) => (
        <div key={`${double.of}/${double.id}`}>
          <Link to={double.of === 'meter' ? `/meters/${double.id}` : `/readings/proposals/${double.id}`}>
            {t(`doubt.${double.of}`, { address: double.address })}
          </Link>
        </div>
      ))}
    </>
  );
}

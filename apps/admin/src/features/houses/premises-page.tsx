import {
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  Facts,
  Page,
  PageHeader,
  Section,
  Sheet,
  unbrokenAddress,
  useFormat,
  useLooseMessages,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Menu, Tabs } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { AsOfBanner, AsOfButton, NoDataYet } from '../../lib/as-of/as-of-bar.js';
import { useAsOf } from '../../lib/as-of/use-as-of.js';
import { Timeline } from '../../lib/timeline/timeline.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { housingWords } from '../../lib/words/messages.js';
import { useTraitWords } from '../../lib/words/use-trait-words.js';
import { AccountSharesDialog } from './account-shares-form.js';
import { type Premises, usePremises, usePremisesTimeline } from './api.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';
import { meterActMessages } from './meter-act-messages.js';
import { Impossibilities } from './impossibility.js';
import { MeterActs } from './meter-acts.js';
import { meterMessages } from './meter-messages.js';
import { OwnersDialog } from './owners-form.js';
import { PremisesUnits } from './premises-units.js';
import { ChangePremisesDialog, OpenAccountDialog, RenamePremisesDialog } from './premises-forms.js';

export default function PremisesPage() {
  const { premisesId = '' } = useParams();
  const { query } = useAsOf();
  const { data: premises, error, refetch } = usePremises(premisesId, query);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!premises) return <Page>{null}</Page>;
  return <Card premises={premises} />;
}

type Doing = 'rename' | 'change' | 'owners' | 'open' | 'shares' | null;

function Card({ premises }: { premises: Premises }) {
  const t = useMessages(houseMessages);
  const acts = useMessages(meterActMessages);
  const name = useLooseMessages(housingWords);
  const navigate = useNavigate();
  const may = useMay();
  const { asOf } = useAsOf();
  const [tab, setTab] = useUrlFilter('tab');
  const [doing, setDoing] = useState<Doing>(null);
  const stop = () => setDoing(null);
  const mayEdit = may('house.edit') && asOf === null;
  const unknown = asOf !== null && premises.area === null;

  return (
    <Page>
      <PageHeader
        back={<Link to={`/houses/${premises.houseId}`}>{t('premises.back')}</Link>}
        title={unbrokenAddress(premises.address)}
        note={name(`kind.${premises.kind}`, premises.kind)}
        actions={
          <>
            <AsOfButton />
            {mayEdit && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button rightSection={<IconChevronDown size={16} />}>{t('change.menu')}</Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setDoing('owners')}>{t('owners.edit')}</Menu.Item>
                  <Menu.Item onClick={() => setDoing('change')}>{t('premises.change')}</Menu.Item>
                  <Menu.Item onClick={() => setDoing('rename')}>{t('premises.rename')}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </>
        }
      />
      <AsOfBanner />
      <div className={classes.card}>
        <div className={classes.facts}>
          {unknown ? <NoDataYet on={asOf.on} first={null} /> : <PremisesFacts premises={premises} />}
        </div>
        <div className={classes.lists}>
          <Tabs value={tab || 'owners'} onChange={(next) => setTab(next === 'owners' ? null : next)}>
            <Tabs.List>
              <Tabs.Tab value="owners">{t('tab.owners')}</Tabs.Tab>
              <Tabs.Tab value="meter-acts">{acts('tab')}</Tabs.Tab>
              <Tabs.Tab value="history">{t('tab.history')}</Tabs.Tab>
            </Tabs.List>
          </Tabs>
          {tab === 'history' ? (
            <History premisesId={premises.id} />
          ) : tab === 'meter-acts' ? (
            <>
              <MeterActs premisesId={premises.id} mayEdit={mayEdit} />
              <Impossibilities premisesId={premises.id} mayEdit={mayEdit} />
            </>
          ) : (
            <>
              <Owners premises={premises} onEdit={mayEdit ? () => setDoing('owners') : undefined} />
              <Accounts
                premises={premises}
                onOpen={may('account.edit') && asOf === null ? () => setDoing('open') : undefined}
                onShare={may('account.edit') && asOf === null ? () => setDoing('shares') : undefined}
              />
              <PremisesUnits premisesId={premises.id} mayEdit={mayEdit} />
            </>
          )}
        </div>
      </div>
      <OwnersDialog premises={premises} opened={doing === 'owners'} onClose={stop} />
      <ChangePremisesDialog premises={premises} opened={doing === 'change'} onClose={stop} />
      <RenamePremisesDialog premises={premises} opened={doing === 'rename'} onClose={stop} />
      <AccountSharesDialog premises={premises} opened={doing === 'shares'} onClose={stop} />
      <OpenAccountDialog
        premises={premises}
        opened={doing === 'open'}
        onClose={stop}
        onDone={(id) => void navigate(`/accounts/${id}`)}
      />
    </Page>
  );
}

function PremisesFacts({ premises }: { premises: Premises }) {
  const t = useMessages(houseMessages);
  const words = useMessages(housingWords);
  const name = useLooseMessages(housingWords);
  const traits = useTraitWords();
  const format = useFormat();
  const area = (value: string | null) => value && format.volume(value, 'м²');
  const meters = useMessages(meterMessages);
  const { meterImpossible } = premises;
  return (
    <Section title={t('premises')}>
      <Sheet>
        <Facts
          facts={[
            { label: t('kind'), value: name(`kind.${premises.kind}`, premises.kind) },
            { label: words('area'), value: area(premises.area) },
            { label: words('livingArea'), value: area(premises.livingArea) },
            ...(premises.heatedArea ? [{ label: words('heatedArea'), value: area(premises.heatedArea) }] : []),
            { label: words('rooms'), value: premises.rooms },
            { label: t('entrance'), value: premises.entrance },
            { label: t('floor'), value: premises.floor },
            ...Object.entries(premises.traits).map(([trait, value]) => ({
              label: traits.trait(trait),
              value: traits.value(trait, String(value)),
            })),
            ...(meterImpossible.length > 0
              ? [
                  {
                    label: words('meterImpossible'),
                    value: meterImpossible.map((resource) => name(`resource.${resource}`, resource)).join(', '),
                  },
                ]
              : []),
            ...(premises.ownHeating ? [{ label: meters('ownHeating'), value: meters('yes') }] : []),
            {
              label: t('names.cadastralNumber'),
              value: premises.cadastralNumber && <Code>{premises.cadastralNumber}</Code>,
            },
            { label: t('gisId'), value: premises.gisId && <Code>{premises.gisId}</Code> },
          ]}
        />
      </Sheet>
    </Section>
  );
}

function Owners({ premises, onEdit }: { premises: Premises; onEdit: (() => void) | undefined }) {
  const t = useMessages(houseMessages);
  const format = useFormat();
  return (
    <Section
      title={t('owners')}
      actions={
        onEdit && (
          <Button variant="default" size="compact-md" onClick={onEdit}>
            {t('owners.edit')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('owners')}
        minWidth={460}
        rows={premises.owners}
        rowKey={({ partyId, from }) => `${partyId}/${from}`}
        empty={<EmptyState title={t('owners.none')}>{t('owners.none.text')}</EmptyState>}
        columns={[
          {
            key: 'name',
            title: t('owner'),
            cell: ({ partyId, name }) => (
              <Link to={`/people/${partyId}`} title={name}>
                {name}
              </Link>
            ),
          },
          {
            key: 'share',
            title: t('share'),
            width: 100,
            align: 'end',
            cell: ({ share }) => (share === '1/1' ? '1' : share),
          },
          {
            key: 'days',
            title: t('since'),
            width: 210,
            cell: ({ from, to }) =>
              to
                ? t('interval.closed', { from: format.day(from), to: format.lastDay(to) })
                : t('interval.open', { from: format.day(from) }),
          },
        ]}
      />
    </Section>
  );
}

function Accounts({
  premises,
  onOpen,
  onShare,
}: {
  premises: Premises;
  onOpen: (() => void) | undefined;
  onShare: (() => void) | undefined;
}) {
  const t = useMessages(houseMessages);
  const navigate = useNavigate();
  return (
    <Section
      title={t('accounts.here')}
      actions={
        premises.accounts.length > 1
          ? onShare && (
              <Button variant="default" size="compact-md" onClick={onShare}>
                {t('accountShares.open')}
              </Button>
            )
          : onOpen && (
              <Button variant="default" size="compact-md" leftSection={<IconPlus size={16} />} onClick={onOpen}>
                {t('account.open')}
              </Button>
            )
      }
    >
      <DataTable
        label={t('accounts.here')}
        minWidth={360}
        rows={premises.accounts}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/accounts/${id}`)}
        empty={<EmptyState title={t('accounts.none')}>{t('accounts.none.text')}</EmptyState>}
        columns={[
          {
            key: 'number',
            title: t('account'),
            width: 150,
            cell: ({ id, number }) => (
              <Link to={`/accounts/${id}`} tabIndex={-1}>
                <Code>{number}</Code>
              </Link>
            ),
          },
          { key: 'payer', title: t('payer'), cell: ({ payerName }) => <span title={payerName}>{payerName}</span> },
          ...(premises.accounts.some(({ share }) => share !== null)
            ? [
                {
                  key: 'share',
                  title: t('share'),
                  width: 90,
                  cell: ({ share }: Premises['accounts'][number]) => share ?? '1',
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function History({ premisesId }: { premisesId: string }) {
  const { data, error, refetch } = usePremisesTimeline(premisesId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <Timeline entries={data.items} /> : null;
}

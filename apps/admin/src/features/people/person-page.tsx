import {
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  Section,
  Sheet,
  useFormat,
  useLooseMessages,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { partyMessages } from '../../lib/parties/messages.js';
import { type PartyCard, useParty } from './api.js';
import { peopleMessages } from './messages.js';
import { PartyFacts } from './party-facts.js';
import { EditPartyDialog } from './party-form.js';
import classes from './people.module.css';

export default function PersonPage() {
  const { partyId = '' } = useParams();
  const { data: party, error, refetch } = useParty(partyId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!party) return <Page>{null}</Page>;
  return <Card party={party} />;
}

function Card({ party }: { party: PartyCard }) {
  const t = useMessages(peopleMessages);
  const words = useMessages(partyMessages);
  const may = useMay();
  const [editing, edit] = useDisclosure();
  return (
    <Page>
      <PageHeader
        back={<Link to="/people">{t('back')}</Link>}
        title={party.name}
        note={words(`kind.${party.kind}`)}
        actions={
          may('account.edit') && (
            <Button leftSection={<IconPencil size={16} />} onClick={edit.open}>
              {t('edit')}
            </Button>
          )
        }
      />
      <div className={classes.card}>
        <Section title={t('card')}>
          <Sheet>
            <PartyFacts party={party} />
          </Sheet>
        </Section>
        <Section title={t('former')}>
          <Former party={party} />
        </Section>
      </div>
      <EditPartyDialog party={party} opened={editing} onClose={edit.close} />
    </Page>
  );
}

const DAYS: ReadonlySet<string> = new Set(['birthDate', 'diedOn']);

type FormerRecord = PartyCard['former'][number];

function Former({ party: { former, ...party } }: { party: PartyCard }) {
  const t = useMessages(peopleMessages);
  const name = useLooseMessages(partyMessages);
  const format = useFormat();
  // What each replaced record said otherwise than the one that took its place.
  const changes = former.map((record, i) => ({ record, after: i === 0 ? party : former[i - 1]!.was }));
  const differences = ({ was }: FormerRecord, after: Readonly<Record<string, unknown>>) =>
    Object.entries(was)
      .filter(([field, value]) => (after[field] ?? null) !== value)
      .map(([field, value]) => `${name(field, field)}: ${shown(field, value)}`)
      .join('; ');
  const shown = (field: string, value: string | null) =>
    value === null ? t('empty') : DAYS.has(field) ? format.day(value) : value;
  return (
    <DataTable
      wrap
      label={t('former')}
      minWidth={560}
      rows={changes}
      rowKey={({ record }) => record.replacedAt}
      empty={<EmptyState title={t('former.none')} />}
      columns={[
        { key: 'when', title: t('former.when'), width: 150, cell: ({ record }) => format.instant(record.replacedAt) },
        { key: 'what', title: t('former.what'), cell: ({ record, after }) => differences(record, after) },
        { key: 'reason', title: t('former.reason'), width: 220, cell: ({ record }) => record.reason },
      ]}
    />
  );
}

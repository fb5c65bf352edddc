import {
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus, IconUserSearch } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { partyMessages } from '../../lib/parties/messages.js';
import { useFoundParties } from '../../lib/parties/use-found-parties.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { peopleMessages } from './messages.js';
import { NewPartyDialog } from './party-form.js';

export default function PeoplePage() {
  const t = useMessages(peopleMessages);
  const may = useMay();
  const navigate = useNavigate();
  const [search, setSearch] = useUrlFilter('search');
  const [adding, add] = useDisclosure();
  return (
    <Page fill>
      <PageHeader
        back={<Link to="/accounts">{t('back.housing')}</Link>}
        title={t('title')}
        actions={
          may('account.edit') && (
            <Button leftSection={<IconUserPlus size={16} />} onClick={add.open}>
              {t('add')}
            </Button>
          )
        }
      />
      <Toolbar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
      </Toolbar>
      <Found search={search} />
      <NewPartyDialog opened={adding} onClose={add.close} onDone={(id) => void navigate(`/people/${id}`)} />
    </Page>
  );
}

function Found({ search }: { search: string }) {
  const t = useMessages(peopleMessages);
  const words = useMessages(partyMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch } = useFoundParties(search);
  if (search.trim().length < 2)
    return (
      <EmptyState icon={<IconUserSearch stroke={1.5} />} title={t('start.title')}>
        {t('start.text')}
      </EmptyState>
    );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      fill
      label={t('title')}
      minWidth={720}
      rows={data?.items}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/people/${id}`)}
      empty={<EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>}
      columns={[
        {
          key: 'name',
          title: t('name'),
          cell: ({ id, name }) => (
            <Link to={`/people/${id}`} tabIndex={-1} title={name}>
              {name}
            </Link>
          ),
        },
        { key: 'kind', title: t('kind'), width: 130, cell: ({ kind }) => words(`kind.${kind}`) },
        {
          key: 'born',
          title: words('birthDate'),
          width: 130,
          cell: ({ birthDate }) => (birthDate ? format.day(birthDate) : '—'),
        },
        { key: 'inn', title: words('inn'), width: 130, cell: ({ inn }) => inn ?? '—' },
        {
          key: 'contact',
          title: t('contact'),
          width: 260,
          cell: ({ phone, email }) => [phone, email].filter(Boolean).join(', ') || '—',
        },
      ]}
    />
  );
}

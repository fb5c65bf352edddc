import {
  DataTable,
  EmptyState,
  ErrorState,
  FormDialog,
  MoneyText,
  Page,
  PageHeader,
  Toolbar,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, SegmentedControl, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMail, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { DebtTabs } from '../../lib/debt-tabs/debt-tabs.js';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { DEBT_STAGES, LETTER_KINDS, useBatches } from './api.js';
import { LettersTable } from './letters-table.js';
import { claimMessages } from './messages.js';
import { WriteForm } from './write-form.js';

/** Batches of letters, or all letters by house, stage and kind; and a way to write another batch. */
export default function LettersPage() {
  const t = useMessages(claimMessages);
  const may = useMay();
  const navigate = useNavigate();
  const [view, setView] = useUrlFilter('view');
  const [writing, write] = useDisclosure();
  return (
    <Page fill>
      <PageHeader
        title={t('letters')}
        actions={
          <>
            <Button variant="default" component={Link} to="/debt-letters/wordings">
              {t('wordings')}
            </Button>
            {may('debt.work') && (
              <Button leftSection={<IconPlus size={16} />} onClick={write.open}>
                {t('write')}
              </Button>
            )}
          </>
        }
      />
      <DebtTabs current="debt-letters" />
      <Toolbar>
        <SegmentedControl
          aria-label={t('letters')}
          value={view || 'batches'}
          onChange={(next) => setView(next === 'batches' ? null : next)}
          data={[
            { value: 'batches', label: t('view.batches') },
            { value: 'letters', label: t('view.letters') },
          ]}
        />
        {view === 'letters' && <LetterFilters />}
      </Toolbar>
      {view === 'letters' ? <AllLetters /> : <Batches />}
      <FormDialog opened={writing} onClose={write.close} title={t('write.title')}>
        {writing && <WriteForm onClose={write.close} onWritten={(id) => void navigate(`/debt-letters/${id}`)} />}
      </FormDialog>
    </Page>
  );
}

function LetterFilters() {
  const t = useMessages(claimMessages);
  const [houseId, setHouse] = useUrlFilter('houseId');
  const [stage, setStage] = useUrlFilter('stage');
  const [kind, setKind] = useUrlFilter('kind');
  return (
    <>
      <HouseFilter houseId={houseId} onChange={setHouse} />
      <Select
        aria-label={t('stage')}
        placeholder={t('stage.any')}
        clearable
        w={220}
        data={DEBT_STAGES.map((one) => ({ value: one, label: t(`stage.${one}`) }))}
        value={stage || null}
        onChange={setStage}
      />
      <Select
        aria-label={t('kind')}
        placeholder={t('kind.any')}
        clearable
        w={250}
        data={LETTER_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        value={kind || null}
        onChange={setKind}
      />
    </>
  );
}

function AllLetters() {
  const [houseId] = useUrlFilter('houseId');
  const [stage] = useUrlFilter('stage');
  const [kind] = useUrlFilter('kind');
  return <LettersTable filter={{ houseId, stage, kind }} />;
}

function Batches() {
  const t = useMessages(claimMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch } = useBatches();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      fill
      label={t('letters')}
      minWidth={820}
      rows={data?.items}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/debt-letters/${id}`)}
      empty={
        <EmptyState icon={<IconMail stroke={1.5} />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'number',
          title: t('number'),
          width: 70,
          cell: ({ id, number }) => (
            <Link to={`/debt-letters/${id}`} tabIndex={-1}>
              {number}
            </Link>
          ),
        },
        { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`kind.${kind}`) },
        { key: 'dated', title: t('dated'), width: 110, cell: ({ asOf }) => format.day(asOf) },
        { key: 'payBy', title: t('payBy'), width: 120, cell: ({ payBy }) => format.day(payBy) },
        { key: 'letters', title: t('count'), width: 90, align: 'end', cell: ({ letters }) => letters },
        { key: 'without', title: t('without'), width: 110, align: 'end', cell: ({ leftOut }) => leftOut },
        {
          key: 'sum',
          title: t('sum'),
          width: 130,
          align: 'end',
          cell: ({ sum }) => <MoneyText value={sum} currency={false} />,
        },
        {
          key: 'state',
          title: t('state'),
          width: 180,
          cell: ({ state, printed, letters }) => t(`state.${state}`, { printed, letters }),
        },
      ]}
    />
  );
}

import {
  answer,
  Code,
  CsvButton,
  csvFigure,
  DataTable,
  EmptyState,
  ErrorState,
  MoneyText,
  Page,
  PageHeader,
  Toolbar,
  ToolbarEnd,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { IconMail, IconPlugX, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { allPages } from '../../lib/all-pages.js';
import { useAct } from '../../lib/basis/use-save.js';
import { DebtTabs } from '../../lib/debt-tabs/debt-tabs.js';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { fetchRestrictions, type RestrictionFilter, STAGES, useRestrictions, useRestrictionSummary } from './api.js';
import { restrictionMessages } from './messages.js';
import classes from './restrictions.module.css';
import { StageBadge } from './stage-badge.js';
import { useNext } from './use-next.js';

/** Services that are being restricted, with what is to be done next and from which day. */
export default function RestrictionsPage() {
  const t = useMessages(restrictionMessages);
  const [stage, setStage] = useUrlFilter('stage');
  const [houseId, setHouse] = useUrlFilter('houseId');
  const summary = useRestrictionSummary().data;
  const counts = new Map(summary?.stages.map((one) => [one.stage, one.count]));
  const filter = { stage, houseId };
  const counted = (one: (typeof STAGES)[number]) => {
    const count = counts.get(one);
    return count === undefined ? t(`stage.${one}`) : `${t(`stage.${one}`)} · ${count}`;
  };
  return (
    <Page fill>
      <PageHeader title={t('title')} note={t('note')} actions={<Actions toRemind={summary?.toRemind ?? 0} />} />
      <DebtTabs current="restrictions" />
      <Toolbar>
        <Select
          aria-label={t('stage')}
          placeholder={t('stage.any')}
          clearable
          w={260}
          data={STAGES.map((one) => ({ value: one, label: counted(one) }))}
          value={stage || null}
          onChange={setStage}
        />
        <HouseFilter houseId={houseId} onChange={setHouse} />
        <ToolbarEnd>
          <Table filter={filter} />
        </ToolbarEnd>
      </Toolbar>
      <List filter={filter} />
    </Page>
  );
}

function Actions({ toRemind }: { toRemind: number }) {
  const t = useMessages(restrictionMessages);
  const may = useMay();
  const navigate = useNavigate();
  const remind = useAct({
    write: (api, _: null, headers) => answer(api.POST('/api/v1/restriction-reminders', { headers })),
    onDone: ({ id }) => void navigate(`/debt-letters/${id}`),
    said: null,
  });
  if (!may('debt.work')) return null;
  return (
    <>
      {toRemind > 0 && (
        <Button
          variant="default"
          leftSection={<IconMail size={16} />}
          loading={remind.busy}
          onClick={() => remind.run(null)}
        >
          {t('remind', { count: toRemind })}
        </Button>
      )}
      <Button component={Link} to="/restrictions/new" leftSection={<IconPlus size={16} />}>
        {t('warn')}
      </Button>
    </>
  );
}

function Table({ filter }: { filter: RestrictionFilter }) {
  const t = useMessages(restrictionMessages);
  const api = useApi();
  const next = useNext();
  async function gather(onCount: (rows: number) => void) {
    const rows = await allPages((cursor) => fetchRestrictions(api, filter, cursor), onCount);
    return {
      head: [t('account'), t('debtor'), t('address'), t('service'), t('debt'), t('stage'), t('next')],
      rows: rows.map((one) => [
        ...[one.account, one.debtor, one.address, one.service, csvFigure(one.debt)],
        ...[one.endedWhy === null ? t(`stage.${one.stage}`) : t(`end.${one.endedWhy}`), next(one.next)],
      ]),
    };
  }
  return <CsvButton name={t('title')} gather={gather} onError={() => undefined} />;
}

function List({ filter }: { filter: RestrictionFilter }) {
  const t = useMessages(restrictionMessages);
  const navigate = useNavigate();
  const next = useNext();
  const { rows, error, again, more } = useRestrictions(filter);
  if (error) return <ErrorState error={error} onRetry={again} />;
  return (
    <DataTable
      fill
      wrap
      label={t('title')}
      minWidth={980}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/restrictions/${id}`)}
      onNearEnd={more}
      empty={
        Object.values(filter).some(Boolean) ? (
          <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconPlugX stroke={1.5} />} title={t('empty')}>
            {t('empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'account',
          title: t('account'),
          cell: ({ id, account, debtor, address }) => (
            <>
              <Link to={`/restrictions/${id}`} tabIndex={-1}>
                <Code>{account}</Code>
              </Link>{' '}
              {debtor}
              <div className={classes.quiet}>{address}</div>
            </>
          ),
        },
        { key: 'service', title: t('service'), width: 190, cell: ({ service }) => service },
        {
          key: 'debt',
          title: t('debt'),
          width: 120,
          align: 'end',
          cell: ({ debt }) => <MoneyText value={debt} currency={false} />,
        },
        { key: 'stage', title: t('stage'), width: 230, cell: (one) => <StageBadge {...one} /> },
        { key: 'next', title: t('next'), width: 240, cell: (one) => next(one.next) },
      ]}
    />
  );
}

import {
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  MoneyText,
  Notice,
  Page,
  PageHeader,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { IconHourglass } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from 'react-router';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { useRun } from './api.js';
import classes from './month.module.css';
import { type RunPenalties, useRunPenalties } from './penalties-api.js';
import { runPenaltyMessages } from './penalties-messages.js';
import { WorkbookButton } from './workbook-button.js';

/** What closing the month would accrue as penalties: in all, and to whom. */
export default function RunPenaltiesPage() {
  const t = useMessages(runPenaltyMessages);
  const format = useFormat();
  const { runId = '' } = useParams();
  const [houseId, setHouse] = useUrlFilter('houseId');
  const { data: run } = useRun(runId);
  const { data: penalties, error, refetch } = useRunPenalties(runId, houseId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Page>
      <PageHeader
        back={<Link to={`/runs/${runId}`}>{t('back')}</Link>}
        title={t('title', { month: run ? format.month(run.period) : '' })}
        note={t('note')}
      />
      {penalties && <Sums penalties={penalties} />}
      {penalties && <UnknownLaw penalties={penalties} />}
      <Toolbar>
        <HouseFilter houseId={houseId} onChange={setHouse} />
        <ToolbarEnd>
          <WorkbookButton
            path={`/api/v1/runs/${runId}/penalties/accounts.xlsx`}
            query={{ houseId }}
            name={t('file', { period: run?.period ?? '' })}
          />
        </ToolbarEnd>
      </Toolbar>
      <Accounts runId={runId} penalties={penalties} />
    </Page>
  );
}

function Sums({ penalties: { amount, accounts, refused, asOf } }: { penalties: RunPenalties }) {
  const t = useMessages(runPenaltyMessages);
  const format = useFormat();
  return (
    <FigureStrip>
      <Figure large label={t('total', { date: format.day(asOf) })}>
        <MoneyText value={amount} />
      </Figure>
      <Figure large label={t('accounts')}>
        {format.count(accounts)}
      </Figure>
      {refused > 0 && (
        <Figure large label={t('refused')}>
          {format.count(refused)}
        </Figure>
      )}
    </FigureStrip>
  );
}

/** Days that the law calendar has nothing for: those accounts get no penalty. */
export function UnknownLaw({ penalties }: { penalties: Pick<RunPenalties, 'unknown'> & { refused?: number } }) {
  const t = useMessages(runPenaltyMessages);
  const format = useFormat();
  const { unknown, refused = 0 } = penalties;
  if (unknown.length === 0) return null;
  return (
    <Notice tone="attention" title={t('unknown')}>
      {unknown.map(({ parameter, date }) => (
        <div key={parameter}>{t('unknown.text', { parameter, date: format.day(date) })}</div>
      ))}
      {refused > 0 && `${t('unknown.accounts', { n: refused })} `}
      <Link to="/law">{t('unknown.law')}</Link>
    </Notice>
  );
}

function Accounts({ runId, penalties }: { runId: string; penalties: RunPenalties | undefined }) {
  const t = useMessages(runPenaltyMessages);
  const navigate = useNavigate();
  const shown = penalties?.items.length ?? 0;
  return (
    <>
      <DataTable
        label={t('open')}
        minWidth={640}
        rows={penalties?.items}
        rowKey={({ accountId }) => accountId}
        onOpen={({ accountId }) => void navigate(`/runs/${runId}/penalties/${accountId}`)}
        empty={
          <EmptyState icon={<IconHourglass stroke={1.5} />} title={t('empty')}>
            {t('empty.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'account',
            title: t('account'),
            width: 130,
            cell: ({ account }) => <Code>{account}</Code>,
            total: t('sum'),
          },
          { key: 'address', title: t('address'), cell: ({ address }) => address },
          { key: 'payer', title: t('payer'), cell: ({ payer }) => payer ?? '—' },
          {
            key: 'amount',
            title: t('amount'),
            width: 130,
            align: 'end',
            cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
            total: penalties && <MoneyText value={penalties.amount} currency={false} />,
          },
        ]}
      />
      {penalties && penalties.accounts > shown && <p className={classes.note}>{t('shown', { n: shown })}</p>}
    </>
  );
}

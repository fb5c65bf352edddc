import {
  CsvButton,
  downloadFile,
  EmptyState,
  ErrorState,
  MoneyText,
  Toolbar,
  ToolbarEnd,
  useHttp,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { PenaltyDays, usePenaltyCsv } from '../../lib/penalties/penalty-days.js';
import classes from './accounts.module.css';
import { type AccountCard, type Penalties, usePenalties } from './api.js';
import { accountMessages } from './messages.js';

/** Penalties day by day: a row for each stretch of days with one rate. Rows add up to what was accrued. */
export function AccountPenalties({ account }: { account: AccountCard }) {
  const { data, error, refetch } = usePenalties(account.id);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <PenaltyTable account={account} penalties={data} />;
}

function PenaltyTable({ account, penalties }: { account: AccountCard; penalties: Penalties | undefined }) {
  const t = useMessages(accountMessages);
  const may = useMay();
  const http = useHttp();
  const csv = usePenaltyCsv();

  return (
    <>
      <Toolbar>
        {penalties && (
          <span className={classes.quiet}>
            {t('penalty.owed')}: <MoneyText value={penalties.owed} />
          </span>
        )}
        <ToolbarEnd>
          {may('debt.work') && (
            <Button variant="default" size="sm" component={Link} to={`/instalments/new?accountId=${account.id}`}>
              {t('penalty.instalments')}
            </Button>
          )}
          <Button
            variant="default"
            size="sm"
            onClick={() =>
              void downloadFile(http, `/api/v1/accounts/${account.id}/penalties.xlsx`, `${account.number}.xlsx`)
            }
          >
            XLSX
          </Button>
          <CsvButton
            name={t('penalty.csv', { number: account.number })}
            gather={() => Promise.resolve(csv(penalties?.items ?? []))}
            onError={() => undefined}
          />
        </ToolbarEnd>
      </Toolbar>
      <PenaltyDays
        label={t('tab.penalties')}
        debts={penalties?.items}
        total={[t('penalty.accrued'), penalties?.accrued]}
        empty={<EmptyState title={t('penalty.empty')}>{t('penalty.empty.text')}</EmptyState>}
      />
    </>
  );
}

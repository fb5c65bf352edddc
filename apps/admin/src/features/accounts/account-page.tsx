import { tryParsePeriod } from '@dvor/kernel';
import { ErrorState, Figure, FigureStrip, MoneyText, Page, PageHeader, useFormat, useMessages } from '@dvor/ui';
import { Tabs } from '@mantine/core';
import { useCallback } from 'react';
import { Link, useParams } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { AccountFacts } from './account-facts.js';
import { AccountLedger } from './account-ledger.js';
import { AccountLinesTab } from './account-lines.js';
import { AccountReceipts } from './account-receipts.js';
import { AccountStateBadge } from './account-state-badge.js';
import classes from './accounts.module.css';
import { type AccountCard, useAccount } from './api.js';
import { ExplanationPanel } from './explanation-panel.js';
import { accountMessages } from './messages.js';

export default function AccountPage({ workingPeriod, today }: { workingPeriod: string; today: string }) {
  const { accountId = '' } = useParams();
  const { data: account, error, refetch } = useAccount(accountId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!account) return <Page>{null}</Page>;
  return <Card account={account} workingPeriod={workingPeriod} today={today} />;
}

function Card({ account, workingPeriod, today }: { account: AccountCard; workingPeriod: string; today: string }) {
  const t = useMessages(accountMessages);
  const [tab, setTab] = useUrlFilter('tab');
  const [chosen, setPeriod] = useUrlFilter('period');
  const [lineId, setLine] = useUrlFilter('line');
  const closeLine = useCallback(() => setLine(null), [setLine]);

  // The last month that has charges is the one to begin with.
  const latest = account.chargedPeriod ?? workingPeriod;
  const period = tryParsePeriod(chosen) === null ? latest : chosen;

  return (
    <Page>
      <PageHeader
        back={<Link to="/accounts">{t('back')}</Link>}
        title={t('cardTitle', { number: account.number })}
        status={<AccountStateBadge state={account.state} />}
        note={[account.payer?.name, account.address].filter(Boolean).join(' · ')}
      />
      <div className={classes.card}>
        <aside className={classes.facts}>
          {lineId && !tab ? (
            <ExplanationPanel accountId={account.id} period={period} lineId={lineId} onClose={closeLine} />
          ) : (
            <AccountFacts account={account} today={today} />
          )}
        </aside>
        <div className={classes.money}>
          <AccountMoney account={account} />
          <Tabs value={tab || 'lines'} onChange={(next) => setTab(next === 'lines' ? null : next)}>
            <Tabs.List>
              <Tabs.Tab value="lines">{t('tab.lines')}</Tabs.Tab>
              <Tabs.Tab value="ledger">{t('tab.ledger')}</Tabs.Tab>
              <Tabs.Tab value="receipts">{t('tab.receipts')}</Tabs.Tab>
            </Tabs.List>
          </Tabs>
          {tab === 'ledger' ? (
            <AccountLedger account={account} />
          ) : tab === 'receipts' ? (
            <AccountReceipts accountId={account.id} />
          ) : (
            <AccountLinesTab
              accountId={account.id}
              period={period}
              latest={workingPeriod}
              onPeriod={(next) => setPeriod(next === latest ? null : next)}
            />
          )}
        </div>
      </div>
    </Page>
  );
}

function AccountMoney({ account: { balance, chargedThisMonth, chargedPeriod } }: { account: AccountCard }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const inAdvance = balance.startsWith('-');
  return (
    <FigureStrip>
      <Figure large label={/[1-9]/.test(balance) ? (inAdvance ? t('advance') : t('debt')) : t('settled')}>
        <MoneyText value={inAdvance ? balance.slice(1) : balance} />
      </Figure>
      {chargedThisMonth !== null && chargedPeriod !== null && (
        <Figure large label={t('chargedThisMonth', { month: format.month(chargedPeriod) })}>
          <MoneyText value={chargedThisMonth} />
        </Figure>
      )}
    </FigureStrip>
  );
}

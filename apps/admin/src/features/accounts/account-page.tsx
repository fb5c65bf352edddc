import { addMonths, formatPeriod, parsePeriod } from '@dvor/kernel';
import { ErrorState, Figure, FigureStrip, MoneyText, Page, PageHeader, useFormat, useMessages } from '@dvor/ui';
import { Tabs } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { AccountFacts } from './account-facts.js';
import { AccountLedger } from './account-ledger.js';
import { AccountLinesTab } from './account-lines.js';
import { AccountReceipts } from './account-receipts.js';
import { AccountStateBadge } from './account-state-badge.js';
import classes from './accounts.module.css';
import { type AccountCard, useAccount } from './api.js';
import { accountMessages } from './messages.js';

export default function AccountPage({ workingPeriod, today }: { workingPeriod: string; today: string }) {
  const t = useMessages(accountMessages);
  const { accountId = '' } = useParams();
  const [tab, setTab] = useUrlFilter('tab');
  const { data: account, error, refetch } = useAccount(accountId);

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!account) return <Page>{null}</Page>;
  const flat = account.premises.number && t('flatOf', { number: account.premises.number });
  return (
    <Page>
      <PageHeader
        back={<Link to="/accounts">{t('back')}</Link>}
        title={t('cardTitle', { number: account.number })}
        status={<AccountStateBadge state={account.state} />}
        note={[account.payer?.name, account.house.address, flat].filter(Boolean).join(' · ')}
      />
      <div className={classes.card}>
        <aside className={classes.facts}>
          <AccountFacts account={account} today={today} />
        </aside>
        <div className={classes.money}>
          <AccountMoney account={account} workingPeriod={workingPeriod} />
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
              workingPeriod={workingPeriod}
              latestPeriod={
                account.chargedThisMonth ? workingPeriod : formatPeriod(addMonths(parsePeriod(workingPeriod), -1))
              }
            />
          )}
        </div>
      </div>
    </Page>
  );
}

function AccountMoney({ account, workingPeriod }: { account: AccountCard; workingPeriod: string }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const { balance, chargedThisMonth } = account;
  const inAdvance = balance.startsWith('-');
  return (
    <FigureStrip>
      <Figure large label={/[1-9]/.test(balance) ? (inAdvance ? t('advance') : t('debt')) : t('settled')}>
        <MoneyText value={inAdvance ? balance.slice(1) : balance} />
      </Figure>
      <Figure large label={t('chargedThisMonth', { month: format.month(workingPeriod) })}>
        {chargedThisMonth === null || chargedThisMonth === undefined ? (
          <span className={classes.none}>{t('notCharged')}</span>
        ) : (
          <MoneyText value={chargedThisMonth} />
        )}
      </Figure>
    </FigureStrip>
  );
}

import { tryParsePeriod } from '@dvor/kernel';
import { ErrorState, Figure, FigureStrip, MoneyText, Page, PageHeader, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button, Menu, Tabs } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ComponentType, useCallback, useState } from 'react';
import { Link, useParams } from 'react-router';
import { AsOfBanner, AsOfButton, NoDataYet } from '../../lib/as-of/as-of-bar.js';
import { useAsOf } from '../../lib/as-of/use-as-of.js';
import { Timeline } from '../../lib/timeline/timeline.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { AccountCertificates } from './account-certificates.js';
import { type AccountDoing, AccountDialogs, doingsOf } from './account-dialogs.js';
import { AccountFacts } from './account-facts.js';
import { AccountLedger } from './account-ledger.js';
import { AccountLinesTab } from './account-lines.js';
import { AccountPenalties } from './account-penalties.js';
import { AccountPeople } from './account-people.js';
import { AccountRelief } from './account-relief.js';
import { AccountReceipts } from './account-receipts.js';
import { AccountStateBadge } from './account-state-badge.js';
import { AccountUse } from './account-use.js';
import classes from './accounts.module.css';
import { type AccountCard, useAccount, useAccountTimeline } from './api.js';
import { ExplanationPanel } from './explanation-panel.js';
import { accountMessages } from './messages.js';

interface Props {
  readonly workingPeriod: string;
  readonly today: string;
  /** What another feature tells of an account's payments. */
  readonly Payments: ComponentType<{ accountId: string }>;
}

export default function AccountPage(props: Props) {
  const { accountId = '' } = useParams();
  const { query } = useAsOf();
  const { data: account, error, refetch } = useAccount(accountId, query);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!account) return <Page>{null}</Page>;
  return <Card account={account} {...props} />;
}

function Card({ account, workingPeriod, today, Payments }: Props & { account: AccountCard }) {
  const t = useMessages(accountMessages);
  const [tab, setTab] = useUrlFilter('tab');
  const [chosen, setPeriod] = useUrlFilter('period');
  const [lineId, setLine] = useUrlFilter('line');
  const closeLine = useCallback(() => setLine(null), [setLine]);

  const may = useMay();
  const { asOf } = useAsOf();
  const [doing, setDoing] = useState<AccountDoing | null>(null);
  const mayEdit = may('account.edit') && asOf === null;
  const unknown = asOf !== null && (account.openedOn === null || account.openedOn > asOf.on);

  // The last month that has charges is the one to begin with; of the past the month of the day.
  const latest = asOf ? asOf.on.slice(0, 7) : (account.chargedPeriod ?? workingPeriod);
  const period = tryParsePeriod(chosen) === null ? latest : chosen;

  return (
    <Page>
      <PageHeader
        back={<Link to="/accounts">{t('back')}</Link>}
        title={t('cardTitle', { number: account.number })}
        status={<AccountStateBadge state={account.state} />}
        note={[!unknown && account.payer?.name, account.address].filter(Boolean).join(' · ')}
        actions={
          <>
            <AsOfButton />
            {mayEdit && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button rightSection={<IconChevronDown size={16} />}>{t('actions')}</Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {doingsOf(account).map((one) => (
                    <Menu.Item key={one} onClick={() => setDoing(one)}>
                      {t(`do.${one}`)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
          </>
        }
      />
      <AsOfBanner />
      {unknown ? (
        <NoDataYet on={asOf.on} first={account.openedOn} />
      ) : (
        <div className={classes.card}>
          <aside className={classes.facts}>
            {lineId && !tab ? (
              <ExplanationPanel accountId={account.id} period={period} lineId={lineId} onClose={closeLine} />
            ) : (
              <AccountFacts account={account} today={asOf?.on ?? today} />
            )}
          </aside>
          <div className={classes.money}>
            <AccountMoney account={account} />
            <Tabs value={tab || 'lines'} onChange={(next) => setTab(next === 'lines' ? null : next)}>
              <Tabs.List>
                <Tabs.Tab value="lines">{t('tab.lines')}</Tabs.Tab>
                <Tabs.Tab value="use">{t('tab.use')}</Tabs.Tab>
                <Tabs.Tab value="ledger">{t('tab.ledger')}</Tabs.Tab>
                {may('payment.read') && <Tabs.Tab value="payments">{t('tab.payments')}</Tabs.Tab>}
                {may('ledger.read') && <Tabs.Tab value="penalties">{t('tab.penalties')}</Tabs.Tab>}
                <Tabs.Tab value="receipts">{t('tab.receipts')}</Tabs.Tab>
                <Tabs.Tab value="people">{t('tab.people')}</Tabs.Tab>
                <Tabs.Tab value="relief">{t('tab.relief')}</Tabs.Tab>
                <Tabs.Tab value="history">{t('tab.history')}</Tabs.Tab>
                {may('certificate.issue') && <Tabs.Tab value="certificates">{t('tab.certificates')}</Tabs.Tab>}
              </Tabs.List>
            </Tabs>
            {tab === 'use' ? (
              <AccountUse account={account} />
            ) : tab === 'ledger' ? (
              <AccountLedger account={account} />
            ) : tab === 'payments' && may('payment.read') ? (
              <Payments accountId={account.id} />
            ) : tab === 'penalties' && may('ledger.read') ? (
              <AccountPenalties account={account} />
            ) : tab === 'receipts' ? (
              <AccountReceipts accountId={account.id} />
            ) : tab === 'people' ? (
              <AccountPeople account={account} onDo={setDoing} />
            ) : tab === 'relief' ? (
              <AccountRelief account={account} />
            ) : tab === 'history' ? (
              <History accountId={account.id} />
            ) : tab === 'certificates' && may('certificate.issue') ? (
              <AccountCertificates account={account} />
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
      )}
      <AccountDialogs account={account} doing={doing} onClose={() => setDoing(null)} />
    </Page>
  );
}

function History({ accountId }: { accountId: string }) {
  const { data, error, refetch } = useAccountTimeline(accountId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <Timeline entries={data.items} /> : null;
}

/** What is owed is always today's, and says so where everything else is of another day. */
function AccountMoney({ account: { balance, chargedThisMonth, chargedPeriod } }: { account: AccountCard }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const { asOf } = useAsOf();
  const inAdvance = balance.startsWith('-');
  const owed = /[1-9]/.test(balance) ? (inAdvance ? t('advance') : t('debt')) : t('settled');
  return (
    <FigureStrip>
      <Figure large label={asOf ? t('owed.today', { owed }) : owed}>
        <MoneyText value={inAdvance ? balance.slice(1) : balance} />
      </Figure>
      {asOf === null && chargedThisMonth !== null && chargedPeriod !== null && (
        <Figure large label={t('chargedThisMonth', { month: format.month(chargedPeriod) })}>
          <MoneyText value={chargedThisMonth} />
        </Figure>
      )}
    </FigureStrip>
  );
}

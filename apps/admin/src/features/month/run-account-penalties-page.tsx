import { Money } from '@dvor/kernel';
import {
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  MoneyText,
  Page,
  PageHeader,
  Section,
  useMessages,
} from '@dvor/ui';
import { Link, useParams } from 'react-router';
import { PenaltyDays } from '../../lib/penalties/penalty-days.js';
import { useRunAccountPenalties } from './penalties-api.js';
import { runPenaltyMessages } from './penalties-messages.js';
import { UnknownLaw } from './run-penalties-page.js';

/** One account's penalties as closing the month would leave them, day by day. */
export default function RunAccountPenaltiesPage() {
  const t = useMessages(runPenaltyMessages);
  const { runId = '', accountId = '' } = useParams();
  const { data: penalties, error, refetch } = useRunAccountPenalties(runId, accountId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!penalties) return <Page>{null}</Page>;
  const { account, address, payer, amount, items } = penalties;
  const takes = amount.startsWith('-');
  const all = sumOf(items.map(({ accrued }) => accrued));
  return (
    <Page>
      <PageHeader
        back={<Link to={`/runs/${runId}/penalties`}>{t('back.all')}</Link>}
        title={t('one.title', { number: account })}
        note={[payer, address].filter(Boolean).join(' · ')}
        actions={<Link to={`/accounts/${accountId}?tab=penalties`}>{t('one.account')}</Link>}
      />
      <UnknownLaw penalties={penalties} />
      <FigureStrip>
        <Figure large label={t(takes ? 'one.takes' : 'one.adds')}>
          <MoneyText value={takes ? amount.slice(1) : amount} />
        </Figure>
        <Figure large label={t('one.before')}>
          <MoneyText value={sumOf(items.map(({ before }) => before))} />
        </Figure>
      </FigureStrip>
      <Section title={t('one.rows')} note={t('one.rows.note')}>
        <PenaltyDays
          label={t('one.rows')}
          debts={items}
          total={[t('one.all'), all]}
          empty={<EmptyState title={t('one.empty')} />}
        />
      </Section>
    </Page>
  );
}

function sumOf(amounts: readonly string[]): string {
  return Money.sum(amounts.map((amount) => Money.parse(amount))).toString();
}

import { addMonths, formatPeriod, parsePeriod, tryParsePeriod } from '@dvor/kernel';
import { EmptyState, ErrorState, Page, PageHeader, PeriodSwitch, useFormat, useMessages } from '@dvor/ui';
import { IconFileInvoice } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { useRunOfMonth } from './api.js';
import { monthMessages } from './messages.js';
import { ReceiptsPanel } from './receipts-panel.js';
import { RunHouses } from './run-houses.js';

/** Opens on the month whose receipts are due: the one before the working month. */
export default function ReceiptsPage({ workingPeriod }: { workingPeriod: string }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const [chosen, setPeriod] = useUrlFilter('period');
  const latest = formatPeriod(addMonths(parsePeriod(workingPeriod), -1));
  const period = tryParsePeriod(chosen) === null ? latest : chosen;
  const { run, loading, error, refetch } = useRunOfMonth(period);

  return (
    <Page>
      <PageHeader
        title={t('receipts.title')}
        actions={
          <PeriodSwitch
            period={period}
            max={workingPeriod}
            onChange={(next) => setPeriod(next === latest ? null : next)}
          />
        }
      />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : loading ? null : run?.state === 'closed' ? (
        <>
          <ReceiptsPanel run={run} />
          <RunHouses run={run} />
        </>
      ) : (
        <EmptyState
          icon={<IconFileInvoice stroke={1.5} />}
          title={t('receipts.page.none', { month: format.month(period) })}
          action={<Link to={`/month?period=${period}`}>{t('receipts.page.toMonth')}</Link>}
        >
          {t('receipts.page.text')}
        </EmptyState>
      )}
    </Page>
  );
}

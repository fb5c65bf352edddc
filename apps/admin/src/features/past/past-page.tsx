import {
  CsvButton,
  DataTable,
  EmptyState,
  ErrorState,
  Notice,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useLooseMessages,
  useMessages,
} from '@dvor/ui';
import { IconHistory } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { CorrectionTabs } from '../../lib/correction-tabs/correction-tabs.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { LIMIT, type PastChange, usePastChanges } from './api.js';
import { HeldRecalculations } from './held-recalculations.js';
import { pastMessages } from './messages.js';
import classes from './past.module.css';

export default function PastPage() {
  const t = useMessages(pastMessages);
  const name = useLooseMessages(pastMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const [search, setSearch] = useUrlFilter('search');
  const { data, error, refetch } = usePastChanges();

  const factNames = ({ facts }: PastChange) => facts.map((fact) => name(`fact.${fact}`, fact)).join(', ');
  const monthsOf = ({ first, last, months: n }: PastChange) =>
    first === last ? format.month(first) : t('several', { first: format.month(first), last: format.month(last), n });
  const wanted = search.toLowerCase();
  const changes = data?.items.filter((change) =>
    `${change.subject.label} ${change.reasons.join(' ')} ${factNames(change)}`.toLowerCase().includes(wanted),
  );

  async function gather() {
    return {
      head: [t('subject'), t('months'), t('facts'), t('reasons'), t('changedAt')],
      rows: (changes ?? []).map((change) => [
        `${name(`subject.${change.subject.type}`, change.subject.type)} ${change.subject.label}`,
        monthsOf(change),
        factNames(change),
        change.reasons.join('; '),
        format.instant(change.changedAt),
      ]),
    };
  }

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Page fill>
      <PageHeader title={t('title')} note={t('note')} />
      <CorrectionTabs current="past-changes" />
      <HeldRecalculations />
      <Toolbar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <ToolbarEnd>
          <CsvButton name={t('csv')} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      {data?.items.length === LIMIT && <Notice tone="info">{t('cut', { n: LIMIT })}</Notice>}
      <DataTable
        fill
        wrap
        label={t('title')}
        minWidth={1080}
        rows={changes}
        rowKey={({ subject }) => `${subject.type}/${subject.id}`}
        onOpen={({ subject }) => {
          const address = addressOf(subject);
          if (address) void navigate(address);
        }}
        empty={
          search ? (
            <EmptyState title={t('none')} />
          ) : (
            <EmptyState icon={<IconHistory stroke={1.5} />} title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'subject',
            title: t('subject'),
            cell: ({ subject }) => (
              <>
                <Subject subject={subject} />
                <div className={classes.quiet}>{name(`subject.${subject.type}`, subject.type)}</div>
              </>
            ),
            total: changes && t('total', { n: changes.length }),
          },
          { key: 'months', title: t('months'), width: 220, cell: monthsOf },
          { key: 'facts', title: t('facts'), width: 200, cell: factNames },
          { key: 'reasons', title: t('reasons'), width: 260, cell: ({ reasons }) => reasons.join('; ') },
          { key: 'at', title: t('changedAt'), width: 150, cell: ({ changedAt }) => format.instant(changedAt) },
        ]}
      />
    </Page>
  );
}

function Subject({ subject }: { subject: PastChange['subject'] }) {
  const address = addressOf(subject);
  return address ? (
    <Link to={address} tabIndex={-1}>
      {subject.label}
    </Link>
  ) : (
    subject.label
  );
}

/** Where the thing is shown; not everything has a page of its own. */
function addressOf({ type, id }: PastChange['subject']): string | null {
  const pages: Readonly<Record<string, string>> = {
    house: `/houses/${id}`,
    premises: `/premises/${id}?tab=history`,
    account: `/accounts/${id}?tab=history`,
    party: `/people/${id}`,
    service: '/catalogue',
    supplier: '/catalogue',
  };
  return pages[type] ?? null;
}

import { DataTable, Section, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { Link, useNavigate } from 'react-router';
import { type Recalculation, useRecalculations } from './api.js';
import { pastMessages } from './messages.js';
import { RecalculationState } from './recalculation-state.js';

/** Changes of many accounts' past: nothing of them is posted before somebody has let it. */
export function HeldRecalculations() {
  const t = useMessages(pastMessages);
  const format = useFormat();
  const whatOf = useWhat();
  const navigate = useNavigate();
  const { data } = useRecalculations();
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('held.title')} note={t('held.note')}>
      <DataTable
        wrap
        label={t('held.title')}
        minWidth={960}
        rows={data.items}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/past-changes/${id}`)}
        columns={[
          {
            key: 'what',
            title: t('held.what'),
            cell: (one) => (
              <Link to={`/past-changes/${one.id}`} tabIndex={-1}>
                {whatOf(one)}
              </Link>
            ),
          },
          { key: 'from', title: t('held.from'), width: 130, cell: ({ from }) => format.day(from) },
          { key: 'why', title: t('reasons'), width: 260, cell: ({ reasons }) => reasons.join('; ') },
          { key: 'by', title: t('held.by'), width: 170, cell: ({ changedBy }) => changedBy ?? '—' },
          { key: 'state', title: t('held.state'), width: 250, cell: (one) => <RecalculationState of={one} /> },
        ]}
      />
    </Section>
  );
}

/** «Нормативы: ТКО» */
export function useWhat(): (one: Recalculation) => string {
  const name = useLooseMessages(pastMessages);
  return ({ facts, services }) => {
    const what = facts.map((fact) => name(`fact.${fact}`, fact)).join(', ');
    return services.length > 0 ? `${what}: ${services.join(', ')}` : what;
  };
}

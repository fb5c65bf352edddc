import { DataTable, Section, StatusBadge, useFormat, useMessages } from '@dvor/ui';
import { IconAlertTriangle, IconEye } from '@tabler/icons-react';
import { useProblemKinds } from './api.js';
import { importMessages } from './messages.js';

/** What was wrong and how often, when the rows themselves are gone. */
export function ProblemCounts({ id }: { id: string }) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const { data } = useProblemKinds(id);
  if (!data?.items.length) return null;
  return (
    <Section title={t('problems.title')}>
      <DataTable
        label={t('problems.title')}
        rows={data.items}
        rowKey={({ code, severity }) => `${code} ${severity}`}
        wrap
        columns={[
          {
            key: 'severity',
            title: t('problems.severity'),
            width: 140,
            cell: ({ severity }) => (
              <StatusBadge
                tone={severity === 'error' ? 'danger' : 'attention'}
                icon={severity === 'error' ? IconAlertTriangle : IconEye}
              >
                {t(`problems.one.${severity}`)}
              </StatusBadge>
            ),
          },
          { key: 'kind', title: t('problems.kind'), cell: ({ title }) => title },
          { key: 'count', title: t('list.rows'), width: 100, align: 'end', cell: ({ count }) => format.count(count) },
        ]}
      />
    </Section>
  );
}

import {
  CsvButton,
  DataTable,
  EmptyState,
  ErrorState,
  Section,
  StatusBadge,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMessages,
  useProblemWords,
} from '@dvor/ui';
import { Button, SegmentedControl, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCircleCheck, IconEye } from '@tabler/icons-react';
import { allPages } from '../../lib/all-pages.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { fetchProblems, type ImportDetails, type Severity, useProblemKinds, useProblems } from './api.js';
import { BadRowsButton } from './bad-rows-button.js';
import { importMessages } from './messages.js';

/** Line, column, value, reason, mend; each kind of problem by itself when wished. */
export function ProblemsPanel({ load }: { load: ImportDetails }) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const words = useProblemWords();
  const api = useApi();
  const [severityText, setSeverity] = useUrlFilter('severity');
  const [code, setCode] = useUrlFilter('problem');
  const severity: Severity | undefined =
    severityText === 'error' || severityText === 'warning' ? severityText : undefined;
  const filter = { severity, code: code || undefined };
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useProblems(load.id, filter);
  const kinds = useProblemKinds(load.id);
  const problems = data?.pages.flatMap(({ items }) => items);

  async function gather(onCount: (rows: number) => void) {
    const all = await allPages((cursor) => fetchProblems(api, load.id, { ...filter, cursor, limit: 500 }), onCount);
    return {
      head: (['line', 'severity', 'column', 'value', 'reason', 'mend'] as const).map((name) => t(`problems.${name}`)),
      rows: all.map((one) => [
        String(one.line),
        t(`problems.one.${one.severity}`),
        one.column ?? '',
        one.value ?? '',
        one.reason,
        one.mend,
      ]),
    };
  }

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (problems?.length === 0 && !severity && !code)
    return (
      <Section title={t('problems.title')}>
        <EmptyState icon={<IconCircleCheck stroke={1.5} />} title={t('problems.none')}>
          {t('problems.none.text')}
        </EmptyState>
      </Section>
    );
  return (
    <Section title={t('problems.title')} note={t('problems.errors')}>
      <Toolbar>
        <SegmentedControl
          aria-label={t('problems.severity')}
          value={severity ?? 'all'}
          onChange={(next) => setSeverity(next === 'all' ? null : next)}
          data={(['all', 'error', 'warning'] as const).map((value) => ({ value, label: t(`problems.${value}`) }))}
        />
        <Select
          aria-label={t('problems.kind')}
          w={320}
          maw="100%"
          value={code}
          allowDeselect={false}
          onChange={(next) => setCode(next || null)}
          data={[
            { value: '', label: t('problems.anyKind') },
            ...(kinds.data?.items ?? []).map((kind) => ({
              value: kind.code,
              label: `${kind.title} ${format.count(kind.count)}`,
            })),
          ]}
        />
        <ToolbarEnd>
          {load.state !== 'applied' && <BadRowsButton load={load} />}
          <CsvButton
            name={t('problems.csv', { file: load.fileName })}
            gather={gather}
            onError={(failed) =>
              notifications.show({ color: 'red', title: words(failed).title, message: words(failed).text })
            }
          />
        </ToolbarEnd>
      </Toolbar>
      <DataTable
        wrap
        label={t('problems.title')}
        minWidth={900}
        rows={problems}
        rowKey={(one) => `${one.line} ${one.column} ${one.code} ${one.value} ${one.reason}`}
        empty={<EmptyState title={t('problems.noneOfKind')} />}
        columns={[
          {
            key: 'line',
            title: t('problems.line'),
            width: 80,
            align: 'end',
            cell: ({ line }) => format.count(line),
          },
          {
            key: 'severity',
            title: t('problems.severity'),
            width: 130,
            cell: (one) => (
              <StatusBadge
                tone={one.severity === 'error' ? 'danger' : 'attention'}
                icon={one.severity === 'error' ? IconAlertTriangle : IconEye}
              >
                {t(`problems.one.${one.severity}`)}
              </StatusBadge>
            ),
          },
          { key: 'column', title: t('problems.column'), width: 150, cell: ({ column }) => column ?? '—' },
          { key: 'value', title: t('problems.value'), width: 170, cell: ({ value }) => value ?? '—' },
          { key: 'reason', title: t('problems.reason'), cell: ({ reason }) => reason },
          { key: 'mend', title: t('problems.mend'), cell: ({ mend }) => mend },
        ]}
      />
      {hasNextPage && (
        <div>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('problems.more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

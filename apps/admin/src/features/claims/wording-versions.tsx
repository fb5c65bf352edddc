import { DataTable, EmptyState, ErrorState, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { wordingMessages } from './wording-messages.js';
import { type LetterKind, useWordingVersions, type WordingVersion } from './wordings-api.js';

/** All wordings of a letter that there were, each from its own instant on. */
export function WordingVersions({ kind, onTake }: { kind: LetterKind; onTake: (version: WordingVersion) => void }) {
  const t = useMessages(wordingMessages);
  const format = useFormat();
  const may = useMay();
  const { data, error, refetch } = useWordingVersions(kind);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      wrap
      label={t('versions')}
      minWidth={640}
      rows={data?.items}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('versions.none')} />}
      columns={[
        {
          key: 'since',
          title: t('versions.since'),
          width: 150,
          cell: ({ recordedAt }) => recordedAt && format.instant(recordedAt),
        },
        {
          key: 'title',
          title: t('versions.title'),
          cell: ({ standard, title }) => (standard ? t('state.standard') : title),
        },
        { key: 'by', title: t('versions.by'), width: 200, cell: ({ by }) => by ?? '—' },
        {
          key: 'take',
          title: '',
          width: 170,
          align: 'end',
          cell: (version) =>
            may('debt.work') && (
              <Button size="compact-sm" variant="subtle" onClick={() => onTake(version)}>
                {t('versions.take')}
              </Button>
            ),
        },
      ]}
    />
  );
}

import {
  answer,
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  ProblemNotice,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Button, FileButton } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../lib/basis/use-save.js';
import { ReadingTabs } from '../../lib/reading-tabs/reading-tabs.js';
import { readingMessages } from './messages.js';
import { type Registry, useRegistries } from './registries-api.js';

/** Registries of readings that banks send beside their registries of payments. */
export default function RegistriesPage() {
  const t = useMessages(readingMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useRegistries();
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const bring = useAct({
    write: (api, file: File, headers) =>
      answer(
        api.POST('/api/v1/reading-registries', {
          body: { file: file.name },
          bodySerializer: () => formOf(file),
          headers,
        }),
      ),
    onDone: ({ id }) => void navigate(`/readings/registries/${id}`),
    said: null,
  });
  return (
    <Page fill>
      <PageHeader
        title={t('registries.title')}
        note={t('registries.note')}
        actions={
          <FileButton accept=".txt,.csv,text/plain,text/csv" onChange={(file) => file && bring.run(file)}>
            {(props) => (
              <Button {...props} loading={bring.busy}>
                {t('registries.bring')}
              </Button>
            )}
          </FileButton>
        }
      />
      <ReadingTabs current="readings/registries" />
      <ProblemNotice error={bring.error} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          fill
          label={t('registries.title')}
          minWidth={760}
          rows={data?.pages.flatMap(({ items }) => items)}
          rowKey={({ id }: Registry) => id}
          onOpen={({ id }) => void navigate(`/readings/registries/${id}`)}
          onNearEnd={more}
          empty={
            <EmptyState icon={<IconBuildingBank stroke={1.5} />} title={t('registries.empty')}>
              {t('registries.empty.text')}
            </EmptyState>
          }
          columns={[
            { key: 'file', title: t('registries.file'), cell: ({ fileName }) => fileName },
            { key: 'at', title: t('registries.at'), width: 150, cell: ({ receivedAt }) => format.instant(receivedAt) },
            { key: 'by', title: t('registries.by'), width: 180, cell: ({ receivedBy }) => receivedBy },
            ...(['taken', 'same', 'held', 'refused'] as const).map((outcome) => ({
              key: outcome,
              title: t(`registries.${outcome}`),
              width: 110,
              align: 'end' as const,
              cell: ({ counts }: Registry) => format.count(counts[outcome]),
            })),
          ]}
        />
      )}
    </Page>
  );
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}

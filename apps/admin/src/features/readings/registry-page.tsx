import { DataTable, EmptyState, ErrorState, Page, PageHeader, Toolbar, useFormat, useMessages } from '@dvor/ui';
import { Select } from '@mantine/core';
import { useCallback } from 'react';
import { Link, useParams } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { readingMessages } from './messages.js';
import classes from './readings.module.css';
import { OUTCOMES, type RegistryRow, useRegistry, useRegistryRows } from './registries-api.js';
import { RESOURCES } from './rounds-api.js';

/** A registry of readings: what became of each meter, by the lines of the file. */
export default function RegistryPage() {
  const t = useMessages(readingMessages);
  const format = useFormat();
  const { registryId = '' } = useParams();
  const [outcome, setOutcome] = useUrlFilter('outcome');
  const registry = useRegistry(registryId).data;
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useRegistryRows(registryId, outcome);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <Page fill>
      <PageHeader
        title={registry?.fileName ?? ''}
        back={<Link to="/readings/registries">{t('registries.title')}</Link>}
        note={
          registry &&
          t('registry.note', {
            at: format.instant(registry.receivedAt),
            accounts: format.count(registry.accounts),
            encoding: registry.encoding,
          })
        }
      />
      <Toolbar>
        <Select
          aria-label={t('registry.outcome')}
          placeholder={t('registry.outcome.all')}
          clearable
          w={220}
          data={OUTCOMES.map((value) => ({
            value,
            label: `${t(`registries.${value}`)}: ${format.count(registry?.counts[value] ?? 0)}`,
          }))}
          value={outcome || null}
          onChange={setOutcome}
        />
      </Toolbar>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          fill
          wrap
          label={t('registries.title')}
          minWidth={900}
          rows={data?.pages.flatMap(({ items }) => items)}
          rowKey={({ place }: RegistryRow) => String(place)}
          onNearEnd={more}
          empty={<EmptyState title={t('none')}>{t('none.text')}</EmptyState>}
          columns={[
            { key: 'line', title: t('registry.line'), width: 80, align: 'end', cell: ({ line }) => line },
            { key: 'account', title: t('registry.account'), width: 140, cell: ({ account }) => account },
            {
              key: 'meter',
              title: t('meter'),
              width: 180,
              cell: ({ resource, serial }) => (
                <>
                  {resourceName(resource)}
                  {serial && <div className={classes.quiet}>№ {serial}</div>}
                </>
              ),
            },
            {
              key: 'value',
              title: t('fix.value'),
              width: 140,
              align: 'end',
              cell: ({ value, date }) => (
                <>
                  {value.replaceAll('.', ',')}
                  {date && <div className={classes.quiet}>{format.day(date)}</div>}
                </>
              ),
            },
            {
              key: 'outcome',
              title: t('registry.outcome'),
              cell: ({ outcome: of, detail, findings }) => (
                <>
                  {t(`registries.${of}`)}
                  {(detail || findings.length > 0) && (
                    <div className={classes.quiet}>
                      {[detail, ...findings.map(({ text }) => text)].filter(Boolean).join('. ')}
                    </div>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </Page>
  );

  function resourceName(resource: string | null): string {
    const known = RESOURCES.find((one) => one === resource);
    return known ? t(`resource.${known}`) : '—';
  }
}

import {
  CsvButton,
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  SearchField,
  Sheet,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { IconFileUpload, IconPlus } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { IMPORT_KINDS, type ImportRow, isImportKind, useImports } from './api.js';
import { ImportStateBadge } from './import-state-badge.js';
import classes from './imports.module.css';
import { importMessages } from './messages.js';
import { TemplateButton } from './template-button.js';

/** All tables that were brought, the latest first. */
export default function ImportsPage() {
  const t = useMessages(importMessages);
  const may = useMay();
  const [wantedKind, setKind] = useUrlFilter('kind');
  const kind = isImportKind(wantedKind) ? wantedKind : undefined;
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useImports(kind);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const loads = data?.pages.flatMap(({ items }) => items);
  const none = loads?.length === 0 && !kind;

  return (
    <Page fill={!none}>
      <PageHeader
        title={t('title')}
        actions={
          may('import.run') && (
            <Button component={Link} to="/imports/new" leftSection={<IconPlus size={16} />}>
              {t('new')}
            </Button>
          )
        }
      />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : none ? (
        <Nothing />
      ) : (
        <Loads loads={loads} onNearEnd={more} kind={kind ?? ''} onKind={setKind} />
      )}
    </Page>
  );
}

/** Tells what can be brought, and gives the templates. */
function Nothing() {
  const t = useMessages(importMessages);
  const may = useMay();
  return (
    <>
      <EmptyState icon={<IconFileUpload stroke={1.5} />} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
      <Sheet>
        <p className={classes.quiet}>{t('empty.order')}</p>
        <ul className={classes.kinds}>
          {IMPORT_KINDS.map((kind) => (
            <li key={kind} className={classes.kind}>
              <div className={classes.kindText}>
                {may('import.run') ? (
                  <Link to={`/imports/new?kind=${kind}`} className={classes.strong}>
                    {t(`kind.${kind}`)}
                  </Link>
                ) : (
                  <span className={classes.strong}>{t(`kind.${kind}`)}</span>
                )}
                <span className={classes.quiet}>{t(`kind.${kind}.text`)}</span>
              </div>
              <TemplateButton kind={kind} />
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}

function Loads(props: {
  loads: readonly ImportRow[] | undefined;
  onNearEnd: () => void;
  kind: string;
  onKind: (kind: string | null) => void;
}) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const [search, setSearch] = useUrlFilter('search');
  const wanted = search.toLowerCase();
  const loads = props.loads?.filter(({ fileName, sourceName, createdBy }) =>
    [fileName, sourceName, createdBy].some((text) => text?.toLowerCase().includes(wanted)),
  );

  async function gather() {
    return {
      head: ['file', 'kind', 'state', 'rows', 'errors', 'when', 'by'].map((name) => t(`list.${name as 'file'}`)),
      rows: (loads ?? []).map((load) => [
        load.fileName,
        t(`kind.${load.kind}`),
        t(`state.${load.state}`),
        String(load.totals?.rows ?? ''),
        String(load.totals?.withErrors ?? ''),
        format.instant(load.createdAt),
        load.createdBy ?? '',
      ]),
    };
  }

  return (
    <>
      <Toolbar>
        <SearchField label={t('list.search')} value={search} onChange={setSearch} width={260} />
        <Select
          aria-label={t('list.kind')}
          w={220}
          allowDeselect={false}
          value={props.kind}
          onChange={(next) => props.onKind(next || null)}
          data={[
            { value: '', label: t('list.allKinds') },
            ...IMPORT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
          ]}
        />
        <ToolbarEnd>
          <CsvButton name={t('list.csv')} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      <DataTable
        fill
        label={t('title')}
        minWidth={980}
        rows={loads}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/imports/${id}`)}
        onNearEnd={props.onNearEnd}
        empty={<EmptyState title={t('list.none')}>{t('list.none.text')}</EmptyState>}
        columns={[
          {
            key: 'file',
            title: t('list.file'),
            cell: ({ id, fileName, sourceName }) => (
              <>
                <Link to={`/imports/${id}`} tabIndex={-1} title={fileName}>
                  {fileName}
                </Link>
                {sourceName && sourceName !== fileName && <span className={classes.source}>{sourceName}</span>}
              </>
            ),
          },
          { key: 'kind', title: t('list.kind'), width: 180, cell: ({ kind }) => t(`kind.${kind}`) },
          { key: 'state', title: t('list.state'), width: 140, cell: ({ state }) => <ImportStateBadge state={state} /> },
          {
            key: 'rows',
            title: t('list.rows'),
            width: 90,
            align: 'end',
            cell: ({ totals }) => (totals ? format.count(totals.rows) : '—'),
          },
          {
            key: 'errors',
            title: t('list.errors'),
            width: 110,
            align: 'end',
            cell: ({ totals }) => (totals?.withErrors ? format.count(totals.withErrors) : '—'),
          },
          { key: 'when', title: t('list.when'), width: 150, cell: ({ createdAt }) => format.instant(createdAt) },
          {
            key: 'by',
            title: t('list.by'),
            width: 220,
            cell: ({ createdBy }) => <span title={createdBy ?? ''}>{createdBy ?? '—'}</span>,
          },
        ]}
      />
    </>
  );
}

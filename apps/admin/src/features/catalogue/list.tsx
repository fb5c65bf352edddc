import {
  type Column,
  CsvButton,
  DataTable,
  EmptyState,
  ErrorState,
  SearchField,
  Toolbar,
  ToolbarEnd,
  useMessages,
} from '@dvor/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { catalogueMessages } from './messages.js';

/** A column of a reference list: its text is searched, exported and, where nothing else is said, shown. */
export interface TextColumn<Row> extends Omit<Column<Row>, 'cell'> {
  readonly title: string;
  readonly text: (row: Row) => string;
  readonly cell?: (row: Row) => ReactNode;
}

interface ListProps<Row> {
  readonly name: string;
  readonly query: UseQueryResult<{ readonly items: readonly Row[] }>;
  readonly columns: readonly TextColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Filters beside the search. */
  readonly filters?: ReactNode;
  readonly only?: (row: Row) => boolean;
  readonly onOpen?: (row: Row) => void;
  /** Of a list with nothing in it at all. */
  readonly empty: ReactNode;
  readonly wrap?: boolean;
  readonly minWidth?: number;
}

/** A list that comes whole: searched and exported as it stands on the screen. */
export function List<Row>({ name, query, columns, rowKey, only = () => true, ...props }: ListProps<Row>) {
  const t = useMessages(catalogueMessages);
  const [search, setSearch] = useUrlFilter('search');
  const { data, error, refetch } = query;
  const wanted = search.toLowerCase();
  const rows = data?.items
    .filter(only)
    .filter((row) => columns.some(({ text }) => text(row).toLowerCase().includes(wanted)));

  async function gather() {
    return {
      head: columns.map(({ title }) => title),
      rows: (rows ?? []).map((row) => columns.map(({ text }) => text(row))),
    };
  }

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Toolbar>
        <SearchField key={name} label={t('search')} value={search} onChange={setSearch} />
        {props.filters}
        <ToolbarEnd>
          <CsvButton name={name} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      <DataTable
        fill
        label={name}
        minWidth={props.minWidth ?? 860}
        wrap={props.wrap}
        rows={rows}
        rowKey={rowKey}
        onOpen={props.onOpen}
        empty={data && data.items.length > 0 ? <EmptyState title={t('none')} /> : props.empty}
        columns={columns.map((column) => ({
          ...column,
          cell: column.cell ?? ((row: Row) => <span title={column.text(row)}>{column.text(row) || '—'}</span>),
        }))}
      />
    </>
  );
}

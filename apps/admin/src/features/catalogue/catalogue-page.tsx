import {
  Code,
  type Column,
  CsvButton,
  csvFigure,
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  ratesText,
  SearchField,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useLooseMessages,
  useMessages,
} from '@dvor/ui';
import { Tabs } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type Traits, useNorms, useServices, useSuppliers, useTariffs } from './api.js';
import { catalogueMessages } from './messages.js';

const LISTS = ['services', 'suppliers', 'tariffs', 'norms'] as const;

export default function CataloguePage() {
  const t = useMessages(catalogueMessages);
  const [tab, setTab] = useUrlFilter('tab');
  const list = LISTS.find((name) => name === tab) ?? 'services';
  return (
    <Page fill>
      <PageHeader title={t('title')} />
      <Tabs value={list} onChange={setTab}>
        <Tabs.List>
          {LISTS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {list === 'services' && <Services />}
      {list === 'suppliers' && <Suppliers />}
      {list === 'tariffs' && <Tariffs />}
      {list === 'norms' && <Norms />}
    </Page>
  );
}

function Services() {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const name = useLooseMessages(catalogueMessages);
  return (
    <List
      name={t('tab.services')}
      query={useServices()}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'code',
          title: t('code'),
          width: 200,
          text: ({ code }) => code,
          cell: ({ code }) => <Code>{code}</Code>,
        },
        { key: 'name', title: t('name'), text: ({ name }) => name },
        { key: 'section', title: t('section'), width: 240, text: ({ section }) => name(`section.${section}`, section) },
        { key: 'unit', title: t('unit'), width: 120, text: ({ unit }) => format.unit(unit) },
      ]}
    />
  );
}

function Suppliers() {
  const t = useMessages(catalogueMessages);
  const code = (value: string | null | undefined) => value && <Code>{value}</Code>;
  return (
    <List
      name={t('tab.suppliers')}
      query={useSuppliers()}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: t('name'), text: ({ name }) => name },
        { key: 'inn', title: t('inn'), width: 130, text: ({ inn }) => inn, cell: ({ inn }) => code(inn) },
        {
          key: 'kpp',
          title: t('kpp'),
          width: 110,
          text: ({ kpp }) => kpp ?? '',
          cell: ({ kpp }) => code(kpp),
        },
        { key: 'bank', title: t('bank'), text: ({ bankName }) => bankName ?? '' },
        {
          key: 'bik',
          title: t('bik'),
          width: 110,
          text: ({ bik }) => bik ?? '',
          cell: ({ bik }) => code(bik),
        },
        {
          key: 'account',
          title: t('account'),
          width: 200,
          text: ({ bankAccount }) => bankAccount ?? '',
          cell: ({ bankAccount }) => code(bankAccount),
        },
      ]}
    />
  );
}

function Tariffs() {
  const t = useMessages(catalogueMessages);
  const name = useLooseMessages(catalogueMessages);
  const format = useFormat();
  const interval = useInterval();
  const traits = useTraits();
  return (
    <List
      name={t('tab.tariffs')}
      query={useTariffs()}
      rowKey={({ id }) => id}
      columns={[
        { key: 'service', title: t('service'), text: ({ service }) => service.name },
        { key: 'variant', title: t('variant'), width: 185, text: ({ appliesTo }) => traits(appliesTo) },
        {
          key: 'rate',
          title: t('rate'),
          width: 190,
          align: 'end',
          text: ({ rates }) => ratesText(rates, { format, zoneName: (zone) => name(`zone.${zone}`, zone) }),
        },
        { key: 'unit', title: t('unit'), width: 85, text: ({ service }) => format.unit(service.unit) },
        { key: 'since', title: t('since'), width: 205, text: interval },
        { key: 'source', title: t('source'), text: ({ source }) => source ?? '' },
      ]}
    />
  );
}

function Norms() {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const interval = useInterval();
  const traits = useTraits();
  return (
    <List
      name={t('tab.norms')}
      query={useNorms()}
      rowKey={({ id }) => id}
      columns={[
        { key: 'service', title: t('service'), text: ({ service }) => service.name },
        { key: 'variant', title: t('variant'), width: 185, text: ({ appliesTo }) => traits(appliesTo) },
        {
          key: 'value',
          title: t('norm'),
          width: 110,
          align: 'end',
          text: ({ value }) => csvFigure(value),
          cell: ({ value }) => format.decimal(value),
        },
        { key: 'unit', title: t('unit'), width: 120, text: ({ unit }) => format.unit(unit) },
        { key: 'since', title: t('since'), width: 205, text: interval },
        { key: 'source', title: t('source'), text: ({ source }) => source ?? '' },
      ]}
    />
  );
}

/** A column of a reference list: its text is searched, exported and, where nothing else is said, shown. */
interface TextColumn<Row> extends Omit<Column<Row>, 'cell'> {
  readonly title: string;
  readonly text: (row: Row) => string;
  readonly cell?: (row: Row) => ReactNode;
}

interface ListProps<Row> {
  readonly name: string;
  readonly query: UseQueryResult<{ readonly items: readonly Row[] }>;
  readonly columns: readonly TextColumn<Row>[];
  readonly rowKey: (row: Row) => string;
}

function List<Row>({ name, query, columns, rowKey }: ListProps<Row>) {
  const t = useMessages(catalogueMessages);
  const [search, setSearch] = useUrlFilter('search');
  const { data, error, refetch } = query;
  const wanted = search.toLowerCase();
  const rows = data?.items.filter((row) => columns.some(({ text }) => text(row).toLowerCase().includes(wanted)));

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
        <ToolbarEnd>
          <CsvButton name={name} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      <DataTable
        fill
        label={name}
        minWidth={860}
        rows={rows}
        rowKey={rowKey}
        empty={
          search ? <EmptyState title={t('none')} /> : <EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>
        }
        columns={columns.map((column) => ({
          ...column,
          cell: column.cell ?? ((row: Row) => <span title={column.text(row)}>{column.text(row) || '—'}</span>),
        }))}
      />
    </>
  );
}

function useInterval() {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  return ({ validFrom, validTo }: { validFrom: string; validTo: string | null }) =>
    validTo
      ? t('interval.closed', { from: format.day(validFrom), to: format.lastDay(validTo) })
      : t('interval.open', { from: format.day(validFrom) });
}

/** Which premises a tariff or a norm is for. */
function useTraits() {
  const t = useMessages(catalogueMessages);
  const name = useLooseMessages(catalogueMessages);
  return (traits: Traits) =>
    Object.entries(traits)
      .map(([trait, value]) => name(`trait.${trait}.${value}`, `${trait}: ${value}`))
      .join(', ') || t('everyone');
}

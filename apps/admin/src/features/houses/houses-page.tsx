import {
  CsvButton,
  csvFigure,
  DataTable,
  EmptyState,
  ErrorState,
  Page,
  PageHeader,
  SearchField,
  sumQuantities,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMay,
  useMessages,
  useProblemWords,
} from '@dvor/ui';
import { Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconBuildings, IconPlus } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import { allPages } from '../../lib/all-pages.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { fetchHouses, type HouseRow, useHouses } from './api.js';
import { NewHouseDialog } from './house-forms.js';
import { houseMessages } from './messages.js';

export default function HousesPage() {
  const t = useMessages(houseMessages);
  const words = useProblemWords();
  const api = useApi();
  const navigate = useNavigate();
  const [search, setSearch] = useUrlFilter('search');
  const may = useMay();
  const [adding, add] = useDisclosure();

  async function gather(onCount: (rows: number) => void) {
    const houses = await allPages((cursor) => fetchHouses(api, search, cursor), onCount);
    return {
      head: [t('address'), t('year'), t('floors'), t('flats'), t('accounts'), t('area'), t('commonArea')],
      rows: houses.map((house) => [
        house.address,
        String(house.yearBuilt ?? ''),
        String(house.floors ?? ''),
        String(house.flats),
        String(house.accounts),
        csvFigure(house.area ?? ''),
        csvFigure(house.commonArea ?? ''),
      ]),
    };
  }

  return (
    <Page fill>
      <PageHeader
        title={t('title')}
        actions={
          may('house.edit') && (
            <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
              {t('add')}
            </Button>
          )
        }
      />
      <Tabs value="houses" onChange={(tab) => tab !== 'houses' && void navigate(`/${tab}`)}>
        <Tabs.List>
          <Tabs.Tab value="houses">{t('tab.houses')}</Tabs.Tab>
          <Tabs.Tab value="accounts">{t('tab.accounts')}</Tabs.Tab>
          {may('account.edit') && <Tabs.Tab value="people">{t('tab.people')}</Tabs.Tab>}
        </Tabs.List>
      </Tabs>
      <Toolbar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <ToolbarEnd>
          <CsvButton
            name={t('csv.name')}
            gather={gather}
            onError={(error) =>
              notifications.show({ color: 'red', title: words(error).title, message: words(error).text })
            }
          />
        </ToolbarEnd>
      </Toolbar>
      <HousesTable search={search} />
      <NewHouseDialog opened={adding} onClose={add.close} onDone={(id) => void navigate(`/houses/${id}`)} />
    </Page>
  );
}

function HousesTable({ search }: { search: string }) {
  const t = useMessages(houseMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useHouses(search);
  const houses = data?.pages.flatMap(({ items }) => items);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const count = (of: (house: HouseRow) => number) =>
    houses && format.count(houses.reduce((sum, house) => sum + of(house), 0));
  const area = (of: (house: HouseRow) => string | null) =>
    houses && format.quantity(sumQuantities(houses.map((house) => of(house) ?? '0')), 'м²');
  return (
    <DataTable
      fill
      label={t('tab.houses')}
      minWidth={860}
      rows={houses}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/houses/${id}`)}
      onNearEnd={more}
      empty={
        search ? (
          <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconBuildings stroke={1.5} />} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'address',
          title: t('address'),
          cell: ({ id, address }) => (
            <Link to={`/houses/${id}`} tabIndex={-1}>
              {address}
            </Link>
          ),
          total: houses && t(hasNextPage ? 'loaded' : 'total', { n: houses.length }),
        },
        { key: 'year', title: t('year'), width: 80, align: 'end', cell: ({ yearBuilt }) => yearBuilt ?? '—' },
        { key: 'floors', title: t('floors'), width: 90, align: 'end', cell: ({ floors }) => floors ?? '—' },
        {
          key: 'flats',
          title: t('flats'),
          width: 110,
          align: 'end',
          cell: ({ flats }) => format.count(flats),
          total: count(({ flats }) => flats),
        },
        {
          key: 'accounts',
          title: t('accounts'),
          width: 100,
          align: 'end',
          cell: ({ accounts }) => format.count(accounts),
          total: count(({ accounts }) => accounts),
        },
        {
          key: 'area',
          title: t('area'),
          width: 130,
          align: 'end',
          cell: (house) => (house.area ? format.quantity(house.area, 'м²') : '—'),
          total: area((house) => house.area),
        },
        {
          key: 'common',
          title: t('commonArea'),
          width: 190,
          align: 'end',
          cell: ({ commonArea }) => (commonArea ? format.quantity(commonArea, 'м²') : '—'),
          total: area(({ commonArea }) => commonArea),
        },
      ]}
    />
  );
}

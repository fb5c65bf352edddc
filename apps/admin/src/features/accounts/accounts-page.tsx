import {
  CsvButton,
  csvFigure,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  ToolbarEnd,
  useLooseMessages,
  useMay,
  useMessages,
  useProblemWords,
} from '@dvor/ui';
import { Tabs } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from 'react-router';
import { allPages } from '../../lib/all-pages.js';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { AccountsTable } from './accounts-table.js';
import { fetchAccounts } from './api.js';
import { accountMessages } from './messages.js';

export default function AccountsPage() {
  const t = useMessages(accountMessages);
  const name = useLooseMessages(accountMessages);
  const words = useProblemWords();
  const may = useMay();
  const api = useApi();
  const navigate = useNavigate();
  const [search, setSearch] = useUrlFilter('search');
  const [houseId, setHouseId] = useUrlFilter('houseId');

  async function gather(onCount: (rows: number) => void) {
    const accounts = await allPages((cursor) => fetchAccounts(api, { search, houseId }, cursor), onCount);
    return {
      head: [t('number'), t('address'), t('payer'), t('area'), t('persons'), t('balance'), t('state')],
      rows: accounts.map((account) => [
        account.number,
        account.address,
        account.payerName ?? '',
        csvFigure(account.area ?? ''),
        String(account.persons),
        csvFigure(account.balance),
        name(`state.${account.state}`, account.state),
      ]),
    };
  }

  return (
    <Page fill>
      <PageHeader title={t('title')} />
      <Tabs value="accounts" onChange={(tab) => tab !== 'accounts' && void navigate(`/${tab}`)}>
        <Tabs.List>
          <Tabs.Tab value="houses">{t('tab.houses')}</Tabs.Tab>
          <Tabs.Tab value="accounts">{t('tab.accounts')}</Tabs.Tab>
          {may('account.edit') && <Tabs.Tab value="people">{t('tab.people.list')}</Tabs.Tab>}
        </Tabs.List>
      </Tabs>
      <Toolbar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <HouseFilter houseId={houseId} onChange={setHouseId} />
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
      <AccountsTable filter={{ search, houseId }} />
    </Page>
  );
}

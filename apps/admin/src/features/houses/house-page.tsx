import { ErrorState, Page, PageHeader, unbrokenAddress, useFormat, useMessages } from '@dvor/ui';
import { Button, Tabs } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { useHouse } from './api.js';
import { HousePassport } from './house-passport.js';
import { HousePremises } from './house-premises.js';
import { HouseServices } from './house-services.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';

export default function HousePage() {
  const t = useMessages(houseMessages);
  const format = useFormat();
  const { houseId = '' } = useParams();
  const [tab, setTab] = useUrlFilter('tab');
  const { data: house, error, refetch } = useHouse(houseId);

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Page fill>
      <PageHeader
        back={<Link to="/houses">{t('back')}</Link>}
        title={house ? unbrokenAddress(house.address) : '\u00a0'}
        actions={
          <Button
            component={Link}
            to={`/accounts?houseId=${houseId}`}
            variant="default"
            leftSection={<IconUsers size={16} />}
          >
            {t('openAccounts')}
            {house && <span className={classes.count}>{format.count(house.accounts)}</span>}
          </Button>
        }
      />
      <div className={classes.card}>
        <aside className={classes.facts}>{house && <HousePassport house={house} />}</aside>
        <div className={classes.lists}>
          <Tabs value={tab || 'premises'} onChange={(next) => setTab(next === 'premises' ? null : next)}>
            <Tabs.List>
              <Tabs.Tab value="premises">{t('tab.premises')}</Tabs.Tab>
              <Tabs.Tab value="services">{t('tab.services')}</Tabs.Tab>
            </Tabs.List>
          </Tabs>
          {tab === 'services' ? <HouseServices houseId={houseId} /> : <HousePremises houseId={houseId} />}
        </div>
      </div>
    </Page>
  );
}

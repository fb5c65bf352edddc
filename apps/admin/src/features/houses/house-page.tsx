import { ErrorState, Notice, Page, PageHeader, unbrokenAddress, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button, Menu, Tabs } from '@mantine/core';
import { IconChevronDown, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AsOfBanner, AsOfButton, NoDataYet } from '../../lib/as-of/as-of-bar.js';
import { useAsOf } from '../../lib/as-of/use-as-of.js';
import { useCalendar } from '../../lib/calendar.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type House, useHouse } from './api.js';
import { HouseAgreements } from './house-agreements.js';
import { ChangePassportDialog, RenameHouseDialog } from './house-forms.js';
import { HouseFinal } from './house-final.js';
import { HouseMeters } from './house-meters.js';
import { HousePassport, passportOn } from './house-passport.js';
import { HousePremises } from './house-premises.js';
import { HouseServices } from './house-services.js';
import { HouseImbalance } from './house-imbalance.js';
import { HouseTrueUps } from './house-true-ups.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';
import { meterMessages } from './meter-messages.js';
import { imbalanceMessages } from './imbalance-messages.js';
import { trueUpMessages } from './true-up-messages.js';

export default function HousePage() {
  const t = useMessages(houseMessages);
  const meters = useMessages(meterMessages);
  const imbalance = useMessages(imbalanceMessages);
  const trueUps = useMessages(trueUpMessages);
  const format = useFormat();
  const may = useMay();
  const { houseId = '' } = useParams();
  const [tab, setTab] = useUrlFilter('tab');
  const { asOf, query } = useAsOf();
  const { timeZone } = useCalendar();
  const { data: house, error, refetch } = useHouse(houseId, query);
  const [doing, setDoing] = useState<'change' | 'rename' | null>(null);
  const stop = () => setDoing(null);

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const firstDay = house?.history.map(({ validFrom }) => validFrom).sort()[0] ?? null;
  const unknown = house && asOf !== null && passportOn(house, asOf, timeZone).length === 0;
  return (
    <Page fill>
      <PageHeader
        back={<Link to="/houses">{t('back')}</Link>}
        title={house ? unbrokenAddress(house.address) : '\u00a0'}
        actions={
          <>
            <Button
              component={Link}
              to={`/accounts?houseId=${houseId}`}
              variant="default"
              leftSection={<IconUsers size={16} />}
            >
              {t('openAccounts')}
              {house && <span className={classes.count}>{format.count(house.accounts)}</span>}
            </Button>
            <AsOfButton />
            {house && asOf === null && may('house.edit') && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button rightSection={<IconChevronDown size={16} />}>{t('change.menu')}</Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setDoing('change')}>{t('change')}</Menu.Item>
                  <Menu.Item onClick={() => setDoing('rename')}>{t('rename')}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </>
        }
      />
      <AsOfBanner />
      {unknown ? (
        <NoDataYet on={asOf.on} first={asOf.known === null ? firstDay : null} />
      ) : (
        <div className={classes.card}>
          <div className={classes.facts}>
            {house && (
              <>
                <AreaNotice house={house} />
                <HousePassport house={house} />
              </>
            )}
          </div>
          <div className={classes.lists}>
            <Tabs value={tab || 'premises'} onChange={(next) => setTab(next === 'premises' ? null : next)}>
              <Tabs.List>
                <Tabs.Tab value="premises">{t('tab.premises')}</Tabs.Tab>
                <Tabs.Tab value="services">{t('tab.services')}</Tabs.Tab>
                <Tabs.Tab value="meters">{meters('tab')}</Tabs.Tab>
                <Tabs.Tab value="imbalance">{imbalance('tab')}</Tabs.Tab>
                <Tabs.Tab value="year">{trueUps('tab')}</Tabs.Tab>
                <Tabs.Tab value="agreements">{t('tab.agreements')}</Tabs.Tab>
                {may('ledger.read') && <Tabs.Tab value="final">{t('tab.final')}</Tabs.Tab>}
              </Tabs.List>
            </Tabs>
            {tab === 'services' ? (
              <>
                {asOf && <Notice tone="info">{t('services.today')}</Notice>}
                <HouseServices houseId={houseId} />
              </>
            ) : tab === 'meters' ? (
              <HouseMeters houseId={houseId} />
            ) : tab === 'imbalance' ? (
              <HouseImbalance houseId={houseId} />
            ) : tab === 'year' ? (
              <HouseTrueUps houseId={houseId} />
            ) : tab === 'agreements' ? (
              <HouseAgreements houseId={houseId} />
            ) : tab === 'final' && may('ledger.read') ? (
              <HouseFinal houseId={houseId} address={house?.address ?? ''} />
            ) : (
              <HousePremises houseId={houseId} />
            )}
          </div>
        </div>
      )}
      {house && <ChangePassportDialog house={house} opened={doing === 'change'} onClose={stop} />}
      {house && <RenameHouseDialog house={house} opened={doing === 'rename'} onClose={stop} />}
    </Page>
  );
}

/** The passport and the premises tell two areas: charges by area would not add up. */
function AreaNotice({ house: { area, areaOfPremises } }: { house: House }) {
  const t = useMessages(houseMessages);
  const format = useFormat();
  if (area === null || areaOfPremises === null || Number(area) === Number(areaOfPremises)) return null;
  return (
    <div className={classes.areaNotice}>
      <Notice tone="attention" title={t('areas.differ')}>
        {t('areas.text', { area: format.volume(area, 'м²'), premises: format.volume(areaOfPremises, 'м²') })}
      </Notice>
    </div>
  );
}

import { answer, EmptyState, useFormat, useMay, useMessages } from '@dvor/ui';
import type { Schemas } from '@dvor/api-client';
import { Button, Select } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { benefitMessages } from './benefit-messages.js';
import classes from './catalogue.module.css';
import { List } from './list.js';

type Benefit = Schemas['AccountBenefitDto'];

const SOON = '30'; // days
const WITHIN = ['7', '14', '30', '60', '90', '366'];

/** How many benefits end within 30 days, and the way to them. */
export function ExpiringCount() {
  const t = useMessages(benefitMessages);
  const may = useMay();
  const { data } = useExpiring(SOON, may('account.read'));
  if (!data) return null;
  const count = data.items.length;
  return (
    <Button
      component={Link}
      to="/catalogue?tab=benefits&view=expiring"
      variant="default"
      leftSection={<IconClock size={16} className={count > 0 ? classes.attention : undefined} />}
    >
      {t('expiring.count', { n: count })}
    </Button>
  );
}

/** Benefits that end soon: whose papers are to be asked for, account by account. */
export function ExpiringBenefits() {
  const t = useMessages(benefitMessages);
  const format = useFormat();
  const { today } = useCalendar();
  const [asked, setWithin] = useUrlFilter('within');
  const within = WITHIN.includes(asked) ? asked : SOON;
  const lastDay = ({ to }: Benefit) => (to ? format.lastDay(to) : '');
  const left = ({ to }: Benefit) => daysBetween(today, to ?? today);
  return (
    <>
      <CatalogueHead tab="benefits" />
      <List
        name={t('expiring')}
        query={useExpiring(within)}
        rowKey={({ accountId, partyId, categoryId, from }) => `${accountId}/${partyId}/${categoryId}/${from}`}
        filters={
          <>
            <Select
              aria-label={t('expiring.within')}
              w={190}
              allowDeselect={false}
              data={WITHIN.map((days) => ({
                value: days,
                label: days === '366' ? t('expiring.year') : t('expiring.days', { n: Number(days) }),
              }))}
              value={within}
              onChange={(days) => setWithin(days === SOON ? null : days)}
            />
            <Button component={Link} to="/catalogue?tab=benefits" variant="subtle">
              {t('expiring.back')}
            </Button>
          </>
        }
        empty={<EmptyState title={t('expiring.empty')}>{t('expiring.empty.text')}</EmptyState>}
        wrap
        minWidth={820}
        columns={[
          { key: 'last', title: t('expiring.last'), width: 130, text: lastDay },
          {
            key: 'left',
            title: t('expiring.left'),
            width: 135,
            align: 'end',
            text: (benefit) => format.count(left(benefit)),
          },
          {
            key: 'account',
            title: t('expiring.account'),
            width: 130,
            text: ({ account }) => account,
            cell: ({ accountId, account }) => <Link to={`/accounts/${accountId}?tab=relief`}>{account}</Link>,
          },
          {
            key: 'person',
            title: t('expiring.person'),
            text: ({ person }) => person,
            cell: ({ partyId, person }) => <Link to={`/people/${partyId}`}>{person}</Link>,
          },
          { key: 'category', title: t('expiring.category'), text: ({ category }) => category },
          { key: 'reason', title: t('expiring.reason'), width: 220, text: ({ reason }) => reason },
        ]}
      />
    </>
  );
}

function useExpiring(within: string, enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ['expiring-benefits', within],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/expiring-benefits', { params: { query: { within: Number(within) } }, signal })),
    enabled,
  });
}

/** Days on which it still holds, today among them. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

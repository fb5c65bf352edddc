import { DataTable, EmptyState, MoneyText, Section, useFormat, useMessages } from '@dvor/ui';
import type { Schemas } from '@dvor/api-client';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCalendar } from '../../lib/calendar.js';
import classes from './accounts.module.css';
import type { AccountCard } from './api.js';
import { type SubsidyDoing, SubsidyDialogs } from './subsidy-forms.js';
import { subsidyMessages } from './subsidy-messages.js';

interface Props {
  readonly account: AccountCard;
  readonly subsidies: readonly Schemas['SubsidyDto'][] | undefined;
  readonly declines: readonly Schemas['DeclineDto'][] | undefined;
  readonly mayEdit: boolean;
}

/** What social protection pays for the account, and what its payer does not want. */
export function AccountSubsidies({ account, subsidies, declines, mayEdit }: Props) {
  const t = useMessages(subsidyMessages);
  const format = useFormat();
  const { today } = useCalendar();
  const [doing, setDoing] = useState<SubsidyDoing>(null);
  const days = ({ from, to }: { from: string; to: string | null }) =>
    to ? `${format.day(from)} – ${format.lastDay(to)}` : t('since', { date: format.day(from) });
  const lasts = ({ to }: { to: string | null }) => to === null || to > today;
  return (
    <>
      <Section
        title={t('subsidies')}
        actions={
          mayEdit && (
            <div className={classes.buttons}>
              <Button size="compact-md" variant="default" onClick={() => setDoing({ what: 'check' })}>
                {t('check')}
              </Button>
              <Button size="compact-md" leftSection={<IconPlus size={16} />} onClick={() => setDoing({ what: 'add' })}>
                {t('add')}
              </Button>
            </div>
          )
        }
      >
        <DataTable
          wrap
          label={t('subsidies')}
          minWidth={680}
          rows={subsidies}
          rowKey={({ partyId, from }) => `${partyId}/${from}`}
          empty={<EmptyState title={t('subsidies.none')}>{t('subsidies.none.text')}</EmptyState>}
          columns={[
            {
              key: 'who',
              title: t('who'),
              cell: ({ person, reason }) => (
                <>
                  {person}
                  <div className={classes.quiet}>{reason}</div>
                </>
              ),
            },
            { key: 'days', title: t('days'), width: 170, cell: days },
            {
              key: 'amount',
              title: t('amount'),
              width: 120,
              align: 'end',
              cell: ({ amount }) => <MoneyText value={amount} />,
            },
            { key: 'paidTo', title: t('paidTo'), width: 120, cell: ({ paidTo }) => t(`paidTo.${paidTo}`) },
            {
              key: 'do',
              title: '',
              width: 140,
              align: 'end',
              cell: (subsidy) =>
                mayEdit &&
                lasts(subsidy) && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('end.of', { name: subsidy.person })}
                    onClick={() => setDoing({ what: 'end', subsidy })}
                  >
                    {t('end')}
                  </Button>
                ),
            },
          ]}
        />
      </Section>
      <Section
        title={t('declines')}
        actions={
          mayEdit && (
            <Button
              size="compact-md"
              leftSection={<IconPlus size={16} />}
              onClick={() => setDoing({ what: 'decline' })}
            >
              {t('decline')}
            </Button>
          )
        }
      >
        <DataTable
          wrap
          label={t('declines')}
          minWidth={520}
          rows={declines}
          rowKey={({ serviceId, from }) => `${serviceId}/${from}`}
          empty={<EmptyState title={t('declines.none')}>{t('declines.none.text')}</EmptyState>}
          columns={[
            {
              key: 'service',
              title: t('service'),
              cell: ({ service, reason }) => (
                <>
                  {service}
                  <div className={classes.quiet}>{reason}</div>
                </>
              ),
            },
            { key: 'days', title: t('days'), width: 170, cell: days },
            {
              key: 'do',
              title: '',
              width: 150,
              align: 'end',
              cell: (declined) =>
                mayEdit &&
                lasts(declined) && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('takeBack.of', { service: declined.service })}
                    onClick={() => setDoing({ what: 'takeBack', declined })}
                  >
                    {t('takeBack')}
                  </Button>
                ),
            },
          ]}
        />
      </Section>
      <SubsidyDialogs account={account} subsidies={subsidies ?? []} doing={doing} onClose={() => setDoing(null)} />
    </>
  );
}

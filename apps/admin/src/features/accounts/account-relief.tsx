import { DataTable, EmptyState, ErrorState, MoneyText, Section, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAsOf } from '../../lib/as-of/use-as-of.js';
import { useCalendar } from '../../lib/calendar.js';
import { AccountSubsidies } from './account-subsidies.js';
import classes from './accounts.module.css';
import type { AccountCard } from './api.js';
import { type AccountBenefit, type OneOffAct, useRelief } from './relief-api.js';
import { type ReliefDoing, ReliefDialogs } from './relief-forms.js';
import { reliefMessages } from './relief-messages.js';

const SOON = 30; // days

/** What an account's people are let off, what was done for it by act, subsidies, and what it doesn't want. */
export function AccountRelief({ account }: { account: AccountCard }) {
  const t = useMessages(reliefMessages);
  const format = useFormat();
  const may = useMay();
  const { asOf } = useAsOf();
  const { today } = useCalendar();
  const [doing, setDoing] = useState<ReliefDoing>(null);
  const { benefits, works, subsidies, declines } = useRelief(account.id);
  const mayEdit = may('account.edit') && asOf === null;
  const failed = [benefits, works, subsidies, declines].find(({ error }) => error);
  if (failed) return <ErrorState error={failed.error!} onRetry={() => void failed.refetch()} />;

  const days = ({ from, to }: { from: string; to: string | null }) =>
    to ? `${format.day(from)} – ${format.lastDay(to)}` : t('since', { date: format.day(from) });
  const stateOf = ({ to }: AccountBenefit) =>
    to === null ? '' : to <= today ? t('ended') : daysBetween(today, to) <= SOON ? t('soon') : '';
  const doneOf = ({ cancelled }: OneOffAct) =>
    cancelled === null
      ? ''
      : cancelled.reversedOn
        ? t('reversed', { date: format.day(cancelled.reversedOn) })
        : t('cancelled');

  return (
    <div className={classes.money}>
      <Section
        title={t('benefits')}
        actions={
          mayEdit && (
            <Button size="compact-md" leftSection={<IconPlus size={16} />} onClick={() => setDoing({ what: 'grant' })}>
              {t('grant')}
            </Button>
          )
        }
      >
        <DataTable
          wrap
          label={t('benefits')}
          minWidth={640}
          rows={benefits.data?.items}
          rowKey={({ partyId, categoryId, from }) => `${partyId}/${categoryId}/${from}`}
          empty={<EmptyState title={t('benefits.none')}>{t('benefits.none.text')}</EmptyState>}
          columns={[
            {
              key: 'who',
              title: t('who'),
              cell: ({ partyId, person }) => <Link to={`/people/${partyId}`}>{person}</Link>,
            },
            { key: 'category', title: t('category'), cell: ({ category }) => category },
            {
              key: 'days',
              title: t('days'),
              width: 170,
              cell: (benefit) => (
                <>
                  {days(benefit)}
                  {stateOf(benefit) && <div className={classes.quiet}>{stateOf(benefit)}</div>}
                </>
              ),
            },
            {
              key: 'do',
              title: '',
              width: 140,
              align: 'end',
              cell: (benefit) =>
                mayEdit &&
                (benefit.to === null || benefit.to > today) && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('end.of', { name: `${benefit.person}, ${benefit.category}` })}
                    onClick={() => setDoing({ what: 'end', benefit })}
                  >
                    {t('end')}
                  </Button>
                ),
            },
          ]}
        />
      </Section>
      <Section
        title={t('works')}
        actions={
          mayEdit && (
            <Button size="compact-md" leftSection={<IconPlus size={16} />} onClick={() => setDoing({ what: 'enter' })}>
              {t('enter')}
            </Button>
          )
        }
      >
        <DataTable
          wrap
          label={t('works')}
          minWidth={680}
          rows={works.data?.items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('works.none')}>{t('works.none.text')}</EmptyState>}
          columns={[
            { key: 'number', title: t('number'), width: 90, cell: ({ number }) => number },
            { key: 'dated', title: t('dated'), width: 110, cell: ({ dated }) => format.day(dated) },
            {
              key: 'work',
              title: t('work'),
              cell: (act) => (
                <>
                  {act.work}
                  {doneOf(act) && <div className={classes.quiet}>{doneOf(act)}</div>}
                </>
              ),
            },
            {
              key: 'quantity',
              title: t('quantity'),
              width: 110,
              align: 'end',
              cell: ({ quantity, unit }) => format.quantity(quantity, unit),
            },
            {
              key: 'price',
              title: t('price'),
              width: 130,
              align: 'end',
              cell: ({ price }) => <MoneyText value={price} />,
            },
            {
              key: 'do',
              title: '',
              width: 110,
              align: 'end',
              cell: (act) =>
                mayEdit &&
                act.cancelled === null && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('cancel.of', { number: act.number })}
                    onClick={() => setDoing({ what: 'cancel', act })}
                  >
                    {t('cancel')}
                  </Button>
                ),
            },
          ]}
        />
      </Section>
      <AccountSubsidies
        account={account}
        subsidies={subsidies.data?.items}
        declines={declines.data?.items}
        mayEdit={mayEdit}
      />
      <ReliefDialogs account={account} doing={doing} onClose={() => setDoing(null)} />
    </div>
  );
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

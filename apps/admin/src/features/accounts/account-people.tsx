import { DataTable, EmptyState, Section, useFormat, useLooseMessages, useMay, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAsOf } from '../../lib/as-of/use-as-of.js';
import { useCalendar } from '../../lib/calendar.js';
import type { AccountDoing } from './account-dialogs.js';
import classes from './accounts.module.css';
import type { Absence, AccountCard, Resident } from './api.js';
import { accountMessages } from './messages.js';
import { onDay } from './on-day.js';
import { type PeopleDoing, PeopleDialogs } from './people-forms.js';

/** Three parties of an account, each by itself: who owns, who pays, who lives there. */
export function AccountPeople({ account, onDo }: { account: AccountCard; onDo: (doing: AccountDoing) => void }) {
  const t = useMessages(accountMessages);
  const name = useLooseMessages(accountMessages);
  const format = useFormat();
  const may = useMay();
  const { asOf } = useAsOf();
  const { today } = useCalendar();
  const [doing, setDoing] = useState<PeopleDoing>(null);
  const mayEdit = may('account.edit') && asOf === null;
  const owners = asOf ? onDay(account.owners, asOf.on) : account.owners;
  const residents = asOf ? onDay(account.residents, asOf.on) : account.residents;
  const absences = asOf
    ? account.absences.filter(({ from, until }) => from <= asOf.on && until >= asOf.on)
    : account.absences;
  const over = (to: string | null) => to !== null && to <= (asOf?.on ?? today);
  const days = ({ from, to }: { from: string; to: string | null }) => (
    <span className={over(to) ? classes.quiet : undefined}>
      {to ? `${format.day(from)} – ${format.lastDay(to)}` : t('since', { date: format.day(from) })}
    </span>
  );
  const person = ({ partyId, name: own, to }: { partyId: string; name: string; to: string | null }) => (
    <Link to={`/people/${partyId}`} title={own} className={over(to) ? classes.former : undefined}>
      {own}
    </Link>
  );

  return (
    <div className={classes.money}>
      <Section
        title={t('residents')}
        actions={
          mayEdit && (
            <Button
              size="compact-md"
              leftSection={<IconUserPlus size={16} />}
              onClick={() => setDoing({ what: 'move-in' })}
            >
              {t('moveIn')}
            </Button>
          )
        }
      >
        <DataTable
          label={t('residents')}
          minWidth={mayEdit ? 700 : 520}
          rows={residents}
          rowKey={({ partyId, kind, from }) => `${partyId}/${kind}/${from}`}
          empty={<EmptyState title={t('residents.none')}>{t('residents.none.text')}</EmptyState>}
          columns={[
            { key: 'name', title: t('who'), cell: person },
            { key: 'kind', title: t('residency'), width: 110, cell: ({ kind }) => name(`residency.${kind}`, kind) },
            { key: 'days', title: t('days'), width: 185, cell: days },
            ...(mayEdit
              ? [
                  {
                    key: 'do',
                    title: '',
                    width: 210,
                    align: 'end' as const,
                    cell: (resident: Resident) =>
                      !over(resident.to) && (
                        <span className={classes.doings}>
                          <Button
                            variant="subtle"
                            size="compact-sm"
                            aria-label={t('absence.of', { name: resident.name })}
                            onClick={() => setDoing({ what: 'absence', person: resident })}
                          >
                            {t('absence.add')}
                          </Button>
                          <Button
                            variant="subtle"
                            size="compact-sm"
                            aria-label={t('moveOut.of', { name: resident.name })}
                            onClick={() => setDoing({ what: 'move-out', person: resident })}
                          >
                            {t('moveOut')}
                          </Button>
                        </span>
                      ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {absences.length > 0 && (
        <Section title={t('absences')}>
          <DataTable
            label={t('absences')}
            minWidth={620}
            rows={absences}
            rowKey={({ partyId, from }) => `${partyId}/${from}`}
            columns={[
              { key: 'name', title: t('who'), cell: (absence) => person({ ...absence, to: null }) },
              {
                key: 'days',
                title: t('absence.days'),
                width: 190,
                cell: ({ from, until }) => `${format.day(from)} – ${format.day(until)}`,
              },
              {
                key: 'applied',
                title: t('absence.applied'),
                width: 120,
                cell: ({ appliedOn }) => format.day(appliedOn),
              },
              ...(mayEdit
                ? [
                    {
                      key: 'do',
                      title: '',
                      width: 100,
                      align: 'end' as const,
                      cell: (absence: Absence) => (
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          onClick={() => setDoing({ what: 'withdraw-absence', absence })}
                        >
                          {t('absence.withdraw')}
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      )}
      <Section
        title={t('payer')}
        actions={
          mayEdit &&
          account.state !== 'closed' && (
            <Button variant="default" size="compact-md" onClick={() => onDo('payer')}>
              {t('do.payer')}
            </Button>
          )
        }
      >
        <div>
          {account.payer ? (
            <Link to={`/people/${account.payer.id}`}>{account.payer.name}</Link>
          ) : (
            <span className={classes.quiet}>{t('payer.none')}</span>
          )}
        </div>
      </Section>
      <Section
        title={t('owners')}
        actions={
          mayEdit &&
          may('house.edit') && (
            <Button component={Link} to={`/premises/${account.premisesId}`} variant="default" size="compact-md">
              {t('owners.change')}
            </Button>
          )
        }
      >
        <DataTable
          label={t('owners')}
          minWidth={460}
          rows={owners}
          rowKey={({ partyId, from }) => `${partyId}/${from}`}
          empty={<EmptyState title={t('owners.none')} />}
          columns={[
            { key: 'name', title: t('who'), cell: person },
            {
              key: 'share',
              title: t('share'),
              width: 90,
              align: 'end',
              cell: ({ share }) => (share === '1/1' ? '1' : share),
            },
            { key: 'days', title: t('days'), width: 190, cell: days },
          ]}
        />
      </Section>
      <PeopleDialogs account={account} doing={doing} onClose={() => setDoing(null)} />
    </div>
  );
}

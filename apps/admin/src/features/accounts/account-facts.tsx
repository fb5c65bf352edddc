import { Code, Facts, Section, Sheet, unbrokenAddress, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { dayBefore } from '../../lib/basis/typed.js';
import classes from './accounts.module.css';
import type { AccountCard, Meter } from './api.js';
import { accountMessages } from './messages.js';
import { onDay } from './on-day.js';

export function AccountFacts({ account, today }: { account: AccountCard; today: string }) {
  const t = useMessages(accountMessages);
  const name = useLooseMessages(accountMessages);
  const format = useFormat();
  const { premises, house } = account;
  return (
    <>
      <Section title={t('premises')}>
        <Sheet>
          <Facts
            facts={[
              {
                label: t('premises.house'),
                value: <Link to={`/houses/${house.id}`}>{unbrokenAddress(house.address)}</Link>,
              },
              {
                label: t('premises'),
                value: <Link to={`/premises/${premises.id}`}>{account.premisesName}</Link>,
              },
              { label: t('premises.kind'), value: name(`kind.${premises.kind}`, premises.kind) },
              { label: t('premises.area'), value: premises.area && format.volume(premises.area, 'м²') },
              ...(account.share ? [{ label: t('accountShare'), value: account.share }] : []),
              ...(premises.livingArea
                ? [{ label: t('premises.livingArea'), value: format.volume(premises.livingArea, 'м²') }]
                : []),
              ...(premises.entrance ? [{ label: t('premises.entrance'), value: premises.entrance }] : []),
              ...(premises.floor ? [{ label: t('premises.floor'), value: premises.floor }] : []),
              { label: t('opened'), value: account.openedOn && format.day(account.openedOn) },
              ...(account.els ? [{ label: t('els'), value: <Code>{account.els}</Code> }] : []),
              ...(account.izhku ? [{ label: t('izhku'), value: <Code>{account.izhku}</Code> }] : []),
              ...(account.closedOn ? [{ label: t('closed'), value: format.lastDay(account.closedOn) }] : []),
            ]}
          />
        </Sheet>
      </Section>
      <People account={account} day={today} />
      <Section title={t('meters')}>
        <Sheet>
          {account.meters.length === 0 && <span className={classes.quiet}>{t('metersNone')}</span>}
          <ul className={classes.list}>
            {account.meters.map((meter) => (
              <MeterItem key={meter.id} meter={meter} today={today} />
            ))}
          </ul>
        </Sheet>
      </Section>
    </>
  );
}

/** Those of the day; a closed account's are those of its last. */
function People({ account, day }: { account: AccountCard; day: string }) {
  const t = useMessages(accountMessages);
  const name = useLooseMessages(accountMessages);
  const format = useFormat();
  const when = ({ from, to }: { from: string; to: string | null }) =>
    [t('since', { date: format.day(from) }), to && t('until', { date: format.lastDay(to) })].filter(Boolean).join(' ');

  const last = account.closedOn && account.closedOn <= day ? dayBefore(account.closedOn) : day;
  const owners = onDay(account.owners, last);
  const residents = onDay(account.residents, last);
  // One person may own and live here: named once, with all that they are.
  const roles = [
    ...owners.map((owner) => ({
      id: owner.partyId,
      name: owner.name,
      role: `${/^1(\/1)?$/.test(owner.share) ? t('owner') : t('ownerShare', { share: owner.share })}, ${when(owner)}`,
    })),
    ...residents.map((resident) => ({
      id: resident.partyId,
      name: resident.name,
      role: `${name(`resident.${resident.kind}`, resident.kind)}, ${when(resident)}`,
    })),
  ];
  const people = [...new Map(roles.map((one) => [one.id, one.name]))];
  return (
    <Section title={t('people')}>
      <Sheet>
        {people.length === 0 && <span className={classes.quiet}>{t('peopleNone')}</span>}
        <ul className={classes.list}>
          {people.map(([id, person]) => (
            <li key={id}>
              <Link to={`/people/${id}`}>{person}</Link>
              {roles
                .filter((one) => one.id === id)
                .map(({ role }) => (
                  <div key={role} className={classes.quiet}>
                    {role}
                  </div>
                ))}
            </li>
          ))}
        </ul>
      </Sheet>
    </Section>
  );
}

function MeterItem({ meter, today }: { meter: Meter; today: string }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const { verifiedUntil, lastReading } = meter;
  const over = verifiedUntil !== null && verifiedUntil < today;
  return (
    <li>
      <div className={classes.spread}>
        <span>{meter.service}</span>
        <Link to={`/meters/${meter.id}`}>
          <Code>{meter.serial}</Code>
        </Link>
      </div>
      <div className={classes.quiet}>
        {lastReading
          ? t('lastReading', { value: format.decimal(lastReading.value), date: format.day(lastReading.date) })
          : t('noReading')}
      </div>
      {verifiedUntil && (
        <div className={over ? classes.over : classes.quiet}>
          {over && <IconAlertTriangle size={14} aria-hidden />}
          {t(over ? 'verificationOver' : 'verifiedUntil', { date: format.day(verifiedUntil) })}
        </div>
      )}
    </li>
  );
}

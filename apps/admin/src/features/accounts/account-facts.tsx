import { Code, Facts, Section, Sheet, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './accounts.module.css';
import type { AccountCard, Meter } from './api.js';
import { accountMessages } from './messages.js';

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
              { label: t('premises.house'), value: <Link to={`/houses/${house.id}`}>{house.address}</Link> },
              { label: t('premises.kind'), value: name(`kind.${premises.kind}`, premises.kind) },
              { label: t('premises.area'), value: premises.area && format.volume(premises.area, 'м²') },
              ...(premises.livingArea
                ? [{ label: t('premises.livingArea'), value: format.volume(premises.livingArea, 'м²') }]
                : []),
              ...(premises.entrance ? [{ label: t('premises.entrance'), value: premises.entrance }] : []),
              ...(premises.floor ? [{ label: t('premises.floor'), value: premises.floor }] : []),
              { label: t('opened'), value: account.openedOn && format.day(account.openedOn) },
              ...(account.closedOn ? [{ label: t('closed'), value: format.lastDay(account.closedOn) }] : []),
            ]}
          />
        </Sheet>
      </Section>
      <People account={account} />
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

function People({ account }: { account: AccountCard }) {
  const t = useMessages(accountMessages);
  const name = useLooseMessages(accountMessages);
  const format = useFormat();
  const { owners, residents } = account;
  const interval = ({ from, to }: { from: string; to: string | null }) =>
    [t('since', { date: format.day(from) }), to && t('until', { date: format.lastDay(to) })].filter(Boolean).join(' ');
  return (
    <Section title={t('people')}>
      <Sheet>
        {owners.length + residents.length === 0 && <span className={classes.quiet}>{t('peopleNone')}</span>}
        <ul className={classes.list}>
          {owners.map((owner) => (
            <li key={`${owner.name}/${owner.from}`}>
              <div>{owner.name}</div>
              <div className={classes.quiet}>
                {owner.share === '1' || owner.share === '1/1' ? t('owner') : t('ownerShare', { share: owner.share })},{' '}
                {interval(owner)}
              </div>
            </li>
          ))}
          {residents.map((resident) => (
            <li key={`${resident.name}/${resident.from}`}>
              <div>{resident.name}</div>
              <div className={classes.quiet}>
                {name(`resident.${resident.kind}`, resident.kind)}, {interval(resident)}
              </div>
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
        <Code>{meter.serial}</Code>
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

import { Facts, Section, Sheet, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { Popover } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { House, HouseFact } from './api.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';

export function HousePassport({ house }: { house: House }) {
  const t = useMessages(houseMessages);
  const name = useLooseMessages(houseMessages);
  const attributes = [...new Set(house.history.map(({ attribute }) => attribute))];
  return (
    <Section title={t('passport')} note={t('passport.note')}>
      <Sheet>
        <Facts
          facts={[
            { label: t('fact.yearBuilt'), value: house.yearBuilt },
            ...attributes.map((attribute) => {
              const label = name(`fact.${attribute}`, attribute);
              return {
                label,
                value: (
                  <DatedValue label={label} versions={house.history.filter((fact) => fact.attribute === attribute)} />
                ),
              };
            }),
            ...(house.postalCode ? [{ label: t('fact.postalCode'), value: house.postalCode }] : []),
            { label: t('fact.timeZone'), value: house.timeZone },
          ]}
        />
      </Sheet>
    </Section>
  );
}

/** The value of today; the ones before it are a click away, each with who recorded it and why. */
function DatedValue({ label, versions }: { label: string; versions: readonly HouseFact[] }) {
  const t = useMessages(houseMessages);
  const newestFirst = versions.toSorted(
    (a, b) => b.validFrom.localeCompare(a.validFrom) || b.recordedAt.localeCompare(a.recordedAt),
  );
  const valueOf = useFactValue();
  const inForce = newestFirst.filter(({ supersededAt }) => supersededAt === null);
  const current = inForce.find(({ validTo }) => validTo === null) ?? inForce[0] ?? newestFirst[0]!;
  return (
    <span className={classes.dated}>
      {valueOf(current)}
      <Popover position="right-start" width={320}>
        <Popover.Target>
          <button type="button" className={classes.history} aria-label={`${t('passport.history')}: ${label}`}>
            <IconHistory size={15} stroke={1.75} />
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <div className={classes.historyTitle}>{label}</div>
          <ol className={classes.versions}>
            {newestFirst.map((fact) => (
              <Version key={`${fact.validFrom}/${fact.recordedAt}`} fact={fact} />
            ))}
          </ol>
        </Popover.Dropdown>
      </Popover>
    </span>
  );
}

function Version({ fact }: { fact: HouseFact }) {
  const t = useMessages(houseMessages);
  const format = useFormat();
  const valueOf = useFactValue();
  return (
    <li data-superseded={fact.supersededAt !== null || undefined}>
      <div className={classes.version}>
        <span>
          {t('fact.from', { date: format.day(fact.validFrom) })}
          {fact.validTo && ` ${t('fact.until', { date: format.lastDay(fact.validTo) })}`}
        </span>
        <b>{valueOf(fact)}</b>
      </div>
      {fact.reason && <div>{fact.reason}</div>}
      <div className={classes.quiet}>
        {fact.recordedBy
          ? t('fact.recordedBy', { date: format.instant(fact.recordedAt), name: fact.recordedBy })
          : t('fact.recorded', { date: format.instant(fact.recordedAt) })}
        {fact.supersededAt && `, ${t('fact.corrected', { date: format.instant(fact.supersededAt) })}`}
      </div>
    </li>
  );
}

function useFactValue(): (fact: HouseFact) => string {
  const name = useLooseMessages(houseMessages);
  const format = useFormat();
  return ({ attribute, value }) => {
    if (attribute === 'area' || attribute === 'commonArea') return format.volume(value, 'м²');
    return attribute.startsWith('trait.') ? name(`value.${value}`, value) : format.decimal(value);
  };
}

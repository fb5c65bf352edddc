import { type Fact, Facts, Section, Sheet, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { Popover } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { House, HouseFact } from './api.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';

export function HousePassport({ house }: { house: House }) {
  const t = useMessages(houseMessages);
  const name = useLooseMessages(houseMessages);
  const format = useFormat();

  const attributes = [...new Set(house.history.map(({ attribute }) => attribute))];
  const plain: Fact[] = [
    { label: t('fact.yearBuilt'), value: house.yearBuilt },
    { label: t('fact.floors'), value: house.floors },
    { label: t('fact.area'), value: format.volume(house.area, 'м²') },
    { label: t('fact.commonArea'), value: house.commonArea && format.volume(house.commonArea, 'м²') },
  ].filter(({ label }) => !attributes.some((attribute) => name(`fact.${attribute}`, attribute) === label));

  return (
    <Section title={t('passport')} note={t('passport.note')}>
      <Sheet>
        <Facts
          facts={[
            ...plain,
            ...attributes.map((attribute) => ({
              label: name(`fact.${attribute}`, attribute),
              value: (
                <DatedValue
                  label={name(`fact.${attribute}`, attribute)}
                  versions={house.history.filter((fact) => fact.attribute === attribute)}
                />
              ),
            })),
          ]}
        />
      </Sheet>
    </Section>
  );
}

/** The value of today; the ones before it are a click away, each with who recorded it and why. */
function DatedValue({ label, versions }: { label: string; versions: readonly HouseFact[] }) {
  const t = useMessages(houseMessages);
  const format = useFormat();
  const newestFirst = versions.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom));
  const current = newestFirst.find(({ validTo }) => validTo === null) ?? newestFirst[0]!;
  return (
    <span className={classes.dated}>
      {format.decimal(current.value)}
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
              <li key={`${fact.validFrom}/${fact.recordedAt}`}>
                <div className={classes.version}>
                  <span>
                    {t('fact.from', { date: format.day(fact.validFrom) })}
                    {fact.validTo && ` ${t('fact.until', { date: format.lastDay(fact.validTo) })}`}
                  </span>
                  <b>{format.decimal(fact.value)}</b>
                </div>
                {fact.reason && <div>{fact.reason}</div>}
                <div className={classes.quiet}>
                  {fact.recordedBy
                    ? t('fact.recordedBy', { date: format.instant(fact.recordedAt), name: fact.recordedBy })
                    : t('fact.recorded', { date: format.instant(fact.recordedAt) })}
                </div>
              </li>
            ))}
          </ol>
        </Popover.Dropdown>
      </Popover>
    </span>
  );
}

import { Code, Facts, Section, Sheet, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { Popover } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type AsOf, useAsOf } from '../../lib/as-of/use-as-of.js';
import { endOfDay } from '../../lib/as-of/end-of-day.js';
import { useCalendar } from '../../lib/calendar.js';
import { useTraitWords } from '../../lib/words/use-trait-words.js';
import type { House, HouseFact } from './api.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';

export function HousePassport({ house }: { house: House }) {
  const t = useMessages(houseMessages);
  const labelOf = useFactLabel();
  const { asOf } = useAsOf();
  const { today, timeZone } = useCalendar();
  const inForce = passportOn(house, asOf ?? { on: today, known: null }, timeZone);
  // Today what is to come, or has ended, is shown as well; of the past only what was there.
  const attributes = [...new Set((asOf ? inForce : house.history).map(({ attribute }) => attribute))];
  return (
    <Section title={t('passport')} note={asOf ? undefined : t('passport.note')}>
      <Sheet>
        <Facts
          facts={[
            { label: t('fact.yearBuilt'), value: house.yearBuilt },
            ...attributes.map((attribute) => {
              const label = labelOf(attribute);
              return {
                label,
                value: (
                  <DatedValue
                    label={label}
                    current={inForce.find((fact) => fact.attribute === attribute) ?? null}
                    versions={house.history.filter((fact) => fact.attribute === attribute)}
                  />
                ),
              };
            }),
            ...(house.postalCode ? [{ label: t('fact.postalCode'), value: house.postalCode }] : []),
            { label: t('fact.timeZone'), value: house.timeZone },
            { label: t('names.fiasId'), value: house.fiasId && <Code>{house.fiasId.slice(0, 8)}…</Code> },
            ...(house.cadastralNumber
              ? [{ label: t('names.cadastralNumber'), value: <Code>{house.cadastralNumber}</Code> }]
              : []),
            ...(house.oktmo ? [{ label: t('names.oktmo'), value: <Code>{house.oktmo}</Code> }] : []),
          ]}
        />
      </Sheet>
    </Section>
  );
}

/** What held on the day, as it was known then; of each attribute there is one at most. */
export function passportOn(house: House, { on, known }: AsOf, timeZone: string): HouseFact[] {
  const instant = known === null ? null : endOfDay(known, timeZone);
  return house.history.filter(
    ({ validFrom, validTo, recordedAt, supersededAt }) =>
      validFrom <= on &&
      (validTo === null || validTo > on) &&
      (instant === null
        ? supersededAt === null
        : recordedAt <= instant && (supersededAt === null || supersededAt > instant)),
  );
}

/** The value of the day; the ones before it are a click away, each with who recorded it and why. */
function DatedValue({
  label,
  current,
  versions,
}: {
  label: string;
  current: HouseFact | null;
  versions: readonly HouseFact[];
}) {
  const t = useMessages(houseMessages);
  const newestFirst = versions.toSorted(
    (a, b) => b.validFrom.localeCompare(a.validFrom) || b.recordedAt.localeCompare(a.recordedAt),
  );
  const valueOf = useFactValue();
  return (
    <span className={classes.dated}>
      {current ? valueOf(current) : '—'}
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

function useFactLabel(): (attribute: string) => string {
  const name = useLooseMessages(houseMessages);
  const traits = useTraitWords();
  return (attribute) =>
    attribute.startsWith('trait.')
      ? traits.trait(attribute.slice('trait.'.length))
      : name(`fact.${attribute}`, attribute);
}

function useFactValue(): (fact: HouseFact) => string {
  const traits = useTraitWords();
  const format = useFormat();
  return ({ attribute, value }) => {
    if (attribute === 'area' || attribute === 'commonArea') return format.volume(value, 'м²');
    return attribute.startsWith('trait.')
      ? traits.value(attribute.slice('trait.'.length), value)
      : format.decimal(value);
  };
}

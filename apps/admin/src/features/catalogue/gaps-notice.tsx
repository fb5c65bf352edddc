import { Notice, useFormat, useMessages } from '@dvor/ui';
import { addDays, formatDate, parseDate } from '@dvor/kernel';
import { Link } from 'react-router';
import { useCalendar } from '../../lib/calendar.js';
import type { RateKind } from './api.js';
import { catalogueMessages } from './messages.js';
import { gapsOf } from './rate-gaps.js';
import { byTraits, type RateVersion } from './rate-version.js';
import { useTraitsText } from './words.js';

/** How long ahead the end of a rate is worth a word. */
const AHEAD_DAYS = 90;
const MOST_SHOWN = 5;

/** Days that nobody has set a rate for: what can't be charged is said before it has to be. */
export function GapsNotice({ kind, versions }: { kind: RateKind; versions: readonly RateVersion[] }) {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const traits = useTraitsText();
  const { today, workingPeriod } = useCalendar();
  const soon = formatDate(addDays(parseDate(today), AHEAD_DAYS));
  const inForce = versions.filter(({ supersededAt }) => supersededAt === null);
  const services = [...new Set(inForce.map(({ service }) => service.id))];
  const gaps = services.flatMap((id) =>
    byTraits(inForce.filter(({ service }) => service.id === id)).flatMap((group) =>
      gapsOf(group.versions)
        // What was open in closed months is past mending; an end far ahead is nothing to act on.
        .filter(({ from, to }) => (to === null ? from <= soon : to > `${workingPeriod}-01`))
        .map((gap) => ({ ...gap, service: group.versions[0]!.service, traits: group.traits })),
    ),
  );
  if (gaps.length === 0) return null;
  return (
    <Notice tone="attention" title={t(`${kind}.gaps`)}>
      {gaps.slice(0, MOST_SHOWN).map(({ service, from, to, ...gap }) => (
        <div key={`${service.id}/${from}/${JSON.stringify(gap.traits)}`}>
          <Link to={`/catalogue/services/${service.id}?tab=${kind}`}>{service.name}</Link>, {traits(gap.traits)}:{' '}
          {to === null
            ? t('gap.open', { from: format.day(from) })
            : t('gap.closed', { from: format.day(from), to: format.lastDay(to) })}
        </div>
      ))}
      {gaps.length > MOST_SHOWN && <div>{t('gaps.more', { n: gaps.length - MOST_SHOWN })}</div>}
    </Notice>
  );
}

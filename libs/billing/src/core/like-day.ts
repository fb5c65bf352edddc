import { firstDay, type LocalDate, periodOfDate } from '@dvor/kernel';
import type { From, PremisesFacts, Resident } from './facts.js';
import { isCounted } from './temporary-stay.js';

/** Premises as if their whole month were like one day of it: without meters, nobody away, nothing let off or corrected. */
export function premisesOn(premises: PremisesFacts, day: LocalDate): PremisesFacts {
  const { id, kind, flat, share, area, livingArea, units, owners, residents } = premises;
  return {
    ...{ id, kind: kind ?? null, flat: flat ?? null, livingArea: livingArea ?? null },
    ...{ units: units ?? null, owners: owners ?? null },
    share: typeof share === 'string' || !share ? (share ?? null) : onDay(share, day),
    area: typeof area === 'string' || !area ? (area ?? null) : onDay(area, day),
    residents: (residents ?? [])
      .filter((one) => isCounted(one) && holdsOn(one, day))
      .map((one) => residentOn(one, day)),
  };
}

export function holdsOn(
  { from, to }: { readonly from?: LocalDate | null; readonly to?: LocalDate | null },
  day: LocalDate,
): boolean {
  return (from ?? -Infinity) <= day && day < (to ?? Infinity);
}

/** Those that hold on the day, as if they held in its whole month; the core tells of two at once. */
export function onDay<Entry extends From>(entries: readonly Entry[], day: LocalDate): Entry[] {
  const begun = entries.filter((entry) => holdsOn(entry, day));
  const last = Math.max(...begun.map(({ from }) => from));
  return begun
    .filter(({ from, to }) => from === last || (to ?? null) !== null)
    .map((entry) => ({ ...entry, from: firstDay(periodOfDate(day)), to: null }));
}

function residentOn({ temporary }: Resident, day: LocalDate): Resident {
  return { from: firstDay(periodOfDate(day)), ...(temporary && { temporary }) };
}

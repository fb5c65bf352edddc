import {
  type AccountId,
  addDays,
  contains,
  cutAtBoundaries,
  firstDay,
  formatDate,
  formatDateRange,
  type HouseId,
  intersect,
  type Interval,
  monthInterval,
  type Period,
  type PremisesId,
  type ServiceId,
} from '@dvor/kernel';
import { OrganizationSettings } from '@dvor/catalogue';
import type { Tx } from '@dvor/platform';
import type { ChargeLine, Parked, PremisesFacts } from '../core/index.js';

/** An agreement's days; of which premises and services, where it names any. */
export interface AgreementInMonth extends Interval {
  /** `null`: all of the house. */
  readonly premisesId: PremisesId | null;
  /** Empty: all that the house has. */
  readonly serviceIds: readonly ServiceId[];
}

/** What the bills of a house rest on, in an organisation that bills nobody without an agreement. */
export interface HouseAgreements {
  readonly agreements: readonly AgreementInMonth[];
  /** Where an account is: its premises, and the flat that a room is in. */
  readonly placesOf: ReadonlyMap<AccountId, readonly PremisesId[]>;
}

/**
 * Agreements of houses that are not covered by one for all of the month. Nothing where the organisation bills without
 * agreements too, as it stands on the first day of the month.
 */
export async function loadAgreements(
  tx: Tx,
  houseIds: readonly HouseId[],
  month: Period,
): Promise<ReadonlyMap<HouseId, HouseAgreements>> {
  const settings = new OrganizationSettings();
  if ((await settings.on(tx, 'agreement.required', firstDay(month))) !== true) return new Map();
  const days = formatDateRange(monthInterval(month));
  const rows = await tx.query<
    { houseId: HouseId; agreements: AgreementInMonth[]; places: [AccountId, PremisesId[]][] }[]
  >(AGREEMENTS, [houseIds, days]);
  return new Map(
    rows.map(({ houseId, agreements, places }) => [houseId, { agreements, placesOf: new Map(places) }] as const),
  );
}

const AGREEMENTS = `
  select h.id as "houseId",
         coalesce((select jsonb_agg(jsonb_build_object('premisesId', g.premises_id::text,
                                      'serviceIds', (select coalesce(jsonb_agg(s::text), '[]') from unnest(g.service_ids) s),
                                      'from', lower(g.valid) - date '1970-01-01', 'to', upper(g.valid) - date '1970-01-01'))
                     from agreements g where g.house_id = h.id and g.superseded_at is null and g.valid && $2::daterange), '[]') as agreements,
         coalesce((select jsonb_agg(jsonb_build_array(a.id::text, jsonb_build_array(p.id::text) ||
                                      case when p.parent_id is null then '[]' else jsonb_build_array(p.parent_id::text) end))
                     from accounts a join premises p on p.id = a.premises_id where a.house_id = h.id), '[]') as places
    from unnest($1::bigint[]) h (id)
   where not exists (select from agreements g
                      where g.house_id = h.id and g.superseded_at is null and g.premises_id is null
                        and g.service_ids = '{}' and g.valid @> $2::daterange)`;

interface Charged {
  readonly lines: readonly ChargeLine[];
  readonly parked: readonly Omit<Parked, 'code'>[];
  readonly idsOf: (line: ChargeLine) => { readonly serviceId: ServiceId };
}

/**
 * Bills that rest on no agreement for some of their days are held back, whole (ЖК, ст. 162): all of the house's as one
 * where none has any, else account by account. Their volumes have entered the house's arithmetic all the same, so that
 * nobody pays for them instead.
 */
export function holdBack<House extends Charged>(
  charged: House,
  { agreements, placesOf }: HouseAgreements,
  { premises, month }: { readonly premises: readonly PremisesFacts[]; readonly month: Period },
): Omit<House, 'lines' | 'parked'> & {
  readonly lines: ChargeLine[];
  readonly parked: (House['parked'][number] | Parked)[];
} {
  const open = openDays(premises, month);
  const services = new Map<string, Set<ServiceId>>();
  for (const line of charged.lines) {
    const ids = services.get(line.premises) ?? new Set<ServiceId>();
    services.set(line.premises, ids.add(charged.idsOf(line).serviceId));
  }
  const held = new Map<string, string>();
  for (const [account, ids] of services) {
    const places = placesOf.get(account as AccountId) ?? [];
    const gaps = [...ids].flatMap((service) =>
      daysWithout(
        open.get(account) ?? [],
        agreements.filter((agreement) => coversService(agreement, service) && coversPlace(agreement, places)),
      ),
    );
    if (gaps.length > 0) held.set(account, daysText(gaps));
  }
  const [common, ...others] = new Set(held.values());
  const ofHouse = held.size === services.size && common !== undefined && others.length === 0;
  return {
    ...charged,
    lines: charged.lines.filter((line) => !held.has(line.premises)),
    parked: [
      ...charged.parked,
      ...(ofHouse ? [parkedFor(null, common)] : [...held].map(([account, days]) => parkedFor(account, days))),
    ],
  };
}

function parkedFor(premises: string | null, days: string): Parked {
  return { premises, service: null, code: 'no-agreement', details: { days } };
}

function openDays(premises: readonly PremisesFacts[], month: Period): Map<string, Interval[]> {
  const days = new Map<string, Interval[]>();
  for (const { id, from, to } of premises) {
    const whole = monthInterval(month);
    const own = intersect({ from: from ?? whole.from, to: to ?? null }, whole);
    if (own) days.set(id, [...(days.get(id) ?? []), own]);
  }
  return days;
}

function coversService({ serviceIds }: AgreementInMonth, service: ServiceId): boolean {
  return serviceIds.length === 0 || serviceIds.includes(service);
}

function coversPlace({ premisesId }: AgreementInMonth, places: readonly PremisesId[]): boolean {
  return premisesId === null || places.includes(premisesId);
}

/** Days that no interval holds. */
function daysWithout(within: readonly Interval[], covers: readonly Interval[]): Interval[] {
  return within
    .flatMap((days) => cutAtBoundaries(days, covers))
    .filter(({ from }) => !covers.some((cover) => contains(cover, from)));
}

/** `01.10.2026–15.10.2026, 20.10.2026`: each day once, whatever services it is missing for. */
function daysText(gaps: readonly Interval[]): string {
  const joined: { from: Interval['from']; to: NonNullable<Interval['to']> }[] = [];
  for (const gap of [...gaps].sort((a, b) => a.from - b.from)) {
    const [last, to] = [joined.at(-1), gap.to!];
    if (last && gap.from <= last.to) last.to = to > last.to ? to : last.to;
    else joined.push({ from: gap.from, to });
  }
  return joined
    .map(({ from, to }) => {
      const last = addDays(to, -1);
      return last === from ? dayText(from) : `${dayText(from)}–${dayText(last)}`;
    })
    .join(', ');
}

function dayText(day: Interval['from']): string {
  return formatDate(day).split('-').reverse().join('.');
}

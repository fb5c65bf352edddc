import {
  type Dated,
  firstDay,
  formatDate,
  formatDateRange,
  type HouseId,
  type Interval,
  monthInterval,
  ordinalOf,
  parseDate,
  type Period,
  periodOf,
  type SupplierId,
  yearOf,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { type SettingCode, settingOf, type SettingValue } from './core/index.js';

/** What the acts of the region, the organisation and its houses have chosen, as far as charging looks at it. */
export interface ChoicesInMonth {
  /** Figures of the organisation and of houses, by code and days. */
  readonly coefficients: readonly CoefficientInMonth[];
  /** The organisation's choices on the first day of the month. */
  readonly settings: Readonly<Partial<Record<SettingCode, SettingValue>>>;
  readonly seasons: readonly HeatingSeason[];
  /** Days on which a recipient pays no VAT. */
  readonly vatExempt: readonly Dated<SupplierId>[];
}

export interface CoefficientInMonth extends Interval {
  readonly code: string;
  /** `null`: all of the organisation's. */
  readonly houseId: HouseId | null;
  readonly value: string;
}

/** Days of heating in one heating year, which begins in July. */
export interface HeatingSeason extends Interval {
  readonly houseId: HouseId | null;
  readonly whose: 'law' | 'organization' | 'house';
}

/** Loads the choices that concern some houses in a month: five queries, however many houses there are. */
export async function loadChoices(tx: Tx, houseIds: readonly HouseId[], month: Period): Promise<ChoicesInMonth> {
  const days = formatDateRange(monthInterval(month));
  const year = heatingYearOf(month);
  const chosen = await tx.query<{ code: SettingCode; value: SettingValue }[]>(SETTINGS, [
    CHARGED_BY,
    formatDate(firstDay(month)),
  ]);
  return {
    coefficients: await tx.query<CoefficientInMonth[]>(COEFFICIENTS, [houseIds, days]),
    settings: Object.fromEntries([
      ...CHARGED_BY.map((code) => [code, settingOf(code).default] as const),
      ...chosen.map(({ code, value }) => [code, value] as const),
    ]),
    seasons: [
      ...(await tx.query<HeatingSeason[]>(SEASONS, [houseIds, formatDateRange(year)])),
      ...seasonOfLaw(await tx.query<BoundRow[]>(SEASON_OF_LAW, [formatDate(year.from)]), year),
    ],
    vatExempt: await tx.query<Dated<SupplierId>[]>(VAT_EXEMPT, [days]),
  };
}

/** A house's own season stands before the organisation's, and that before the law's. */
export function seasonsOf(seasons: readonly HeatingSeason[], houseId: HouseId): HeatingSeason[] {
  const of = (whose: HeatingSeason['whose']) =>
    seasons.filter((season) => season.whose === whose && (season.houseId === null || season.houseId === houseId));
  const [own, organization, law] = [of('house'), of('organization'), of('law')];
  if (own.length > 0) return own;
  return organization.length > 0 ? organization : law;
}

const CHARGED_BY = [
  'heating.mode',
  'excess-factor.hot-water-on',
  'excess-factor.december-2025',
  'excess-factor.second-refusal',
  'average.base',
  'volume.rounding',
  'residency.registration-day',
  'benefits.on-receipt',
  'quality.part-hours',
  'quality.hot-water-deviation',
  'quality.below-forty',
] as const satisfies readonly SettingCode[];

/** From July to July: the months around one winter. */
function heatingYearOf(month: Period): Interval & { readonly to: NonNullable<Interval['to']> } {
  const begun = ordinalOf(month) >= 7 ? yearOf(month) : yearOf(month) - 1;
  return { from: firstDay(periodOf(begun, 7)), to: firstDay(periodOf(begun + 1, 7)) };
}

interface BoundRow {
  readonly code: string;
  /** `10-01` */
  readonly value: string;
}

/** The usual days where nobody has entered those that were declared. */
function seasonOfLaw(bounds: readonly BoundRow[], year: Interval): HeatingSeason[] {
  const dayOf = (code: string) => bounds.find((bound) => bound.code === code)?.value;
  const [begins, ends] = [dayOf('heating.season-begins'), dayOf('heating.season-ends')];
  if (!begins || !ends) return [];
  const winter = Number(formatDate(year.from).slice(0, 4));
  const inYear = (day: string) => parseDate(`${day >= '07-01' ? winter : winter + 1}-${day}`);
  return [{ houseId: null, whose: 'law', from: inYear(begins), to: (inYear(ends) + 1) as Interval['to'] }];
}

const DAYS = `lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to"`;

const SETTINGS = `
  select code, value from organization_settings where code = any ($1) and superseded_at is null and valid @> $2::date`;

const COEFFICIENTS = `
  select code, house_id as "houseId", trim_scale(value)::text as value, ${DAYS}
    from coefficients
   where code not like 'excess-factor.%' and superseded_at is null and valid && $2::daterange
     and (house_id is null or house_id = any ($1))
   order by code, house_id nulls first, lower(valid)`;

const SEASONS = `
  select house_id as "houseId", case when house_id is null then 'organization' else 'house' end as whose, ${DAYS}
    from heating_seasons
   where superseded_at is null and valid && $2::daterange and (house_id is null or house_id = any ($1))
   order by house_id nulls first, lower(valid)`;

const SEASON_OF_LAW = `
  select code, value #>> '{}' as value from law_parameters
   where code in ('heating.season-begins', 'heating.season-ends') and valid @> $1::date`;

const VAT_EXEMPT = `
  select supplier_id as value, ${DAYS} from supplier_vat_exemptions
   where superseded_at is null and valid && $1::daterange order by supplier_id, lower(valid)`;

import {
  type Assignment,
  type ChoicesInMonth,
  type CoefficientInMonth,
  seasonsOf,
  type Tariff as TariffRow,
} from '@dvor/catalogue';
import {
  count,
  type Dated,
  decimal,
  type HouseId,
  type Interval,
  type LocalDate,
  overlaps,
  type SupplierId,
} from '@dvor/kernel';
import type { DatedDecimal, RangedTariff, SocialNormTariff, Tariff, TwoComponentTariff } from '../core/index.js';
import { without } from './without.js';

/** What was chosen for the house of a rule, and in which days. */
export interface ChosenFor {
  readonly houseId: HouseId;
  readonly days: Interval;
  readonly choices: ChoicesInMonth | undefined;
}

/**
 * What a method asks for besides tariffs and norms: the assignment's settings and, where they are silent, what the
 * organisation, the region or the law has chosen.
 */
export function settingsOf(
  { method, settings }: Pick<Assignment, 'method' | 'settings'>,
  chosen: ChosenFor,
): Readonly<Record<string, unknown>> {
  switch (method) {
    case 'heating':
      return { ...settings, ...heatingOf(settings, chosen) };
    case 'hot-water':
      return {
        ...settings,
        heatPerUnit: figuresOf('conversion.hot-water-heat', chosen),
        factorOn: settings['factorOn'] ?? chosen.choices?.settings['excess-factor.hot-water-on'] ?? null,
      };
    case 'common':
      return { ...settings, of: Array.isArray(settings['of']) ? settings['of'][0] : settings['of'] };
    default:
      return settings;
  }
}

function heatingOf(settings: Assignment['settings'], chosen: ChosenFor) {
  const seasons = chosen.choices ? seasonsOf(chosen.choices.seasons, chosen.houseId) : [];
  return {
    mode: settings['mode'] ?? chosen.choices?.settings['heating.mode'] ?? 'season',
    months: settings['months'] ?? monthsOfShare(figuresOf('heating.period-share', chosen)),
    season: seasons.length > 0 ? seasons.map(({ from, to }) => ({ from, to })) : null,
  };
}

const MONTHS_A_YEAR = 12;

/** Months of heating by the share of the year that the act of the region names. */
function monthsOfShare(shares: readonly DatedDecimal[] | null): string | null {
  const share = shares?.at(-1);
  return share ? decimal(share.value).times(count(MONTHS_A_YEAR)).toString() : null;
}

/** A house's own figure stands, on its days, before the organisation's. */
function figuresOf(code: string, { houseId, days, choices }: ChosenFor): DatedDecimal[] | null {
  const known = (choices?.coefficients ?? []).filter((one) => one.code === code && overlaps(one, days));
  const own = known.filter((one) => one.houseId === houseId);
  const shared = known.filter((one) => one.houseId === null);
  const figures = [...own, ...shared.flatMap((one) => without(one, own).map((piece) => ({ ...one, ...piece })))];
  if (figures.length === 0) return null;
  return figures
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, value }: CoefficientInMonth) => ({ from, to, value }));
}

/** A month's tariffs as the method reads them. */
export function tariffsOf(method: string, rows: readonly Dated<TariffRow>[]): AnyTariff[] {
  return rows.flatMap(({ from, to, value }): AnyTariff[] => {
    const days = { from, to };
    switch (method) {
      case 'hot-water': {
        const { water, heat } = value.rates;
        return water !== undefined && heat !== undefined ? [{ ...days, water, heat }] : [];
      }
      case 'social-norm': {
        const [within, above] = value.ranges ?? [];
        if (within && above) return [{ ...days, within: rateOf(within.rates), above: rateOf(above.rates) }];
        const { within: below, above: over } = value.rates;
        return below !== undefined && over !== undefined ? [{ ...days, within: below, above: over }] : [];
      }
      case 'metered':
        if (!value.ranges) return [{ ...days, rate: rateOf(value.rates) }];
        return [{ ...days, ranges: value.ranges.map(({ upTo, rates }) => ({ upTo, rate: rateOf(rates) })) }];
      default: // no other method divides a volume by price ranges: better no rate than the first one for all of it
        return value.ranges ? [] : [{ ...days, rate: rateOf(value.rates) }];
    }
  });
}

type AnyTariff = Tariff | RangedTariff | TwoComponentTariff | SocialNormTariff;

/** The bound of the first range stands for the social norm where the assignment names none. */
export function socialNormOf(settings: Assignment['settings'], rows: readonly Dated<TariffRow>[]): unknown {
  return settings['socialNorm'] ?? rows.at(-1)?.value.ranges?.[0]?.upTo ?? null;
}

/** Which meters of the house count what heats its water, and by which service's tariff each is paid. */
export function spentBy({ spent }: Assignment['settings']): { readonly meter: string; readonly service: string }[] {
  return Array.isArray(spent) ? (spent as { meter: string; service: string }[]) : [];
}

function rateOf(rates: TariffRow['rates']): Tariff['rate'] {
  return rates['rate'] ?? rates;
}

/** Per cent of VAT that the rates of a month hold; `null`: none, or the recipient pays none. */
export function vatOf(
  rows: readonly Dated<TariffRow>[],
  { supplierId, day, choices }: { supplierId: SupplierId; day: LocalDate; choices: ChoicesInMonth | undefined },
): string | null {
  const exempt = choices?.vatExempt.some(
    ({ value, from, to }) => value === supplierId && from <= day && (to === null || day < to),
  );
  return exempt ? null : (rows.at(-1)?.value.vatRate ?? null);
}

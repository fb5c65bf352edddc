import { Injectable } from '@nestjs/common';
import { type AccountInMonth, loadHousing } from '@dvor/housing';
import {
  type AccountId,
  addMonths,
  count,
  type Decimal,
  decimal,
  DomainError,
  formatPeriod,
  type HouseId,
  Money,
  type Period,
  periodOf,
  sum,
  yearOf,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { commonOfHouses } from './common-of-houses.js';
import { evenHeatOf, type HeatInMonth } from './even-heat-of-house.js';
import { type RateInMonth, ratesOf } from './rates-of-months.js';
import { yearsOfCommon } from './years-of-common.js';

/** What a service's year would be settled by, if it ended with its last closed month. */
export interface TrueUpForecast {
  readonly serviceId: string;
  readonly name: string;
  readonly unit: string;
  /** Common property by norm or on average, in equal parts of the next year; even heating, at once. */
  readonly kind: 'common' | 'heating';
  /** The assignment asks for it. */
  readonly settled: boolean;
  readonly months: readonly ForecastMonth[];
  readonly due: Money;
  readonly billed: Money;
  readonly difference: Money;
  /** Of the account that was asked about. */
  readonly own: { readonly difference: Money; readonly part: Money | null } | null;
}

export interface ForecastMonth {
  readonly month: string;
  /** By the house's meters: of common property less what the premises used. */
  readonly fact: string;
  /** `null`: of heating it is known in money only. */
  readonly charged: string | null;
  /** Roubles for a unit. */
  readonly rate: string;
  readonly due: Money;
  readonly billed: Money;
  readonly difference: Money;
}

export interface TrueUps {
  readonly year: number | null;
  readonly services: readonly TrueUpForecast[];
  readonly account: {
    readonly id: AccountId;
    readonly number: string;
    readonly area: string;
    readonly houseArea: string;
  } | null;
}

/** How the year stands of what is settled once a year: all year long, by the closed months. */
@Injectable()
export class TrueUpForecasts {
  /** @param year  `null`: that of the last closed month. @throws DomainError `account.not-found` */
  async ofHouse(
    tx: Tx,
    houseId: HouseId,
    asked: { readonly year: number | null; readonly accountId: AccountId | null },
  ): Promise<TrueUps> {
    const last = await lastClosed(tx);
    if (last === null) return { year: null, services: [], account: null };
    const year = asked.year ?? yearOf(last);
    const before = addMonths(last, 1);
    const month = Math.min(last, periodOf(year, 12)) as Period;
    const account = asked.accountId === null ? null : await shareOf(tx, houseId, { month, accountId: asked.accountId });
    const common = await this.common(tx, houseId, { year, before, month, account });
    return {
      year,
      services: [...common, ...(await this.heating(tx, houseId, { year, before, month, account }))],
      account,
    };
  }

  private async common(tx: Tx, houseId: HouseId, { year, before, month, account }: Asked): Promise<TrueUpForecast[]> {
    const services = await commonOfHouses(tx, { month, houseId, settled: false });
    const years = await yearsOfCommon(tx, services, { year, before });
    const rates = await ratesOf(tx, houseId, {
      year,
      services: services.map(({ serviceId }) => serviceId),
      accountId: account?.id ?? null,
    });
    return services.map((service) => {
      const ofMonths = (which: 'house' | 'account') =>
        years.get(service)!.flatMap(({ period, fact, charged }) => {
          const rate = rateIn(rates, { which, serviceId: service.serviceId, period });
          if (rate === null) return [];
          const [due, billed] = [fact, charged].map((volume) => Money.round(decimal(volume).times(rate))) as [
            Money,
            Money,
          ];
          return [
            {
              month: formatPeriod(period),
              fact,
              charged,
              rate: rate.toString(),
              due,
              billed,
              difference: due.minus(billed),
            },
          ];
        });
      const months = ofMonths('house');
      return {
        ...forecastOf(service, { kind: 'common', settled: service.settled, months }),
        own:
          account &&
          ofAccount(
            ofMonths('account').reduce((all, one) => all.plus(one.difference), Money.zero),
            account,
          ),
      };
    });
  }

  private async heating(tx: Tx, houseId: HouseId, { year, before, month, account }: Asked): Promise<TrueUpForecast[]> {
    const services = await evenHeatOf(tx, houseId, { year, before, month, accountId: account?.id ?? null });
    return services.map(({ months: heat, ...service }) => {
      const months = heat.map((one) => monthOfHeat(one));
      const due = heat.reduce((all, one) => all.plus(dueOf(one)), Money.zero);
      const own =
        account && shareIn(due, account).minus(heat.reduce((all, { ownBilled }) => all.plus(ownBilled), Money.zero));
      return {
        ...forecastOf(service, { kind: 'heating', settled: true, months }),
        own: own && { difference: own, part: null },
      };
    });
  }
}

interface Asked {
  readonly year: number;
  /** The first month that is not closed. */
  readonly before: Period;
  /** The last month of the year that is looked at. */
  readonly month: Period;
  readonly account: TrueUps['account'];
}

function forecastOf(
  { serviceId, name, unit }: Pick<TrueUpForecast, 'serviceId' | 'name' | 'unit'>,
  { kind, settled, months }: Pick<TrueUpForecast, 'kind' | 'settled' | 'months'>,
): Omit<TrueUpForecast, 'own'> {
  const total = (of: 'due' | 'billed' | 'difference') => Money.sum(months.map((one) => one[of]));
  return {
    serviceId,
    name,
    unit,
    kind,
    settled,
    months,
    due: total('due'),
    billed: total('billed'),
    difference: total('difference'),
  };
}

function monthOfHeat(heat: HeatInMonth): ForecastMonth {
  const due = dueOf(heat);
  const { period, fact, rate, billed } = heat;
  return { month: formatPeriod(period), fact, charged: null, rate, due, billed, difference: due.minus(billed) };
}

function dueOf({ fact, rate }: HeatInMonth): Money {
  return Money.round(decimal(fact).times(decimal(rate)));
}

const PARTS_OF_YEAR = 12;

function ofAccount(house: Money, account: NonNullable<TrueUps['account']>): TrueUpForecast['own'] {
  const difference = shareIn(house, account);
  return { difference, part: Money.round(decimal(difference.toString()).div(count(PARTS_OF_YEAR))) };
}

function shareIn(house: Money, { area, houseArea }: NonNullable<TrueUps['account']>): Money {
  return Money.round(decimal(house.toString()).times(decimal(area)).div(decimal(houseArea)));
}

function rateIn(
  rates: readonly RateInMonth[],
  { which, serviceId, period }: { which: 'house' | 'account'; serviceId: string; period: Period },
): Decimal | null {
  const known = rates.find((one) => one.serviceId === serviceId && one.period === period);
  const rate = which === 'account' ? (known?.ofAccount ?? known?.ofHouse) : known?.ofHouse;
  return rate ? decimal(rate) : null;
}

/** What the account bears of its house, by area. */
async function shareOf(
  tx: Tx,
  houseId: HouseId,
  { month, accountId }: { readonly month: Period; readonly accountId: AccountId },
): Promise<NonNullable<TrueUps['account']>> {
  const { houses, accounts } = await loadHousing(tx, [houseId], month);
  const own = accounts.find(({ id }) => id === accountId);
  if (!own) throw new DomainError('account.not-found', { id: accountId });
  const houseArea = houses[0]?.facts.at(-1)?.area ?? sum(accounts.map(areaOf)).toString();
  return { id: own.id, number: own.number, area: areaOf(own).toString(), houseArea };
}

function areaOf({ premises, shares }: AccountInMonth): Decimal {
  const area = decimal(premises.at(-1)?.area ?? '0');
  const [part, of = '1'] = (shares.at(-1)?.value ?? '1').split('/');
  return area.times(decimal(part!)).div(decimal(of));
}

async function lastClosed(tx: Tx): Promise<Period | null> {
  const [row] = await tx.query<{ last: Period | null }[]>(
    `select (extract(year from max(period)) * 12 + extract(month from max(period)) - 1)::int as last
       from billing_runs where state = 'closed'`,
  );
  return row!.last;
}

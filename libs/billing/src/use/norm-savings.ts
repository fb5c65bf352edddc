import { Injectable } from '@nestjs/common';
import { type AccountId, type Decimal, lastDay, Money, type ServiceId, sum } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { NormFees } from '../norm-fees/norm-fees.js';
import type { ServiceUse, UseInMonth } from './account-use.js';

/** By how much a service's months by meter were below the norm; below zero: above it. */
export interface NormSaving {
  readonly serviceId: ServiceId;
  readonly months: number;
  readonly volume: Decimal;
  readonly amount: Money;
}

/** A year is what a resident can look over, and so many months are charged by norm at once. */
const MONTHS_COMPARED = 12;

/** The same months by the norm, by the very engine that makes bills, at their own tariffs, norms and persons. */
@Injectable()
export class NormSavings {
  constructor(private readonly fees: NormFees) {}

  /** Of the last twelve months that meters tell of; a service that has no norm is left out. */
  async of(tx: Tx, accountId: AccountId, uses: readonly ServiceUse[]): Promise<NormSaving[]> {
    const periods = [...new Set(uses.flatMap(({ history }) => history.filter(isMetered).map(({ period }) => period)))]
      .sort((a, b) => a - b)
      .slice(-MONTHS_COMPARED);
    const compared = new Map<ServiceId, Compared[]>();
    for (const period of periods) {
      const byNorm = (await this.fees.of(tx, [accountId], lastDay(period), { alone: true })).get(accountId);
      for (const { serviceId, history } of uses) {
        const norm = byNorm?.get(serviceId);
        const month = history.find((one) => one.period === period);
        if (!norm?.volume || !month || !isMetered(month)) continue;
        const saved = { volume: norm.volume.minus(month.used!.toDecimal()), amount: norm.amount.minus(month.amount) };
        compared.set(serviceId, [...(compared.get(serviceId) ?? []), saved]);
      }
    }
    return [...compared].map(([serviceId, months]) => ({
      serviceId,
      months: months.length,
      volume: sum(months.map(({ volume }) => volume)),
      amount: Money.sum(months.map(({ amount }) => amount)),
    }));
  }
}

type Compared = Pick<NormSaving, 'volume' | 'amount'>;

/** Told of by meters, if only later; what is charged by norm for want of one saves nothing. */
function isMetered({ how, used }: UseInMonth): boolean {
  return used !== null && (how === 'meter' || how === 'average' || how === 'norm');
}

import type { Money } from '@dvor/kernel';
import type { BillerSettings } from './biller.js';

/** `22.11.2026_12:31:00` */
export function sberMoment(local: string): string {
  const { year, month, day, time } = parts(local);
  return `${day}.${month}.${year}_${time}`;
}

/** `20261122123100` */
export function compactMoment(local: string): string {
  const { year, month, day, time } = parts(local);
  return `${year}${month}${day}${time.replaceAll(':', '')}`;
}

/** `2026/11/22 12:31:00` */
export function slashedMoment(local: string): string {
  const { year, month, day, time } = parts(local);
  return `${year}/${month}/${day} ${time}`;
}

/** `2026-11-22T12:31:00` */
export function isoMoment(local: string): string {
  return local.slice(0, 19);
}

function parts(local: string): { year: string; month: string; day: string; time: string } {
  const [date = '', time = ''] = isoMoment(local).split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month, day, time };
}

/** Ours counts a debt as plus, most of them what is left on the account. */
export function shownBalance(balance: Money, { debtSign = 'minus' }: BillerSettings): string {
  return (debtSign === 'minus' ? balance.negated() : balance).toString();
}

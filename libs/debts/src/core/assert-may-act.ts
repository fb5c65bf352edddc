import { DomainError, formatDate, type LocalDate } from '@dvor/kernel';
import { mayActOn, type RestrictionAct } from './restriction.js';

/**
 * Whether a service may be limited or cut off on a day.
 *
 * @param next what the terms say is to be done next
 * @throws DomainError `restriction.not-delivered`, `restriction.remind-first`, `restriction.limit-first`,
 * `restriction.already-limited`, `restriction.never-suspended`, `restriction.cannot-limit`, `restriction.suspended`,
 * `restriction.restore-first`, `restriction.too-early` naming the day from which it may
 */
export function assertMayAct(next: RestrictionAct, act: 'limit' | 'suspend', on: LocalDate): void {
  const from = next.from === null ? '' : formatDate(next.from);
  switch (next.act) {
    case 'deliver-warning':
    case 'deliver-reminder':
      throw new DomainError('restriction.not-delivered');
    case 'remind':
      throw new DomainError('restriction.remind-first', { from });
    case 'stays-limited':
      throw new DomainError(act === 'limit' ? 'restriction.already-limited' : 'restriction.never-suspended');
    case 'wait':
      throw new DomainError('restriction.suspended');
    case 'stop':
    case 'restore':
      throw new DomainError('restriction.restore-first');
    case 'limit':
      if (act === 'suspend') throw new DomainError('restriction.limit-first', { from });
      break;
    case 'suspend':
      if (act === 'limit') throw new DomainError('restriction.cannot-limit', { from });
      break;
  }
  if (!mayActOn(next, on)) throw new DomainError('restriction.too-early', { from });
}

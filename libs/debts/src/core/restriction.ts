import { addDays, type LocalDate } from '@dvor/kernel';
import type { Resource } from '@dvor/catalogue/core';

/** What may be done with a service whose payer owes for it. */
export interface RestrictionRight {
  readonly limit: boolean;
  readonly suspend: boolean;
}

/**
 * Which services may be given less of, and which may be cut off. Heating never, cold water in a block of flats may be
 * limited and is never cut off (ПП 354, п. 119 «в»); removal of waste is not among them, nor is anything that is no
 * communal service.
 */
export function rightToRestrict(resource: Resource | null): RestrictionRight {
  return RIGHTS[resource ?? 'none'];
}

const NEVER: RestrictionRight = { limit: false, suspend: false };
const BOTH: RestrictionRight = { limit: true, suspend: true };

const RIGHTS: Readonly<Record<Resource | 'none', RestrictionRight>> = {
  'cold-water': { limit: true, suspend: false },
  'hot-water': BOTH,
  sewage: BOTH,
  electricity: BOTH,
  gas: BOTH,
  heating: NEVER,
  waste: NEVER,
  none: NEVER,
};

/** Days of the law, and of the organisation where it gives more. */
export interface RestrictionTerms {
  /** To pay, from the day a warning was delivered (п. 119 «а»). */
  readonly warningDays: number;
  /** Between the second warning and the restriction; 0: there is none. */
  readonly reminderDays: number;
  /** Between limiting and cutting off (п. 119 «в»). */
  readonly suspendAfterDays: number;
  /** To give the service back (п. 120). */
  readonly restoreDays: number;
}

/** What has been done about one service. Days in the house's own time zone. */
export interface RestrictionHistory {
  readonly canLimit: boolean;
  readonly right: RestrictionRight;
  /** The day a warning was delivered; `null`: it was not, or nobody knows. */
  readonly warnedOn: LocalDate | null;
  /** The second warning was written; the day it was delivered. */
  readonly reminderWritten: boolean;
  readonly remindedOn: LocalDate | null;
  readonly limitedOn: LocalDate | null;
  readonly suspendedOn: LocalDate | null;
  /** The day the reason fell away: paid, a plan, a dispute. */
  readonly clearedOn: LocalDate | null;
}

export const RESTRICTION_ACTS = [
  ...(['deliver-warning', 'remind', 'deliver-reminder', 'limit', 'suspend'] as const),
  ...(['wait', 'stays-limited', 'restore', 'stop'] as const),
] as const;

/** What is to be done next: not before `from`, not after `until`. */
export interface RestrictionAct {
  readonly act: (typeof RESTRICTION_ACTS)[number];
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
}

/**
 * The next act and its days. The day of an event is not counted: warned on 1 November for 20 days, the payer has until 21
 * November, and on the 22nd the service may be restricted.
 */
export function nextRestrictionAct(history: RestrictionHistory, terms: RestrictionTerms): RestrictionAct {
  const { warnedOn, reminderWritten, remindedOn, limitedOn, suspendedOn, clearedOn, canLimit, right } = history;
  if (clearedOn !== null) {
    if (limitedOn === null && suspendedOn === null) return { act: 'stop', from: clearedOn, until: null };
    return { act: 'restore', from: clearedOn, until: addDays(clearedOn, terms.restoreDays) };
  }
  if (suspendedOn !== null) return { act: 'wait', from: null, until: null };
  if (limitedOn !== null) {
    if (!right.suspend) return { act: 'stays-limited', from: null, until: null };
    return { act: 'suspend', from: addDays(limitedOn, terms.suspendAfterDays + 1), until: null };
  }
  if (warnedOn === null) return { act: 'deliver-warning', from: null, until: null };
  const payUntil = addDays(warnedOn, terms.warningDays);
  if (terms.reminderDays > 0 && remindedOn === null && reminderWritten)
    return { act: 'deliver-reminder', from: null, until: null };
  if (terms.reminderDays > 0 && remindedOn === null)
    return { act: 'remind', from: addDays(payUntil, 1 - terms.reminderDays), until: null };
  const reminded = remindedOn === null ? payUntil : addDays(remindedOn, terms.reminderDays);
  const from = addDays(Math.max(payUntil, reminded) as LocalDate, 1);
  return { act: canLimit && right.limit ? 'limit' : 'suspend', from, until: null };
}

/** Whether an act may be done on a day. */
export function mayActOn({ from }: RestrictionAct, day: LocalDate): boolean {
  return from === null || day >= from;
}

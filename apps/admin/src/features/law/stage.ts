import type { LawEntry } from './api.js';

/** How near a change is to be worth a word; the API counts the same days. */
const SOON_DAYS = 90;

/** `soon`: another figure or none within 90 days; `ends`: none is known, but later; `expired`: none holds now. */
export type Stage = 'holds' | 'soon' | 'ends' | 'begins' | 'expired';

export function stageOf({ standing, daysLeft }: Pick<LawEntry, 'standing' | 'daysLeft'>): Stage {
  if (standing === 'expired') return 'expired';
  if (daysLeft !== null && daysLeft <= SOON_DAYS) return 'soon';
  if (standing === 'expires') return 'ends';
  return standing === 'begins' ? 'begins' : 'holds';
}

/** What can't be done without a parameter of law; by the beginning of its code, the longest that fits. */
export const STOPS = [
  'payment-due-day',
  'receipt-issue-day',
  'excess-factor',
  'penalty',
  'key-rate',
  'refinancing-rate',
  'average',
  'house-meter',
  'tampering',
  'readings',
  'instalments',
  'heating',
  'absence',
  'recalculation',
  'cut-off',
  'quality',
  'vat',
  'subsidy',
  'electricity',
] as const;

export function stopOf(code: string): (typeof STOPS)[number] | 'other' {
  return STOPS.find((start) => code === start || code.startsWith(`${start}.`)) ?? 'other';
}

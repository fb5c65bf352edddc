import type { Checklist, MonthCheck } from './close-api.js';

/** Where what a check has found is looked at and mended. */
export function placeOf({ code, state }: MonthCheck, run: Checklist['run']): string | null {
  if (code === 'held') return `/runs/${run.id}/holds`;
  if (state === 'ok') return null;
  switch (code) {
    case 'parked':
    case 'calculated':
      return `/runs/${run.id}`;
    case 'past-changed':
      return '/past-changes';
    case 'readings-missing':
      return '/houses';
    case 'unmatched-money':
    case 'payments-agree':
      return '/payments';
    case 'benefits-granted':
      return '/catalogue';
    default:
      return null;
  }
}

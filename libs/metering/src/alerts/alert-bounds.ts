import { settingsOn } from '@dvor/catalogue';
import { count, decimal, type LocalDate } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { AlertBounds } from '../core/index.js';

/** What the organisation has chosen for a day. */
export async function alertBoundsOn(tx: Tx, on: LocalDate): Promise<AlertBounds> {
  const chosen = await settingsOn(tx, CODES, on);
  const whole = (code: (typeof CODES)[number]) => Number(chosen[code]);
  const figure = (code: (typeof CODES)[number]) => count(whole(code));
  const share = (code: (typeof CODES)[number]) => figure(code).div(HUNDRED);
  return {
    usualTimes: share('alerts.usual-percent'),
    similarTimes: share('alerts.similar-percent'),
    leastMonths: whole('alerts.least-months'),
    leastDays: whole('alerts.least-days'),
    leastAMonth: {
      'cold-water': figure('alerts.least-water'),
      'hot-water': figure('alerts.least-water'),
      electricity: figure('alerts.least-electricity'),
      gas: figure('alerts.least-gas'),
      heating: figure('alerts.least-heating'),
    },
    similar: {
      least: whole('alerts.similar-flats'),
      area: share('alerts.similar-area-percent'),
      persons: whole('alerts.similar-persons'),
    },
    nights: {
      running: whole('alerts.nights'),
      from: whole('alerts.night-from'),
      to: whole('alerts.night-to'),
      litres: figure('alerts.night-litres'),
    },
  };
}

const HUNDRED = decimal('100');

const CODES = [
  'alerts.usual-percent',
  'alerts.similar-percent',
  'alerts.least-months',
  'alerts.least-days',
  'alerts.least-water',
  'alerts.least-electricity',
  'alerts.least-gas',
  'alerts.least-heating',
  'alerts.similar-flats',
  'alerts.similar-area-percent',
  'alerts.similar-persons',
  'alerts.nights',
  'alerts.night-from',
  'alerts.night-to',
  'alerts.night-litres',
] as const;

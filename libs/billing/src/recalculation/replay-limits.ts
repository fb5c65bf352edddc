import { OrganizationSettings } from '@dvor/catalogue';
import { firstDay, type Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { ReplayLimits } from './find-replays.js';
import type { LateReadingsAre } from './late-readings.js';

/** As the organisation has chosen them for the month that is open. */
export async function replayLimits(tx: Tx, openMonth: Period): Promise<ReplayLimits> {
  const settings = new OrganizationSettings();
  return {
    monthsBack: Number(await settings.on(tx, 'recalculation.months-back', firstDay(openMonth))),
    massAccounts: Number(await settings.on(tx, 'recalculation.mass-accounts', firstDay(openMonth))),
    lateReadings: (await settings.on(tx, 'late-reading', firstDay(openMonth))) as LateReadingsAre,
  };
}

import { Injectable } from '@nestjs/common';
import { type AccountId, type Decimal, type HouseId, type MeterId, type Period, periodOfDate } from '@dvor/kernel';
import { lateKey, type LoggedReading, loadReadingLog, type ReadingLog } from '@dvor/metering';
import type { Tx } from '@dvor/platform';
import { loadLateReadings } from '../load/load-late-readings.js';
import { AccountUse, type UseInMonth } from './account-use.js';

/** A meter over all its years: what was read, and the closed months that were charged without a reading of it. */
export interface MeterTimeline {
  readonly serial: string;
  readonly resource: ReadingLog['resource'];
  readonly readings: readonly ReadingOfMeter[];
  readonly estimates: readonly EstimateOfMeter[];
}

export interface ReadingOfMeter extends LoggedReading {
  /** For which it counts. */
  readonly month: Period;
}

/** A closed month in which the service went without a reading of the meter. */
export interface EstimateOfMeter {
  readonly month: Period;
  readonly how: 'average' | 'norm';
  /** As the bill of the account has it. */
  readonly volume: Decimal;
  /** A later reading has told since what it was. */
  readonly settled: boolean;
}

@Injectable()
export class MeterTimelines {
  constructor(private readonly uses: AccountUse) {}

  /** The earliest first. @throws DomainError `meter.not-found` */
  async of(tx: Tx, id: MeterId): Promise<MeterTimeline> {
    const { readings: logged, ...meter } = await loadReadingLog(tx, id);
    const { houseId, accountIds, serviceIds } = await placeOf(tx, id);
    const late = await loadLateReadings(tx, [houseId]);
    const readings = logged.map((reading) => {
      const since = late.counts.get(lateKey(id, reading.date)) ?? reading.countsFrom ?? reading.date;
      return { ...reading, month: periodOfDate(since) };
    });
    const estimates: EstimateOfMeter[] = [];
    for (const accountId of accountIds) {
      const uses = await this.uses.of(tx, accountId, { from: null, to: null });
      const months = uses.filter((use) => serviceIds.includes(use.serviceId)).flatMap(({ history }) => history);
      estimates.push(...months.flatMap((month) => estimateIn(month, { ...meter, id })));
    }
    return { serial: meter.serial, resource: meter.resource, readings, estimates: estimates.sort(byMonth) };
  }
}

/** Of several meters of a service some may be read, and the others estimated. */
function estimateIn(
  { period, how, billed, used, readings }: UseInMonth,
  { id, installed, removed }: Pick<ReadingLog, 'installed' | 'removed'> & { readonly id: MeterId },
): EstimateOfMeter[] {
  const stood = period >= periodOfDate(installed) && (removed === null || period <= periodOfDate(removed));
  const isRead = readings.some(({ pair }) => pair.meter === id);
  if ((how !== 'average' && how !== 'norm') || !stood || isRead) return [];
  return [{ month: period, how, volume: billed.toDecimal(), settled: used !== null }];
}

function byMonth(a: EstimateOfMeter, b: EstimateOfMeter): number {
  return a.month - b.month;
}

interface MeterPlaceRow {
  readonly houseId: HouseId;
  readonly accountIds: readonly AccountId[];
  readonly serviceIds: readonly string[];
}

async function placeOf(tx: Tx, id: MeterId): Promise<MeterPlaceRow> {
  const [place] = await tx.query<[MeterPlaceRow]>(
    `select m.house_id as "houseId",
            array(select a.id::text from accounts a where a.premises_id = m.premises_id order by a.id) as "accountIds",
            array(select s.id::text from services s where s.resource = m.resource) as "serviceIds"
       from meters m where m.id = $1`,
    [id],
  );
  return place;
}

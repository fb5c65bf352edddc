import { decimal, formatDate } from '@dvor/kernel';
import type { EstimatedVolume, FlatFacts } from './facts.js';
import { PremisesMonth } from './premises-month.js';
import { Refusal } from './refusal.js';
import { daysOfEach, type Month } from './span.js';
import { Volume, weighByDays } from './volume.js';

/** A communal flat in one month: the rooms that divide what its meters counted and what heats it (ПП 354, п. 50). */
export class FlatMonth {
  /** The flat's own meters, asked as those of an account that is open all the month. */
  readonly meters: PremisesMonth;

  constructor(
    readonly facts: FlatFacts,
    readonly rooms: readonly PremisesMonth[],
    readonly month: Month,
  ) {
    const estimated = sumUp(rooms.flatMap((room) => room.facts.estimated ?? []));
    const { id, meters, accessRefused } = facts;
    this.meters = new PremisesMonth({ id, meters, accessRefused, estimated }, month);
  }

  has(service: string): boolean {
    return this.meters.metersOf(service).length > 0;
  }

  /** Persons of the room and of all rooms, by days on which each is open (persons are weighted by days, п. 57). */
  personsBeside(room: PremisesMonth): RoomPersons | Refusal {
    let own: PersonDays = [];
    let all: PersonDays = [];
    for (const other of this.rooms) {
      if (!other.open) continue;
      const persons = other.persons(other.open);
      if (persons instanceof Refusal) return persons;
      const parts = daysOfEach(persons, [other.open], other.open);
      const days = parts.map(({ state, days }) => [state.persons, days] as const);
      all = [...all, ...days];
      if (other === room) own = days;
    }
    return { own, all };
  }

  /** Total area of the flat, and the room's and all rooms' living area, each weighted by days. */
  areas(room: PremisesMonth): FlatAreas | Refusal {
    let [whole, living, own] = [Volume.zero, Volume.zero, Volume.zero];
    for (const one of this.rooms) {
      if (!one.open) continue;
      const areas = one.area();
      if (areas instanceof Refusal) return areas;
      const text = one.facts.livingArea;
      if (!text || !decimal(text).gt('0')) {
        return new Refusal('no-living-area', { room: one.id, date: formatDate(one.open.from) });
      }
      const parts = daysOfEach(areas, [one.open], one.open);
      whole = whole.plus(weighByDays(parts, ({ area }) => area, this.month.days));
      const ofRoom = Volume.of(decimal(text)).share(one.open.to - one.open.from, this.month.days);
      living = living.plus(ofRoom);
      if (one === room) own = ofRoom;
    }
    return { whole, living, own };
  }
}

type PersonDays = readonly (readonly [persons: number, days: number])[];

export interface RoomPersons {
  readonly own: PersonDays;
  readonly all: PersonDays;
}

export interface FlatAreas {
  readonly whole: Volume;
  /** Of all rooms. */
  readonly living: Volume;
  /** The room's living area. */
  readonly own: Volume;
}

/** What the rooms were charged by estimate of one service and month, together: the flat's own meter settles it. */
function sumUp(estimates: readonly EstimatedVolume[]): EstimatedVolume[] {
  const sums = new Map<string, { estimate: EstimatedVolume; volume: Volume }>();
  const zoned: EstimatedVolume[] = [];
  for (const estimate of estimates) {
    if (typeof estimate.volume !== 'string') {
      zoned.push(estimate);
      continue;
    }
    const key = `${estimate.service} ${estimate.period} ${estimate.meter ?? ''}`;
    const before = sums.get(key)?.volume ?? Volume.zero;
    sums.set(key, { estimate, volume: before.plus(Volume.of(decimal(estimate.volume))) });
  }
  return [...[...sums.values()].map(({ estimate, volume }) => ({ ...estimate, volume: volume.toString() })), ...zoned];
}

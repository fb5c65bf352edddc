import { decimal, formatDate, type LocalDate } from '@dvor/kernel';
import type { EstimatedVolume, FlatFacts } from './facts.js';
import { PremisesMonth } from './premises-month.js';
import { Refusal } from './refusal.js';
import { clip, daysOfEach, type Month, type Span } from './span.js';
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
    this.meters = new PremisesMonth({ id: facts.id, meters: facts.meters, estimated }, month);
  }

  has(service: string): boolean {
    return this.meters.metersOf(service).length > 0;
  }

  /** On each of the room's days: its persons and the whole flat's. */
  personsBeside(room: PremisesMonth, days: Span): RoomPersons | Refusal {
    const spans: { room: PremisesMonth; persons: readonly { from: LocalDate; to: LocalDate; persons: number }[] }[] =
      [];
    for (const other of this.rooms) {
      const open = other.open && clip(other.open, days.from, days.to);
      if (!open) continue;
      const persons = other.persons(open);
      if (persons instanceof Refusal) return persons;
      spans.push({
        room: other,
        persons: persons.flatMap((span) => {
          const part = clip(span, open.from, open.to);
          return part ? [{ ...part, persons: span.persons }] : [];
        }),
      });
    }
    const cuts = [...new Set(spans.flatMap(({ persons }) => persons.flatMap(({ from, to }) => [from, to])))];
    cuts.sort((a, b) => a - b);
    const parts: [of: number, flat: number, days: number][] = [];
    for (let i = 1; i < cuts.length; i++) {
      const [from, to] = [cuts[i - 1]!, cuts[i]!];
      const personsOf = ({ persons }: (typeof spans)[number]) =>
        persons.find((span) => span.from <= from && to <= span.to)?.persons ?? 0;
      const mine = spans.find((one) => one.room === room);
      const all = spans.reduce((sum, one) => sum + personsOf(one), 0);
      const own = mine ? personsOf(mine) : 0;
      if (own === 0) continue;
      const last = parts.at(-1);
      if (last?.[0] === own && last[1] === all) last[2] += to - from;
      else parts.push([own, all, to - from]);
    }
    return parts;
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

/** persons of the room, of the flat, days */
export type RoomPersons = readonly (readonly [room: number, flat: number, days: number])[];

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

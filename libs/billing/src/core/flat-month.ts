import { decimal, formatDate, type LocalDate } from '@dvor/kernel';
import type { EstimatedVolume, FlatFacts, PremisesFacts } from './facts.js';
import type { PersonSpan } from './count-persons.js';
import { PremisesMonth } from './premises-month.js';
import { Refusal } from './refusal.js';
import { ofShare } from './sharing.js';
import { commonSpans, daysOfEach, type Month, type Span } from './span.js';
import { type PersonDays, Volume, weighVolumes } from './volume.js';

/**
 * A communal flat in one month: the rooms that divide what its meters counted and what heats it (ПП 354, п. 50); or
 * premises that several accounts share, which divide what its meters counted.
 */
export class FlatMonth {
  /** The flat's own meters, asked as those of an account that is open all the month; of shared premises, all their days. */
  readonly meters: PremisesMonth;

  constructor(
    readonly facts: FlatFacts,
    readonly rooms: readonly PremisesMonth[],
    readonly month: Month,
  ) {
    const estimated = sumUp(rooms.flatMap((room) => room.facts.estimated ?? []));
    const { id, meters, accessRefused } = facts;
    const own = this.shared ? wholeOf(rooms) : {};
    this.meters = new PremisesMonth({ id, meters, accessRefused, estimated, ...own }, month);
  }

  /** Do its accounts bear shares of the whole, not a room each? */
  get shared(): boolean {
    return this.rooms.some(({ sharing }) => sharing !== null);
  }

  has(service: string): boolean {
    return this.meters.metersOf(service).length > 0;
  }

  /**
   * Persons of the room and of all rooms, by days on which each is open (persons are weighted by days, п. 57).
   * @param within  only these days of theirs
   */
  personsBeside(room: PremisesMonth, within: Span = this.month): RoomPersons | Refusal {
    let own: readonly PersonDays[] = [];
    let all: readonly PersonDays[] = [];
    for (const other of this.rooms) {
      if (!other.open) continue;
      const persons = other.persons(other.open);
      if (persons instanceof Refusal) return persons;
      const parts = daysOfEach(persons, commonSpans([other.open], [within]), other.open);
      const days = parts.map(({ state, days }) => [personsOf(state), days] as const);
      all = [...all, ...days];
      if (other === room) own = days;
    }
    return { own, all };
  }

  /** The same by what the accounts bear of the premises: how heat goes. */
  sharesBeside(account: PremisesMonth): RoomPersons {
    const daysOf = (one: PremisesMonth) =>
      one.shares().map(({ text, from, to }) => [ofShare('1', text), to - from] as const);
    return { own: daysOf(account), all: this.rooms.flatMap(daysOf) };
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
      whole = whole.plus(weighVolumes(parts, ({ area }) => area, this.month.days));
      const ofRoom = Volume.of(decimal(text)).share(one.open.to - one.open.from, this.month.days);
      living = living.plus(ofRoom);
      if (one === room) own = ofRoom;
    }
    return { whole, living, own };
  }
}

function personsOf({ persons, share }: PersonSpan): PersonDays[0] {
  return share ? ofShare(String(persons), share) : persons;
}

/** Of shared premises: the days of all its accounts, and what an act says of its meters. */
function wholeOf(accounts: readonly PremisesMonth[]): Partial<PremisesFacts> {
  const [first] = accounts;
  const froms = accounts.map(({ facts }) => facts.from ?? -Infinity);
  const tos = accounts.map(({ facts }) => facts.to ?? Infinity);
  const [from, to] = [Math.min(...froms), Math.max(...tos)];
  return {
    meterImpossible: first?.facts.meterImpossible,
    from: from === -Infinity ? null : (from as LocalDate),
    to: to === Infinity ? null : (to as LocalDate),
  };
}

export interface RoomPersons {
  readonly own: readonly PersonDays[];
  readonly all: readonly PersonDays[];
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

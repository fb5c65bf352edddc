import { decimal, formatDate } from '@dvor/kernel';
import { countPersons, type PersonSpan } from './count-persons.js';
import { countAbsent } from './count-absent.js';
import { firstUncovered, Overlap, slicesOf } from './dated.js';
import type { MeterFacts, PremisesFacts, Resident } from './facts.js';
import { Refusal } from './refusal.js';
import { ofShare, type Sharing, type ShareSpan, shareSpans } from './sharing.js';
import { clip, commonDays, commonSpans, type Month, type Span } from './span.js';
import type { Consumption } from './spread.js';
import { Volume } from './volume.js';

/** One account in one month: what several services ask of it is worked out once. */
export class PremisesMonth {
  /** Days of the month on which the account is open; null: none. */
  readonly open: Span | null;
  /** Service code → volume, filled by the services in their order. */
  private readonly consumptions = new Map<string, Consumption>();
  private readonly letOffs = new Map<string, Consumption>();
  private personSpans: readonly PersonSpan[] | null = null;
  private absentSpans: readonly PersonSpan[] | null = null;
  private areaSpans: readonly AreaSpan[] | Refusal | null = null;

  constructor(
    readonly facts: PremisesFacts,
    readonly month: Month,
    /** None: it stands on its premises alone, or has a room of its own. */
    readonly sharing: Sharing | null = null,
  ) {
    this.open = clip(month, facts.from, facts.to);
  }

  get id(): string {
    return this.facts.id;
  }

  /** Persons of each day of the month, in spans of one count; refused where nobody stands for one of `days`. */
  persons(days: Span): readonly PersonSpan[] | Refusal {
    const backwards = this.facts.residents?.find(endsBeforeItBegins);
    if (backwards) return new Refusal('bad-interval', { residentFrom: formatDate(backwards.from) });
    this.personSpans ??= countPersons(this.facts, this.month, this.sharing);
    for (const span of this.personSpans) {
      if (span.persons < 1 && commonDays(span, days) > 0 && !this.othersLiveHere(span)) {
        return new Refusal('no-persons', { date: formatDate(span.from > days.from ? span.from : days.from) });
      }
    }
    return this.personSpans;
  }

  /** Of an account without anybody: is somebody registered with the others of its premises? */
  private othersLiveHere(span: Span): boolean {
    return this.sharing?.residents.some(({ from, to }) => from < span.to && (to ?? Infinity) > span.from) ?? false;
  }

  /** What it bears of its premises on each day of the open part of the month; of its own alone, all. */
  shares(): readonly ShareSpan[] {
    if (!this.open) return [];
    const found = this.sharing && shareSpans(this.facts, this.open);
    return !found || found instanceof Refusal ? [{ ...this.open, share: WHOLE, text: '1' }] : found;
  }

  /** How many of the registered are away for long on each day of the month. */
  absent(): readonly PersonSpan[] {
    return (this.absentSpans ??= countAbsent(this.facts, this.month));
  }

  /** Area of each day of the open part of the month. */
  area(): readonly AreaSpan[] | Refusal {
    if (this.sharing?.fault) return this.sharing.fault;
    return (this.areaSpans ??= this.open ? this.ownArea(this.open) : []);
  }

  private ownArea(open: Span): AreaSpan[] | Refusal {
    const whole = areaSpans(this.facts, open);
    if (!this.sharing || whole instanceof Refusal) return whole;
    return whole.flatMap((area) =>
      this.shares().flatMap(({ share, text, ...days }) =>
        commonSpans([area], [days]).map((span) => ({
          ...span,
          area: share.times(decimal(area.text)),
          text: ofShare(area.text, text),
        })),
      ),
    );
  }

  /** What this account used of a service, as it was charged before; none: not charged by volume. */
  consumed(service: string): Consumption | undefined {
    return this.consumptions.get(service);
  }

  /** Records a volume for the services that are charged by it later. */
  consume(service: string, consumption: Consumption): void {
    const before = this.consumptions.get(service);
    this.consumptions.set(service, before ? [...before, ...consumption] : consumption);
  }

  /** What of a service's volume this account was let off for persons away. */
  letOff(service: string): Consumption | undefined {
    return this.letOffs.get(service);
  }

  recordLetOff(service: string, volumes: Consumption): void {
    this.letOffs.set(service, [...(this.letOffs.get(service) ?? []), ...volumes]);
  }

  metersOf(service: string): readonly MeterFacts[] {
    return this.facts.meters?.filter((meter) => meter.service === service) ?? [];
  }
}

function endsBeforeItBegins({ from, to, absences }: Resident): boolean {
  return (to ?? Infinity) < from || (absences?.some((absence) => (absence.to ?? Infinity) < absence.from) ?? false);
}

const WHOLE = Volume.parse('1');

export interface AreaSpan extends Span {
  readonly area: Volume;
  /** As it stands in workings: `52.4`, of a share `52.4*1/3`. */
  readonly text: string;
}

function areaSpans({ area }: PremisesFacts, open: Span): AreaSpan[] | Refusal {
  if (!area) return new Refusal('no-area');
  if (typeof area === 'string') return areaSpan(area, open);
  const slices = slicesOf(area, open);
  if (slices instanceof Overlap) return new Refusal('area-overlap', { date: slices.date });
  if (firstUncovered(slices, open) !== null) return new Refusal('no-area');
  const spans: AreaSpan[] = [];
  for (const slice of slices) {
    const span = areaSpan(slice.entry.value, slice);
    if (span instanceof Refusal) return span;
    spans.push(...span);
  }
  return spans;
}

function areaSpan(text: string, { from, to }: Span): AreaSpan[] | Refusal {
  const area = decimal(text);
  if (!area.gt('0')) return new Refusal('no-area', { area: text });
  return [{ from, to, area: Volume.of(area), text }];
}

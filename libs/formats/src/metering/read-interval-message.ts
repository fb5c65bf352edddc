import { type Decimal, type LocalDate, tryParseDate, ZERO } from '@dvor/kernel';
import { findEncoding } from '../tables/text-encoding.js';
import { XmlFeed } from '../tables/xml-elements.js';
import { readDecimal } from '../values/read-decimal.js';
import {
  type Channel,
  CHANNELS,
  type CountedChannel,
  type CountedInterval,
  type IntervalMessage,
  type IntervalProblem,
  type IntervalProblemReason,
  type MeteringPoint,
  type ReadIntervals,
} from './interval-message.js';

/** A region's day at half-hours is a few megabytes. */
const LARGEST = 32 * 2 ** 20;
const PIECE = 65_536;
const DAY_MINUTES = 1_440;

/**
 * Energy by half-hours or hours as systems of commercial metering send it (XML 80020), one day a message. The encoding is
 * told by the bytes, for declarations often say nothing; the order of elements is free; `end="0000"` is the midnight that
 * ends the day; an empty value is unknown, not zero.
 */
export function readIntervalMessage(bytes: Uint8Array): ReadIntervals {
  const { encoding, mark } = findEncoding(bytes);
  const refused = (reason: IntervalProblemReason, line: number, value: string): ReadIntervals => ({
    encoding,
    message: null,
    problems: [{ line, value, reason }],
  });
  if (bytes.length === 0) return refused('file-empty', 1, '');
  if (bytes.length > LARGEST) return refused('file-too-large', 1, `${Math.ceil(bytes.length / 2 ** 20)} MB`);
  const reader: Reader = new Reader((): number => feed.line);
  const feed: XmlFeed = new XmlFeed(reader, { encoding, lines: true });
  try {
    for (let from = mark; from < bytes.length; from += PIECE) feed.write(bytes.subarray(from, from + PIECE));
    feed.end();
  } catch {
    return refused('xml-broken', feed.line, reader.told);
  }
  const message = reader.message();
  return { encoding, message, problems: reader.problems };
}

interface Place {
  inn: string;
  name: string;
}

interface DraftPoint extends MeteringPoint {
  readonly channels: CountedChannel[];
}

/** What stands open while the elements of the file pass by. */
class Reader {
  readonly problems: IntervalProblem[] = [];
  /** The element met last: where a broken file broke off. */
  told = '';
  private readonly path: string[] = [];
  private held = '';
  private number: number | null = null;
  private day: LocalDate | null = null;
  private sender: Place = { inn: '', name: '' };
  private readonly areas: (Place & { points: DraftPoint[] })[] = [];
  private point: DraftPoint | null = null;
  private channel: { code: Channel; line: number; intervals: CountedInterval[] } | null = null;
  private period: { start: number; end: number; value: Decimal | null; doubtful: boolean } | null = null;

  constructor(private readonly line: () => number) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.told = `<${name}>`;
    this.held = '';
    this.path.push(name);
    if (this.path.length === 1) this.openMessage(name, attributes);
    else if (name === 'area') this.areas.push({ inn: '', name: '', points: [] });
    else if (name === 'measuringpoint') this.openPoint(attributes);
    else if (name === 'measuringchannel') this.openChannel(attributes);
    else if (name === 'period' && this.channel) this.openPeriod(attributes);
    else if (name === 'value' && this.period) this.period.doubtful = (attributes.status ?? '0').trim() !== '0';
  }

  close(name: string): void {
    this.path.pop();
    const text = this.held.trim();
    this.held = '';
    const within = this.path.at(-1);
    if (name === 'day') this.takeDay(text);
    else if (name === 'inn' || name === 'name') this.takeName(within, name, text);
    else if (name === 'value' && this.period) this.period.value = this.valueOf(text, this.period.doubtful);
    else if (name === 'period') this.closePeriod();
    else if (name === 'measuringchannel') this.closeChannel();
    else if (name === 'measuringpoint') this.point = null;
  }

  message(): IntervalMessage | null {
    if (this.number === null || this.day === null) {
      if (this.day === null && !this.problems.some(({ reason }) => FATAL.has(reason)))
        this.refuse('day-unreadable', '');
      return null;
    }
    return { number: this.number, day: this.day, sender: this.sender, areas: this.areas };
  }

  text(text: string): void {
    this.held += text;
  }

  private openMessage(name: string, { class: kind = '', number = '' }: Readonly<Record<string, string>>): void {
    if (name !== 'message' || kind.trim() !== '80020') return this.refuse('class-other', kind === '' ? name : kind);
    if (/^\d{1,9}$/.test(number.trim())) this.number = Number(number);
    else this.refuse('number-unreadable', number);
  }

  private takeDay(text: string): void {
    this.day = /^\d{8}$/.test(text) ? tryParseDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) : null;
    if (this.day === null) this.refuse('day-unreadable', text);
  }

  private takeName(within: string | undefined, name: 'inn' | 'name', text: string): void {
    if (within === 'sender') this.sender = { ...this.sender, [name]: text };
    const area = this.areas.at(-1);
    if (within === 'area' && area) area[name === 'inn' ? 'inn' : 'name'] = text;
  }

  private openPoint({ code = '', name = '' }: Readonly<Record<string, string>>): void {
    this.point = { code: code.trim(), name: name.trim(), channels: [] };
    if (this.point.code === '') return this.refuse('point-without-code', name);
    const points = this.areas.at(-1)?.points ?? [];
    if (points.some((other) => other.code === this.point!.code)) this.refuse('point-twice', this.point.code);
    else points.push(this.point);
  }

  private openChannel({ code = '' }: Readonly<Record<string, string>>): void {
    const known = CHANNELS.find((channel) => channel === code.trim().padStart(2, '0'));
    if (!known) return this.refuse('channel-unknown', code);
    if (this.point?.channels.some(({ channel }) => channel === known)) return this.refuse('channel-twice', code);
    this.channel = { code: known, line: this.line(), intervals: [] };
  }

  private openPeriod({ start = '', end = '' }: Readonly<Record<string, string>>): void {
    const [from, to] = [minutesOf(start), minutesOf(end)];
    const ends = to === 0 ? DAY_MINUTES : to;
    if (from === null || ends === null || ends <= from) this.refuse('period-unreadable', `${start}–${end}`);
    else if (this.channel!.intervals.some((other) => from < other.end && other.start < ends))
      this.refuse('interval-twice', `${start}–${end}`);
    else this.period = { start: from, end: ends, value: null, doubtful: false };
  }

  private valueOf(text: string, doubtful: boolean): Decimal | null {
    if (text === '') {
      if (!doubtful) this.refuse('value-missing', '');
      return null;
    }
    const read = readDecimal(text);
    if (!read.ok) this.refuse('value-unreadable', text);
    else if (read.value.lt('0')) this.refuse('value-negative', text);
    else return read.value;
    return null;
  }

  private closePeriod(): void {
    if (this.period && this.channel) this.channel.intervals.push(this.period);
    this.period = null;
  }

  private closeChannel(): void {
    if (!this.channel || !this.point) return;
    const { code, line } = this.channel;
    const intervals = this.channel.intervals.sort((a, b) => a.start - b.start);
    const missing = DAY_MINUTES - intervals.reduce((minutes, { start, end }) => minutes + end - start, 0);
    if (missing > 0)
      this.problems.push({ line, value: `${this.point.code}/${code}: ${missing / 60} h`, reason: 'intervals-missing' });
    this.point.channels.push({ channel: code, intervals, total: missing > 0 ? null : totalOf(intervals) });
    this.channel = null;
  }

  private refuse(reason: IntervalProblemReason, value: string): void {
    this.problems.push({ line: this.line(), value, reason });
  }
}

const FATAL: ReadonlySet<IntervalProblemReason> = new Set(['class-other', 'number-unreadable', 'day-unreadable']);

/** `0030` is 30. */
function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-4]):?([0-5]\d)$/.exec(text.trim()) ?? [];
  const all = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && all <= DAY_MINUTES ? all : null;
}

function totalOf(intervals: readonly CountedInterval[]): Decimal | null {
  return intervals.reduce<Decimal | null>(
    (total, { value }) => (total === null || value === null ? null : total.plus(value)),
    ZERO,
  );
}

/**
 * The instant at which a clock in an IANA zone shows `2026-11-22T12:31:00`; a text with a zone of its own (`Z`, `+07:00`)
 * is taken by that. Of an hour that clocks repeat the first is meant; one that they skip is told by the clock before. @throws RangeError for anything else
 */
export function instantInZone(local: string, timeZone: string): Date {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?$/.test(local))
    throw new RangeError(`"${local}" is not a moment`);
  if (local.length > LOCAL_LENGTH) return valid(new Date(local), local);
  const asIfUtc = valid(new Date(`${local}Z`), local).getTime();
  const guesses = [asIfUtc - DAY_MS, asIfUtc, asIfUtc + DAY_MS].map((at) => asIfUtc - offsetAt(new Date(at), timeZone));
  const fitting = guesses.filter((at) => localTime(new Date(at), timeZone) === local);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : guesses[0]!);
}

/** What a clock in the zone shows at the instant: `2026-11-22T12:31:00`. */
export function localTime(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() - instant.getMilliseconds() + offsetAt(instant, timeZone))
    .toISOString()
    .slice(0, LOCAL_LENGTH);
}

const DAY_MS = 86_400_000;
const LOCAL_LENGTH = '2026-11-22T12:31:00'.length;

/** Milliseconds by which the zone's clock is ahead of UTC. Clocks are turned at full minutes; many ask about the same. */
function offsetAt(instant: Date, timeZone: string): number {
  const minute = Math.floor(instant.getTime() / MINUTE_MS);
  const key = `${minute} ${timeZone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= REMEMBERED_OFFSETS) offsets.clear();
  const offset = readOffset(new Date(minute * MINUTE_MS), timeZone);
  offsets.set(key, offset);
  return offset;
}

const MINUTE_MS = 60_000;
const REMEMBERED_OFFSETS = 10_000;
const offsets = new Map<string, number>();

function readOffset(instant: Date, timeZone: string): number {
  const shown = formatOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(shown.find((one) => one.type === type)!.value);
  const asIfUtc = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return asIfUtc - instant.getTime();
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

function valid(date: Date, text: string): Date {
  if (Number.isNaN(date.getTime())) throw new RangeError(`"${text}" is not a moment`);
  return date;
}

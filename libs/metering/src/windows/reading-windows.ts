import { Injectable } from '@nestjs/common';
import {
  addMonths,
  DomainError,
  firstDay,
  formatDate,
  type HouseId,
  type Interval,
  type LocalDate,
  type MeterId,
} from '@dvor/kernel';
import { AuditLog, changeFacts, type FactTable, type Recording, removeFacts, type Tx } from '@dvor/platform';
import {
  type MeteredResource,
  monthOfReading,
  type ReadingSource,
  SENT_BY_RESIDENTS,
  type WINDOW_ENTRIES,
  type WINDOW_OUTSIDE,
  type WindowAnswer,
} from '../core/index.js';
import { loadCountedRuns, loadWindows } from './load-windows.js';

/** Days of the month on which residents send readings of a place and resource, over some days. */
export interface ReadingWindow {
  readonly id: string;
  /** `null`: of all houses. */
  readonly house: { readonly id: HouseId; readonly address: string } | null;
  readonly resource: MeteredResource | 'any';
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly entry: (typeof WINDOW_ENTRIES)[number];
  readonly opens: number;
  readonly closes: number;
  readonly outside: (typeof WINDOW_OUTSIDE)[number];
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

export interface NewReadingWindow
  extends Interval, Pick<ReadingWindow, 'resource' | 'entry' | 'opens' | 'closes' | 'outside'> {
  readonly houseId: HouseId | null;
}

/** What a reading of now is answered: of each meter that is known. */
export type WindowAnswers = ReadonlyMap<MeterId, WindowAnswer>;

const VALUES = { entry: 'text', opens: 'smallint', closes: 'smallint', outside: 'text' } as const;

const OF_HOUSE: FactTable<'house_id' | 'place' | 'resource', keyof typeof VALUES> = {
  name: 'reading_windows',
  key: { house_id: 'bigint', place: 'text', resource: 'text' },
  values: VALUES,
  subject: { type: 'house', column: 'house_id' },
};

const OF_ORGANIZATION: FactTable<'place' | 'resource', keyof typeof VALUES> = {
  name: 'reading_windows',
  key: { place: 'text', resource: 'text' },
  values: VALUES,
  subject: { type: 'organization' },
};

/** When readings are taken, and for which month they count (MTR-05, MTR-07). */
@Injectable()
export class ReadingWindows {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /**
   * What a reading of these meters is answered if it is sent now.
   *
   * @param taken  the day on which the dial was read; without: today, where the house stands
   */
  async of(tx: Tx, ids: readonly MeterId[], source: ReadingSource, taken?: LocalDate): Promise<WindowAnswers> {
    const answer = await this.asked(tx, ids, source);
    return new Map(ids.flatMap((id) => (answer.has(id) ? [[id, answer.get(id)!(taken)] as const] : [])));
  }

  /** As `of`, for readings of many days. */
  async asked(
    tx: Tx,
    ids: readonly MeterId[],
    source: ReadingSource,
  ): Promise<Map<MeterId, (taken?: LocalDate) => WindowAnswer>> {
    const isBound = SENT_BY_RESIDENTS.has(source);
    const windows = await loadWindows(tx, ids);
    const runs = await loadCountedRuns(tx);
    return new Map(
      [...windows].map(([id, { today, rule }]) => [
        id,
        (taken = today) => monthOfReading({ taken, today }, { rule: isBound ? rule : null, isBound, runs }),
      ]),
    );
  }

  /** Those in force or to come; of a house: its own and those of all houses. */
  async list(tx: Tx, { houseId }: { readonly houseId?: HouseId | undefined } = {}): Promise<ReadingWindow[]> {
    return tx.query<ReadingWindow[]>(LIST, [houseId ?? null]);
  }

  /**
   * From a day on, or over some days, readings are taken so. What came before was answered by what held then.
   *
   * @throws DomainError `reading-window.days`, `reading-window.past`, `house.not-found`
   */
  async set(tx: Tx, window: NewReadingWindow, recording: Recording & { readonly today: LocalDate }): Promise<void> {
    const { houseId, resource, from, to, ...values } = window;
    if (values.opens > values.closes) throw new DomainError('reading-window.days');
    await lockPlace(tx, houseId);
    await refusePast(tx, from, recording.today);
    const about = { days: { from, to }, patch: values, otherwise: values };
    if (houseId === null)
      await changeFacts(tx, OF_ORGANIZATION, { key: { place: 'organization', resource }, ...about }, recording);
    else await changeFacts(tx, OF_HOUSE, { key: keyOf(houseId, resource), ...about }, recording);
    const told = { ...values, resource, from: formatDate(from), to: to === null ? null : formatDate(to) };
    await this.note(tx, 'reading-window.set', houseId, told, recording);
  }

  /** From a day on what is said of a wider place holds again. @throws DomainError `reading-window.not-found`, `reading-window.past` */
  async withdraw(
    tx: Tx,
    id: string,
    from: LocalDate,
    recording: Recording & { readonly today: LocalDate },
  ): Promise<void> {
    const [window] = await tx.query<{ houseId: HouseId | null; resource: ReadingWindow['resource'] }[]>(
      `select house_id as "houseId", resource
         from reading_windows where id = $1 and superseded_at is null for update`,
      [id],
    );
    if (!window) throw new DomainError('reading-window.not-found');
    await refusePast(tx, from, recording.today);
    const { houseId, resource } = window;
    const days = { from, to: null };
    const { removed } =
      houseId === null
        ? await removeFacts(tx, OF_ORGANIZATION, { key: { place: 'organization', resource }, days }, recording)
        : await removeFacts(tx, OF_HOUSE, { key: keyOf(houseId, resource), days }, recording);
    if (removed === 0) throw new DomainError('reading-window.not-found');
    await this.note(tx, 'reading-window.withdraw', houseId, { resource, from: formatDate(from) }, recording);
  }

  private async note(
    tx: Tx,
    action: string,
    houseId: HouseId | null,
    details: Readonly<Record<string, string | number | null>>,
    { by, reason }: Recording,
  ): Promise<void> {
    const object = houseId === null ? { type: 'reading-window', id: 'organization' } : { type: 'house', id: houseId };
    await this.audit.record(tx, { userId: by, action, object, details: { ...details, reason } });
  }
}

function keyOf(houseId: HouseId, resource: ReadingWindow['resource']) {
  return { house_id: houseId, place: `house:${houseId}`, resource };
}

/** Those who sent readings were told by what held, and a month that is calculated took them so: it is not rewritten. */
async function refusePast(tx: Tx, from: LocalDate, today: LocalDate): Promise<void> {
  const { read } = await loadCountedRuns(tx);
  const least = read === null ? today : (Math.max(today, firstDay(addMonths(read, 1))) as LocalDate);
  if (from < least) throw new DomainError('reading-window.past', { from: formatDate(from), least: formatDate(least) });
}

async function lockPlace(tx: Tx, houseId: HouseId | null): Promise<void> {
  if (houseId === null) return;
  const [house] = await tx.query<unknown[]>('select 1 from houses where id = $1 for update', [houseId]);
  if (!house) throw new DomainError('house.not-found', { id: houseId });
}

const LIST = `
  select w.id, w.resource, lower(w.valid)::text as "validFrom", upper(w.valid)::text as "validTo",
         w.entry, w.opens, w.closes, w.outside, w.reason, w.recorded_at as "recordedAt", u.name as "recordedBy",
         case when h.id is null then null else
           json_build_object('id', h.id::text, 'address', concat_ws(', ', h.city, h.street, h.building)) end as house
    from reading_windows w left join houses h on h.id = w.house_id left join users u on u.id = w.recorded_by
   where w.superseded_at is null and coalesce(upper(w.valid) > organization_now()::date, true)
     and ($1::bigint is null or w.house_id is null or w.house_id = $1)
   order by w.house_id nulls first, h.street, h.building, w.resource <> 'any', w.resource, lower(w.valid)`;

import { Injectable } from '@nestjs/common';
import { addDays, formatDate, type LocalDate, type MeterId } from '@dvor/kernel';
import { ExceptionsInbox, recordChanges, type Tx } from '@dvor/platform';
import {
  actionOn,
  isWorthComparing,
  judgeReading,
  readAmounts,
  type ReadingBounds,
  type ReadingPolicy,
  type ReadingSource,
  SENT_BY_RESIDENTS,
  type WindowAnswer,
} from '../core/index.js';
import { askForLook } from '../alerts/ask-for-look.js';
import { ReadingWindows } from '../windows/reading-windows.js';
import type { ForeseenReading, GivenReading, ReadingOutcome, ReadingsFrom } from './given-reading.js';
import { inOrder, type KnownMeter, type KnownReading, loadDials } from './load-dials.js';
import {
  amountsOf,
  attachPaper,
  dayOf,
  raiseDoubts,
  replaceDoubts,
  standingDoubts,
  type Weighed,
} from './raise-doubts.js';
import { ReadingPolicies } from './reading-policies.js';
import { NOTHING, type Surroundings, surroundingsOf } from './surroundings.js';

/**
 * The one road by which readings come into the books, one or ten thousand at a time: checked, judged, taken, held back or
 * refused. Readings of one house come in one after another, so the same one sent fifty times at once is one.
 */
@Injectable()
export class ReadingIntake {
  constructor(
    private readonly policies: ReadingPolicies,
    private readonly inbox: ExceptionsInbox,
    private readonly windows: ReadingWindows = new ReadingWindows(),
  ) {}

  /** Outcomes in the order of the readings; those of one batch follow each other as they stand in it. */
  async take(tx: Tx, given: readonly GivenReading[], from: ReadingsFrom, today: LocalDate): Promise<ReadingOutcome[]> {
    const decided = await this.decide(tx, given, from.source, today);
    const standing = await standingDoubts(tx, decided.filter(isHeld), from.source);
    const taken = decided.filter(isTaken);
    const doubts = lastOfDays(decided.filter(isDoubtful)).filter(
      (doubt) => !isHeld(doubt) || from.documentId || standing.get(dayOf(doubt))?.amounts !== amountsOf(doubt),
    );
    await insertReadings(tx, taken, from);
    await askForLook(
      tx,
      taken.map(({ meter }) => meter.houseId),
    );
    await replaceDoubts(tx, this.inbox, [...taken, ...doubts], from);
    if (from.documentId)
      await attachPaper(
        tx,
        given.filter((_, i) => decided[i]!.kind === 'same'),
        from,
      );
    const raised = await raiseDoubts(tx, this.inbox, doubts, from);
    return decided.map((decision) => outcomeOf(decision, (day) => raised.get(day) ?? standing.get(day)!.id));
  }

  /** What would become of readings; nothing is written. */
  async foresee(
    tx: Tx,
    given: readonly GivenReading[],
    source: ReadingSource,
    today: LocalDate,
  ): Promise<ForeseenReading[]> {
    return (await this.decide(tx, given, source, today)).map(foreseen);
  }

  private async decide(
    tx: Tx,
    given: readonly GivenReading[],
    source: ReadingSource,
    today: LocalDate,
  ): Promise<Decision[]> {
    if (given.length === 0) return [];
    const since = firstDays(given);
    const meters = await loadDials(tx, since);
    const months = SENT_BY_RESIDENTS.has(source) ? await this.windows.asked(tx, [...since.keys()], source) : null;
    const policy = await this.policies.of(tx, source);
    const bounds = await this.policies.bounds(tx, today);
    return decideAll(tx, given, meters, { source, policy, bounds, today, months });
  }
}

function firstDays(given: readonly GivenReading[]): Map<MeterId, LocalDate> {
  const first = new Map<MeterId, LocalDate>();
  for (const { meterId, date } of given) first.set(meterId, Math.min(date, first.get(meterId) ?? date) as LocalDate);
  return first;
}

type Decision =
  | ({ readonly kind: 'taken' | 'look'; readonly reading: KnownReading } & Weighed)
  | ({ readonly kind: 'held'; readonly reading?: undefined } & Weighed)
  | Extract<ReadingOutcome, { kind: 'confirm' | 'refused' }>
  | { readonly kind: 'same'; readonly reading: KnownReading };
type Taken = Weighed & { readonly reading: KnownReading };
type Doubt = Extract<Decision, { kind: 'look' | 'held' }>;

interface Deciding {
  readonly source: ReadingSource;
  readonly policy: ReadingPolicy;
  readonly bounds: ReadingBounds;
  readonly today: LocalDate;
  /** `null`: the sender is not bound by windows. */
  readonly months: Awaited<ReturnType<ReadingWindows['asked']>> | null;
}

/** Similar flats and residents are asked for only where a reading makes one wonder: most don't. */
async function decideAll(
  tx: Tx,
  given: readonly GivenReading[],
  meters: ReadonlyMap<MeterId, KnownMeter>,
  deciding: Deciding,
): Promise<Decision[]> {
  const decided = given.map((reading) => decide(reading, meters.get(reading.meterId), deciding, NOTHING));
  const wondering = new Map(decided.filter(makesWonder).map(({ meter, judgement }) => [meter, judgement.volume!]));
  if (wondering.size === 0) return decided;
  const surroundings = await surroundingsOf(tx, wondering, deciding.today);
  for (const { readings } of wondering.keys())
    readings.splice(0, readings.length, ...readings.filter(({ id, source }) => id !== null || source === null));
  return given.map((reading, i) => {
    const meter = meters.get(reading.meterId);
    return meter && wondering.has(meter) ? decide(reading, meter, deciding, surroundings) : decided[i]!;
  });
}

function makesWonder(decision: Decision): decision is Extract<Decision, Weighed> {
  if (!('judgement' in decision)) return false;
  const { meter, judgement } = decision;
  return judgement.volume !== null && isWorthComparing(judgement.volume, meter.resource);
}

/** A reading that is taken joins the meter's history, so that the next of the batch is judged by it. */
function decide(
  given: GivenReading,
  meter: KnownMeter | undefined,
  { source, policy, bounds, today, months }: Deciding,
  surroundings: Surroundings,
): Decision {
  if (!meter) return { kind: 'refused', code: 'reading.unknown-meter', details: {} };
  const amounts = readAmounts({ date: given.date, amounts: inOrder(given.value, meter.zones) }, meter, today);
  if ('code' in amounts) return { kind: 'refused', ...amounts };
  const same = meter.readings.findLast((reading) => reading.date === given.date && reading.source === source);
  if (same && same.amounts.join() === amounts.join()) return { kind: 'same', reading: same };
  const answer = months?.get(meter.id)?.(given.date) ?? null;
  if (answer && answer.kind !== 'counts') return refusedByWindow(answer);
  const judgement = judgeReading({ date: given.date, amounts }, historyOf(meter, given.date, surroundings), bounds);
  const { findings } = judgement;
  const action = actionOn(
    findings.map(({ rule }) => rule),
    policy,
    { confirmed: given.confirmed === true },
  );
  const weighed = { meter, date: given.date, amounts, judgement, counts: answer };
  if (action === 'block') return { kind: 'refused', code: 'reading.implausible', details: {}, findings };
  if (action === 'confirm') return { kind: 'confirm', findings };
  if (action === 'hold') return { kind: 'held', ...weighed };
  const reading: KnownReading = { id: null, date: given.date, amounts, source };
  meter.readings.push(reading);
  meter.readings.sort((a, b) => a.date - b.date);
  return { kind: action === 'look' ? 'look' : 'taken', reading, ...weighed };
}

function refusedByWindow(answer: Exclude<WindowAnswer, { kind: 'counts' }>): Extract<Decision, { kind: 'refused' }> {
  if (answer.kind === 'off') return { kind: 'refused', code: 'reading.entry-off', details: {} };
  const { opensOn, closesOn } = answer.window;
  const details = { opensOn: formatDate(opensOn), closesOn: formatDate(closesOn) };
  return { kind: 'refused', code: 'reading.window-shut', details };
}

/** One a day: of one day the last recorded counts. */
function historyOf(meter: KnownMeter, date: LocalDate, { residents, similar }: Surroundings) {
  const readings = meter.readings.filter(
    (reading, i) => reading.date !== date && meter.readings[i + 1]?.date !== reading.date,
  );
  const { resource, digits, verifiedUntil, premisesId, houseId } = meter;
  return {
    ...{ resource, digits, verifiedUntil, readings },
    residents: (premisesId && residents.get(premisesId)) ?? 0,
    similarADay: similar.get(`${houseId} ${resource}`) ?? null,
  };
}

function outcomeOf(decision: Decision, doubtIdOf: (day: string) => string): ReadingOutcome {
  switch (decision.kind) {
    case 'taken':
    case 'look': {
      const { judgement, reading, counts } = decision;
      const { volume, findings } = judgement;
      const month = counts?.month ?? null;
      return { kind: 'taken', id: reading.id!, volume: volume?.toString() ?? null, month, findings };
    }
    case 'same':
      return { kind: 'same', id: decision.reading.id! };
    case 'held':
      return { kind: 'held', doubtId: doubtIdOf(dayOf(decision)), findings: decision.judgement.findings };
    default:
      return decision;
  }
}

function foreseen(decision: Decision): ForeseenReading {
  switch (decision.kind) {
    case 'taken':
    case 'look':
    case 'held': {
      const { meter, judgement, kind } = decision;
      const { volume, findings } = judgement;
      return { kind, meterId: meter.id, volume: volume?.toString() ?? null, findings };
    }
    case 'same':
      return { kind: 'same' };
    default:
      return decision;
  }
}

function isTaken(decision: Decision): decision is Extract<Decision, { kind: 'taken' | 'look' }> {
  return decision.kind === 'taken' || decision.kind === 'look';
}

function isDoubtful(decision: Decision): decision is Doubt {
  return decision.kind === 'look' || decision.kind === 'held';
}

function isHeld(decision: Decision): decision is Extract<Decision, { kind: 'held' }> {
  return decision.kind === 'held';
}

/** Of one meter and day the last stands. */
function lastOfDays(doubts: readonly Doubt[]): Doubt[] {
  return [...new Map(doubts.map((doubt) => [dayOf(doubt), doubt])).values()];
}

async function insertReadings(tx: Tx, taken: readonly Taken[], from: ReadingsFrom): Promise<void> {
  if (taken.length === 0) return;
  const rows = await tx.query<{ id: string }[]>(READINGS, [
    listOf(taken.map(({ meter }) => meter.houseId)),
    listOf(taken.map(({ meter }) => meter.id)),
    listOf(taken.map(({ date }) => String(date))),
    listOf(taken.map(({ amounts }) => `"{${amounts.join(',')}}"`)),
    from.source,
    from.by,
    from.documentId ?? null,
    listOf(taken.map(({ counts }) => String(counts?.countsFrom ?? 'null'))),
  ]);
  rows.forEach(({ id }, i) => (taken[i]!.reading.id = id));
  await recordChanges(
    tx,
    taken.map(({ meter, date }) => ({
      ...{ fact: 'readings', subject: { type: 'meter' as const, id: meter.id } },
      ...{ from: date, to: addDays(date, 1) },
    })),
    from,
  );
}

/** Millions pass here: whole columns go as texts, without an object for each value. */
function listOf(items: readonly string[]): string {
  return `{${items.join(',')}}`;
}

// Identity values are given out in the order of the rows, so that ids in ascending order are in it too.
const READINGS = `
  with inserted as (
    insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source, recorded_by, document_id, counts_from)
    select current_organization(), house, meter, date '1970-01-01' + day, amounts::numeric[], $5, $6, $7, date '1970-01-01' + counts
      from unnest($1::bigint[], $2::bigint[], $3::int[], $4::text[], $8::int[]) with ordinality as r (house, meter, day, amounts, counts, place)
     order by place
    returning id)
  select id from inserted order by id`;

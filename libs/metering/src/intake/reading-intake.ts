import { Injectable } from '@nestjs/common';
import {
  addDays,
  type Decimal,
  decimal,
  formatDate,
  type HouseId,
  type LocalDate,
  type MeterId,
  type PremisesId,
} from '@dvor/kernel';
import { ExceptionsInbox, inForce, recordChanges, type Tx } from '@dvor/platform';
import {
  actionOn,
  isWorthComparing,
  judgeReading,
  type Judgement,
  type MeteredResource,
  readAmounts,
  type ReadingBounds,
  type ReadingPolicy,
  type ReadingSource,
} from '../core/index.js';
import type { GivenReading, ReadingOutcome, ReadingsFrom } from './given-reading.js';
import { inOrder, type KnownMeter, type KnownReading, loadDials } from './load-dials.js';
import { ReadingPolicies } from './reading-policies.js';

/**
 * The one road by which readings come into the books, one or ten thousand at a time: checked, judged, taken, held back or
 * refused. Readings of one house come in one after another, so the same one sent fifty times at once is one.
 */
@Injectable()
export class ReadingIntake {
  constructor(
    private readonly policies: ReadingPolicies,
    private readonly inbox: ExceptionsInbox,
  ) {}

  /** Outcomes in the order of the readings; those of one batch follow each other as they stand in it. */
  async take(tx: Tx, given: readonly GivenReading[], from: ReadingsFrom, today: LocalDate): Promise<ReadingOutcome[]> {
    if (given.length === 0) return [];
    const dates = given.map(({ date }) => date);
    const meters = await loadDials(
      tx,
      [...new Set(given.map(({ meterId }) => meterId))],
      Math.min(...dates) as LocalDate,
    );
    const policy = await this.policies.of(tx, from.source);
    const bounds = await this.policies.bounds(tx, today);
    const decided = await decideAll(tx, given, meters, { source: from.source, policy, bounds, today });
    const taken: Taken[] = [];
    const doubts: Doubt[] = [];
    decided.forEach((decision, place) => {
      if (decision.kind === 'taken' || decision.kind === 'look') taken.push(decision);
      if (decision.kind === 'look' || decision.kind === 'held') doubts.push({ ...decision, place });
    });
    await insertReadings(tx, taken, from);
    await this.replaceDoubts(tx, [...taken, ...doubts], from);
    const doubtIds = await this.insertDoubts(tx, doubts, from);
    return decided.map((decision, place) => outcomeOf(decision, doubtIds.get(place)));
  }

  /** What was doubtful of a day gives way to what comes later of that day from the same source, good or doubtful. */
  private async replaceDoubts(tx: Tx, come: readonly Weighed[], { source, by }: ReadingsFrom): Promise<void> {
    if (come.length === 0) return;
    const replaced = await tx.query<{ id: string }[]>(REPLACED, [
      come.map(({ meter }) => meter.id),
      come.map(({ date }) => formatDate(date)),
      source,
      by,
    ]);
    for (const { id } of replaced) await this.inbox.settle(tx, `reading-${id}-`, 'replaced');
  }

  private async insertDoubts(
    tx: Tx,
    doubts: readonly Doubt[],
    { source, by }: ReadingsFrom,
  ): Promise<Map<number, string>> {
    if (doubts.length === 0) return new Map();
    const last = [...new Map(doubts.map((doubt) => [`${doubt.meter.id} ${doubt.date}`, doubt])).values()];
    const rows = await tx.query<{ id: string; place: number }[]>(DOUBTS, [
      JSON.stringify(
        last.map(({ meter, date, amounts, judgement, reading, place }) => ({
          place,
          house_id: meter.houseId,
          meter_id: meter.id,
          taken_on: formatDate(date),
          amounts: `{${amounts.join(',')}}`,
          findings: judgement.findings,
          volume: judgement.volume?.toString() ?? null,
          reading_id: reading?.id ?? null,
        })),
      ),
      source,
      by,
    ]);
    const ids = new Map(rows.map(({ id, place }) => [place, id]));
    await this.inbox.raise(
      tx,
      last.map(({ meter, date, judgement, place, amounts }) => ({
        kind: 'readings.doubtful',
        dedupeKey: `reading-${ids.get(place)!}-`,
        object: { type: 'meter', id: meter.id, label: meter.serial },
        houseId: meter.houseId,
        details: {
          ...{ date: formatDate(date), amounts: amounts.join(' / '), source },
          rules: judgement.findings.map(({ rule }) => rule),
        },
      })),
    );
    return ids;
  }
}

interface Surroundings {
  readonly residents: ReadonlyMap<PremisesId, number>;
  /** A day's use, by house and resource. */
  readonly similar: ReadonlyMap<string, Decimal>;
}

const NOTHING: Surroundings = { residents: new Map(), similar: new Map() };

interface Weighed {
  readonly meter: KnownMeter;
  readonly date: LocalDate;
  readonly amounts: readonly string[];
  readonly judgement: Judgement;
}

type Decision =
  | ({ readonly kind: 'taken' | 'look'; readonly reading: KnownReading } & Weighed)
  | ({ readonly kind: 'held'; readonly reading?: undefined } & Weighed)
  | Extract<ReadingOutcome, { kind: 'confirm' | 'refused' }>
  | { readonly kind: 'same'; readonly reading: KnownReading };
type Taken = Weighed & { readonly reading: KnownReading };
type Doubt = Weighed & { readonly reading?: KnownReading | undefined; readonly place: number };

interface Deciding {
  readonly source: ReadingSource;
  readonly policy: ReadingPolicy;
  readonly bounds: ReadingBounds;
  readonly today: LocalDate;
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

async function surroundingsOf(
  tx: Tx,
  wondering: ReadonlyMap<KnownMeter, Decimal>,
  today: LocalDate,
): Promise<Surroundings> {
  const meters = [...wondering];
  const zero = meters.filter(([, volume]) => volume.eq('0')).flatMap(([{ premisesId }]) => premisesId ?? []);
  const large = meters.filter(([, volume]) => !volume.eq('0')).map(([{ houseId }]) => houseId);
  return {
    residents: zero.length === 0 ? new Map() : await residentsOf(tx, [...new Set(zero)], today),
    similar: large.length === 0 ? new Map() : await similarIn(tx, [...new Set(large)], today),
  };
}

/** A reading that is taken joins the meter's history, so that the next of the batch is judged by it. */
function decide(
  given: GivenReading,
  meter: KnownMeter | undefined,
  { source, policy, bounds, today }: Deciding,
  surroundings: Surroundings,
): Decision {
  if (!meter) return { kind: 'refused', code: 'reading.unknown-meter', details: {} };
  const amounts = readAmounts({ date: given.date, amounts: inOrder(given.value, meter.zones) }, meter, today);
  if ('code' in amounts) return { kind: 'refused', ...amounts };
  const same = meter.readings.findLast((reading) => reading.date === given.date && reading.source === source);
  if (same && same.amounts.join() === amounts.join()) return { kind: 'same', reading: same };
  const judgement = judgeReading({ date: given.date, amounts }, historyOf(meter, given.date, surroundings), bounds);
  const { findings } = judgement;
  const action = actionOn(
    findings.map(({ rule }) => rule),
    policy,
    { confirmed: given.confirmed === true },
  );
  const weighed = { meter, date: given.date, amounts, judgement };
  if (action === 'block') return { kind: 'refused', code: 'reading.implausible', details: {}, findings };
  if (action === 'confirm') return { kind: 'confirm', findings };
  if (action === 'hold') return { kind: 'held', ...weighed };
  const reading: KnownReading = { id: null, date: given.date, amounts, source };
  meter.readings.push(reading);
  meter.readings.sort((a, b) => a.date - b.date);
  return { kind: action === 'look' ? 'look' : 'taken', reading, ...weighed };
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

function outcomeOf(decision: Decision, doubtId: string | undefined): ReadingOutcome {
  switch (decision.kind) {
    case 'taken':
    case 'look': {
      const { volume, findings } = decision.judgement;
      return { kind: 'taken', id: decision.reading.id!, volume: volume?.toString() ?? null, findings };
    }
    case 'same':
      return { kind: 'same', id: decision.reading.id! };
    case 'held':
      return { kind: 'held', doubtId: doubtId!, findings: decision.judgement.findings };
    default:
      return decision;
  }
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
    insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source, recorded_by, document_id)
    select current_organization(), house, meter, date '1970-01-01' + day, amounts::numeric[], $5, $6, $7
      from unnest($1::bigint[], $2::bigint[], $3::int[], $4::text[]) with ordinality as r (house, meter, day, amounts, place)
     order by place
    returning id)
  select id from inserted order by id`;

const REPLACED = `
  with replaced as (
    update reading_doubts d set state = 'replaced', decided_at = organization_now(), decided_by = $4
      from unnest($1::bigint[], $2::date[]) as given (meter, day)
     where d.meter_id = given.meter and d.taken_on = given.day and d.source = $3 and d.state in ('open', 'asked')
    returning d.id)
  select id from replaced`;

const DOUBTS = `
  with row as (
    select * from json_to_recordset($1) as row (place int, house_id bigint, meter_id bigint, taken_on date, amounts text,
                                                findings jsonb, volume numeric, reading_id bigint)),
       inserted as (
    insert into reading_doubts (organization_id, house_id, meter_id, taken_on, amounts, source, findings, volume, reading_id, raised_by)
    select current_organization(), house_id, meter_id, taken_on, amounts::numeric[], $2, findings, volume, reading_id, $3
      from row returning id, meter_id, taken_on)
  select inserted.id, row.place from inserted join row using (meter_id, taken_on)`;

async function residentsOf(
  tx: Tx,
  premisesIds: readonly PremisesId[],
  on: LocalDate,
): Promise<Map<PremisesId, number>> {
  const rows = await tx.query<{ id: PremisesId; persons: number }[]>(
    `select a.premises_id as id, count(distinct r.party_id)::int as persons
       from accounts a join residencies r on r.account_id = a.id
      where a.premises_id = any ($1::bigint[]) and ${inForce('r', null)} and r.valid @> $2::date
      group by a.premises_id`,
    [premisesIds, formatDate(on)],
  );
  return new Map(rows.map(({ id, persons }) => [id, persons]));
}

/** What half of a house's flats use a day, by resource, where ten at least have told. */
async function similarIn(tx: Tx, houseIds: readonly HouseId[], on: LocalDate): Promise<Map<string, Decimal>> {
  const rows = await tx.query<{ house: HouseId; resource: MeteredResource; daily: string }[]>(SIMILAR, [
    houseIds,
    formatDate(addDays(on, -SIMILAR_DAYS)),
    SIMILAR_AT_LEAST,
  ]);
  return new Map(rows.map(({ house, resource, daily }) => [`${house} ${resource}`, decimal(daily)]));
}

const SIMILAR_DAYS = 100;
const SIMILAR_AT_LEAST = 10;

const SIMILAR = `
  select house_id as house, resource, round(percentile_cont(0.5) within group (order by daily)::numeric, 6)::text as daily
    from (select m.house_id, m.resource, m.id,
                 (max(total) - min(total)) / nullif(max(r.taken_on) - min(r.taken_on), 0) as daily
            from meters m
            join readings r on r.meter_id = m.id
           cross join lateral (select sum(amount) as total from unnest(r.amounts) as amount) t
           where m.house_id = any ($1::bigint[]) and m.premises_id is not null
             and r.house_id = any ($1::bigint[]) and r.taken_on >= $2::date and r.refused_at is null
           group by 1, 2, 3) meter
   where daily > 0
   group by 1, 2 having count(*) >= $3::int`;

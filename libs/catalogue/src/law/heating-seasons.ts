import { Injectable } from '@nestjs/common';
import { DomainError, formatDate, type HouseId, type Interval } from '@dvor/kernel';
import { addFact, AuditLog, type FactTable, type Recording, removeFacts, type Tx } from '@dvor/platform';
import { checkPaper } from '../edits.js';

/** Days of heating as the local authority declared them. */
export interface DeclaredSeason {
  readonly id: string;
  readonly house: { readonly id: HouseId; readonly address: string } | null;
  readonly validFrom: string;
  /** The day after the last. */
  readonly validTo: string | null;
  readonly basis: string | null;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

export interface NewSeason extends Interval {
  /** `null`: of all of the organisation's houses. */
  readonly houseId: HouseId | null;
  /** The act that declares it. */
  readonly basis: string | null;
}

const OF_HOUSE: FactTable<'house_id' | 'place', 'basis'> = {
  name: 'heating_seasons',
  key: { house_id: 'bigint', place: 'text' },
  values: { basis: 'text' },
  subject: { type: 'house', column: 'house_id' },
};

const OF_ORGANIZATION: FactTable<'place', 'basis'> = {
  name: 'heating_seasons',
  key: { place: 'text' },
  values: { basis: 'text' },
  subject: { type: 'organization' },
};

const LONGEST_DAYS = 365;

/** Heating seasons of the organisation and of its houses, in place of the law's usual days. */
@Injectable()
export class HeatingSeasons {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /** The latest first; of a house: its own and those of all houses. */
  async list(tx: Tx, { houseId }: { houseId?: HouseId | undefined } = {}): Promise<DeclaredSeason[]> {
    return tx.query<DeclaredSeason[]>(
      `select s.id, lower(s.valid)::text as "validFrom", upper(s.valid)::text as "validTo", s.basis, s.reason,
              s.recorded_at as "recordedAt", u.name as "recordedBy",
              case when h.id is null then null else
                json_build_object('id', h.id::text, 'address', concat_ws(', ', h.city, h.street, h.building)) end as house
         from heating_seasons s left join houses h on h.id = s.house_id left join users u on u.id = s.recorded_by
        where s.superseded_at is null and ($1::bigint is null or s.house_id is null or s.house_id = $1)
        order by lower(s.valid) desc, s.house_id nulls first, s.id`,
      [houseId ?? null],
    );
  }

  /** @throws DomainError `season.days`, `season.overlap` naming the neighbour, `house.not-found` */
  async declare(tx: Tx, season: NewSeason, recording: Recording): Promise<void> {
    const { houseId, from, to } = season;
    await checkPaper(tx, recording);
    checkDays(season);
    if (houseId !== null) {
      const [house] = await tx.query<unknown[]>('select 1 from houses where id = $1', [houseId]);
      if (!house) throw new DomainError('house.not-found', { id: houseId });
    }
    await enter(tx, season, recording);
    await this.note(tx, 'season.declare', houseId, { from, to, reason: recording.reason, by: recording.by });
  }

  /**
   * Other days or another act; of the same house. What was known before stays known as of then.
   *
   * @throws DomainError `season.not-found`, `season.days`, `season.overlap`
   */
  async correct(
    tx: Tx,
    id: string,
    { from, to, basis }: Omit<NewSeason, 'houseId'>,
    recording: Recording,
  ): Promise<void> {
    await checkPaper(tx, recording);
    const before = await lockSeason(tx, id);
    const { houseId } = before;
    checkDays({ from, to });
    await remove(tx, before, recording);
    await enter(tx, { houseId, from, to, basis }, recording);
    await this.note(tx, 'season.correct', houseId, { from, to, reason: recording.reason, by: recording.by });
  }

  /** Takes a season back. @throws DomainError `season.not-found` */
  async withdraw(tx: Tx, id: string, recording: Recording): Promise<void> {
    await checkPaper(tx, recording);
    const { houseId, ...days } = await lockSeason(tx, id);
    await remove(tx, { houseId, ...days }, recording);
    await this.note(tx, 'season.withdraw', houseId, { ...days, reason: recording.reason, by: recording.by });
  }

  private async note(
    tx: Tx,
    action: string,
    houseId: HouseId | null,
    { from, to, reason, by }: Interval & { readonly reason: string; readonly by: Recording['by'] },
  ): Promise<void> {
    await this.audit.record(tx, {
      userId: by,
      action,
      object: houseId === null ? { type: 'season', id: 'organization' } : { type: 'house', id: houseId },
      details: { from: formatDate(from), to: to === null ? null : formatDate(to), reason },
    });
  }
}

type SeasonOfHouse = Interval & { readonly houseId: HouseId | null };

function checkDays({ from, to }: Interval): void {
  if (to !== null && (to <= from || to - from > LONGEST_DAYS)) throw new DomainError('season.days');
}

/** @throws DomainError `season.not-found` */
async function lockSeason(tx: Tx, id: string): Promise<SeasonOfHouse> {
  const [row] = await tx.query<SeasonOfHouse[]>(
    `select house_id as "houseId", lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to"
       from heating_seasons where id = $1 and superseded_at is null for update`,
    [id],
  );
  if (!row) throw new DomainError('season.not-found', { id });
  return row;
}

/** @throws DomainError `season.overlap` */
async function enter(tx: Tx, { houseId, basis, ...days }: NewSeason, recording: Recording): Promise<void> {
  const season = { days: { from: days.from, to: days.to }, values: { basis } };
  try {
    if (houseId === null) await addFact(tx, OF_ORGANIZATION, { key: { place: 'organization' }, ...season }, recording);
    else await addFact(tx, OF_HOUSE, { key: keyOf(houseId), ...season }, recording);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'fact.overlap')
      throw new DomainError('season.overlap', error.details);
    throw error;
  }
}

async function remove(tx: Tx, { houseId, from, to }: SeasonOfHouse, recording: Recording): Promise<void> {
  const days = { from, to };
  if (houseId === null) await removeFacts(tx, OF_ORGANIZATION, { key: { place: 'organization' }, days }, recording);
  else await removeFacts(tx, OF_HOUSE, { key: keyOf(houseId), days }, recording);
}

function keyOf(houseId: HouseId) {
  return { house_id: houseId, place: `house:${houseId}` };
}

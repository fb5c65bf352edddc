import { Injectable } from '@nestjs/common';
import { PremisesLife } from '@dvor/housing';
import {
  DomainError,
  formatDate,
  formatDateRange,
  type HouseId,
  type Interval,
  intersect,
  parseDateRange,
  type PremisesId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { MeteredResource } from '../core/index.js';
import { type EnteredOn, refuseLate } from '../meter-acts.js';
import { checkPaper, type LateEntered, type LifeActId, type NewImpossibility } from './life-act.js';
import { insertLifeAct, writeMirror } from './life-rows.js';

/** Acts that no meter of a resource can be installed: the norm is not raised there (ПП 354, п. 42, 60(1)). */
@Injectable()
export class MeterImpossibility {
  constructor(private readonly premises: PremisesLife) {}

  /** @throws DomainError `premises.not-found`, `meter-life.stands`, `meter-life.impossible-already`, and those of `checkPaper` */
  async add(tx: Tx, premisesId: PremisesId, act: NewImpossibility, entered: EnteredOn): Promise<LifeActId> {
    checkPaper(act, entered);
    const { resource, on, until } = act;
    if (until !== null && until <= on)
      throw new DomainError('meter-act.days', { from: formatDate(on), to: formatDate(until) });
    const houseId = await lockPremises(tx, premisesId);
    const days = { from: on, to: until };
    await refuseStanding(tx, premisesId, resource, days);
    const pieces = await piecesOf(tx, premisesId, days);
    if (pieces.some(({ impossible }) => impossible.includes(resource)))
      throw new DomainError('meter-life.impossible-already', { resource });
    for (const { impossible, ...piece } of pieces)
      await this.say(tx, premisesId, piece, [...impossible, resource], entered);
    const place = { houseId, premisesId, meterId: null, resource };
    return insertLifeAct(tx, place, { ...act, kind: 'impossible' }, entered);
  }

  /** @throws DomainError `meter-life.not-found`, `meter-life.taken-back`, `meter-act.too-old` */
  async takeBack(tx: Tx, id: LifeActId, entered: LateEntered): Promise<void> {
    const [act] = await tx.query<FoundAct[]>(FIND, [id]);
    if (!act) throw new DomainError('meter-life.not-found');
    if (act.isBack) throw new DomainError('meter-life.taken-back');
    const { premisesId, resource } = act;
    await lockPremises(tx, premisesId);
    const days = parseDateRange(act.days);
    refuseLate(days.from, entered);
    for (const { impossible, ...piece } of await piecesOf(tx, premisesId, days))
      if (impossible.includes(resource))
        await this.say(
          tx,
          premisesId,
          piece,
          impossible.filter((one) => one !== resource),
          entered,
        );
    await writeMirror(tx, act, entered);
  }

  private async say(
    tx: Tx,
    premisesId: PremisesId,
    { from, to }: Interval,
    meterImpossible: readonly string[],
    entered: EnteredOn,
  ): Promise<void> {
    await this.premises.change(tx, premisesId, { values: { meterImpossible }, days: { from, to } }, entered);
  }
}

interface FoundAct {
  readonly id: LifeActId;
  readonly houseId: HouseId;
  readonly premisesId: PremisesId;
  readonly resource: MeteredResource;
  readonly days: string;
  readonly isBack: boolean;
}

async function lockPremises(tx: Tx, id: PremisesId): Promise<HouseId> {
  const [row] = await tx.query<{ houseId: HouseId }[]>(
    'select house_id as "houseId" from premises where id = $1 for update',
    [id],
  );
  if (!row) throw new DomainError('premises.not-found', { id });
  return row.houseId;
}

async function refuseStanding(tx: Tx, id: PremisesId, resource: MeteredResource, days: Interval): Promise<void> {
  const [meter] = await tx.query<{ serial: string }[]>(
    `select m.serial from meters m join meter_facts f on f.meter_id = m.id and f.superseded_at is null
      where m.premises_id = $1 and m.resource = $2 and f.valid && $3::daterange limit 1`,
    [id, resource, formatDateRange(days)],
  );
  if (meter) throw new DomainError('meter-life.stands', { serial: meter.serial });
}

/** What is known of the premises on these days, cut to them. */
async function piecesOf(
  tx: Tx,
  id: PremisesId,
  days: Interval,
): Promise<(Interval & { readonly impossible: readonly string[] })[]> {
  const rows = await tx.query<{ valid: string; impossible: string[] }[]>(
    `select valid::text as valid, meter_impossible as impossible from premises_facts
      where premises_id = $1 and superseded_at is null and valid && $2::daterange order by lower(valid)`,
    [id, formatDateRange(days)],
  );
  return rows.flatMap(({ valid, impossible }) => {
    const piece = intersect(parseDateRange(valid), days);
    return piece ? [{ ...piece, impossible }] : [];
  });
}

const FIND = `
  select a.id, a.house_id as "houseId", a.premises_id as "premisesId", a.resource, daterange(a.happened_on, a.until)::text as days,
         exists (select from meter_life_mirrors where act_id = a.id) as "isBack"
    from meter_life_acts a where a.id = $1 and a.kind = 'impossible'`;

import { Injectable } from '@nestjs/common';
import { DomainError, formatDate, type HouseId, type Interval, parseDecimal, type PremisesId } from '@dvor/kernel';
import { addFact, AuditLog, changeFacts, constraintOf, type Recording, type Tx } from '@dvor/platform';
import { refreshAccountSearch } from './account-search.js';
import { refuseClosedHouse } from './account-terms.js';
import { formatPremises, type PremisesKind, type Traits } from './core/index.js';
import { PREMISES_FACTS } from './fact-tables.js';
import { housePlace, premisesPlace } from './places.js';

/** What stays the same of a premises, or is corrected as a slip of the pen. */
export interface PremisesNames {
  readonly kind: PremisesKind;
  readonly number: string;
  /** The communal flat that a room is in. */
  readonly parentId?: PremisesId | null;
  readonly entrance?: number | null;
  readonly floor?: number | null;
  readonly cadastralNumber?: string | null;
  readonly gisId?: string | null;
}

/** What holds over days. Areas are decimal texts, m². */
export interface PremisesValues {
  readonly area: string;
  readonly livingArea?: string | null;
  readonly heatedArea?: string | null;
  readonly rooms?: number | null;
  readonly traits?: Traits;
  /** Resources for which an act says that no meter can be installed. */
  readonly meterImpossible?: readonly string[];
  /** A lawful heat source of its own, or no heaters by the house's project. */
  readonly ownHeating?: boolean;
}

/** Premises of a house: entered, renamed, measured anew. */
@Injectable()
export class PremisesLife {
  constructor(private readonly audit: AuditLog) {}

  /** @throws DomainError `house.not-found`, `house.closed`, `premises.exists`, `premises.not-a-flat`, and those of areas */
  async add(
    tx: Tx,
    houseId: HouseId,
    {
      names,
      values,
      days,
    }: { readonly names: PremisesNames; readonly values: PremisesValues; readonly days: Interval },
    recording: Recording,
  ): Promise<PremisesId> {
    const { name: where } = await housePlace(tx, houseId);
    await refuseClosedHouse(tx, houseId, days.from);
    await refuseStrangeFlat(tx, houseId, names);
    assertAreas(values, `${where}, ${formatPremises(names)}`);
    const [row] = await tx
      .query<{ id: PremisesId }[]>(
        `insert into premises (organization_id, house_id, parent_id, kind, number, entrance, floor, cadastral_number, gis_id)
         values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [houseId, ...columnsOf(names)],
      )
      .catch((error: unknown) => {
        throw taken(error, where, names);
      });
    const id = row!.id;
    await addFact(
      tx,
      PREMISES_FACTS,
      { key: { house_id: houseId, premises_id: id }, days, values: { ...NOTHING_SPECIAL, ...patchOf(values) } },
      recording,
    );
    await this.note(tx, 'premises.add', id, { number: names.number, kind: names.kind }, recording);
    return id;
  }

  /** @throws DomainError `premises.not-found`, `premises.exists`, `premises.not-a-flat` */
  async rename(tx: Tx, id: PremisesId, names: PremisesNames, recording: Recording): Promise<void> {
    const { houseId, name } = await premisesPlace(tx, id);
    const { name: where } = await housePlace(tx, houseId);
    await refuseStrangeFlat(tx, houseId, names);
    try {
      await tx.query(
        `update premises set parent_id = $2, kind = $3, number = $4, entrance = $5, floor = $6, cadastral_number = $7, gis_id = $8
          where id = $1`,
        [id, ...columnsOf(names)],
      );
    } catch (error) {
      throw taken(error, where, names);
    }
    const accounts = await tx.query<{ id: string }[]>(
      'select a.id from accounts a join premises p on p.id = a.premises_id where p.id = $1 or p.parent_id = $1',
      [id],
    );
    await refreshAccountSearch(
      tx,
      accounts.map((account) => account.id as Parameters<typeof refreshAccountSearch>[1][number]),
    );
    await this.note(tx, 'premises.rename', id, { was: name, number: names.number, kind: names.kind }, recording);
  }

  /**
   * Over these days some of its values were, or will be, other than was believed.
   * @throws DomainError `premises.not-found`, `fact.none` where nothing is known of these days, and those of areas
   */
  async change(
    tx: Tx,
    id: PremisesId,
    { values, days }: { readonly values: Partial<PremisesValues>; readonly days: Interval },
    recording: Recording,
  ): Promise<void> {
    const { houseId, name } = await premisesPlace(tx, id);
    assertAreas(values, name);
    const key = { house_id: houseId, premises_id: id };
    const patch = patchOf(values);
    await changeFacts(
      tx,
      PREMISES_FACTS,
      { key, days, patch, ...(values.area !== undefined && { otherwise: NOTHING_SPECIAL }) },
      recording,
    );
    await refuseWideLiving(tx, id, name);
    await this.note(tx, 'premises.change', id, { ...told(days), fields: Object.keys(patch) }, recording);
  }

  private async note(
    tx: Tx,
    action: string,
    id: PremisesId,
    details: Record<string, string | null | string[]>,
    { by, reason }: Recording,
  ): Promise<void> {
    await this.audit.record(tx, {
      userId: by,
      action,
      object: { type: 'premises', id },
      details: { ...details, reason },
    });
  }
}

const NOTHING_SPECIAL = { traits: {}, meter_impossible: [], own_heating: false };
const LARGEST_AREA = '1000000';

/** @throws DomainError `premises.area`, `premises.living-area` */
function assertAreas({ area, livingArea, heatedArea }: Partial<PremisesValues>, where: string): void {
  const total = area === undefined ? null : parseDecimal(area);
  if (area !== undefined && (!total?.gt('0') || total.gt(LARGEST_AREA)))
    throw new DomainError('premises.area', { where, area });
  for (const part of [livingArea, heatedArea])
    if (typeof part === 'string' && !parseDecimal(part)?.gte('0'))
      throw new DomainError('premises.living-area', { where, area: area ?? null, livingArea: part });
}

/** Looks at what came out: a part may have been changed without the whole. */
async function refuseWideLiving(tx: Tx, id: PremisesId, where: string): Promise<void> {
  const [wide] = await tx.query<{ area: string; part: string }[]>(
    `select area::text, greatest(living_area, heated_area)::text as part from premises_facts
      where premises_id = $1 and superseded_at is null and greatest(living_area, heated_area) > area limit 1`,
    [id],
  );
  if (wide) throw new DomainError('premises.living-area', { where, area: wide.area, livingArea: wide.part });
}

/** A room is in a flat of its own house; nothing else is in anything. */
async function refuseStrangeFlat(tx: Tx, houseId: HouseId, { kind, parentId }: PremisesNames): Promise<void> {
  if (kind !== 'room' && !parentId) return;
  const [flat] = await tx.query<unknown[]>(`select 1 from premises where id = $1 and house_id = $2 and kind = 'flat'`, [
    parentId ?? null,
    houseId,
  ]);
  if (!flat || kind !== 'room') throw new DomainError('premises.not-a-flat');
}

function taken(error: unknown, where: string, names: PremisesNames): unknown {
  return constraintOf(error)?.startsWith('premises_organization_id_house_id_parent_id_kind')
    ? new DomainError('premises.exists', { where, premises: formatPremises(names) })
    : error;
}

function columnsOf({ kind, number, parentId, entrance, floor, cadastralNumber, gisId }: PremisesNames): unknown[] {
  return [parentId ?? null, kind, number, entrance ?? null, floor ?? null, cadastralNumber ?? null, gisId ?? null];
}

function patchOf(values: Partial<PremisesValues>) {
  const { area, livingArea, heatedArea, rooms, traits, meterImpossible, ownHeating } = values;
  return {
    ...(area !== undefined && { area }),
    ...(livingArea !== undefined && { living_area: livingArea }),
    ...(heatedArea !== undefined && { heated_area: heatedArea }),
    ...(rooms !== undefined && { rooms }),
    ...(traits !== undefined && { traits }),
    ...(meterImpossible !== undefined && { meter_impossible: meterImpossible }),
    ...(ownHeating !== undefined && { own_heating: ownHeating }),
  };
}

function told({ from, to }: Interval): { from: string; to: string | null } {
  return { from: formatDate(from), to: to === null ? null : formatDate(to) };
}

import { Injectable } from '@nestjs/common';
import { DomainError, formatDate, type HouseId, type Interval, parseDecimal } from '@dvor/kernel';
import { AuditLog, changeFacts, constraintOf, type Recording, type Tx } from '@dvor/platform';
import { refreshAccountSearch } from './account-search.js';
import { formatAddress, type HouseAddress, houseKey, type Traits } from './core/index.js';
import { HOUSE_FACTS } from './fact-tables.js';
import { housePlace } from './places.js';

/** Where a house stands and what the state calls it. */
export interface HouseNames extends HouseAddress {
  readonly postalCode?: string | null;
  readonly yearBuilt?: number | null;
  readonly timeZone: string;
  /** ГАР/ФИАС id of the house. */
  readonly fiasId?: string | null;
  readonly cadastralNumber?: string | null;
  readonly oktmo?: string | null;
  readonly gisId?: string | null;
}

/** The passport: what holds over days. Areas are decimal texts, m². */
export interface HouseValues {
  /** Sоб: all residential and non-residential premises. */
  readonly area?: string | null;
  /** Sои: common property. */
  readonly commonArea?: string | null;
  readonly floors?: number | null;
  readonly entrances?: number | null;
  readonly traits?: Traits;
}

/** A house's address and passport, corrected and changed. */
@Injectable()
export class HouseLife {
  constructor(private readonly audit: AuditLog) {}

  /** @throws DomainError `house.not-found`, `house.exists`, `house.fias-taken`, `house.billed-elsewhere` */
  async rename(tx: Tx, id: HouseId, names: HouseNames, recording: Recording): Promise<void> {
    const { name: was } = await housePlace(tx, id);
    const { city, street, building, postalCode, yearBuilt, timeZone, fiasId, cadastralNumber, oktmo, gisId } = names;
    const others = await tx.query<HouseAddress[]>('select city, street, building from houses where id <> $1', [id]);
    const same = others.find((other) => houseKey(other) === houseKey(names));
    if (same) throw new DomainError('house.exists', { value: formatAddress(same) });
    try {
      await tx.query(
        `update houses set city = $2, street = $3, building = $4, postal_code = $5, year_built = $6, time_zone = $7,
                           fias_id = $8, cadastral_number = $9, oktmo = $10, gis_id = $11 where id = $1`,
        [id, city, street, building, ...[postalCode, yearBuilt].map(orNull), timeZone].concat(
          [fiasId, cadastralNumber, oktmo, gisId].map(orNull),
        ),
      );
    } catch (error) {
      const constraint = constraintOf(error);
      if (constraint === 'houses_organization_id_city_street_building_key')
        throw new DomainError('house.exists', { value: formatAddress(names) });
      if (constraint === 'houses_fias') throw new DomainError('house.fias-taken', { value: fiasId ?? null });
      if (constraint === 'billing_claims_one_biller') throw new DomainError('house.billed-elsewhere', { where: was });
      throw error;
    }
    const accounts = await tx.query<{ id: string }[]>('select id from accounts where house_id = $1', [id]);
    await refreshAccountSearch(
      tx,
      accounts.map((account) => account.id as Parameters<typeof refreshAccountSearch>[1][number]),
    );
    await this.note(tx, 'house.rename', id, { was, is: formatAddress(names) }, recording);
  }

  /**
   * Over these days some values of the passport were, or will be, other than was believed.
   * @throws DomainError `house.not-found`, `house.area`
   */
  async change(
    tx: Tx,
    id: HouseId,
    { values, days }: { readonly values: HouseValues; readonly days: Interval },
    recording: Recording,
  ): Promise<void> {
    const { name: where } = await housePlace(tx, id);
    for (const area of [values.area, values.commonArea])
      if (typeof area === 'string' && !parseDecimal(area)?.gte('0'))
        throw new DomainError('house.area', { where, area });
    if (values.area === '0') throw new DomainError('house.area', { where, area: values.area });
    const patch = patchOf(values);
    await changeFacts(tx, HOUSE_FACTS, { key: { house_id: id }, days, patch, otherwise: { traits: {} } }, recording);
    await this.note(
      tx,
      'house.change',
      id,
      {
        from: formatDate(days.from),
        to: days.to === null ? null : formatDate(days.to),
        fields: Object.keys(patch),
      },
      recording,
    );
  }

  private async note(
    tx: Tx,
    action: string,
    id: HouseId,
    details: Record<string, string | null | string[]>,
    { by, reason }: Recording,
  ): Promise<void> {
    await this.audit.record(tx, { userId: by, action, object: { type: 'house', id }, details: { ...details, reason } });
  }
}

function patchOf({ area, commonArea, floors, entrances, traits }: HouseValues) {
  return {
    ...(area !== undefined && { area }),
    ...(commonArea !== undefined && { common_area: commonArea }),
    ...(floors !== undefined && { floors }),
    ...(entrances !== undefined && { entrances }),
    ...(traits !== undefined && { traits }),
  };
}

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null;
}

import {
  type AccountId,
  type Dated,
  formatDateRange,
  groupBy,
  type HouseId,
  type Interval,
  type LocalDate,
  monthInterval,
  type Period,
  type PremisesId,
  type ServiceId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { joinDays } from './core/join-days.js';
import { ownersByDays } from './core/owners-by-days.js';
import type { PremisesKind, Traits } from './core/premises.js';

/** What a month of some houses is charged from, as far as houses, premises and people go. Areas are decimal texts, m². */
export interface HousingInMonth {
  readonly houses: HouseInMonth[];
  readonly accounts: AccountInMonth[];
}

export interface HouseInMonth {
  readonly id: HouseId;
  readonly facts: HouseFact[];
}

export interface HouseFact extends Interval {
  /** S_об; `null` where it was never entered: the sum over premises stands for it. */
  readonly area: string | null;
  /** S_ои. */
  readonly commonArea: string | null;
  readonly traits: Traits;
}

/** An account that is open on some day of the month. */
export interface AccountInMonth {
  readonly id: AccountId;
  readonly number: string;
  readonly houseId: HouseId;
  readonly premisesId: PremisesId;
  readonly kind: PremisesKind;
  /** The communal flat that the room is a part of. */
  readonly parentId: PremisesId | null;
  /** Days on which it is open, apart from each other. */
  readonly open: Interval[];
  /** What it bears of its premises, `1/3`; on days without a share, all of it. */
  readonly shares: readonly Dated<string>[];
  readonly premises: PremisesFact[];
  /** Count of owners on the days of the month. */
  readonly owners: Dated<number>[];
  readonly residents: Residency[];
  /** Units of services at the premises, on some day of the month; the last of each stands. */
  readonly units: readonly ServiceUnits[];
}

export interface ServiceUnits {
  readonly serviceId: ServiceId;
  /** Decimal text. */
  readonly units: string;
}

export interface PremisesFact extends Interval {
  readonly area: string;
  readonly livingArea: string | null;
  readonly traits: Traits;
  /** Resources for which an act says that no meter can be installed. */
  readonly meterImpossible: readonly string[];
  /** A lawful heat source of its own, or no heaters by the house's project. */
  readonly ownHeating: boolean;
}

export interface Residency extends Interval {
  readonly kind: 'permanent' | 'temporary';
  /** From the day of leaving to the day after coming back. */
  readonly absences: readonly Interval[];
}

/**
 * Loads some houses with all that is in force and touches the month: seven queries, however many houses there are.
 * Intervals stand as they were recorded, not cut to the month; lists are in the order of ids and days.
 *
 * @param only  accounts of those houses; `null`: all
 */
export async function loadHousing(
  tx: Tx,
  houseIds: readonly HouseId[],
  month: Period,
  only: readonly AccountId[] | null = null,
): Promise<HousingInMonth> {
  const days = monthInterval(month);
  const about = [houseIds, formatDateRange(days)];
  const facts = await tx.query<HouseFactRow[]>(HOUSE_FACTS, about);
  const accounts = only
    ? await tx.query<AccountRow[]>(openAccounts(`${IN_FORCE} and account_id = any ($3::bigint[])`), [...about, only])
    : await tx.query<AccountRow[]>(OPEN_ACCOUNTS, about);
  const ask = <Row>(sql: string, column: 'account_id' | 'premises_id') => {
    if (!only) return tx.query<Row[]>(sql, about);
    const ids = column === 'account_id' ? only : [...new Set(accounts.map(({ premisesId }) => premisesId))];
    return tx.query<Row[]>(sql.replace(IN_FORCE, `${IN_FORCE} and ${column} = any ($3::bigint[])`), [...about, ids]);
  };
  const premises = groupBy(await ask<PremisesFactRow>(PREMISES_FACTS, 'premises_id'), ({ premisesId }) => premisesId);
  const ownerships = groupBy(await ask<OwnershipRow>(OWNERSHIPS, 'premises_id'), ({ premisesId }) => premisesId);
  const residencies = groupBy(await ask<ResidencyRow>(RESIDENCIES, 'account_id'), ({ accountId }) => accountId);
  const absences = groupBy(await ask<AbsenceRow>(ABSENCES, 'account_id'), ({ accountId }) => accountId);
  const units = groupBy(await ask<UnitsRow>(UNITS, 'premises_id'), ({ premisesId }) => premisesId);
  return {
    houses: [...groupBy(facts, ({ houseId }) => houseId)].map(([id, rows]) => ({
      id,
      facts: rows.map(houseFact).sort(byDays),
    })),
    accounts: [...groupBy(accounts, ({ id }) => id).values()].map((rows) => {
      const { id, number, houseId, premisesId, kind, parentId } = rows[0]!;
      return {
        id,
        number,
        houseId,
        premisesId,
        kind,
        parentId,
        open: joinDays(rows),
        shares: sharesOf(rows),
        premises: (premises.get(premisesId) ?? []).map(premisesFact).sort(byDays),
        owners: ownersByDays(ownerships.get(premisesId) ?? [], days),
        residents: (residencies.get(id) ?? [])
          .map((row) => residency(row, absences.get(id) ?? []))
          .sort((a, b) => byDays(a, b) || a.kind.localeCompare(b.kind)),
        units: lastOfEach(units.get(premisesId)),
      };
    }),
  };
}

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

type HouseFactRow = Days & { houseId: HouseId; area: string | null; commonArea: string | null; traits: Traits };
type AccountRow = Days &
  Pick<AccountInMonth, 'id' | 'number' | 'houseId' | 'premisesId' | 'kind' | 'parentId'> & { share: string | null };
type PremisesFactRow = Days & {
  premisesId: PremisesId;
  area: string;
  livingArea: string | null;
  traits: Traits | null;
  meterImpossible: string[] | null;
  ownHeating: boolean;
};
type UnitsRow = ServiceUnits & { premisesId: PremisesId };
type OwnershipRow = Days & { premisesId: PremisesId };
type ResidencyRow = Days & { accountId: AccountId; partyId: string; kind: Residency['kind'] };
type AbsenceRow = Days & { accountId: AccountId; partyId: string };

const DAYS = `lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to"`;
const IN_FORCE = 'house_id = any ($1) and superseded_at is null and valid && $2::daterange';

const HOUSE_FACTS = `
  select house_id as "houseId", ${DAYS}, area, common_area as "commonArea", traits
    from house_facts where ${IN_FORCE} order by house_id`;

// Each table is asked for its houses by itself: joined by hash, which a condition on one of them alone would not give.
const openAccounts = (inForce: string) => `
  select a.id, a.number, a.house_id as "houseId", a.premises_id as "premisesId", p.kind, p.parent_id as "parentId", f."from", f."to", f.share
    from (select account_id, ${DAYS}, share_numerator || '/' || share_denominator as share from account_facts where ${inForce}) f
    join accounts a on a.id = f.account_id and a.house_id = any ($1)
    join premises p on p.id = a.premises_id and p.house_id = any ($1)
   order by a.id`;
const OPEN_ACCOUNTS = openAccounts(IN_FORCE);

// Empty traits and lists come as null: decoding JSON for every premises would cost more than the query.
const PREMISES_FACTS = `
  select premises_id as "premisesId", ${DAYS}, area, living_area as "livingArea",
         nullif(traits, '{}') as traits, nullif(meter_impossible, '{}') as "meterImpossible",
         own_heating as "ownHeating"
    from premises_facts where ${IN_FORCE}`;

const OWNERSHIPS = `select premises_id as "premisesId", ${DAYS} from ownerships where ${IN_FORCE}`;

const RESIDENCIES = `select account_id as "accountId", party_id as "partyId", kind, ${DAYS} from residencies where ${IN_FORCE}`;

const ABSENCES = `
  select account_id as "accountId", party_id as "partyId", ${DAYS} from absences where ${IN_FORCE} order by lower(valid)`;

const UNITS = `
  select premises_id as "premisesId", service_id as "serviceId", trim_scale(units)::text as units
    from premises_units where ${IN_FORCE} order by premises_id, service_id, lower(valid)`;

const NO_TRAITS: Traits = {};
const NO_RESOURCES: readonly string[] = [];

function houseFact({ from, to, area, commonArea, traits }: HouseFactRow): HouseFact {
  return { from, to, area, commonArea, traits };
}

function premisesFact({ premisesId: _, traits, meterImpossible, ...row }: PremisesFactRow): PremisesFact {
  return { ...row, traits: traits ?? NO_TRAITS, meterImpossible: meterImpossible ?? NO_RESOURCES };
}

const NO_SHARES: readonly Dated<string>[] = [];

function sharesOf(rows: readonly AccountRow[]): readonly Dated<string>[] {
  if (rows.every(({ share }) => share === null)) return NO_SHARES;
  return rows.flatMap(({ from, to, share }) => (share === null ? [] : [{ from, to, value: share }])).sort(byDays);
}

const NO_UNITS: readonly ServiceUnits[] = [];

function lastOfEach(rows: readonly UnitsRow[] = []): readonly ServiceUnits[] {
  if (rows.length === 0) return NO_UNITS;
  const last = new Map(rows.map(({ serviceId, units }) => [serviceId, { serviceId, units }]));
  return [...last.values()];
}

function residency({ from, to, kind, partyId }: ResidencyRow, absences: readonly AbsenceRow[]): Residency {
  const own = absences.filter((absence) => absence.partyId === partyId);
  return { from, to, kind, absences: own.map((absence) => ({ from: absence.from, to: absence.to })) };
}

function byDays(a: Days, b: Days): number {
  return a.from - b.from || (a.to ?? Infinity) - (b.to ?? Infinity) || 0;
}

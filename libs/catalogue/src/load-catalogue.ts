import {
  formatDateRange,
  type HouseId,
  type Interval,
  monthInterval,
  type Period,
  type PremisesId,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { ForTraits } from './core/pick-for-traits.js';
import type { PriceRange } from './core/price-ranges.js';
import type { Rates, Resource, Section } from './core/service.js';

/** What is charged in some houses in a month, by whom and at which rates. */
export interface CatalogueInMonth {
  readonly services: ServiceInMonth[];
  readonly assignments: Assignment[];
  readonly tariffs: Tariff[];
  readonly norms: Norm[];
  readonly excessFactors: ExcessFactor[];
}

/** A service that one of the houses gets. */
export interface ServiceInMonth {
  readonly id: ServiceId;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly resource: Resource | null;
  readonly section: Section;
  readonly position: number;
}

/** Charges a service in a house, or in one of its premises instead of the house's rule. */
export interface Assignment extends Interval {
  readonly houseId: HouseId;
  readonly premisesId: PremisesId | null;
  /** Premises of the one entrance that it concerns instead of the house's rule. */
  readonly entrancePremises?: readonly PremisesId[] | null;
  /** Kinds of premises it concerns where it is the house's or an entrance's. */
  readonly premisesKinds: readonly string[];
  readonly serviceId: ServiceId;
  readonly supplierId: SupplierId;
  readonly method: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Tariff extends ForTraits {
  readonly id: string;
  readonly serviceId: ServiceId;
  readonly rates: Rates;
  /** In place of one price; `rates` are those of the first range then. */
  readonly ranges?: readonly PriceRange[] | null;
  /** Per cent of VAT that the rates hold; `null`: none. */
  readonly vatRate?: string | null;
}

export interface Norm extends ForTraits {
  readonly id: string;
  readonly serviceId: ServiceId;
  readonly value: string;
}

/** By how much the norm is multiplied where a meter could stand and does not (calculation.md §2.2). */
export interface ExcessFactor extends Interval {
  readonly resource: Resource;
  readonly factor: string;
  /** Whose it is: a house's own stands before the organisation's, and that before the law's. */
  readonly houseId?: HouseId | null;
  readonly rank?: 'law' | 'organization' | 'house';
}

/**
 * Loads what is in force on some day of the month: assignments of the houses, their services, the tariffs and norms of
 * these, and the law's factors. Five queries, however many houses there are.
 */
export async function loadCatalogue(tx: Tx, houseIds: readonly HouseId[], month: Period): Promise<CatalogueInMonth> {
  const days = formatDateRange(monthInterval(month));
  const assignments = await tx.query<Assignment[]>(ASSIGNMENTS, [houseIds, days]);
  const serviceIds = [...new Set(assignments.map(({ serviceId }) => serviceId))];
  return {
    services: await tx.query<ServiceInMonth[]>(SERVICES, [serviceIds]),
    assignments,
    ...(await loadRatesOf(tx, serviceIds, month)),
    excessFactors: await tx.query<ExcessFactor[]>(EXCESS_FACTORS, [houseIds, days]),
  };
}

/** Tariffs and norms of some services that are in force on some day of the month. */
export async function loadRatesOf(
  tx: Tx,
  serviceIds: readonly ServiceId[],
  month: Period,
): Promise<Pick<CatalogueInMonth, 'tariffs' | 'norms'>> {
  const days = formatDateRange(monthInterval(month));
  return {
    tariffs: await tx.query<Tariff[]>(TARIFFS, [serviceIds, days]),
    norms: await tx.query<Norm[]>(NORMS, [serviceIds, days]),
  };
}

/** Tariffs of some services that are in force on some of the days. */
export async function loadTariffsOf(tx: Tx, serviceIds: readonly ServiceId[], days: Interval): Promise<Tariff[]> {
  return tx.query<Tariff[]>(TARIFFS, [serviceIds, formatDateRange(days)]);
}

const DAYS = `lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to"`;

const ASSIGNMENTS = `
  select house_id as "houseId", premises_id as "premisesId", premises_kinds as "premisesKinds", service_id as "serviceId",
         supplier_id as "supplierId", method, settings, ${DAYS},
         case when entrance is not null then array(
           select p.id::text from premises p left join premises flat on flat.id = p.parent_id
            where p.house_id = a.house_id and coalesce(p.entrance, flat.entrance) = a.entrance) end as "entrancePremises"
    from service_assignments a
   where house_id = any ($1) and superseded_at is null and valid && $2::daterange
   order by house_id, service_id, premises_id, entrance, lower(valid)`;

const SERVICES = `
  select id, code, name, unit, resource, section, position
    from services where id = any ($1) order by position, id`;

const TARIFFS = `
  select id, service_id as "serviceId", applies_to as "appliesTo", rates, ranges, trim_scale(vat_rate)::text as "vatRate", ${DAYS}
    from tariffs where service_id = any ($1) and superseded_at is null and valid && $2::daterange
   order by service_id, lower(valid), id`;

const NORMS = `
  select id, service_id as "serviceId", applies_to as "appliesTo", trim_scale(value) as value, ${DAYS}
    from norms where service_id = any ($1) and superseded_at is null and valid && $2::daterange
   order by service_id, lower(valid), id`;

const EXCESS_FACTORS = `
  select split_part(code, '.', 2) as resource, value #>> '{}' as factor, null as "houseId", 'law' as rank, ${DAYS}
    from law_parameters where code like 'excess-factor.%' and valid && $2::daterange
  union all
  select split_part(code, '.', 2), trim_scale(value)::text, house_id, case when house_id is null then 'organization' else 'house' end, ${DAYS}
    from coefficients
   where code like 'excess-factor.%' and superseded_at is null and valid && $2::daterange and (house_id is null or house_id = any ($1))
   order by resource, "from", rank`;

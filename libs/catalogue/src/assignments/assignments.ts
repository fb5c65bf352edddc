import { Injectable } from '@nestjs/common';
import {
  contains,
  DomainError,
  formatDate,
  formatDateRange,
  type HouseId,
  type Interval,
  type LocalDate,
  type PremisesId,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { constraintOf, type Tx, recordChanges, type Recording } from '@dvor/platform';
import { pickForTraits, type ForTraits, type Rates, type Traits } from '../core/index.js';
import { placeOf } from './place.js';

export interface NewAssignment extends Interval {
  readonly houseId: HouseId;
  /** One premises, in place of the house's own rule for it. */
  readonly premisesId?: PremisesId | null;
  /** One entrance, in place of the house's own rule for it. */
  readonly entrance?: number | null;
  /** Kinds of premises that a house's rule concerns. Default: flats and rooms. */
  readonly premisesKinds?: readonly string[];
  readonly serviceId: ServiceId;
  readonly supplierId: SupplierId;
  /** A charge method of the calculation core. */
  readonly method: string;
  /** What the method asks for besides tariffs and norms. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A service as a house gets it on a day. */
export interface HouseService {
  readonly service: { readonly id: ServiceId; readonly code: string; readonly name: string; readonly unit: string };
  readonly supplier: { readonly id: SupplierId; readonly name: string };
  readonly premisesId: PremisesId | null;
  readonly entrance: number | null;
  readonly premisesKinds: readonly string[];
  readonly method: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** For the traits asked about; `null`: there is no tariff for them. */
  readonly rates: Rates | null;
  /** The act or agreement that sets the rate. */
  readonly rateSource: string | null;
}

/** Which services houses get, from whom, and how they are charged. */
@Injectable()
export class Assignments {
  /** Services of a house on a day, in the order of the receipt; rates are those of premises with the given traits. */
  async ofHouse(
    tx: Tx,
    houseId: HouseId,
    { on, traits }: { readonly on: LocalDate; readonly traits: Traits },
  ): Promise<HouseService[]> {
    const rows = await tx.query<AssignmentRow[]>(ASSIGNMENTS, [houseId, formatDate(on)]);
    const tariffs = await tx.query<TariffRow[]>(TARIFFS, [rows.map(({ service }) => service.id), formatDate(on)]);
    return rows.map((row) => {
      const own = tariffs.filter(
        ({ serviceId, from, to }) => serviceId === row.service.id && contains({ from, to }, on),
      );
      const picked = pickForTraits(own, traits, { from: on, to: (on + 1) as LocalDate })[0]?.value;
      return { ...row, rates: picked?.rates ?? null, rateSource: picked?.basis ?? null };
    });
  }

  /** @throws DomainError `assignment.overlap` naming the neighbour, `assignment.other-biller` */
  async assign(tx: Tx, assignments: readonly NewAssignment[], recording: Recording): Promise<void> {
    const rows = JSON.stringify(assignments.map(rowOf));
    const [neighbour] = await tx.query<{ service: string; house: string; from: string; to: string | null }[]>(
      NEIGHBOUR,
      [rows],
    );
    if (neighbour) throw new DomainError('assignment.overlap', { ...neighbour });
    try {
      await tx.query(INSERT, [rows, recording.by, recording.reason, recording.documentId ?? null]);
    } catch (error) {
      throw assignmentRefusal(error);
    }
    const changes = assignments.map(
      ({ houseId, from, to }) =>
        ({ fact: 'service_assignments', subject: { type: 'house', id: houseId }, from, to }) as const,
    );
    await recordChanges(tx, changes, recording);
  }
}

type AssignmentRow = Omit<HouseService, 'rates' | 'rateSource'>;

interface TariffRow extends ForTraits {
  readonly serviceId: ServiceId;
  readonly rates: Rates;
  readonly basis: string;
}

const ASSIGNMENTS = `
  select json_build_object('id', s.id::text, 'code', s.code, 'name', s.name, 'unit', s.unit) as service,
         json_build_object('id', r.id::text, 'name', r.name) as supplier,
         a.premises_id as "premisesId", a.entrance, a.premises_kinds as "premisesKinds", a.method,
         lower(a.valid)::text as "validFrom", upper(a.valid)::text as "validTo"
    from service_assignments a join services s on s.id = a.service_id join suppliers r on r.id = a.supplier_id
   where a.house_id = $1 and a.superseded_at is null and a.valid @> $2::date
   order by s.position, s.id, a.premises_id nulls first, a.entrance nulls first`;

const TARIFFS = `
  select service_id as "serviceId", applies_to as "appliesTo", rates, basis,
         lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to"
    from tariffs where service_id = any ($1) and superseded_at is null and valid @> $2::date`;

const GIVEN = `jsonb_to_recordset($1) as n (house_id bigint, place text, premises_id bigint, entrance smallint, premises_kinds text[], service_id bigint,
                                            supplier_id bigint, method text, settings jsonb, valid daterange)`;

const NEIGHBOUR = `
  select s.name as service, concat_ws(', ', h.street, h.building) as house, lower(a.valid)::text as "from", upper(a.valid)::text as "to"
    from ${GIVEN}
    join service_assignments a on a.house_id = n.house_id and a.service_id = n.service_id and a.superseded_at is null
     and a.place = n.place and a.valid && n.valid
    join services s on s.id = a.service_id
    join houses h on h.id = a.house_id
   limit 1`;

const INSERT = `
  insert into service_assignments
         (organization_id, house_id, place, premises_id, entrance, premises_kinds, service_id, supplier_id, method, settings, valid, recorded_by, reason, document_id)
  select current_organization(), n.house_id, n.place, n.premises_id, n.entrance, n.premises_kinds, n.service_id, n.supplier_id, n.method, n.settings, n.valid, $2, $3, $4
    from ${GIVEN}`;

/** What the database's own walls say of an assignment, in the trade's words. */
function assignmentRefusal(error: unknown): unknown {
  const constraint = constraintOf(error);
  if (constraint === 'service_assignments_once') return new DomainError('assignment.overlap');
  if (constraint === 'billing_claims_one_biller') return new DomainError('assignment.other-biller');
  return error;
}

function rowOf(assignment: NewAssignment) {
  const {
    houseId,
    premisesId = null,
    entrance = null,
    premisesKinds = ['flat', 'room'],
    serviceId,
    supplierId,
    method,
    settings = {},
  } = assignment;
  return {
    house_id: houseId,
    place: placeOf({ premisesId, entrance }),
    premises_id: premisesId,
    entrance,
    premises_kinds: premisesKinds,
    service_id: serviceId,
    supplier_id: supplierId,
    method,
    settings,
    valid: formatDateRange(assignment),
  };
}

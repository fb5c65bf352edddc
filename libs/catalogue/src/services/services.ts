import { Injectable } from '@nestjs/common';
import { DomainError, formatDate, type LocalDate, type ServiceId, type UserId } from '@dvor/kernel';
import { AuditLog, constraintOf, type Tx } from '@dvor/platform';
import { type Base, baseOfUnit, type Resource, type Section } from '../core/index.js';
import { changesOf, withoutUndefined } from '../edits.js';

export interface NewService {
  /** Stands in settings and imports, so it never changes: `cold-water`. */
  readonly code: string;
  readonly name: string;
  /** м³, кВт·ч, м², чел., кв. */
  readonly unit: string;
  readonly resource: Resource | null;
  readonly section: Section;
  /** Order on the receipt. */
  readonly position: number;
  /** What its volume is counted by. Default: as the unit says. */
  readonly base?: Base;
  /** Number of a directory of ГИС ЖКХ → code of its record: `{ '1': '4' }`. */
  readonly gisCodes?: Readonly<Record<string, string>>;
  /** A payer may decline it, and is then not charged. Default: no. */
  readonly voluntary?: boolean;
}

/** What may be changed of a service: its code and what flows through it are what bills were made of. */
export type ServiceChange = Partial<
  Pick<NewService, 'name' | 'unit' | 'section' | 'position' | 'base' | 'gisCodes' | 'voluntary'>
>;

export interface Service extends Required<NewService> {
  readonly id: ServiceId;
  readonly archived: boolean;
  readonly version: number;
}

export interface ServiceFilter {
  /** A part of the name or of the code. */
  readonly search?: string | undefined;
  readonly section?: Section | undefined;
  readonly archived?: boolean | undefined;
}

/** What an organisation charges for. */
@Injectable()
export class Services {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /** In the order of the receipt. */
  async list(tx: Tx, { search, section, archived }: ServiceFilter = {}): Promise<Service[]> {
    return tx.query<Service[]>(
      `${SELECT}
        where ($1::text is null or position(lower($1) in lower(s.name || ' ' || s.code)) > 0)
          and ($2::text is null or s.section = $2) and ($3::boolean is null or (s.archived_at is not null) = $3)
        order by s.position, s.id`,
      [search ?? null, section ?? null, archived ?? null],
    );
  }

  /** @throws DomainError `service.not-found` */
  async read(tx: Tx, id: ServiceId): Promise<Service> {
    return readService(tx, id);
  }

  /** @throws DomainError `service.code-taken` */
  async add(tx: Tx, service: NewService): Promise<ServiceId> {
    const {
      code,
      name,
      unit,
      resource,
      section,
      position,
      base = baseOfUnit(unit),
      gisCodes = {},
      voluntary = false,
    } = service;
    try {
      const [row] = await tx.query<{ id: ServiceId }[]>(
        `insert into services (organization_id, code, name, unit, resource, section, position, base, gis_codes, voluntary)
         values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
        [code, name, unit, resource, section, position, base, gisCodes, voluntary],
      );
      return row!.id;
    } catch (error) {
      if (constraintOf(error) === 'services_organization_id_code_key')
        throw new DomainError('service.code-taken', { code });
      throw error;
    }
  }

  /** As a person adds one, on the record. @throws DomainError `service.code-taken` */
  async create(tx: Tx, service: NewService, by: UserId | null): Promise<Service> {
    const id = await this.add(tx, service);
    await this.note(tx, 'service.create', { id, by }, { code: service.code, name: service.name, unit: service.unit });
    return readService(tx, id);
  }

  /** Changes a service as it was seen at `version`. @throws DomainError `service.not-found`, `service.stale` */
  async edit(tx: Tx, id: ServiceId, change: ServiceChange, seen: { version: number; by: UserId }): Promise<Service> {
    const before = await readService(tx, id, 'for update of s');
    if (before.version !== seen.version) throw new DomainError('service.stale', { version: before.version });
    const after = { ...before, ...withoutUndefined(change) };
    await tx.query(
      `update services set name = $2, unit = $3, section = $4, position = $5, base = $6, gis_codes = $7, voluntary = $8, version = version + 1 where id = $1`,
      [id, after.name, after.unit, after.section, after.position, after.base, after.gisCodes, after.voluntary],
    );
    await this.note(tx, 'service.edit', { id, by: seen.by }, changesOf(before, change));
    return readService(tx, id);
  }

  /**
   * Takes a service out of use; what was charged for it stays.
   *
   * @throws DomainError `service.in-use` naming where it is given today or later, `service.not-found`, `service.archived`
   */
  async archive(tx: Tx, id: ServiceId, { on, by }: { on: LocalDate; by: UserId }): Promise<Service> {
    const service = await readService(tx, id, 'for update of s');
    if (service.archived) throw new DomainError('service.archived', { service: service.name });
    const uses = await tx.query<{ house: string }[]>(USES, [id, formatDate(on)]);
    if (uses.length > 0)
      throw new DomainError('service.in-use', {
        service: service.name,
        count: uses.length,
        houses: uses
          .slice(0, 3)
          .map(({ house }) => house)
          .join('; '),
      });
    await tx.query('update services set archived_at = organization_now(), version = version + 1 where id = $1', [id]);
    await this.note(tx, 'service.archive', { id, by }, { code: service.code });
    return readService(tx, id);
  }

  /** @throws DomainError `service.not-found`, `service.not-archived` */
  async unarchive(tx: Tx, id: ServiceId, by: UserId): Promise<Service> {
    const service = await readService(tx, id, 'for update of s');
    if (!service.archived) throw new DomainError('service.not-archived', { service: service.name });
    await tx.query('update services set archived_at = null, version = version + 1 where id = $1', [id]);
    await this.note(tx, 'service.unarchive', { id, by }, { code: service.code });
    return readService(tx, id);
  }

  private async note(
    tx: Tx,
    action: string,
    { id, by }: { id: ServiceId; by: UserId | null },
    details: Parameters<AuditLog['record']>[1]['details'] & object,
  ): Promise<void> {
    await this.audit.record(tx, { userId: by, action, object: { type: 'service', id }, details });
  }
}

/** Held until the end of the transaction, so that its rates and assignments change one after another. */
export async function lockService(tx: Tx, id: ServiceId): Promise<Service> {
  const service = await readService(tx, id, 'for update of s');
  if (service.archived) throw new DomainError('service.archived', { service: service.name });
  return service;
}

async function readService(tx: Tx, id: ServiceId, lock: '' | 'for update of s' = ''): Promise<Service> {
  const [row] = await tx.query<Service[]>(`${SELECT} where s.id = $1 ${lock}`, [id]);
  if (!row) throw new DomainError('service.not-found');
  return row;
}

const SELECT = `
  select s.id, s.code, s.name, s.unit, s.resource, s.section, s.position, s.base, s.gis_codes as "gisCodes", s.voluntary, s.version,
         s.archived_at is not null as archived
    from services s`;

const USES = `
  select distinct concat_ws(', ', h.city, h.street, h.building) as house
    from service_assignments a join houses h on h.id = a.house_id
   where a.service_id = $1 and a.superseded_at is null and (upper_inf(a.valid) or upper(a.valid) > $2::date)
   order by house`;

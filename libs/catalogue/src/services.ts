import { Injectable } from '@nestjs/common';
import { DomainError, type ServiceId } from '@dvor/kernel';
import { constraintOf, type Tx } from '@dvor/platform';
import type { Resource, Section } from './core/index.js';

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
}

export interface Service extends NewService {
  readonly id: ServiceId;
  readonly archived: boolean;
}

/** What an organisation charges for. */
@Injectable()
export class Services {
  /** In the order of the receipt. */
  async list(tx: Tx): Promise<Service[]> {
    return tx.query<Service[]>(
      `select id, code, name, unit, resource, section, position, archived_at is not null as archived
         from services order by position, id`,
    );
  }

  /** @throws DomainError `service.code-taken` */
  async add(tx: Tx, service: NewService): Promise<ServiceId> {
    try {
      const [row] = await tx.query<{ id: ServiceId }[]>(
        `insert into services (organization_id, code, name, unit, resource, section, position)
         values (current_organization(), $1, $2, $3, $4, $5, $6) returning id`,
        [service.code, service.name, service.unit, service.resource, service.section, service.position],
      );
      return row!.id;
    } catch (error) {
      if (constraintOf(error) === 'services_organization_id_code_key')
        throw new DomainError('service.code-taken', { code: service.code });
      throw error;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { Assignments, type NewAssignment, Norms, Services, Suppliers, Tariffs } from '@dvor/catalogue';
import { type HouseId, parseDate, type ServiceId, type SupplierId } from '@dvor/kernel';
import type { Recording, Tx } from '@dvor/platform';
import type { OfferedService, SupplierRole } from './barnaul-services.js';
import { inventBankAccount, type InventedFirm } from './requisites.js';

/** Enters services with suppliers, tariffs and norms, and says how houses are given them. */
@Injectable()
export class CatalogueEntry {
  constructor(
    private readonly services: Services,
    private readonly suppliers: Suppliers,
    private readonly tariffs: Tariffs,
    private readonly norms: Norms,
    private readonly assignments: Assignments,
  ) {}

  async enter(
    tx: Tx,
    offered: readonly OfferedService[],
    firms: Readonly<Partial<Record<SupplierRole, InventedFirm>>>,
    recording: Recording,
  ): Promise<EnteredService[]> {
    const supplierIds = await this.enterSuppliers(tx, firms, recording);
    const entered: EnteredService[] = [];
    for (const offer of offered) {
      const serviceId = await this.services.add(tx, offer.service);
      await this.tariffs.add(
        tx,
        offer.tariffs.map((tariff) => ({ ...tariff, serviceId })),
        recording,
      );
      await this.norms.add(
        tx,
        offer.norms.map((norm) => ({ ...norm, serviceId })),
        recording,
      );
      entered.push({ offer, serviceId, supplierId: supplierIds.get(offer.supplier)! });
    }
    return entered;
  }

  /** Gives houses all of the services. */
  async assign(
    tx: Tx,
    houseIds: readonly HouseId[],
    entered: readonly EnteredService[],
    recording: Recording,
  ): Promise<void> {
    await this.assignments.assign(
      tx,
      houseIds.flatMap((houseId) => entered.map((service) => assignmentOf(houseId, service))),
      recording,
    );
  }

  private async enterSuppliers(
    tx: Tx,
    firms: Readonly<Partial<Record<SupplierRole, InventedFirm>>>,
    recording: Recording,
  ): Promise<Map<string, SupplierId>> {
    const ids = new Map<string, SupplierId>();
    for (const [i, [role, firm]] of Object.entries(firms).entries()) {
      const id = await this.suppliers.add(tx, firm);
      await this.suppliers.addBankDetails(tx, id, { ...inventBankAccount(i + 1), from: SINCE, to: null }, recording);
      ids.set(role, id);
    }
    return ids;
  }
}

export interface EnteredService {
  readonly offer: OfferedService;
  readonly serviceId: ServiceId;
  readonly supplierId: SupplierId;
}

const SINCE = parseDate('2024-07-01');

function assignmentOf(houseId: HouseId, { offer, serviceId, supplierId }: EnteredService): NewAssignment {
  const { method, settings, premisesKinds } = offer;
  return {
    houseId,
    serviceId,
    supplierId,
    method,
    ...(settings && { settings }),
    premisesKinds,
    from: SINCE,
    to: null,
  };
}

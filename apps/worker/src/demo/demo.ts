import { Injectable } from '@nestjs/common';
import { Organizations, People } from '@dvor/auth';
import { Accounts, HouseIntake, Houses } from '@dvor/housing';
import { type AccountId, DomainError, type OrganizationId, parseDate, type UserId } from '@dvor/kernel';
import { MeterIntake } from '@dvor/metering';
import { Approvals, Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { BARNAUL_SERVICES, OWN_SERVICES } from '../invented/barnaul-services.js';
import { CatalogueEntry, type EnteredService } from '../invented/enter-catalogue.js';
import { metersOf } from '../invented/house.js';
import { demoHouses } from './demo-houses.js';
import { DemoLife } from './demo-life.js';
import { DemoMeters } from './demo-meters.js';
import { DemoRelief } from './demo-relief.js';
import {
  DEMO_BEGINS,
  DEMO_OPERATOR,
  DEMO_ORGANIZATION,
  DEMO_RESIDENT,
  DEMO_SENIOR,
  DEMO_SUPPLIERS,
} from './demo-organization.js';

export interface DemoMade {
  readonly organizationId: OrganizationId;
  /** Whether anything had to be made. */
  readonly created: boolean;
}

const SERVICES = [
  'maintenance',
  'cold-water-common',
  'hot-water-common',
  'sewage-common',
  'electricity-common',
  'heating',
  'cold-water',
  'hot-water',
  'sewage',
  'electricity',
  'waste',
  'capital-repair',
  'intercom',
] as const;
/** Common electricity goes by the norm there, and its year is settled by the house's meter. */
const SETTLED_HOUSE = 0;
/** The brick house of 1967 heats its water by gas and has no meters of its own: common property goes by the norm there. */
const BRICK_HOUSE = 1;
const NEW_HOUSE = 2;
const TODAY = parseDate('2026-11-02');

/** The demo organisation: everything but the billed months, which the engine makes itself. */
@Injectable()
export class Demo {
  constructor(
    private readonly database: Database,
    private readonly organizations: Organizations,
    private readonly people: People,
    private readonly catalogue: CatalogueEntry,
    private readonly houses: Houses,
    private readonly accounts: Accounts,
    private readonly houseIntake: HouseIntake,
    private readonly meterIntake: MeterIntake,
    private readonly life: DemoLife,
    private readonly meters: DemoMeters,
    private readonly relief: DemoRelief,
    private readonly clock: OrganizationClock,
    private readonly approvals: Approvals,
  ) {}

  /** Makes what is not there yet; `null` when the install belongs to somebody else's organisation. */
  async create(): Promise<DemoMade | null> {
    const found = await this.find();
    if (!found && !(await this.organizations.none())) return null;
    const made = found ? null : await this.organizations.setUpFirst(DEMO_ORGANIZATION);
    const tenant: Tenant = { organizationId: found ?? made!.organizationId };
    if (made) await this.closeAlone(tenant);
    const filled = await this.fill(tenant, made?.administratorId ?? null);
    const resident = await this.addResident(tenant);
    const senior = await untilTaken(async () => {
      const id = await this.people.addStaff(tenant, { ...DEMO_SENIOR, role: 'senior-accountant' }, null);
      await this.life.draftTariff(tenant, id);
      return id;
    });
    const operator = await untilTaken(() => this.people.addStaff(tenant, { ...DEMO_OPERATOR, role: 'operator' }, null));
    return {
      organizationId: tenant.organizationId,
      created: made !== null || filled || resident || senior || operator,
    };
  }

  /** Whoever tries the demo closes months alone, until they say otherwise under «Решения». */
  private async closeAlone(tenant: Tenant): Promise<void> {
    const waiver = { by: null, reason: 'Демонстрация: закрывать месяц можно одному', deciders: [] };
    await this.database.inTenant(tenant, (tx) => this.approvals.waive(tx, 'run.close', waiver));
  }

  private async find(): Promise<OrganizationId | null> {
    for (const organizationId of await this.database.organizationIds()) {
      const { demo, inn } = await this.organizations.read({ organizationId });
      if (demo && inn === DEMO_ORGANIZATION.organization.inn) return organizationId;
    }
    return null;
  }

  /** Catalogue, houses, people and meters at once: there is all of it or none. */
  private async fill(tenant: Tenant, by: UserId | null): Promise<boolean> {
    return this.database.inTenant(tenant, async (tx) => {
      const { items } = await this.houses.list(tx, { on: TODAY, limit: 1 });
      if (items.length > 0) return false;
      const recording = { by, reason: 'приём домов в управление' };
      const services = await this.catalogue.enter(
        tx,
        [...SERVICES.map((code) => BARNAUL_SERVICES[code]), OWN_SERVICES.snow, OWN_SERVICES.works],
        DEMO_SUPPLIERS,
        recording,
      );
      const { houses } = demoHouses();
      const taken = await this.houseIntake.takeIn(
        tx,
        houses.map(({ house }) => house),
        recording,
      );
      await this.life.chooseByRegion(tx, recording);
      const usual = services.slice(0, SERVICES.length);
      await this.catalogue.assign(
        tx,
        taken.filter((_, i) => i !== BRICK_HOUSE && i !== SETTLED_HOUSE).map(({ id }) => id),
        usual,
        recording,
      );
      await this.catalogue.assign(tx, [taken[SETTLED_HOUSE]!.id], withElectricitySettled(usual), recording);
      await this.catalogue.assign(tx, [taken[BRICK_HOUSE]!.id], withoutHotWater(usual), recording);
      await this.relief.orderSnowAway(tx, recording);
      const snow = services.find(({ offer }) => offer.service.code === 'snow')!;
      await this.catalogue.assign(tx, [taken[NEW_HOUSE]!.id], [snow], recording);
      await this.meterIntake.takeIn(
        tx,
        houses.flatMap((house, i) => metersOf(house, taken[i]!)),
        recording,
      );
      await this.life.signAgreements(
        tx,
        taken.map(({ id }) => id),
        recording,
      );
      await this.relief.letOff(tx, recording);
      await this.clock.advance(tx, DEMO_BEGINS);
      await this.life.mistellReadings(tx, recording);
      await this.meters.leak(tx, recording);
      await this.relief.goOn(tx, services, { ...recording, reason: 'по документам жильца' });
      return true;
    });
  }

  private async addResident(tenant: Tenant): Promise<boolean> {
    const { name, accountNumbers } = demoHouses().resident;
    const accountIds = await this.database.inTenant(tenant, async (tx) => {
      const ids: AccountId[] = [];
      for (const search of accountNumbers)
        ids.push((await this.accounts.list(tx, { on: TODAY, limit: 1, search })).items[0]!.id);
      return ids;
    });
    return untilTaken(() => this.people.addResident(tenant, { ...DEMO_RESIDENT, name, accountIds }, null));
  }
}

function withElectricitySettled(services: readonly EnteredService[]): EnteredService[] {
  return services.map((entered) => {
    const { service, settings } = entered.offer;
    if (service.code !== 'electricity-common') return entered;
    return { ...entered, offer: { ...entered.offer, settings: { ...settings, mode: 'norm', yearTrueUp: true } } };
  });
}

function withoutHotWater(services: readonly EnteredService[]): EnteredService[] {
  return services.flatMap((entered) => {
    const { service, method, settings } = entered.offer;
    if (service.resource === 'hot-water') return [];
    const byNorm = method === 'common' && service.resource !== 'sewage';
    return [byNorm ? { ...entered, offer: { ...entered.offer, settings: { ...settings, mode: 'norm' } } } : entered];
  });
}

/** False when somebody has the e-mail already: an earlier, interrupted start. */
async function untilTaken(add: () => Promise<UserId>): Promise<boolean> {
  try {
    await add();
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'user.email-taken') return false;
    throw error;
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Organizations } from '@dvor/auth';
import { Coefficients } from '@dvor/catalogue';
import { HouseIntake } from '@dvor/housing';
import { type OrganizationId, parsePeriod } from '@dvor/kernel';
import { MeterIntake } from '@dvor/metering';
import { Database, type Tenant } from '@dvor/platform';
import { BARNAUL_SERVICES, HEAT_OF_WATER, type SupplierRole } from '../invented/barnaul-services.js';
import { CatalogueEntry, type EnteredService } from '../invented/enter-catalogue.js';
import { type InventedHouse, metersOf } from '../invented/house.js';
import { inventFirm, type InventedFirm } from '../invented/requisites.js';
import { cityHouses } from './city-houses.js';

export interface CityAsked {
  readonly accounts: number;
  /** Short name of the organisation. */
  readonly organization: string;
  /** The same seed gives the same city. */
  readonly seed: string;
}

export interface CityProgress {
  readonly houses: number;
  readonly accounts: number;
  readonly meters: number;
  readonly readings: number;
}

/** Readings up to October 2026, on whose last evening the city's clock stands: a year of months to bill, with what their averages look back at. */
const READ = { from: parsePeriod('2025-03'), to: parsePeriod('2026-10') };
const NOW = new Date('2026-10-31T18:00:00+07:00');

/** Enough for a statement to be worth its trip, little enough for memory to stay flat. */
const ACCOUNTS_AT_ONCE = 1_500;
const AT_A_TIME = 3;

const RECORDING = { by: null, reason: 'синтетический город' };

/** Fills a new organisation with a city that never was: the full set of methods on every account, meters, readings of over a year. */
@Injectable()
export class SyntheticCity {
  constructor(
    private readonly database: Database,
    private readonly organizations: Organizations,
    private readonly catalogue: CatalogueEntry,
    private readonly houseIntake: HouseIntake,
    private readonly meterIntake: MeterIntake,
    private readonly coefficients: Coefficients,
  ) {}

  async build(
    { accounts, organization, seed }: CityAsked,
    onProgress: (progress: CityProgress) => void,
  ): Promise<OrganizationId> {
    const tenant = { organizationId: await this.addOrganization(organization) };
    const services = await this.database.inTenant(tenant, async (tx) => {
      await this.coefficients.set(tx, HEAT_OF_WATER, RECORDING);
      return this.catalogue.enter(tx, Object.values(BARNAUL_SERVICES), SUPPLIERS, RECORDING);
    });
    const batches = batchesOf(cityHouses({ accounts, seed, firstNumber: 1_000_000_001, read: READ }));
    let done: CityProgress = { houses: 0, accounts: 0, meters: 0, readings: 0 };
    const work = async () => {
      for (const houses of batches) {
        const taken = await this.takeIn(tenant, houses, services);
        done = sumOf(done, taken);
        onProgress(done);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    return tenant.organizationId;
  }

  private async takeIn(
    tenant: Tenant,
    houses: readonly InventedHouse[],
    services: readonly EnteredService[],
  ): Promise<CityProgress> {
    return this.database.inTenant(tenant, async (tx) => {
      const taken = await this.houseIntake.takeIn(
        tx,
        houses.map(({ house }) => house),
        RECORDING,
      );
      await this.catalogue.assign(
        tx,
        taken.map(({ id }) => id),
        services,
        RECORDING,
      );
      const meters = houses.flatMap((house, i) => metersOf(house, taken[i]!));
      await this.meterIntake.takeIn(tx, meters, RECORDING);
      return {
        houses: houses.length,
        accounts: houses.reduce((sum, house) => sum + accountsOf(house), 0),
        meters: meters.length,
        readings: meters.reduce((sum, { readings }) => sum + readings.length, 0),
      };
    });
  }

  private async addOrganization(shortName: string): Promise<OrganizationId> {
    const { name, inn, kpp, ogrn } = inventFirm(shortName, 900);
    const { organizationId } = await this.organizations.add({
      organization: {
        kind: 'management-company',
        name,
        shortName,
        inn,
        kpp,
        ogrn,
        address: 'г. Новоград',
        timeZone: 'Asia/Barnaul',
      },
      administrator: {
        name: 'Администратор',
        email: `administrator-${randomUUID().slice(0, 8)}@city.demo`,
        password: 'dvor-demo',
      },
      demoNow: NOW,
    });
    return organizationId;
  }
}

const SUPPLIERS: Readonly<Record<SupplierRole, InventedFirm>> = {
  manager: inventFirm('ООО «УК „Новоград“»', 900),
  water: inventFirm('ООО «Новоградский водоканал»', 901),
  heat: inventFirm('АО «Новоградские тепловые сети»', 902),
  power: inventFirm('АО «Новоградэнергосбыт»', 903),
  gas: inventFirm('АО «Новоградгаз»', 904),
  waste: inventFirm('ООО «Чистый Новоград»', 905),
  repairs: inventFirm('НКО «Фонд капитального ремонта Новограда»', 906),
  intercom: inventFirm('ООО «Домофон-Новоград»', 907),
  guard: inventFirm('ООО «Охрана-Новоград»', 908),
  antenna: inventFirm('ООО «Антенна-Новоград»', 909),
};

function* batchesOf(houses: Iterable<InventedHouse>): Generator<InventedHouse[]> {
  let batch: InventedHouse[] = [];
  let accounts = 0;
  for (const house of houses) {
    batch.push(house);
    accounts += accountsOf(house);
    if (accounts < ACCOUNTS_AT_ONCE) continue;
    yield batch;
    [batch, accounts] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

function accountsOf({ house }: InventedHouse): number {
  return house.premises.reduce((sum, { accounts }) => sum + accounts.length, 0);
}

function sumOf(a: CityProgress, b: CityProgress): CityProgress {
  return {
    houses: a.houses + b.houses,
    accounts: a.accounts + b.accounts,
    meters: a.meters + b.meters,
    readings: a.readings + b.readings,
  };
}

import { Assignments, Norms, Services, Suppliers, Tariffs } from '@dvor/catalogue';
import { HouseIntake } from '@dvor/housing';
import {
  type AccountId,
  addMonths,
  decimal,
  formatPeriod,
  type HouseId,
  type MeterId,
  Money,
  parseDate,
  parsePeriod,
  type Period,
  type RunId,
  type ServiceId,
} from '@dvor/kernel';
import { HouseMeters } from '@dvor/metering';
import { AuditLog, type Tenant, type Tx } from '@dvor/platform';
import {
  type BillingApp,
  createTestDatabase,
  days,
  entered,
  makeOrganization,
  MonthInSteps,
  newFlat,
  newHouse,
  startBilling,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
} from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const HEAT_OF_2025 = ['90', '80.5', '70', '41.7', '3', '0', '0', '0', '4', '40', '70', '92.3'];
const RATES = { first: '2000.11', second: '2200.33' };
const AREAS = ['40', '47.50', '62.50'];

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
});

afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

/** A house of 150 m² that is heated evenly: 480 Gcal in 2024, the tariff raised in July 2025. */
class HeatedHouse {
  private constructor(
    readonly tenant: Tenant,
    readonly houseId: HouseId,
    readonly meterId: MeterId,
    readonly heating: ServiceId,
    readonly accounts: readonly AccountId[],
  ) {}

  static async takeIn(settings: Readonly<Record<string, string>> = {}): Promise<HeatedHouse> {
    const tenant = await makeOrganization(test);
    return app.database.inTenant(tenant, async (tx) => {
      const flats = AREAS.map((area, i) =>
        newFlat('1', i + 1, { more: { facts: [{ ...days('2015-01-01'), area, traits: { walls: 'brick' } }] } }),
      );
      const [house] = await new HouseIntake(new AuditLog()).takeIn(tx, [newHouse('1', flats)], entered);
      const heating = await new Services().add(tx, {
        code: 'heating',
        name: 'Отопление',
        unit: 'Гкал',
        resource: 'heating',
        section: 'communal',
        position: 10,
      });
      const supplierId = await new Suppliers().add(tx, { name: 'Теплосеть', inn: '7707083893' });
      const tariff = { serviceId: heating, appliesTo: { walls: 'brick' }, basis: 'решение № 1' };
      await new Tariffs().add(
        tx,
        [
          { ...tariff, ...days('2024-01-01', '2025-07-01'), rates: { rate: RATES.first } },
          { ...tariff, ...days('2025-07-01'), rates: { rate: RATES.second } },
        ],
        entered,
      );
      await new Norms().add(
        tx,
        [{ serviceId: heating, ...days('2024-01-01'), value: '0.02', basis: 'приказ № 1' }],
        entered,
      );
      await new Assignments().assign(
        tx,
        [
          {
            houseId: house!.id,
            serviceId: heating,
            supplierId,
            method: 'heating',
            settings: { mode: 'even', months: '7', ...settings },
            ...days('2024-01-01'),
          },
        ],
        entered,
      );
      const meterId = await new HouseMeters().add(
        tx,
        house!.id,
        { resource: 'heating', serial: 'Т-1', installedOn: parseDate('2020-01-01') },
        entered,
      );
      const made = new HeatedHouse(
        tenant,
        house!.id,
        meterId,
        heating,
        house!.premises.map(({ accountIds }) => accountIds[0]!),
      );
      await made.enter(tx, '2024-01', Array<string>(12).fill('40'));
      return made;
    });
  }

  async enter(tx: Tx, since: string, volumes: readonly string[]): Promise<void> {
    const months = volumes.map((volume, i) => ({
      meterId: this.meterId,
      period: addMonths(parsePeriod(since), i),
      volume,
    }));
    await new HouseMeters().enter(tx, this.houseId, months, entered);
  }

  entering(since: string, volumes: readonly string[]): Promise<void> {
    return app.database.inTenant(this.tenant, (tx) => this.enter(tx, since, volumes));
  }

  /** The month's run to review, the organisation's clock set to the month after. */
  async review(period: Period): Promise<RunId> {
    await test.asOwner('update organizations set demo_now = $2 where id = $1', [
      this.tenant.organizationId,
      `${formatPeriod(addMonths(period, 1))}-02T03:00:00Z`,
    ]);
    const { id } = await new MonthInSteps(app, test, this.tenant, period).toReview();
    return id;
  }

  async close(from: string, to: string): Promise<void> {
    for (let period = parsePeriod(from); period <= parsePeriod(to); period = addMonths(period, 1)) {
      const month = new MonthInSteps(app, test, this.tenant, period);
      expect(await month.toClosed(await this.review(period))).toMatchObject({ state: 'closed' });
    }
  }

  linesOf(runId: RunId): Promise<{ account: AccountId; part: string; amount: string; working: object }[]> {
    return test.asOwner(
      `select account_id as account, part, amount::text, working from charge_lines where run_id = $1 order by 1, 2`,
      [runId],
    );
  }

  async chargedIn(from: string, to: string): Promise<Money> {
    const [row] = await test.asOwner<[{ sum: string }]>(
      `select sum(amount)::text as sum from charge_lines
        where organization_id = $1 and part <> 'true-up' and period between $2 and $3`,
      [this.tenant.organizationId, `${from}-01`, `${to}-01`],
    );
    return Money.ofKopecks(row.sum);
  }

  parkedIn(runId: RunId): Promise<{ account: AccountId | null; code: string; details: object }[]> {
    return test.asOwner('select account_id as account, code, details from billing_run_parked where run_id = $1', [
      runId,
    ]);
  }
}

/** Of the whole house. */
function costOf(volumes: readonly string[], since: number): Money {
  const cost = volumes.reduce(
    (sum, volume, i) => sum.plus(decimal(volume).times(decimal(since + i < 6 ? RATES.first : RATES.second))),
    decimal('0'),
  );
  return Money.round(cost);
}

const settledIn = (lines: readonly { part: string; amount: string }[]) =>
  Money.sum(lines.filter(({ part }) => part === 'true-up').map(({ amount }) => Money.ofKopecks(amount)));

/** Each line is rounded by itself. */
function within(kopecks: number, one: Money, other: Money): void {
  const apart = one.minus(other).kopecks;
  expect(apart < 0n ? -apart : apart).toBeLessThanOrEqual(BigInt(kopecks));
}

describe('a year of even heating', () => {
  it('is charged by a twelfth of the year before, and in March comes to what it really took', async () => {
    const house = await HeatedHouse.takeIn();
    await house.entering('2025-01', HEAT_OF_2025);
    await house.close('2025-01', '2026-02');
    const charged = await house.chargedIn('2025-01', '2025-12');
    within(3 * 12, charged, costOf(Array<string>(12).fill('40'), 0));

    const march = await house.review(parsePeriod('2026-03'));
    expect(await house.parkedIn(march)).toEqual([]);
    const lines = await house.linesOf(march);
    expect(lines.filter(({ part }) => part === 'true-up').map(({ account }) => account)).toEqual([...house.accounts]);
    within(3, charged.plus(settledIn(lines)), costOf(HEAT_OF_2025, 0));
    expect(lines.find(({ part }) => part === 'true-up')!.working).toMatchObject({
      formula: 'heating-true-up',
      area: '40',
      house: { area: '150' },
    });
    const [february] = await test.asOwner<[{ settled: number }]>(
      `select count(*)::int as settled from charge_lines where organization_id = $1 and period < '2026-03-01' and part = 'true-up'`,
      [house.tenant.organizationId],
    );
    expect(february.settled).toBe(0);
  });

  it('that was billed from August on is settled by those months, in the month that the assignment names', async () => {
    const house = await HeatedHouse.takeIn({ settledIn: '1' });
    await house.entering('2025-08', HEAT_OF_2025.slice(7));
    await house.close('2025-08', '2025-12');
    const charged = await house.chargedIn('2025-08', '2025-12');

    const { id: run, lines } = await settledJanuary(house);
    expect(await house.parkedIn(run)).toEqual([]);
    within(3, charged.plus(settledIn(lines)), costOf(HEAT_OF_2025.slice(7), 7));
  });

  it('that was not billed whole is let be by choice', async () => {
    const house = await HeatedHouse.takeIn({ settledIn: '1', shortYear: 'not-settled' });
    await house.entering('2025-11', HEAT_OF_2025.slice(10));
    await house.close('2025-11', '2025-12');
    const { id: run, lines } = await settledJanuary(house);
    expect(await house.parkedIn(run)).toEqual([]);
    expect(lines.map(({ part }) => part)).toEqual(['individual', 'individual', 'individual']);
  });

  it('parks the house where a charged month has no volume, and says which', async () => {
    const house = await HeatedHouse.takeIn({ settledIn: '1' });
    await house.entering('2025-10', ['40']);
    await house.entering('2025-12', ['92.3']);
    await house.close('2025-10', '2025-12');
    const { id: run, lines } = await settledJanuary(house);
    expect(lines).toEqual([]);
    expect(await house.parkedIn(run)).toEqual([
      { account: null, code: 'no-year-volume', details: { period: '2025-11', service: 'heating' } },
    ]);
  });
});

/** January 2026 itself is charged by the norm where 2025 is not known whole. */
async function settledJanuary(house: HeatedHouse) {
  const id = await house.review(parsePeriod('2026-01'));
  return { id, lines: await house.linesOf(id) };
}

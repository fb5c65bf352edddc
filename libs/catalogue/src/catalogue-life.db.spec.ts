import { HouseIntake, type HouseTakenIn } from '@dvor/housing';
import { type HouseId, parseDate, parsePeriod, type UserId } from '@dvor/kernel';
import { AuditLog, Database, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import {
  assignmentsOf,
  type Catalogue,
  createTestDatabase,
  days,
  entered,
  makeCatalogue,
  makeOrganization,
  newFlat,
  newHouse,
  type TestDatabase,
} from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import {
  Assignments,
  HeatingSeasons,
  loadCatalogue,
  loadChoices,
  Norms,
  OrganizationSettings,
  RateDrafts,
  seasonsOf,
  Tariffs,
  VatExemptions,
} from './index.js';

const october = parsePeriod('2026-10');
const FIAS = '6f1e1a0e-8a3e-4d0c-9a53-0e6a3c1f0b11';
const law = { basis: 'решение № 2', clause: 'п. 1' };
const assignments = new Assignments();
const tariffs = new Tariffs();

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let theirs: Tenant;
let catalogue: Catalogue;
let house: HouseTakenIn;
let somebody: UserId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'catalogue life spec');
  database = new Database(source);
  [ours, theirs] = [await makeOrganization(test), await makeOrganization(test, { name: 'Чужая' })];
  const [user] = await test.asOwner<[{ id: UserId }]>(
    `insert into users (kind, email, name, password_hash) values ('staff', 'a@dvor.test', 'А', '') returning id`,
  );
  somebody = user.id;
  catalogue = await inOurs(makeCatalogue);
  const flats = [1, 2, 3].map((number) => newFlat('1', number, { more: { entrance: number === 3 ? 2 : 1 } }));
  house = await takeHouse(ours, flats);
  await inOurs((tx) => assignments.assign(tx, assignmentsOf(catalogue, house.id), entered));
});
afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

describe('an entrance', () => {
  it('has a rule of its own beside the house’s, and the loader names its premises', async () => {
    const own = {
      ...days('2026-10-11'),
      houseId: house.id,
      serviceId: catalogue.upkeep,
      supplierId: catalogue.utility,
    };
    await inOurs((tx) => assignments.assign(tx, [{ ...own, entrance: 1, method: 'flat' }], entered));
    const { assignments: loaded } = await inOurs((tx) => loadCatalogue(tx, [house.id], october));
    const upkeep = loaded.filter(({ serviceId }) => serviceId === catalogue.upkeep);
    expect(upkeep.map(({ method, entrancePremises }) => [method, entrancePremises])).toEqual(
      expect.arrayContaining([
        ['area', null],
        ['flat', expect.arrayContaining([house.premises[0]!.id, house.premises[1]!.id])],
      ]),
    );
    expect(upkeep.find(({ method }) => method === 'flat')!.entrancePremises).toHaveLength(2);
  });

  it('takes one rule a day', async () => {
    const again = {
      ...days('2026-12-01'),
      houseId: house.id,
      serviceId: catalogue.upkeep,
      supplierId: catalogue.company,
    };
    await expect(
      inOurs((tx) => assignments.assign(tx, [{ ...again, entrance: 1, method: 'area' }], entered)),
    ).rejects.toMatchObject({ code: 'assignment.overlap', details: { from: '2026-10-11' } });
  });
});

describe('a draft', () => {
  it('is never among what a month is charged from, until it is approved', async () => {
    const drafts = new RateDrafts(new AuditLog(), tariffs, new Norms());
    const rates = { rate: '99.00' };
    const { id } = await inOurs((tx) =>
      drafts.create(
        tx,
        {
          ...{ kind: 'tariff', serviceId: catalogue.upkeep, appliesTo: {}, rates, ranges: null, vatRate: null },
          ...{ ...days('2026-10-01'), act: law.basis, clause: law.clause, note: null },
        },
        somebody,
      ),
    );
    expect(await ratesOfUpkeep()).toEqual(['31.20']);
    await inOurs((tx) => drafts.approve(tx, id, { by: somebody, reason: 'утверждён', replaces: true }));
    expect(await ratesOfUpkeep()).toEqual(['99.00']);
  });

  async function ratesOfUpkeep(): Promise<string[]> {
    const loaded = await inOurs((tx) => loadCatalogue(tx, [house.id], october));
    return loaded.tariffs.filter(({ serviceId }) => serviceId === catalogue.upkeep).map(({ rates }) => rates['rate']!);
  }
});

describe('a version', () => {
  const entering = { by: null, reason: 'решение № 2' };

  it('is superseded and stays readable as it was known', async () => {
    await at('2026-11-05', (tx) =>
      tariffs.set(
        tx,
        { ...days('2026-10-16', '2026-10-21'), ...law, serviceId: catalogue.sewage, rates: { rate: '40.00' } },
        { ...entering, replaces: true },
      ),
    );
    const now = await inOurs((tx) => tariffs.list(tx, { serviceId: catalogue.sewage }));
    expect(now.map(({ validFrom, validTo, rates }) => [validFrom, validTo, rates['rate']])).toEqual([
      ['2026-10-21', null, '30.10'],
      ['2026-10-16', '2026-10-21', '40.00'],
      ['2020-01-01', '2026-10-16', '30.10'],
    ]);
    const known = new Date('2026-11-04T00:00:00Z');
    const then = await inOurs((tx) => tariffs.list(tx, { serviceId: catalogue.sewage, knownAt: known }));
    expect(then).toMatchObject([{ validFrom: '2020-01-01', validTo: null, rates: { rate: '30.10' } }]);
  });

  it('keeps its price ranges, and the first of them as its rates', async () => {
    const ranges = [
      { upTo: '100', rates: { rate: '5.00' } },
      { upTo: null, rates: { rate: '9.00' } },
    ];
    await inOurs((tx) =>
      tariffs.set(
        tx,
        {
          ...days('2027-01-01'),
          ...law,
          serviceId: catalogue.power,
          appliesTo: { zones: 'none' },
          rates: { rate: '1' },
          ranges,
        },
        entering,
      ),
    );
    const loaded = await inOurs((tx) => loadCatalogue(tx, [house.id], parsePeriod('2027-01')));
    expect(loaded.tariffs.find((tariff) => tariff.ranges)).toMatchObject({ rates: { rate: '5.00' }, ranges });
  });
});

describe('what the organisation chooses', () => {
  it('holds from its day on, and the default before', async () => {
    const settings = new OrganizationSettings();
    const choice = { code: 'penalty.rate-day', value: 'each-day', basis: null, ...days('2026-11-01') };
    await inOurs((tx) => settings.choose(tx, choice, entered));
    const on = (day: string) => inOurs((tx) => settings.on(tx, 'penalty.rate-day', parseDate(day)));
    expect([await on('2026-10-31'), await on('2026-11-01')]).toEqual(['payment-day', 'each-day']);
    const [noted] = await test.asOwner<[{ subject: string }]>(
      `select subject_type as subject from fact_changes where fact = 'organization_settings'`,
    );
    expect(noted.subject).toBe('organization');
  });
});

describe('one biller a day', () => {
  it('holds across organisations by the database itself, also when a house gets its state id later', async () => {
    const other = await database.inTenant(theirs, makeCatalogue);
    const same = await takeHouse(theirs, [newFlat('1', 1)]);
    await setFias(ours, house.id);
    const water = { houseId: same.id, serviceId: other.water, supplierId: other.utility, method: 'metered' };
    await database.inTenant(theirs, (tx) => assignments.assign(tx, [{ ...water, ...days('2020-01-01') }], entered));
    await expect(setFias(theirs, same.id)).rejects.toMatchObject({
      driverError: { constraint: 'billing_claims_one_biller' },
    });
    const shops = { ...water, ...days('2021-01-01'), serviceId: other.power, premisesKinds: ['nonresidential'] };
    await database.inTenant(theirs, (tx) => tx.query('update service_assignments set superseded_at = now()'));
    await setFias(theirs, same.id);
    await expect(
      database.inTenant(theirs, (tx) => assignments.assign(tx, [{ ...water, ...days('2026-12-01') }], entered)),
    ).rejects.toMatchObject({ code: 'assignment.other-biller', details: {} });
    await database.inTenant(theirs, (tx) => assignments.assign(tx, [shops], entered));
    const claims = await test.asOwner(`select from billing_claims where organization_id = $1`, [theirs.organizationId]);
    expect(claims).toHaveLength(1);
  });

  async function setFias(tenant: Tenant, houseId: HouseId): Promise<void> {
    await database.inTenant(tenant, (tx) => tx.query('update houses set fias_id = $2 where id = $1', [houseId, FIAS]));
  }
});

describe('a heating season', () => {
  const seasons = new HeatingSeasons();
  const since = { ...days('2026-10-03', '2027-04-25'), basis: 'постановление № 1' };
  const mine = async () =>
    (await inOurs((tx) => seasons.list(tx, { houseId: house.id }))).map(({ house: of, validFrom, validTo, basis }) => [
      of?.id ?? null,
      validFrom,
      validTo,
      basis,
    ]);

  it('is declared for all houses or for one, whose own stands before the others', async () => {
    await inOurs((tx) => seasons.declare(tx, { ...since, houseId: null }, entered));
    await inOurs((tx) =>
      seasons.declare(tx, { ...since, ...days('2026-10-10', '2027-04-20'), houseId: house.id }, entered),
    );
    const { seasons: loaded } = await inOurs((tx) => loadChoices(tx, [house.id], october));
    expect(seasonsOf(loaded, house.id)).toMatchObject([{ whose: 'house', ...days('2026-10-10', '2027-04-20') }]);
  });

  it('is corrected at once: its days and its act, not its house', async () => {
    const [row] = (await inOurs((tx) => seasons.list(tx))).filter((one) => one.house !== null);
    const other = { ...days('2026-10-12', '2027-04-22'), basis: 'постановление № 2' };
    await inOurs((tx) => seasons.correct(tx, row!.id, other, entered));
    expect(await mine()).toEqual([
      [house.id, '2026-10-12', '2027-04-22', 'постановление № 2'],
      [null, '2026-10-03', '2027-04-25', 'постановление № 1'],
    ]);
    await expect(inOurs((tx) => seasons.correct(tx, row!.id, other, entered))).rejects.toMatchObject({
      code: 'season.not-found',
    });
  });

  it('is left as it was where a correction would lay it over another', async () => {
    await inOurs((tx) =>
      seasons.declare(tx, { ...since, ...days('2027-10-01', '2028-05-01'), houseId: house.id }, entered),
    );
    const before = await mine();
    const [last] = await inOurs((tx) => seasons.list(tx, { houseId: house.id }));
    const over = { ...days('2027-04-01', '2028-01-01'), basis: null };
    await expect(inOurs((tx) => seasons.correct(tx, last!.id, over, entered))).rejects.toMatchObject({
      code: 'season.overlap',
    });
    const long = { ...days('2027-10-01', '2028-12-01'), basis: null };
    await expect(inOurs((tx) => seasons.correct(tx, last!.id, long, entered))).rejects.toMatchObject({
      code: 'season.days',
    });
    expect(await mine()).toEqual(before);
  });
});

describe('an exemption from VAT', () => {
  const exemptions = new VatExemptions();
  const article = 'НК РФ, ст. 145';
  const own = () => inOurs((tx) => exemptions.ofSupplier(tx, catalogue.utility));
  const exempt = async (month: string) =>
    (await inOurs((tx) => loadChoices(tx, [house.id], parsePeriod(month)))).vatExempt;

  it('takes the tax out of the supplier’s rates on its days', async () => {
    await inOurs((tx) => exemptions.add(tx, catalogue.utility, { ...days('2026-10-01'), basis: article }, entered));
    expect(await exempt('2026-09')).toEqual([]);
    expect(await exempt('2026-10')).toEqual([{ value: catalogue.utility, ...days('2026-10-01') }]);
  });

  it('is one a day; its days are corrected, and it is taken back', async () => {
    const again = { ...days('2026-12-01'), basis: article };
    await expect(inOurs((tx) => exemptions.add(tx, catalogue.utility, again, entered))).rejects.toMatchObject({
      code: 'vat-exemption.overlap',
    });
    const [row] = await own();
    const corrected = { ...days('2026-11-01', '2027-11-01'), basis: 'НК РФ, ст. 145, п. 4' };
    await inOurs((tx) => exemptions.correct(tx, row!.id, corrected, entered));
    expect(await own()).toMatchObject([{ validFrom: '2026-11-01', validTo: '2027-11-01', basis: corrected.basis }]);
    expect(await exempt('2026-10')).toEqual([]);
    const [now] = await own();
    await inOurs((tx) => exemptions.withdraw(tx, now!.id, entered));
    expect(await own()).toEqual([]);
    await expect(inOurs((tx) => exemptions.withdraw(tx, now!.id, entered))).rejects.toMatchObject({
      code: 'vat-exemption.not-found',
    });
  });

  it('makes the months after it dirty and is on the record', async () => {
    const changes = await test.asOwner<{ type: string }[]>(
      `select distinct subject_type as type from fact_changes where fact = 'supplier_vat_exemptions'`,
    );
    expect(changes).toEqual([{ type: 'supplier' }]);
    const noted = await test.asOwner<{ action: string }[]>(
      `select distinct action from audit_entries where action like 'vat-exemption.%' order by 1`,
    );
    expect(noted.map(({ action }) => action)).toEqual([
      'vat-exemption.add',
      'vat-exemption.correct',
      'vat-exemption.withdraw',
    ]);
  });

  it('belongs to its organisation alone', async () => {
    await expect(database.inTenant(theirs, (tx) => exemptions.ofSupplier(tx, catalogue.utility))).rejects.toMatchObject(
      { code: 'supplier.not-found' },
    );
  });
});

async function takeHouse(tenant: Tenant, flats: ReturnType<typeof newFlat>[]): Promise<HouseTakenIn> {
  const [taken] = await database.inTenant(tenant, (tx) =>
    new HouseIntake(new AuditLog()).takeIn(tx, [newHouse('1', flats)], entered),
  );
  return taken!;
}

function inOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(ours, work);
}

/** As if it were done at noon of this day. */
async function at<T>(day: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  await test.asOwner('update organizations set demo_now = $2 where id = $1', [ours.organizationId, `${day}T05:00:00Z`]);
  return inOurs(work);
}

import { Assignments, Tariffs } from '@dvor/catalogue';
import { AccountTerms, HouseIntake, type HouseTakenIn, type NewHouse, type NewPremises } from '@dvor/housing';
import {
  type AccountId,
  decimal,
  type HouseId,
  parseDate,
  parsePeriod,
  type PartyId,
  type PremisesId,
} from '@dvor/kernel';
import { MeterIntake } from '@dvor/metering';
import { AuditLog, Database, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import {
  type Catalogue,
  assignmentsOf,
  createTestDatabase,
  days,
  entered,
  makeCatalogue,
  makeOrganization,
  newFlat,
  newHouse,
  type TestDatabase,
  waterMeter,
} from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { charge, type HouseFacts, type PremisesFacts, type Tariff } from '../core/index.js';
import { loadHouses } from './load-houses.js';

const october = parsePeriod('2026-10');
const wholeMonth = { from: parseDate('2026-10-01'), to: parseDate('2026-11-01') };

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let catalogue: Catalogue;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 2, 'load spec');
  database = new Database(source);
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  ours = await makeOrganization(test);
  catalogue = await inOurs(makeCatalogue);
});

function inOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(ours, work);
}

/** Takes a house in with all services; `more` enters what else there is to know. */
async function take(house: NewHouse, more?: (tx: Tx, taken: HouseTakenIn) => Promise<unknown>): Promise<HouseTakenIn> {
  return inOurs(async (tx) => {
    const [taken] = await new HouseIntake(new AuditLog()).takeIn(tx, [house], entered);
    await new Assignments().assign(tx, assignmentsOf(catalogue, taken!.id), entered);
    await more?.(tx, taken!);
    return taken!;
  });
}

async function load({ id }: { id: HouseId }, month = october): Promise<HouseFacts> {
  const [house] = await inOurs((tx) => loadHouses(tx, [id], month));
  return house!.facts;
}

const rule = (facts: HouseFacts, code: string) => facts.services.filter((service) => service.code === code);
const accountOf = (house: HouseTakenIn, flat: number) => house.premises[flat]!.accountIds[0]!;
const factsOf = (facts: HouseFacts, id: string): PremisesFacts =>
  facts.premises.find((premises) => premises.id === id)!;

describe('a house as a month finds it', () => {
  it('has its services in the order of the receipt, with the rates of the month', async () => {
    const house = await take(newHouse('1', 2));
    const facts = await load(house);
    const all = house.premises.flatMap(({ accountIds }) => accountIds);
    expect(
      facts.services.map(({ code, method, unit, resource, appliesTo }) => [code, method, unit, resource, appliesTo]),
    ).toEqual([
      ['upkeep', 'area', 'm2', null, all],
      ['cold-water', 'metered', 'm3', 'cold-water', all],
      ['sewage', 'sewage', 'm3', 'sewage', all],
      ['electricity', 'metered', 'kWh', 'electricity', all],
      ['waste', 'waste-person', 'm3', 'waste', all],
    ]);
    const [water] = rule(facts, 'cold-water');
    expect(water).toMatchObject({
      tariffs: [{ ...wholeMonth, rate: '42.30' }],
      norms: [{ ...wholeMonth, value: '4.29' }],
      excess: [{ factor: '3' }],
    });
    const [before] = rule(await load(house, parsePeriod('2026-09')), 'cold-water');
    expect(before!.tariffs).toMatchObject([{ rate: '36.47' }]);
    expect(rule(facts, 'sewage')).toMatchObject([{ of: ['cold-water'] }]);
  });

  it('is plain data that survives being stored, and can be charged', async () => {
    const facts = await load(await take(newHouse('1', 3)));
    const stored = JSON.parse(JSON.stringify(facts)) as HouseFacts;
    const [now, later] = [charge(facts, october), charge(stored, october)];
    expect(later.lines.map(({ amount }) => String(amount))).toEqual(now.lines.map(({ amount }) => String(amount)));
    expect(now.parked).toEqual([]);
    expect(new Set(now.lines.map(({ premises }) => premises)).size).toBe(3);
  });

  it('is billed although nothing is known of the house itself', async () => {
    const house = await take({ ...newHouse('1', 1), facts: [] });
    const facts = await load(house);
    expect(facts.house).toEqual({ id: house.id, area: null, commonArea: null });
    expect(charge(facts, october)).toMatchObject({ parked: [] });
  });

  it('comes in the order asked for, and nobody else’s comes with it', async () => {
    const houses = [await take(newHouse('1', 1)), await take(newHouse('2', 1)), await take(newHouse('3', 1))];
    const [first, , third] = houses.map(({ id }) => id);
    const loaded = await inOurs((tx) => loadHouses(tx, [third!, first!], october));
    expect(loaded.map(({ facts }) => [facts.house.id, facts.premises.length])).toEqual([
      [third, 1],
      [first, 1],
    ]);
  });
});

describe('tariffs and norms', () => {
  it('follow the traits of the premises', async () => {
    const electric = newFlat('1', 2, {
      more: { facts: [{ ...days('2015-01-01'), area: '40', traits: { stove: 'electric' } }] },
    });
    const house = await take(newHouse('1', [newFlat('1', 1), electric]));
    const power = rule(await load(house), 'electricity');
    expect(power.map(({ appliesTo, tariffs }) => [appliesTo, (tariffs[0] as Tariff).rate])).toEqual([
      [[accountOf(house, 0)], '6.24'],
      [[accountOf(house, 1)], '4.37'],
    ]);
    expect(power.map((one) => 'norms' in one && one.norms![0]!.value)).toEqual(['80', '120']);
  });

  it('of two that fit equally well park the accounts they concern, and nobody else', async () => {
    await inOurs((tx) =>
      new Tariffs().add(
        tx,
        [
          {
            serviceId: catalogue.power,
            ...days('2020-01-01'),
            appliesTo: { kind: 'flat' },
            rates: { rate: '1' },
            basis: '',
          },
        ],
        entered,
      ),
    );
    const electric = newFlat('1', 2, {
      more: { facts: [{ ...days('2015-01-01'), area: '40', traits: { stove: 'electric' } }] },
    });
    const house = await take(newHouse('1', [newFlat('1', 1), electric]));
    const { parked, lines } = charge(await load(house), october);
    expect(parked).toMatchObject([{ premises: accountOf(house, 1), service: 'electricity', code: 'tariff-overlap' }]);
    expect(new Set(lines.map(({ premises }) => premises))).toEqual(new Set([accountOf(house, 0)]));
  });
});

describe('a rule of the premises’ own', () => {
  it('stands in place of the house’s on its days, with its own supplier', async () => {
    const house = await take(newHouse('1', 2), (tx, { id, premises }) =>
      new Assignments().assign(
        tx,
        [
          {
            houseId: id,
            premisesId: premises[1]!.id,
            serviceId: catalogue.upkeep,
            supplierId: catalogue.utility,
            method: 'area',
            ...days('2026-10-11', '2026-10-21'),
          },
        ],
        entered,
      ),
    );
    const [loaded] = await inOurs((tx) => loadHouses(tx, [house.id], october));
    const spans = rule(loaded!.facts, 'upkeep')
      .filter(({ appliesTo }) => appliesTo!.includes(accountOf(house, 1)))
      .map((one) => [one.from, one.to, loaded!.book.supplierOf(one)]);
    expect(spans.sort(([a], [b]) => Number(a) - Number(b))).toEqual([
      [parseDate('2020-01-01'), parseDate('2026-10-11'), catalogue.company],
      [parseDate('2026-10-11'), parseDate('2026-10-21'), catalogue.utility],
      [parseDate('2026-10-21'), null, catalogue.company],
    ]);
    const { lines, parked } = charge(loaded!.facts, october);
    expect(parked).toEqual([]);
    const upkeep = lines.filter(({ premises, service }) => premises === accountOf(house, 1) && service === 'upkeep');
    const daysOf = upkeep.map(({ working }) =>
      working.formula === 'area' ? working.area.map(([, count]) => count) : [],
    );
    expect(daysOf.flat().sort()).toEqual([10, 10, 11]);
  });
});

describe('an account', () => {
  it('counts from the day it was opened to the day it was closed', async () => {
    const [opened, closed] = [newFlat('1', 1), newFlat('1', 2)].map(({ accounts: [account], ...flat }, i) => ({
      ...flat,
      accounts: [
        {
          ...account!,
          terms: [{ ...account!.terms[0]!, ...(i === 0 ? days('2026-10-12') : days('2015-01-01', '2026-10-05')) }],
        },
      ],
    }));
    const gone = newFlat('1', 3);
    const former = {
      ...gone,
      accounts: [
        { ...gone.accounts[0]!, terms: [{ ...gone.accounts[0]!.terms[0]!, ...days('2015-01-01', '2026-10-01') }] },
      ],
    };
    const house = await take(newHouse('1', [opened!, closed!, former]));
    const facts = await load(house);
    expect(facts.premises.map(({ id, from, to }) => [id, from, to])).toEqual([
      [accountOf(house, 0), parseDate('2026-10-12'), null],
      [accountOf(house, 1), parseDate('2015-01-01'), parseDate('2026-10-05')],
    ]);
  });

  it('of a flat that was sold stands beside the next one’s, each with its days', async () => {
    const flat = newFlat('1', 1, { residents: 2 });
    const [account] = flat.accounts;
    const sold = (number: string, on: ReturnType<typeof days>) => ({
      number,
      terms: [{ ...on, payer: { kind: 'person' as const, name: number } }],
      residents: number === 'buyer' ? [] : account!.residents.map((one) => ({ ...one, ...on })),
    });
    const house = await take(
      newHouse('1', [
        { ...flat, accounts: [sold('seller', days('2015-01-01', '2026-10-16')), sold('buyer', days('2026-10-16'))] },
      ]),
    );
    const facts = await load(house);
    expect(facts.premises.map(({ from, to, residents }) => [from, to, residents!.length])).toEqual([
      [parseDate('2015-01-01'), parseDate('2026-10-16'), 2],
      [parseDate('2026-10-16'), null, 0],
    ]);
    const upkeep = charge(facts, october).lines.filter(({ service }) => service === 'upkeep');
    expect(upkeep).toMatchObject([
      { premises: accountOf(house, 0), working: { area: [['41.30', 15]], of: 31 } },
      { premises: house.premises[0]!.accountIds[1], working: { area: [['41.30', 16]], of: 31 } },
    ]);
  });

  it('brings area, people and owners as they change', async () => {
    const flat = newFlat('1', 1);
    const [fact] = flat.facts;
    const [account] = flat.accounts;
    const guest = { kind: 'person', name: 'Гость' } as const;
    const changed: NewPremises = {
      ...flat,
      facts: [
        { ...fact!, ...days('2015-01-01', '2026-10-11'), area: '40.00', livingArea: '30' },
        { ...fact!, ...days('2026-10-11'), area: '44.50' },
      ],
      accounts: [
        {
          ...account!,
          residents: [
            { ...days('2015-01-01', '2026-10-20'), party: account!.terms[0]!.payer, kind: 'permanent' },
            { ...days('2026-10-05', '2026-10-09'), party: guest, kind: 'temporary' },
          ],
        },
      ],
    };
    const house = await take(newHouse('1', [changed]));
    expect(factsOf(await load(house), accountOf(house, 0))).toMatchObject({
      kind: 'flat',
      area: [
        { from: parseDate('2015-01-01'), to: parseDate('2026-10-11'), value: '40.00' },
        { from: parseDate('2026-10-11'), to: null, value: '44.50' },
      ],
      owners: 1,
      residents: [
        { from: parseDate('2015-01-01'), to: parseDate('2026-10-20') },
        { from: parseDate('2026-10-05'), to: parseDate('2026-10-09'), temporary: true },
      ],
    });
  });

  it('of a room in a communal flat is charged for the room', async () => {
    const room = (number: number): NewPremises => ({ ...newFlat('1', number), kind: 'room', flat: '7' });
    const communal: NewPremises = { ...newFlat('1', 7), accounts: [], owners: [] };
    const house = await take(newHouse('1', [communal, room(1), room(2)]));
    const facts = await load(house);
    expect(facts.premises.map(({ id, kind }) => [id, kind])).toEqual([
      [accountOf(house, 1), 'room'],
      [accountOf(house, 2), 'room'],
    ]);
    expect(charge(facts, october)).toMatchObject({ parked: [] });
  });

  it('of a shop gets what is assigned to shops', async () => {
    const shop: NewPremises = { ...newFlat('1', 9), kind: 'nonresidential' };
    const house = await take(newHouse('1', [newFlat('1', 1), shop]), (tx, { id }) =>
      new Assignments().assign(
        tx,
        [
          {
            houseId: id,
            serviceId: catalogue.upkeep,
            supplierId: catalogue.company,
            method: 'area',
            premisesKinds: ['flat', 'nonresidential'],
            ...days('2019-01-01', '2020-01-01'),
          },
        ],
        entered,
      ),
    );
    const facts = await load(house);
    expect(factsOf(facts, accountOf(house, 1)).kind).toBe('nonresidential');
    for (const { appliesTo } of facts.services) expect(appliesTo).toEqual([accountOf(house, 0)]);
    const past = await load(house, parsePeriod('2019-05'));
    expect(past.services.map(({ code, appliesTo }) => [code, appliesTo!.length])).toEqual([['upkeep', 2]]);
  });
});

describe('accounts that share one flat', () => {
  const terms = new AccountTerms(new AuditLog());
  const share = (numerator: number, denominator: number) => ({ numerator, denominator });

  /** Split on the 16th, 2/3 and 1/3; the meter is read on the 20th of each month. */
  const split = async () => {
    const house = await take(newHouse('1', [newFlat('1', 2)]), (tx, { id, premises }) =>
      new MeterIntake().takeIn(
        tx,
        [
          waterMeter(
            { houseId: id, premisesId: premises[0]!.id },
            { '2026-09': '100.5', '2026-10': '104', '2026-11': '107' },
          ),
        ],
        entered,
      ),
    );
    const before = accountOf(house, 0);
    const opened = await inOurs(async (tx) => {
      const [payer] = await tx.query<{ id: PartyId }[]>(
        'select payer_id as id from account_facts where account_id = $1',
        [before],
      );
      const part = { premisesId: house.premises[0]!.id, number: null, payerId: payer!.id };
      return terms.replace(
        tx,
        {
          from: parseDate('2026-10-16'),
          ending: [before],
          beginning: [
            { ...part, share: share(2, 3) },
            { ...part, share: share(1, 3) },
          ],
        },
        entered,
      );
    });
    const [first, second] = opened.map(({ id }) => id) as [AccountId, AccountId];
    return { house, before, first, second };
  };

  it('divide it from the day of the split on, and its meter stands for them together', async () => {
    const { house, before, first, second } = await split();
    const facts = await load(house);
    const from = parseDate('2026-10-16');
    expect(factsOf(facts, before)).toMatchObject({ to: from, meters: [{ service: 'cold-water' }] });
    expect(factsOf(facts, before)).not.toHaveProperty('flat');
    expect(factsOf(facts, first)).toMatchObject({ from, share: [{ from, to: null, value: '2/3' }], meters: [] });
    expect(factsOf(facts, second)).toMatchObject({ from, share: [{ from, to: null, value: '1/3' }], meters: [] });
    const [flat] = facts.flats!;
    expect(facts.flats).toHaveLength(1);
    expect([factsOf(facts, first).flat, factsOf(facts, second).flat]).toEqual([flat!.id, flat!.id]);
    expect(flat!.meters).toMatchObject([{ service: 'cold-water' }]);
    const { parked, lines } = charge(facts, october);
    expect(parked).toEqual([]);
    const area = lines.filter(({ service }) => service === 'upkeep').map(({ volume }) => volume!);
    const whole = factsOf(facts, before).area as string;
    expect(
      area
        .reduce((sum, part) => sum.plus(part), decimal('0'))
        .round(20)
        .eq(decimal(whole)),
    ).toBe(true);
  });

  it('bear the whole where the others ended inside the month, and stand alone in the next', async () => {
    const { house, first, second } = await split();
    const day = parseDate('2026-11-11');
    await inOurs((tx) => terms.replace(tx, { from: day, ending: [second], beginning: [], into: first }, entered));
    const november = await load(house, parsePeriod('2026-11'));
    expect(factsOf(november, first).share).toEqual([
      { from: parseDate('2026-10-16'), to: day, value: '2/3' },
      { from: day, to: null, value: '1' },
    ]);
    expect(charge(november, parsePeriod('2026-11')).parked).toEqual([]);
    const december = await load(house, parsePeriod('2026-12'));
    expect(factsOf(december, first)).not.toHaveProperty('share');
    expect(factsOf(december, first).meters).toHaveLength(1);
    expect(december.flats).toBeUndefined();
  });
});

describe('meters', () => {
  const meterOf = async (
    flat: NewPremises,
    meter: (place: { houseId: HouseId; premisesId: PremisesId }) => Parameters<typeof waterMeter>,
  ) => {
    const house = await take(newHouse('1', [flat]), (tx, { id, premises }) =>
      new MeterIntake().takeIn(tx, [waterMeter(...meter({ houseId: id, premisesId: premises[0]!.id }))], entered),
    );
    return { house, facts: factsOf(await load(house), accountOf(house, 0)) };
  };

  it('measure the service of their resource', async () => {
    const { facts } = await meterOf(newFlat('1', 1), (place) => [
      place,
      { '2026-09': '100.5', '2026-10': '104' },
      { stands: days('2018-01-01'), digits: 6 },
    ]);
    expect(facts.meters).toEqual([
      {
        id: expect.any(String),
        service: 'cold-water',
        installed: parseDate('2018-01-01'),
        removed: null,
        verifiedUntil: parseDate('2030-01-01'),
        digits: 6,
        initial: '0',
        final: null,
        readings: [
          { date: parseDate('2026-09-20'), value: '100.5' },
          { date: parseDate('2026-10-20'), value: '104' },
        ],
      },
    ]);
  });

  it('that cannot be installed by an act are known by the service, not by the resource', async () => {
    const fact = { ...days('2015-01-01'), area: '40', meterImpossible: ['cold-water', 'heating'] };
    const house = await take(newHouse('1', [newFlat('1', 1, { more: { facts: [fact] } }), newFlat('1', 2)]));
    const facts = await load(house);
    expect(factsOf(facts, accountOf(house, 0)).meterImpossible).toEqual(['cold-water']); // heating is no service here
    expect(factsOf(facts, accountOf(house, 1)).meterImpossible).toEqual([]);
    const excess = charge(facts, october).lines.filter(({ part }) => part === 'excess');
    expect(new Set(excess.map(({ premises, service }) => `${premises} ${service}`))).toEqual(
      new Set([`${accountOf(house, 1)} cold-water`]),
    );
  });

  it('that are read again after estimates bring the volumes that were estimated since', async () => {
    const { house } = await meterOf(newFlat('1', 1), (place) => [
      place,
      { '2026-06': '90', '2026-07': '94', '2026-10': '110' },
    ]);
    const account = accountOf(house, 0);
    const norm = (days: number) => ({
      formula: 'norm',
      clause: '',
      unit: 'm3',
      rate: '1',
      why: 'unsent',
      norm: [['4.29', 1, days]],
      of: days,
    });
    await lineOfClosedRun(house, '2026-07', {
      volume: '4',
      working: { formula: 'meter', clause: '', unit: 'm3', rate: '1', readings: [] },
    });
    await lineOfClosedRun(house, '2026-08', { volume: '4.29', working: norm(31) });
    await lineOfClosedRun(house, '2026-09', { volume: '4.29', working: norm(30) });
    const { estimated: found } = factsOf(await load(house), account);
    expect(found).toEqual([
      { service: 'cold-water', period: parsePeriod('2026-08'), volume: '4.29' },
      { service: 'cold-water', period: parsePeriod('2026-09'), volume: '4.29' },
    ]);
    const [line] = charge(await load(house), october).lines.filter(({ service }) => service === 'cold-water');
    expect(line!.volume!.toString()).toBe('7.42'); // 110 − 94 − 2 · 4.29
  });

  async function lineOfClosedRun(
    house: HouseTakenIn,
    month: string,
    { volume, working }: { volume: string; working: object },
  ): Promise<void> {
    await test.asOwner(`select ensure_month('${month}-01')`);
    await test.asOwner(
      `with run as (insert into billing_runs (organization_id, period, state, engine_version) values ($1, '${month}-01', 'closed', '1') returning id)
       insert into charge_lines select $1, '${month}-01', run.id, $2, $3, 1, $4, $5, 'individual', $6, 1, $7 from run`,
      [
        ours.organizationId,
        house.id,
        accountOf(house, 0),
        catalogue.water,
        catalogue.utility,
        volume,
        JSON.stringify(working),
      ],
    );
  }
});

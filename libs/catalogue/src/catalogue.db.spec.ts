import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  formatDate,
  type HouseId,
  type Interval,
  type OrganizationId,
  parseDate,
  parsePeriod,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { Database, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import { createTestDatabase, type TestDatabase } from '@dvor/testing';
import type { DataSource } from 'typeorm';
import { Assignments, LawParameters, loadCatalogue, Norms, Services, Suppliers, Tariffs } from './index.js';

const recording = { by: null, reason: 'приказ № 12 от 20.12.2025' };
const services = new Services();
const suppliers = new Suppliers();
const tariffs = new Tariffs();
const norms = new Norms();
const assignments = new Assignments();

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let theirs: Tenant;
let houseId: HouseId;
let water: ServiceId;
let power: ServiceId;
let supplier: SupplierId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'catalogue spec');
  database = new Database(source);
  [ours, theirs] = [await organization('Наша'), await organization('Чужая')];
  await inOurs(async (tx) => {
    [{ id: houseId }] = await tx.query<[{ id: HouseId }]>(
      `insert into houses (organization_id, city, street, building, time_zone)
       values (current_organization(), 'г. Барнаул', 'ул. Юрина', '1', 'Asia/Barnaul') returning id`,
    );
    power = await services.add(tx, {
      code: 'electricity',
      name: 'Электроэнергия',
      unit: 'кВт·ч',
      resource: 'electricity',
      section: 'communal',
      position: 20,
    });
    water = await services.add(tx, {
      code: 'cold-water',
      name: 'Холодная вода',
      unit: 'м³',
      resource: 'cold-water',
      section: 'communal',
      position: 10,
    });
    supplier = await suppliers.add(tx, { name: 'Водоканал', inn: '7707083893' });
    await tariffs.add(
      tx,
      [
        { serviceId: water, ...days('2026-01-01', '2026-10-01'), rates: { rate: '36.47' }, basis: 'решение 1' },
        { serviceId: water, ...days('2026-10-01', null), rates: { rate: '42.30' }, basis: 'решение 2' },
        { serviceId: power, ...days('2026-01-01', null), rates: { day: '7.31', night: '4.45' }, basis: 'решение 3' },
        {
          serviceId: power,
          ...days('2026-01-01', null),
          appliesTo: { stove: 'electric' },
          rates: { day: '5.96', night: '3.63' },
          basis: 'решение 3',
        },
      ],
      recording,
    );
    await norms.add(tx, [{ serviceId: water, ...days('2015-01-01', null), value: '4.29', basis: 'приказ' }], recording);
    await assignments.assign(
      tx,
      [
        { houseId, serviceId: water, supplierId: supplier, method: 'metered', ...days('2020-01-01', null) },
        { houseId, serviceId: power, supplierId: supplier, method: 'metered', ...days('2020-01-01', '2026-10-01') },
      ],
      recording,
    );
  });
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

describe('the catalogue', () => {
  it('lists services in the order of the receipt, and those of no other organisation', async () => {
    expect((await inOurs((tx) => services.list(tx))).map(({ code }) => code)).toEqual(['cold-water', 'electricity']);
    expect(await database.inTenant(theirs, (tx) => services.list(tx))).toEqual([]);
  });

  it('refuses a code twice', async () => {
    const again = {
      code: 'cold-water',
      name: 'Вода',
      unit: 'м³',
      resource: null,
      section: 'communal',
      position: 1,
    } as const;
    await expect(inOurs((tx) => services.add(tx, again))).rejects.toMatchObject({ code: 'service.code-taken' });
  });

  it('lists tariffs with their basis, reason and author, the latest first', async () => {
    expect(await inOurs((tx) => tariffs.list(tx, water))).toMatchObject([
      {
        service: { code: 'cold-water', unit: 'м³' },
        rates: { rate: '42.30' },
        validFrom: '2026-10-01',
        validTo: null,
        basis: 'решение 2',
        reason: recording.reason,
      },
      { rates: { rate: '36.47' }, validFrom: '2026-01-01', validTo: '2026-10-01' },
    ]);
    expect(await inOurs((tx) => norms.list(tx))).toMatchObject([{ service: { id: water }, value: '4.29' }]);
  });

  it('names the neighbour that a new tariff would overlap', async () => {
    const tariff = { serviceId: water, ...days('2026-09-01', '2026-09-11'), rates: { rate: '1' }, basis: 'решение 4' };
    await expect(inOurs((tx) => tariffs.add(tx, [tariff], recording))).rejects.toMatchObject({
      code: 'tariff.overlap',
      details: { service: 'Холодная вода', from: '2026-01-01', to: '2026-10-01' },
    });
    await expect(
      inOurs((tx) =>
        norms.add(tx, [{ serviceId: water, ...days('2026-01-01', null), value: '5', basis: '' }], recording),
      ),
    ).rejects.toMatchObject({
      code: 'norm.overlap',
    });
  });

  it('lets the same days stand for other traits, but not twice in one go', async () => {
    const tariff = {
      serviceId: water,
      ...days('2026-01-01', null),
      appliesTo: { bath: 'none' },
      rates: { rate: '1' },
      basis: 'решение 5',
    };
    await expect(inOurs((tx) => tariffs.add(tx, [tariff, tariff], recording))).rejects.toMatchObject({
      code: 'tariff.overlap',
    });
    await database
      .inTenant(ours, async (tx) => {
        await tariffs.add(tx, [tariff], recording);
        expect(await tariffs.list(tx, water)).toHaveLength(3);
        throw new Error('undone');
      })
      .catch(() => undefined);
  });

  it.each(['', '-1', '1,5 руб.'])('refuses "%s" as a rate', async (rate) => {
    const tariff = { serviceId: water, ...days('2030-01-01', null), rates: { rate }, basis: '' };
    await expect(inOurs((tx) => tariffs.add(tx, [tariff], recording))).rejects.toMatchObject({ code: 'tariff.rate' });
  });

  it('names the neighbour that a new assignment would overlap', async () => {
    const assignment = {
      houseId,
      serviceId: water,
      supplierId: supplier,
      method: 'metered',
      ...days('2026-01-01', null),
    };
    await expect(inOurs((tx) => assignments.assign(tx, [assignment], recording))).rejects.toMatchObject({
      code: 'assignment.overlap',
      details: { service: 'Холодная вода', house: 'ул. Юрина, 1', from: '2020-01-01', to: null },
    });
  });

  it('shows what a house gets on a day and at which rate for its stoves', async () => {
    const on = parseDate('2026-09-30');
    expect(await inOurs((tx) => assignments.ofHouse(tx, houseId, { on, traits: { stove: 'electric' } }))).toMatchObject(
      [
        {
          service: { code: 'cold-water' },
          supplier: { id: supplier, name: 'Водоканал' },
          method: 'metered',
          rates: { rate: '36.47' },
          rateSource: 'решение 1',
        },
        { service: { code: 'electricity' }, validTo: '2026-10-01', rates: { day: '5.96', night: '3.63' } },
      ],
    );
    expect(
      await inOurs((tx) => assignments.ofHouse(tx, houseId, { on: parseDate('2026-10-01'), traits: {} })),
    ).toHaveLength(1);
  });

  it('notes what was entered for billing to judge', async () => {
    const rows = await inOurs((tx) => tx.query<{ fact: string }[]>('select fact from fact_changes order by id'));
    expect(rows.map(({ fact }) => fact)).toEqual([
      'tariffs',
      'tariffs',
      'tariffs',
      'tariffs',
      'norms',
      'service_assignments',
      'service_assignments',
    ]);
  });
});

describe('suppliers', () => {
  const details = {
    accountNumber: '40702810300000000001',
    bic: '040173604',
    bankName: 'Банк',
    ...days('2020-01-01', null),
  };

  it('refuses requisites with a slip of the pen', async () => {
    const add = (supplier: Parameters<Suppliers['add']>[1]) => inOurs((tx) => suppliers.add(tx, supplier));
    await expect(add({ name: 'Кто-то', inn: '7707083894' })).rejects.toMatchObject({ code: 'requisites.inn' });
    await expect(add({ name: 'Кто-то', inn: '7707083893', kpp: '1' })).rejects.toMatchObject({
      code: 'requisites.kpp',
    });
    await expect(add({ name: 'Он же', inn: '7707083893' })).rejects.toMatchObject({ code: 'supplier.exists' });
    await expect(inOurs((tx) => suppliers.addBankDetails(tx, supplier, details, recording))).rejects.toMatchObject({
      code: 'requisites.settlement-account',
    });
  });

  it('keeps bank details by date', async () => {
    const good = { ...details, accountNumber: settlementAccountFor(details.bic) };
    await inOurs((tx) => suppliers.addBankDetails(tx, supplier, good, recording));
    expect(await inOurs((tx) => suppliers.list(tx, parseDate('2026-10-01')))).toMatchObject([
      {
        name: 'Водоканал',
        bankDetails: { accountNumber: good.accountNumber, bic: details.bic, validFrom: '2020-01-01', validTo: null },
      },
    ]);
    expect(await inOurs((tx) => suppliers.list(tx, parseDate('2019-12-31')))).toMatchObject([{ bankDetails: null }]);
    await expect(inOurs((tx) => suppliers.addBankDetails(tx, supplier, good, recording))).rejects.toMatchObject({
      code: 'supplier.bank-details-overlap',
      details: { accountNumber: good.accountNumber },
    });
  });
});

describe('parameters of law', () => {
  it('give the due day by the charged month', async () => {
    const law = new LawParameters();
    const due = await database.outsideTenants(async (tx) => [
      formatDate(await law.dueDate(tx, parsePeriod('2026-01'))),
      formatDate(await law.dueDate(tx, parsePeriod('2026-02'))),
    ]);
    expect(due).toEqual(['2026-02-10', '2026-03-15']);
  });
});

describe('loading a month', () => {
  it('brings what touches it, of these houses only', async () => {
    const september = await inOurs((tx) => loadCatalogue(tx, [houseId], parsePeriod('2026-09')));
    expect(september.services.map(({ code }) => code)).toEqual(['cold-water', 'electricity']);
    expect(september.assignments.map(({ serviceId, method }) => [serviceId, method])).toEqual(
      expect.arrayContaining([
        [water, 'metered'],
        [power, 'metered'],
      ]),
    );
    expect(september.tariffs).toHaveLength(3);
    expect(september.norms).toMatchObject([{ serviceId: water, value: '4.29', appliesTo: {} }]);

    const october = await inOurs((tx) => loadCatalogue(tx, [houseId], parsePeriod('2026-10')));
    expect(october.services.map(({ code }) => code)).toEqual(['cold-water']);
    expect(october.tariffs).toMatchObject([{ rates: { rate: '42.30' }, from: parseDate('2026-10-01'), to: null }]);
    expect(await database.inTenant(theirs, (tx) => loadCatalogue(tx, [houseId], parsePeriod('2026-10')))).toMatchObject(
      { assignments: [], tariffs: [] },
    );
  });

  it('splits the factor of December 2025 on the day on which it rose', async () => {
    const { excessFactors } = await inOurs((tx) => loadCatalogue(tx, [houseId], parsePeriod('2025-12')));
    expect(
      excessFactors.filter(({ resource }) => resource === 'cold-water').map(({ factor, from }) => [factor, from]),
    ).toEqual([
      ['1.5', parseDate('2017-01-01')],
      ['3', parseDate('2025-12-06')],
    ]);
  });
});

/** An account with a right key for the bank. */
function settlementAccountFor(bic: string): string {
  const digits = (account: string) => [...(bic.slice(-3) + account)].map(Number);
  const key = Array.from({ length: 10 }, (_, key) => `40702810${key}00000000001`);
  return key.find(
    (account) => digits(account).reduce((sum, digit, i) => sum + digit * [7, 1, 3][i % 3]!, 0) % 10 === 0,
  )!;
}

function days(from: string, to: string | null): Interval {
  return { from: parseDate(from), to: to === null ? null : parseDate(to) };
}

function inOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(ours, work);
}

async function organization(name: string): Promise<Tenant> {
  const owner = await openDataSource(test.ownerUrl, 1, 'catalogue spec');
  const [{ id }] = await owner.query<[{ id: OrganizationId }]>(
    `insert into organizations (kind, name, short_name, inn, address, time_zone)
     values ('management-company', $1, $1, '2225000000', 'г. Барнаул', 'Asia/Barnaul') returning id`,
    [name],
  );
  await owner.destroy();
  return { organizationId: id };
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeXlsx } from '@dvor/formats';
import { OrganizationSettings } from '@dvor/catalogue';
import { Accounts } from '@dvor/housing';
import { type AccountId, parseDate, type UserId } from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import { createLogger, Database, OrganizationClock, PlatformModule, type Tenant, type Tx } from '@dvor/platform';
import {
  createTestDatabase,
  makeCatalogue,
  makeOrganization,
  workerConfig,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
} from '@dvor/testing';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import {
  ExchangeModule,
  type ImportDetail,
  ImportEngine,
  type ImportKind,
  ImportRetention,
  Imports,
  type NewMap,
} from './index.js';

let test: TestDatabase;
let redis: TestRedis;
let app: INestApplicationContext;
let imports: Imports;
let ours: Tenant;
let by: UserId;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  const platform = PlatformModule.forRoot({
    config: workerConfig(test, redis.url),
    applicationName: 'imports spec',
    logger: createLogger({ logLevel: 'silent' }),
  });
  app = await NestFactory.createApplicationContext(
    { module: class ExchangeApp {}, imports: [platform, ExchangeModule] },
    { logger: false },
  );
  imports = app.get(Imports);
  ours = await makeOrganization(test);
  const [user] = await test.asOwner<[{ id: UserId }]>(
    `insert into users (kind, email, name, password_hash) values ('staff', 'a@dvor.test', 'Анна', '-') returning id`,
  );
  by = user.id;
});
afterAll(async () => {
  await app?.close();
  await Promise.all([test?.drop(), redis?.stop()]);
});

const HEADINGS = ['Лицевой счет', 'Адрес', 'Кв.', 'Площадь', 'ФИО', 'Прописано', 'Телефон', 'ЕЛС'];
const HOUSE = 'г Барнаул, ул Юрина, дом 180';
const FLATS = [
  ['1001', HOUSE, '1', '45,30', 'Иванова Анна Петровна', '2', '8 (913) 210-45-67', '10AA000001'],
  ['1002', 'Барнаул, ул. Юрина, д. 180', '2', '61,2', 'Фёдоров Пётр', '0', '', ''],
  ['1003', 'ул. Юрина, 180', '3', '33', 'Орлова Вера', '1', '', ''],
];

describe('a load of accounts', () => {
  let first: ImportDetail;

  it('recognises columns by their headings', async () => {
    first = await upload('accounts', csv(HEADINGS, FLATS));
    expect(first.map).toEqual({ number: 0, address: 1, flat: 2, area: 3, payer: 4, persons: 5, phone: 6, els: 7 });
    expect(first).toMatchObject({ state: 'uploaded', missing: [], format: 'csv' });
  });

  it('says what it would do, line by line, and writes nothing', async () => {
    first = await check(first);
    expect(first.totals).toMatchObject({
      rows: 3,
      things: 3,
      area: '139.50',
      persons: 3,
      verdicts: { new: 0, change: 0, same: 0, bad: 3 },
    });
    const [problem] = await problemsOf(first);
    expect(problem).toMatchObject({ line: 2, column: 'Адрес', code: 'house.unknown' });
    expect(problem!.reason).toMatch(/Дома .*Юрина.* нет/);
    expect(await numbers()).toEqual([]);
  });

  it('makes houses where it may, and adds accounts, premises, payers and residents', async () => {
    await map(first, { makeHouses: true, city: 'г. Барнаул', from: '2026-10-01' }, '1С');
    first = await check(first);
    expect(first.totals?.verdicts).toEqual({ new: 3, change: 0, same: 0, bad: 0 });
    first = await apply(first);
    expect(first.state).toBe('applied');
    const [card] = await accounts('10AA000001');
    expect(card).toMatchObject({
      number: '1001',
      address: 'г Барнаул, ул Юрина, д. 180, кв. 1',
      payerName: 'Иванова Анна Петровна',
      area: '45.30',
      persons: 2,
      openedOn: '2026-10-01',
    });
    expect(await houseCount()).toBe(1);
    expect((await accounts('9132104567')).map(({ number }) => number)).toEqual(['1001']);
  });

  it('changes nothing when the same file comes twice, and remembers how to read it', async () => {
    const again = await upload('accounts', csv(HEADINGS, FLATS));
    expect(again).toMatchObject({ sourceName: '1С', settings: { makeHouses: true, city: 'г. Барнаул' } });
    const checked = await check(again);
    expect(checked.totals?.verdicts).toEqual({ new: 0, change: 0, same: 3, bad: 0 });
    await expect(imports.requestApply(ours, again.id, by)).rejects.toMatchObject({ code: 'import.nothing-to-apply' });
  });

  it('changes what the file says otherwise, and puts it back', async () => {
    const changed = [
      ['1001', HOUSE, '1', '46,10', 'Иванова Анна Петровна', '2', '8 (913) 210-45-68', '10AA000001'],
      ['1002', HOUSE, '2', '61,2', 'Чайкина Нина', '0', '', '10АА000002'],
    ];
    let load = await upload('accounts', csv(HEADINGS, changed));
    await map(load, { from: '2026-11-01' });
    load = await apply(await check(load));
    expect(load.totals?.verdicts).toEqual({ new: 0, change: 2, same: 0, bad: 0 });
    expect((await accounts('10АА000002'))[0]).toMatchObject({ number: '1002', payerName: 'Чайкина Нина' });
    expect((await accounts('1001'))[0]).toMatchObject({ area: '46.10' });
    load = await undo(load);
    expect(load.state).toBe('undone');
    expect((await accounts('1001'))[0]).toMatchObject({ area: '45.30' });
    expect((await accounts('1002'))[0]).toMatchObject({ payerName: 'Фёдоров Пётр' });
    expect(await accounts('10АА000002')).toEqual([]);
    expect((await accounts('913 210-45-67')).map(({ number }) => number)).toEqual(['1001']);
  });

  it('goes back without a trace while nothing stands on it', async () => {
    const other = [['2001', 'г Барнаул, ул Попова, дом 7', '1', '50', 'Петров Пётр', '2', '', '']];
    let load = await upload('accounts', csv(HEADINGS, other));
    await map(load, { makeHouses: true });
    load = await apply(await check(load));
    expect(await numbers()).toEqual(['1001', '1002', '1003', '2001']);
    await undo(load);
    expect(await numbers()).toEqual(['1001', '1002', '1003']);
    expect(await houseCount()).toBe(1);
    const people = await test.asOwner(
      `select name from parties where name in ('Петров Пётр') or name like 'Жилец%' order by name`,
    );
    expect(people).toHaveLength(3); // those of the load that stays
    load = await upload('accounts', csv(HEADINGS, other));
    load = await apply(await check(load));
    expect(load.totals?.verdicts.new).toBe(1);
    await undo(load);
  });

  it('stays where an account of it was billed, and says which', async () => {
    const [{ id }] = await inOurs((tx) =>
      tx.query<[{ id: AccountId }]>(`select id from accounts where number = '1003'`),
    );
    await test.asOwner(
      `insert into account_balances (organization_id, period, account_id, opening, charged, paid, closing)
       values ($1, '2026-10-01', $2, 0, 0, 0, 0)`,
      [ours.organizationId, id],
    );
    await expect(imports.requestUndo(ours, first.id, by)).rejects.toMatchObject({
      code: 'import.built-on',
      details: { objects: expect.stringContaining('счёт 1003') },
    });
    await test.asOwner('delete from account_balances');
  });
});

describe('the reading of a file', () => {
  const TITLED = [
    'Выписка;из программы;за октябрь;2026',
    'код;место;метраж;лицо',
    'Лицевой счет;Адрес;Общая площадь;ФИО',
    '7001;г Барнаул, ул Попова, д 1, кв 1;40,1;Мирова Ирина',
  ];

  it('is found out, and said otherwise: another line of headings, its columns recognised anew', async () => {
    const found = await upload('accounts', text(TITLED));
    expect(found).toMatchObject({ headingLine: 1, encoding: 'utf-8', toldHeadingLine: null, map: {} });
    const told = await imports.setReading(ours, found.id, { encoding: null, headingLine: 3 }, by);
    expect(told).toMatchObject({ headingLine: 3, toldHeadingLine: 3, headings: TITLED[2]!.split(';') });
    expect(told.map).toMatchObject({ number: 0, address: 1, area: 2, payer: 3 });
    const [row] = await imports.sample(ours, found.id);
    expect(row).toMatchObject({ line: 4 });
    expect((await imports.sample(ours, found.id, { fromTop: true })).map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });

  it('in KOI8-R gives words, reaches the rows, and is remembered with the columns', async () => {
    const koi8 = bytesIn('koi8-r', TITLED);
    const found = await upload('accounts', koi8);
    expect(found.headings.join(' ')).not.toContain('Адрес');
    const reading = { encoding: 'koi8-r', headingLine: 3 } as const;
    const told = await imports.setReading(ours, found.id, reading, by);
    expect(told).toMatchObject({ encoding: 'koi8-r', headings: TITLED[2]!.split(';') });
    await map(told, { makeHouses: true, from: '2026-10-01' }, 'Старая база');
    const checked = await check(told);
    expect(checked.totals).toMatchObject({ rows: 1, area: '40.10', verdicts: { new: 1, bad: 0 } });
    const nextMonth = [TITLED[0]!.replace('октябрь', 'ноябрь'), ...TITLED.slice(1)];
    expect(await upload('accounts', bytesIn('koi8-r', nextMonth))).toMatchObject({
      sourceName: 'Старая база',
      toldEncoding: 'koi8-r',
      toldHeadingLine: 3,
      map: told.map,
      settings: { makeHouses: true },
    });
  });

  it('takes a table without headings for known only where it has none', async () => {
    const rows = ['7101;2,5;Первый', '7102;3,5;Второй'];
    const first = await upload('premises', text(rows));
    const told = await imports.setReading(ours, first.id, { encoding: null, headingLine: 0 }, by);
    expect(told).toMatchObject({ headings: ['A', 'B', 'C'], headingLine: 0 });
    await imports.setMap(ours, told.id, { map: { flat: 0, area: 1 }, settings: {}, sourceName: 'Без шапки' }, by);
    expect(await upload('premises', text(rows))).toMatchObject({ sourceName: 'Без шапки', toldHeadingLine: 0 });
    expect(await upload('premises', text(['Кв.;Площадь;Чья', ...rows]))).toMatchObject({
      sourceName: null,
      headings: ['Кв.', 'Площадь', 'Чья'],
    });
  });

  it('can’t be changed once the load is in the books', async () => {
    let load = await upload(
      'accounts',
      text(['Лицевой счет;Адрес;Площадь;ФИО', '7201;г Барнаул, ул Попова, д 3, кв 1;40;Мирова Ирина']),
    );
    await map(load, { makeHouses: true });
    load = await apply(await check(load));
    await expect(imports.setReading(ours, load.id, { encoding: null, headingLine: 0 }, by)).rejects.toMatchObject({
      code: 'import.wrong-state',
    });
    await undo(load);
  });
});

describe('bad rows', () => {
  it.each([
    ['a date of 1026', { 'Дата открытия': '01.01.1026' }, 'date.improbable'],
    ['a date of 2125', { 'Дата открытия': '01.01.2125' }, 'date.improbable'],
    ['a wrong ИНН', { ИНН: '222500000001' }, 'inn.wrong'],
    ['a wrong СНИЛС', { СНИЛС: '112-233-445 96' }, 'snils.wrong'],
    ['an ЕЛС of another shape', { ЕЛС: '10АА01' }, 'els.wrong'],
    ['an ЕЛС of another account', { ЕЛС: '10АА000001' }, 'account.id-taken'],
    ['no area', { Площадь: '0' }, 'area.zero'],
    ['an unknown house', { Адрес: 'г Барнаул, ул Ленина, д 1' }, 'house.unknown'],
    ['an address that is none', { Адрес: 'где-то' }, 'address.unreadable'],
    ['no payer', { ФИО: '' }, 'value.missing'],
    ['a number that stands elsewhere', { 'Лицевой счет': '1001' }, 'account.elsewhere'],
    ['half an owner', { Собственник: 'Чайкина Нина', Доля: '1/2' }, 'share.not-whole'],
    ['a share that became a date', { Собственник: 'Чайкина Нина', Доля: '01.фев' }, 'share.became-date'],
  ])('are told of: %s', async (_, spoilt, code) => {
    const row = { 'Лицевой счет': '3001', Адрес: HOUSE, 'Кв.': '31', Площадь: '40', ФИО: 'Чайкина Нина', ...spoilt };
    let load = await upload('accounts', csv(Object.keys(row), [Object.values(row)]));
    await map(load, {});
    load = await check(load);
    expect(load.totals?.verdicts).toMatchObject({ bad: 1, new: 0 });
    expect((await problemsOf(load)).map((problem) => problem.code)).toContain(code);
  });

  it('warn of a flat of 5000 m² and of a phone that is none, and are loaded', async () => {
    const headings = ['ЛС', 'Адрес', 'Площадь', 'ФИО', 'Телефон'];
    const load = await check(
      await upload('accounts', csv(headings, [['3002', `${HOUSE}, кв. 32`, '5000', 'Чайкина Нина', 'нет']])),
    );
    expect(load.totals).toMatchObject({ verdicts: { new: 1, bad: 0 }, withWarnings: 1, withErrors: 0 });
    expect((await problemsOf(load)).map(({ code }) => code).sort()).toEqual(['area.suspicious', 'phone.unreadable']);
  });

  it('are those that say twice what another says, or say it otherwise', async () => {
    const headings = ['ЛС', 'Адрес', 'Кв', 'Площадь', 'ФИО'];
    const load = await check(
      await upload(
        'accounts',
        csv(headings, [
          ['3003', HOUSE, '33', '40', 'Чайкина Нина'],
          ['3003', HOUSE, '33', '40', 'Чайкина Нина'],
          ['3004', HOUSE, '34', '40', 'Чайкина Нина'],
          ['3004', HOUSE, '35', '40', 'Чайкина Нина'],
        ]),
      ),
    );
    expect(await codesByLine(load)).toEqual({ 3: 'row.twice', 5: 'row.twice' });
  });

  it('come back as a file like the one that came, with words', async () => {
    const bytes = await whole(
      writeXlsx('Счета', HEADINGS, [
        ['3005', HOUSE, '35', '40', 'Чайкина Нина', '1', '', ''],
        ['0000003006', 'г Барнаул, ул Ленина, д 1', '1', '40', 'Чайкина Нина', '1', '', '10АА1'],
      ]),
    );
    let load = await upload('accounts', bytes, 'счета.xlsx');
    load = await apply(await check(load));
    expect(load.totals?.verdicts).toMatchObject({ new: 1, bad: 1 });
    const file = await imports.badRows(ours, load.id);
    expect(file.name).toBe('счета – ошибки.xlsx');
    const back = await upload('accounts', await whole(file.content), file.name);
    expect(back.headings).toEqual([...HEADINGS, 'Ошибка', 'Что сделать']);
    const [{ cells }] = await test.asOwner<[{ cells: string[] }]>(
      `select cells from import_rows where import_id = $1 and verdict = 'bad'`,
      [load.id],
    );
    expect(cells[0]).toBe('0000003006');
    await undo(load);
  });
});

describe('owners', () => {
  const headings = ['ЛС', 'Адрес', 'Кв', 'Площадь', 'Собственник', 'Доля'];

  it('of one flat stand in a row each and make a whole', async () => {
    let load = await upload(
      'accounts',
      csv(headings, [
        ['4001', HOUSE, '41', '40', 'Чайкина Нина', '1/3'],
        ['4001', HOUSE, '41', '40', 'Чайкин Иван', '2/3'],
      ]),
    );
    load = await apply(await check(load));
    expect(load.totals).toMatchObject({ rows: 2, things: 1, area: '40.00', verdicts: { new: 2 } });
    const owners = await inOurs((tx) =>
      tx.query(
        `select p.name, o.share_numerator || '/' || o.share_denominator as share from ownerships o join parties p on p.id = o.party_id order by 1`,
      ),
    );
    expect(owners).toEqual([
      { name: 'Чайкин Иван', share: '2/3' },
      { name: 'Чайкина Нина', share: '1/3' },
    ]);
    const again = await check(
      await upload('accounts', csv(headings, [['4001', HOUSE, '41', '40', 'Чужой Олег', '1/1']])),
    );
    expect(again.totals).toMatchObject({ verdicts: { same: 1 }, withWarnings: 1 });
    await undo(load);
  });

  it('with an account each bear their shares of the flat; the same file twice changes nothing', async () => {
    const file = csv(headings, [
      ['4101', HOUSE, '44', '40', 'Чайкина Нина', '1/3'],
      ['4102', HOUSE, '44', '40', 'Чайкин Иван', '2/3'],
    ]);
    let load = await upload('accounts', file);
    load = await apply(await check(load));
    expect(load.totals?.verdicts).toMatchObject({ new: 2, bad: 0 });
    const shares = await inOurs((tx) =>
      tx.query(
        `select a.number, f.share_numerator || '/' || f.share_denominator as share
           from account_facts f join accounts a on a.id = f.account_id where a.number in ('4101', '4102') order by 1`,
      ),
    );
    expect(shares).toEqual([
      { number: '4101', share: '1/3' },
      { number: '4102', share: '2/3' },
    ]);
    expect((await check(await upload('accounts', file))).totals?.verdicts).toMatchObject({ same: 2, bad: 0, new: 0 });
    const third = csv(headings, [['4103', HOUSE, '44', '40', 'Чайкина Нина', '1/1']]);
    const beside = await check(await upload('accounts', third));
    expect(await codesByLine(beside)).toMatchObject({ 2: 'account.second' });
    await undo(load);
  });

  it('of accounts on one flat without shares, or opened on other days, are told to load them together', async () => {
    const plain = ['ЛС', 'Адрес', 'Кв', 'Площадь', 'ФИО'];
    const rows = (one: string, other: string) => [
      [one, HOUSE, '45', '40', 'Чайкина Нина'],
      [other, HOUSE, '45', '40', 'Чайкин Иван'],
    ];
    const load = await check(await upload('accounts', csv(plain, rows('4104', '4105'))));
    expect(load.totals?.verdicts).toMatchObject({ new: 0, bad: 2 });
    expect(await codesByLine(load)).toEqual({ 2: 'account.second', 3: 'account.second' });
    const dated = [...headings, 'Дата открытия'];
    const differ = await check(
      await upload(
        'accounts',
        csv(dated, [
          ['4106', HOUSE, '46', '40', 'Чайкина Нина', '1/2', '01.01.2020'],
          ['4107', HOUSE, '46', '40', 'Чайкин Иван', '1/2', '01.02.2020'],
        ]),
      ),
    );
    expect(await codesByLine(differ)).toEqual({ 2: 'account.second', 3: 'account.second' });
  });

  it('keep out the whole flat where one of their rows is bad', async () => {
    const load = await check(
      await upload(
        'accounts',
        csv(headings, [
          ['4002', HOUSE, '42', '40', 'Чайкина Нина', '1/2'],
          ['4002', HOUSE, '42', '40', 'Чайкин Иван', 'половина'],
        ]),
      ),
    );
    expect(load.totals?.verdicts).toMatchObject({ bad: 2 });
  });
});

describe('other loads', () => {
  it('brings houses with their passports, and changes them', async () => {
    const headings = ['Адрес', 'Год постройки', 'Этажей', 'Подъездов', 'Общая площадь'];
    const row = ['г Арамиль, ул Гарнизон, д 19Б', '1985', '9', '4', '5120,4'];
    const load = await apply(await check(await upload('houses', csv(headings, [row]))));
    expect(load.totals?.verdicts).toMatchObject({ new: 1 });
    expect((await check(await upload('houses', csv(headings, [row])))).totals?.verdicts).toMatchObject({ same: 1 });
    const more = await apply(
      await check(await upload('houses', csv(headings, [['г Арамиль, Гарнизон, 19б', '1985', '10', '4', '5120,4']]))),
    );
    expect(more.totals?.verdicts).toMatchObject({ change: 1 });
    expect(await floors()).toBe(10);
    await undo(more);
    expect(await floors()).toBe(9);
    await expect(imports.requestUndo(ours, load.id, by)).rejects.toMatchObject({
      code: 'import.built-on',
      details: { objects: 'дом ул Гарнизон, 19Б' },
    });
  });

  it('brings premises, rooms of communal flats too', async () => {
    const headings = ['Улица', 'Дом', 'Квартира', 'Комната', 'Площадь'];
    const rows = [
      ['Юрина', '180', '51', '1', '14'],
      ['Юрина', '180', '51', '2', '16,5'],
      ['Юрина', '180', '52', '', '60'],
    ];
    let load = await apply(await check(await upload('premises', csv(headings, rows))));
    expect(load.totals).toMatchObject({ verdicts: { new: 3, bad: 0 }, area: '90.50' });
    const rooms = await inOurs((tx) =>
      tx.query(
        `select p.number, flat.number as flat from premises p join premises flat on flat.id = p.parent_id order by 1`,
      ),
    );
    expect(rooms).toEqual([
      { number: '1', flat: '51' },
      { number: '2', flat: '51' },
    ]);
    expect((await check(await upload('premises', csv(headings, rows)))).totals?.verdicts).toMatchObject({ same: 3 });
    load = await undo(load);
    expect(load.state).toBe('undone');
  });

  it('brings residents by name in place of nameless ones, one place for each', async () => {
    const headings = ['ЛС', 'ФИО', 'Дата рождения', 'Дата регистрации'];
    const rows = [
      ['1001', 'Иванова Анна Петровна', '12.03.1961', '01.10.2026'],
      ['1003', 'Орлов Пётр', '12.03.2001', '01.10.2026'],
      ['1002', 'Орлов Пётр', '12.03.2001', '01.10.2026'],
    ];
    let load = await check(await upload('residents', csv(headings, rows)));
    expect(load.totals?.verdicts).toMatchObject({ new: 2, bad: 1 });
    expect(await codesByLine(load)).toEqual({ 4: 'resident.twice' });
    load = await apply(load);
    expect((await accounts('1001'))[0]).toMatchObject({ persons: 2 });
    const elsewhere = await check(await upload('residents', csv(headings, [rows[2]!, rows[1]!])));
    expect(elsewhere.totals?.verdicts).toMatchObject({ bad: 2 });
    expect((await check(await upload('residents', csv(headings, [rows[1]!])))).totals?.verdicts).toMatchObject({
      same: 1,
    });
    const gone = await check(await upload('residents', csv(headings, [rows[2]!])));
    expect(await codesByLine(gone)).toEqual({ 2: 'resident.elsewhere' });
    await undo(load);
    const names = await inOurs((tx) =>
      tx.query<{ name: string }[]>(
        `select p.name from residencies r join parties p on p.id = r.party_id where r.superseded_at is null order by 1`,
      ),
    );
    expect(names.map(({ name }) => name)).toEqual([
      'Жилец без имени № 1',
      'Жилец без имени № 1',
      'Жилец без имени № 2',
    ]);
  });

  it('brings meters with what they show', async () => {
    const headings = [
      'Лицевой счет',
      'Тип счетчика',
      'Номер счетчика',
      'Показание 1',
      'Дата передачи показаний',
      'Дата следующей поверки',
    ];
    const rows = [
      ['1001', 'ХВС', '18-1', '100,5', '20.10.2026', '01.02.2030'],
      ['1001', 'ГВС', '18-2', '26', '20.10.2026', '01.02.2030'],
      ['1002', 'Пар', '18-3', '26', '20.10.2026', ''],
      ['1002', 'ХВС', '18-1', '26', '20.10.2026', ''],
    ];
    let load = await check(await upload('meters', csv(headings, rows)));
    expect(load.totals?.verdicts).toMatchObject({ new: 3, bad: 1 });
    load = await apply(load);
    expect((await accounts('18-2'))[0]?.number).toBe('1001');
    expect((await check(await upload('meters', csv(headings, rows.slice(0, 2))))).totals?.verdicts).toMatchObject({
      same: 2,
    });
    const moved = await check(await upload('meters', csv(headings, [['1003', 'ХВС', '18-2', '1', '20.10.2026', '']])));
    expect(await codesByLine(moved)).toEqual({ 2: 'meter.differs' });
    await undo(load);
    expect(await test.asOwner('select from meters')).toEqual([]);
    expect((await accounts('18-2')).map(({ number }) => number)).not.toContain('1001');
  });

  it('brings opening balances once, whoever sends the file again, and books them back', async () => {
    const { upkeep, company } = await inOurs((tx) => makeCatalogue(tx));
    const headings = ['ЛС', 'Сальдо на начало', 'Пени'];
    const rows = [
      ['1001', '1 234,50', '10'],
      ['1002', '-100', ''],
      ['9999', '5', ''],
    ];
    let load = await upload('opening-balances', csv(headings, rows));
    load = await check(load);
    expect(await codesByLine(load)).toEqual({ 2: 'balance.no-service', 3: 'balance.no-service', 4: 'account.unknown' });
    await map(load, { serviceId: upkeep, supplierId: company });
    load = await apply(await check(load));
    expect(load.totals).toMatchObject({ verdicts: { new: 2, bad: 1 }, amount: '1139.50', penalty: '10.00' });
    expect(await balance('1001')).toBe('1244.50');
    const again = await check(await upload('opening-balances', csv(headings, rows)));
    expect(again.totals?.verdicts).toMatchObject({ same: 2, new: 0 });
    const other = await check(await upload('opening-balances', csv(headings, [['1001', '1', '']])));
    expect(await codesByLine(other)).toEqual({ 2: 'balance.other' });
    await undo(load);
    expect(await balance('1001')).toBe('0.00');
    const anew = await apply(await check(await upload('opening-balances', csv(headings, rows))));
    expect(anew.totals?.verdicts.new).toBe(2);
    expect(await balance('1002')).toBe('-100.00');
  });
});

describe('the work itself', () => {
  it('goes on where it was killed, and twice changes nothing', async () => {
    const headings = ['ЛС', 'Адрес', 'Кв', 'Площадь', 'ФИО'];
    const rows = Array.from({ length: 4_500 }, (_, i) => [
      `7${String(i).padStart(6, '0')}`,
      HOUSE,
      String(1000 + i),
      '40',
      `Житель ${i}`,
    ]);
    let load = await check(await upload('accounts', csv(headings, rows)));
    await imports.requestApply(ours, load.id, by);
    await test.asOwner(`create function die() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
      create trigger die before insert on accounts for each row when (new.number = '7003000') execute function die();`);
    await expect(app.get(ImportEngine).run(ours.organizationId, load.id)).rejects.toThrow('killed');
    expect((await numbers()).length).toBe(3 + 2_000);
    await test.asOwner('drop trigger die on accounts; drop function die()');
    await Promise.all([1, 2].map(() => app.get(ImportEngine).run(ours.organizationId, load.id)));
    load = await imports.detail(ours, load.id);
    expect(load).toMatchObject({ state: 'applied', totals: { verdicts: { new: 4_500 } } });
    expect((await numbers()).length).toBe(4_503);
    await undo(load);
    expect((await numbers()).length).toBe(3);
  }, 180_000);

  it('is refused to another organisation', async () => {
    const load = await upload('houses', csv(['Адрес'], [['г Арамиль, ул Гарнизон, д 19Б']]));
    const theirs = await makeOrganization(test, { name: 'Чужие' });
    await expect(imports.detail(theirs, load.id)).rejects.toMatchObject({ code: 'import.not-found' });
  });
});

describe('what a load keeps of people', () => {
  let applied: ImportDetail;
  let undone: ImportDetail;

  it('stays for the organisation’s term, counted from the last step', async () => {
    const rows = [
      ['8001', 'г Барнаул, ул Чкалова, д 5', '1', '30', 'Память Мария', '1', '8 913 000-00-01', ''],
      ['8002', 'г Барнаул, ул Чкалова, д 5', '2', '0', 'Память Олег', '1', '8 913 000-00-02', ''],
    ];
    applied = await upload('accounts', csv(HEADINGS, rows));
    await map(applied, { makeHouses: true });
    applied = await apply(await check(applied));
    undone = await upload('houses', csv(['Адрес'], [['г Барнаул, ул Чкалова, д 7']]));
    await map(undone, {});
    undone = await undo(await apply(await check(undone)));
    await moveDays(89);
    expect(await clearOld()).toBe(0);
    expect((await whole((await imports.badRows(ours, applied.id)).content)).toString()).toContain('Память Олег');
  });

  it('goes with the file and the values, while totals and the counts of problems stay', async () => {
    const kinds = await imports.problemKinds(ours, applied.id, 'ru');
    expect(kinds).toContainEqual(expect.objectContaining({ severity: 'error', count: 1 }));
    await moveDays(2);
    expect(await clearOld()).toBeGreaterThanOrEqual(2);
    expect(await clearOld()).toBe(0);
    const kept = await test.asOwner(
      `select (select count(*)::int from import_rows) as rows, (select count(*)::int from import_problems) as problems,
              (select count(*)::int from stored_files f join imports i on i.file_id = f.id where f.erased_at is null) as files`,
    );
    expect(kept).toEqual([{ rows: 0, problems: 0, files: 0 }]);
    const cleared = await imports.detail(ours, applied.id);
    expect(cleared).toMatchObject({ state: 'applied', totals: applied.totals, rowsClearedAt: expect.any(Date) });
    expect(await imports.problemKinds(ours, applied.id, 'ru')).toEqual(kinds);
    expect((await accounts('8001')).map(({ payerName }) => payerName)).toEqual(['Память Мария']);
  });

  it('is told to whoever would undo, download or lay out what is gone', async () => {
    const gone = expect.objectContaining({ code: 'import.rows-cleared' });
    await expect(imports.requestUndo(ours, applied.id, by)).rejects.toEqual(gone);
    await expect(imports.badRows(ours, applied.id)).rejects.toEqual(gone);
    await expect(imports.sample(ours, undone.id)).rejects.toEqual(gone);
    expect((await accounts('8001')).map(({ number }) => number)).toEqual(['8001']);
  });

  it('goes earlier where the organisation has said so, and a load whose check broke off too', async () => {
    await inOurs(async (tx) =>
      app.get(OrganizationSettings).choose(
        tx,
        {
          code: 'imports.keep-days',
          value: 7,
          basis: null,
          from: await app.get(OrganizationClock).today(tx),
          to: null,
        },
        { by, reason: 'Приказ' },
      ),
    );
    const load = await upload('accounts', csv(HEADINGS, FLATS));
    await test.asOwner(`update imports set state = 'checking' where id = $1`, [load.id]);
    await app.get(ImportEngine).giveUp(ours.organizationId, load.id);
    await moveDays(8);
    expect(await clearOld()).toBe(1);
    expect(await imports.detail(ours, load.id)).toMatchObject({ state: 'failed', rowsClearedAt: expect.any(Date) });
  });

  it('of another organisation is not touched', async () => {
    const load = await upload('accounts', csv(HEADINGS, FLATS));
    const theirs = await makeOrganization(test, { name: 'Соседи' });
    await moveDays(30);
    expect(await app.get(ImportRetention).clearOld(theirs)).toBe(0);
    expect((await imports.detail(ours, load.id)).rowsClearedAt).toBeNull();
  });
});

async function upload(kind: ImportKind, content: Uint8Array, fileName = 'файл.csv'): Promise<ImportDetail> {
  return imports.upload(ours, { kind, fileName, content }, by);
}

async function map(load: ImportDetail, settings: NewMap['settings'], sourceName?: string): Promise<void> {
  await imports.setMap(ours, load.id, { map: load.map, settings, sourceName }, by);
}

async function check(load: ImportDetail): Promise<ImportDetail> {
  await imports.requestCheck(ours, load.id, by);
  return run(load);
}

async function apply(load: ImportDetail): Promise<ImportDetail> {
  await imports.requestApply(ours, load.id, by);
  return run(load);
}

async function undo(load: ImportDetail): Promise<ImportDetail> {
  await imports.requestUndo(ours, load.id, by);
  return run(load);
}

async function run({ id }: ImportDetail): Promise<ImportDetail> {
  await app.get(ImportEngine).run(ours.organizationId, id);
  const detail = await imports.detail(ours, id);
  expect(detail.failure).toBeNull();
  return detail;
}

async function problemsOf({ id }: ImportDetail) {
  return (await imports.problems(ours, id, { limit: 100, language: 'ru' })).items;
}

async function codesByLine(load: ImportDetail): Promise<Record<number, string>> {
  return Object.fromEntries((await problemsOf(load)).map(({ line, code }) => [line, code]));
}

async function accounts(search: string) {
  return inOurs(
    async (tx) => (await app.get(Accounts).list(tx, { on: parseDate('2026-11-02'), search, limit: 10 })).items,
  );
}

async function numbers(): Promise<string[]> {
  const rows = await inOurs((tx) => tx.query<{ number: string }[]>('select number from accounts order by number'));
  return rows.map(({ number }) => number);
}

async function houseCount(): Promise<number> {
  const [row] = await inOurs((tx) => tx.query<{ count: number }[]>('select count(*)::int as count from houses'));
  return row!.count;
}

async function floors(): Promise<number> {
  const [row] = await inOurs((tx) =>
    tx.query<{ floors: number }[]>(
      `select floors from house_facts f join houses h on h.id = f.house_id where h.city like '%Арамиль' and superseded_at is null and valid @> '2026-11-02'::date`,
    ),
  );
  return row!.floors;
}

async function balance(number: string): Promise<string> {
  return inOurs(async (tx) => {
    const [{ id }] = await tx.query<[{ id: AccountId }]>('select id from accounts where number = $1', [number]);
    return (await app.get(Balances).of(tx, [id])).get(id)!.toString();
  });
}

async function clearOld(): Promise<number> {
  return app.get(ImportRetention).clearOld(ours);
}

async function moveDays(days: number): Promise<void> {
  const clock = app.get(OrganizationClock);
  await inOurs(async (tx) => clock.advance(tx, new Date((await clock.now(tx)).getTime() + days * 86_400_000)));
}

function inOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.get(Database).inTenant(ours, work);
}

function csv(headings: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const quoted = (row: readonly string[]) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
  return Buffer.from([headings, ...rows].map(quoted).join('\r\n'));
}

function text(lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.join('\r\n'));
}

/** Every letter of the text has one byte. */
function bytesIn(encoding: string, lines: readonly string[]): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from([...lines.join('\r\n')], (letter) => byteOf.get(letter)!);
}

async function whole(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

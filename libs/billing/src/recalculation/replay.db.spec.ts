import { AssignmentDesk, Assignments, Norms, Services, Tariffs } from '@dvor/catalogue';
import { type NewHouse, PremisesLife, Residents } from '@dvor/housing';
import {
  type AccountId,
  firstDay,
  formatDate,
  type HouseId,
  type MeterId,
  Money,
  parseDate,
  parsePeriod,
  type PartyId,
  type Period,
  type RunId,
  type ServiceId,
  type UserId,
} from '@dvor/kernel';
import { HouseMeters, MeterIntake } from '@dvor/metering';
import { Approvals, AuditLog, ExceptionsInbox, type Tx } from '@dvor/platform';
import {
  type BillingApp,
  createTestDatabase,
  days,
  entered,
  makeOrganization,
  makeStock,
  MonthInSteps,
  newHouse,
  startBilling,
  startTestRedis,
  type Stock,
  type TestDatabase,
  type TestRedis,
  recordReading,
} from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadHouses } from '../load/load-houses.js';
import { chargeHouse } from '../runs/charge-house.js';
import { evaluate, type TrueUpWorking } from '../core/index.js';
import { Overcharges } from '../overcharges/overcharges.js';
import { Recalculations } from './recalculations.js';

const august = parsePeriod('2026-08');
const september = parsePeriod('2026-09');
const october = parsePeriod('2026-10');
const november = parsePeriod('2026-11');

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let stock: Stock;
let common: ServiceId;
let tenant: Awaited<ReturnType<typeof makeOrganization>>;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
});
afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

/** August and September are closed; October is the month to be billed. */
beforeEach(async () => {
  await settle([newHouse('1', 5), newHouse('2', 3)]);
  await closeMonth(august);
  await closeMonth(september);
});

/** Houses whose common electricity is what their meter counted above what the flats used. */
async function settle(houses: readonly NewHouse[]): Promise<void> {
  tenant = await makeOrganization(test);
  await test.asOwner(`update organizations set demo_now = '2026-12-02T03:00:00Z' where id = $1`, [
    tenant.organizationId,
  ]);
  await inOurs(async (tx) => {
    stock = await makeStock(tx, houses);
    common = await new Services().add(tx, {
      code: 'common-power',
      name: 'ОДН',
      unit: 'кВт·ч',
      resource: 'electricity',
      section: 'common-property',
      position: 45,
    });
    await new Tariffs().add(
      tx,
      [{ ...days('2020-01-01'), serviceId: common, rates: { rate: '4.11' }, basis: 'приказ' }],
      entered,
    );
    await new Assignments().assign(
      tx,
      stock.houses.map(({ id }) => ({
        ...days('2020-01-01'),
        houseId: id,
        serviceId: common,
        supplierId: stock.utility,
        method: 'common',
        settings: { of: 'electricity', mode: 'actual' },
      })),
      entered,
    );
    await new MeterIntake().takeIn(
      tx,
      stock.houses.map(({ id }, i) => ({
        houseId: id,
        premisesId: null,
        resource: 'electricity',
        serial: `ОДПУ-${i}`,
        stands: days('2019-01-01'),
        initial: ['0'],
        readings: [],
        volumes: [august, september, october, november].map((period) => ({ period, volume: '1400' })),
      })),
      entered,
    );
  });
}

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(tenant, work);
const monthOf = (period: Period) => new MonthInSteps(app, test, tenant, period);

async function closeMonth(period: Period): Promise<RunId> {
  const month = monthOf(period);
  const review = await month.toReview();
  expect((await app.runs.detail(tenant, review.id)).parkedItems).toEqual([]);
  expect(await month.toClosed(review.id)).toMatchObject({ state: 'closed', failure: null });
  return review.id;
}

interface CorrectionRow {
  readonly account: AccountId;
  readonly service: ServiceId;
  readonly origin: string;
  readonly amount: string;
  readonly working: TrueUpWorking;
}

const correctionsOf = (runId: RunId) =>
  test.asOwner<CorrectionRow[]>(
    `select account_id as account, service_id as service, origin::text as origin, amount, working
       from charge_lines where run_id = $1 and origin is not null order by account_id, origin, line`,
    [runId],
  );

/** By account and service, roubles: all that was charged for the month, corrections with it. */
async function charged(period: Period): Promise<Record<string, string>> {
  const rows = await test.asOwner<{ key: string; kopecks: string }[]>(
    `select l.account_id || ' ' || s.code as key, sum(l.amount) as kopecks
       from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed' join services s on s.id = l.service_id
      where l.organization_id = $1 and coalesce(l.origin, l.period) = $2 group by 1 having sum(l.amount) <> 0 order by 1`,
    [tenant.organizationId, formatDate(firstDay(period))],
  );
  return Object.fromEntries(rows.map(({ key, kopecks }) => [key, Money.ofKopecks(kopecks).toString()]));
}

/** The same, as the month would be charged from the facts of today. */
async function recomputed(period: Period): Promise<Record<string, string>> {
  const sums = new Map<string, Money>();
  const loaded = await inOurs((tx) =>
    loadHouses(
      tx,
      stock.houses.map(({ id }) => id),
      period,
    ),
  );
  for (const house of loaded)
    for (const { premises, service, amount } of chargeHouse(house, period).lines) {
      const key = `${premises} ${service}`;
      sums.set(key, (sums.get(key) ?? Money.zero).plus(amount));
    }
  return Object.fromEntries(
    [...sums]
      .filter(([, sum]) => !sum.isZero)
      .map(([key, sum]) => [key, sum.toString()])
      .sort(),
  );
}

/** October is closed with the corrections; what was charged then is what a full recomputation gives; nothing follows. */
async function expectExact(periods: readonly Period[] = [august, september]): Promise<CorrectionRow[]> {
  const corrections = await correctionsOf(await closeMonth(october));
  for (const period of periods) expect(await charged(period)).toEqual(sorted(await recomputed(period)));
  for (const { amount, working } of corrections) expect(evaluate(working).kopecks).toBe(BigInt(amount));
  expect(await correctionsOf(await closeMonth(november))).toEqual([]);
  return corrections;
}

const sorted = (record: Record<string, string>) => Object.fromEntries(Object.entries(record).sort());
const flat = (house: number, number: number) => stock.houses[house]!.premises[number - 1]!;
const account = (house: number, number: number) => flat(house, number).accountIds[0]!;
const because = (reason: string) => ({ by: null, reason });

/** Everything that waits is let into the next run. */
async function approveAll(): Promise<void> {
  const recalculations = app.get(Recalculations);
  await inOurs(async (tx) => {
    for (const { id } of await recalculations.list(tx, 100))
      await recalculations.approve(tx, id, { by: null, beyond: false, reason: null });
  });
}

async function residentOf(id: AccountId): Promise<PartyId> {
  const [row] = await inOurs((tx) =>
    tx.query<{ id: PartyId }[]>(
      'select party_id as id from residencies where account_id = $1 and superseded_at is null order by id desc limit 1',
      [id],
    ),
  );
  return row!.id;
}

async function people(): Promise<[UserId, UserId, UserId]> {
  const rows = await test.asOwner<{ id: UserId }[]>(
    `insert into users (kind, email, name, password_hash)
     select 'staff', gen_random_uuid() || '@dvor.test', name, '-' from unnest(array['Анна', 'Вера', 'Зоя']) name returning id`,
  );
  return rows.map(({ id }) => id) as [UserId, UserId, UserId];
}

const raiseWater = (by: UserId | null = null) =>
  inOurs((tx) =>
    new Tariffs().set(
      tx,
      {
        serviceId: stock.water,
        ...days('2026-08-11'),
        rates: { rate: '61.50' },
        basis: 'приказ № 2',
        clause: 'п. 1',
      } as never,
      { ...because('приказ № 2 пришёл поздно'), by, replaces: true } as never,
    ),
  );

describe('a change of many accounts', () => {
  it('waits for a person, is seen account by account before, and is posted once it is let in', async () => {
    await raiseWater();
    const recalculations = app.get(Recalculations);
    const list = () => inOurs((tx) => recalculations.list(tx, 10));
    const [waiting] = await list();
    expect(waiting).toMatchObject({
      state: 'waiting',
      facts: ['tariffs'],
      reasons: ['приказ № 2 пришёл поздно'],
      services: ['cold-water'],
      from: '2026-08-11',
    });
    const books = () =>
      test.asOwner(
        `select (select count(*) from recalculation_batches) as batches, (select count(*) from charge_lines) as lines, (select count(*) from billing_run_replays) as replays`,
      );
    const before = await books();
    const preview = await inOurs((tx) => recalculations.preview(tx, waiting!.id, { after: null }));
    expect(await books()).toEqual(before);
    expect(preview).toMatchObject({ unreplayed: 0, houses: { done: 2, total: 2 }, next: null });
    expect(preview.items.length).toBeGreaterThan(8);
    for (const { charged, should, difference } of preview.items) expect(charged.plus(difference)).toEqual(should);

    await inOurs((tx) => recalculations.postpone(tx, waiting!.id, { by: null, reason: 'до решения собрания' }));
    expect(await correctionsOf(await closeMonth(october))).toEqual([]);
    expect(await list()).toMatchObject([{ state: 'postponed', decision: 'до решения собрания' }]);

    await inOurs((tx) => recalculations.approve(tx, waiting!.id, { by: null, beyond: false, reason: null }));
    const posted = await correctionsOf(await closeMonth(november));
    const ofPreview = posted.filter(({ origin }) => origin < '2026-10-01');
    expect(Money.sum(ofPreview.map(({ amount }) => Money.ofKopecks(amount)))).toEqual(preview.difference);
    expect(await list()).toMatchObject([{ state: 'posted', postedIn: '2026-11' }]);
    await expect(
      inOurs((tx) => recalculations.postpone(tx, waiting!.id, { by: null, reason: 'поздно' })),
    ).rejects.toMatchObject({ code: 'recalculation.posted' });
  });

  it('is let in by a second person: neither by who asked nor by who made the changes', async () => {
    const [maker, asker, other] = await people();
    await raiseWater(maker);
    const [recalculations, approvals] = [app.get(Recalculations), app.get(Approvals)];
    const [{ id } = { id: '' }] = await inOurs((tx) => recalculations.list(tx, 10));
    const asked = { beyond: false, reason: 'сверено с приказом' };
    const approve = (by: UserId) => inOurs((tx) => recalculations.approve(tx, id, { ...asked, by }));
    await expect(approve(asker)).rejects.toMatchObject({ code: 'approval.required' });
    await expect(
      inOurs((tx) => recalculations.askToApprove(tx, id, { ...asked, by: asker, reason: ' ' })),
    ).rejects.toMatchObject({ code: 'recalculation.no-reason' });
    const word = await inOurs((tx) => recalculations.askToApprove(tx, id, { ...asked, by: asker }));
    expect(word).toMatchObject({ action: 'recalculation.mass', state: 'waiting', authors: [maker] });
    expect(await inOurs((tx) => recalculations.letting(tx, id))).toMatchObject({
      required: true,
      approval: { id: word.id },
    });
    await expect(approve(asker)).rejects.toMatchObject({ code: 'approval.waiting' });
    const decide = (by: UserId) =>
      inOurs((tx) => approvals.decide(tx, word.id, { by, decision: 'approved', note: null }));
    await expect(decide(asker)).rejects.toMatchObject({ code: 'approval.own' });
    await expect(decide(maker)).rejects.toMatchObject({ code: 'approval.own' });
    await decide(other);
    // a word for the usual months is none for those beyond
    await expect(
      inOurs((tx) => recalculations.approve(tx, id, { by: asker, beyond: true, reason: 'и прежние' })),
    ).rejects.toMatchObject({ code: 'approval.required' });
    expect(await approve(asker)).toMatchObject({ state: 'approved' });
    expect(await inOurs((tx) => recalculations.letting(tx, id))).toMatchObject({ approval: null });

    await closeMonth(october);
    const undone = await inOurs((tx) => recalculations.undo(tx, id, { by: asker, reason: 'приказ отменён' }));
    expect(undone.state).toBe('waiting'); // what was posted by two is taken back by two
    await expect(inOurs((tx) => recalculations.approve(tx, undone.id, { ...asked, by: other }))).rejects.toMatchObject({
      code: 'approval.required',
    });
  });

  it('is let in by one person where the organisation does without, and says so', async () => {
    const [maker] = await people();
    await raiseWater(maker);
    const [recalculations, approvals] = [app.get(Recalculations), app.get(Approvals)];
    await inOurs((tx) =>
      approvals.waive(tx, 'recalculation.mass', { by: null, reason: 'бухгалтер один', deciders: [] }),
    );
    const [{ id } = { id: '' }] = await inOurs((tx) => recalculations.list(tx, 10));
    await inOurs((tx) => recalculations.approve(tx, id, { by: maker, beyond: false, reason: null }));
    const { items } = await inOurs((tx) => approvals.list(tx, {}, { limit: 10 }));
    expect(items).toMatchObject([{ action: 'recalculation.mass', alone: true, object: { id } }]);
  });

  it('leaves nothing when it is put back before a run has posted it', async () => {
    const [maker] = await people();
    await raiseWater(maker);
    const recalculations = app.get(Recalculations);
    const [{ id } = { id: '' }] = await inOurs((tx) => recalculations.list(tx, 10));
    expect(await inOurs((tx) => recalculations.undo(tx, id, { by: maker, reason: 'ошибся' }))).toMatchObject({
      state: 'approved',
    });
    expect(await inOurs((tx) => recalculations.find(tx, id))).toMatchObject({ state: 'undone' });
    await expect(
      inOurs((tx) => recalculations.approve(tx, id, { by: null, beyond: false, reason: null })),
    ).rejects.toMatchObject({ code: 'recalculation.undone' });
    expect(await correctionsOf(await closeMonth(october))).toEqual([]);
  });

  it('shows its own part apart from other changes of the same accounts, and names them', async () => {
    await raiseWater();
    const recalculations = app.get(Recalculations);
    const [water] = await inOurs((tx) => recalculations.list(tx, 10));
    const preview = () => inOurs((tx) => recalculations.preview(tx, water!.id, { after: null }));
    const alone = await preview();
    expect(alone).toMatchObject({ waitBeside: [], notApart: null });
    expect(alone.besides.isZero).toBe(true);

    const id = account(0, 4);
    const partyId = await residentOf(id);
    await inOurs((tx) =>
      new Residents(new AuditLog()).moveOut(tx, id, { partyId, from: parseDate('2026-08-16') }, because('выбыл')),
    );
    const before = await test.asOwner('select count(*) as facts from fact_changes');
    const together = await preview();
    expect(await test.asOwner('select count(*) as facts from fact_changes')).toEqual(before);
    expect(together.waitBeside).toMatchObject([{ state: 'next-run', reasons: ['выбыл'] }]);
    expect(together.besides).toEqual(Money.sum(together.items.map(({ besides }) => besides)));
    const others = (months: typeof alone.items) => months.filter(({ accountId }) => accountId !== id);
    expect(others(together.items)).toEqual(others(alone.items)); // a neighbour's row knows nothing of it
    for (const { charged, besides, difference, should } of together.items)
      expect(charged.plus(besides).plus(difference)).toEqual(should);
    const own = together.items.filter(({ accountId }) => accountId === id);
    expect(own.some(({ besides }) => !besides.isZero)).toBe(true);

    await raiseWater(); // once more the same days: what was first can't be taken out any more
    expect((await preview()).notApart).toEqual({ reason: 'приказ № 2 пришёл поздно' });
  });

  it('is undone as one: the facts are as they were known, and the next run takes back what it posted', async () => {
    const before = await inOurs((tx) => new Tariffs().list(tx, { serviceId: stock.water }));
    await raiseWater();
    await approveAll();
    const posted = (await correctionsOf(await closeMonth(october))).filter(({ origin }) => origin < '2026-10-01');
    expect(posted.length).toBeGreaterThan(0);
    const recalculations = app.get(Recalculations);
    const [{ id } = { id: '' }] = await inOurs((tx) => recalculations.list(tx, 10));
    expect(await inOurs((tx) => recalculations.undo(tx, id, { by: null, reason: 'приказ отменён' }))).toMatchObject({
      state: 'approved',
      reasons: ['отмена: приказ № 2 пришёл поздно — приказ отменён'],
    });
    const told = (rows: Awaited<ReturnType<Tariffs['list']>>) =>
      rows.map(({ rates, validFrom, validTo }) => [rates, validFrom, validTo]);
    expect(told(await inOurs((tx) => new Tariffs().list(tx, { serviceId: stock.water })))).toEqual(told(before));
    const mirrored = (await correctionsOf(await closeMonth(november))).filter(({ origin }) => origin < '2026-10-01');
    const sums = (rows: CorrectionRow[]) =>
      rows.map((row) => `${row.account} ${row.origin} ${row.service} ${BigInt(row.amount)}`).sort();
    expect(sums(mirrored)).toEqual(sums(posted.map((row) => ({ ...row, amount: String(-BigInt(row.amount)) }))));
    // what was given back so is proposed as an overcharge of the organisation's own, with its times
    const all = await inOurs((tx) => app.get(Overcharges).found(tx, 500));
    const found = all.filter(({ origin }) => origin < '2026-10');
    const lowered = mirrored.filter(({ amount }) => BigInt(amount) < 0n);
    expect(Money.sum(found.map(({ excess }) => excess))).toEqual(
      Money.sum(lowered.map(({ amount }) => Money.ofKopecks(amount).negated())),
    );
    expect(found[0]).toMatchObject({
      reasons: [expect.stringContaining('приказ отменён')],
      postedAt: expect.any(Date),
    });
    await expect(inOurs((tx) => recalculations.undo(tx, id, { by: null, reason: 'ещё раз' }))).rejects.toMatchObject({
      code: 'recalculation.built-upon',
    });
  });

  it('is not allowed for months long past without a reason, and is not found where there is none', async () => {
    await raiseWater();
    const recalculations = app.get(Recalculations);
    const [{ id } = { id: '' }] = await inOurs((tx) => recalculations.list(tx, 10));
    const code = (work: (tx: Tx) => Promise<unknown>) =>
      inOurs(work).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    expect(await code((tx) => recalculations.approve(tx, id, { by: null, beyond: true, reason: ' ' }))).toBe(
      'recalculation.no-reason',
    );
    expect(await code((tx) => recalculations.preview(tx, '1', { after: null }))).toBe('recalculation.not-found');
  });
});

describe('a run after the past was changed', () => {
  it('posts nothing where nothing was changed', async () => {
    expect(await correctionsOf(await closeMonth(october))).toEqual([]);
  });

  it('corrects a tariff that was learnt late, for every account, by the rates of its days', async () => {
    await raiseWater();
    await approveAll();
    const corrections = await expectExact();
    expect(new Set(corrections.map(({ service }) => service))).toEqual(new Set([stock.water]));
    expect(new Set(corrections.map(({ origin }) => origin))).toEqual(new Set(['2026-08-01', '2026-09-01']));
    for (const { working } of corrections)
      expect(working.why).toEqual([
        [expect.any(String), 'tariffs', 'приказ № 2 пришёл поздно'],
        [expect.any(String), 'tariffs', 'приказ № 2 пришёл поздно'],
      ]);
  });

  it('corrects a norm back in time, and what is charged by its volumes', async () => {
    await inOurs((tx) =>
      new Norms().set(
        tx,
        { serviceId: stock.power, ...days('2026-08-01'), value: '95', basis: 'приказ', clause: 'п. 1' } as never,
        { ...because('норматив'), replaces: true } as never,
      ),
    );
    await approveAll();
    const corrections = await expectExact();
    expect(new Set(corrections.map(({ service }) => service))).toEqual(new Set([stock.power, common]));
  });

  it('corrects the account alone whose resident had left: no neighbour’s bill moves', async () => {
    const id = account(0, 4);
    const partyId = await residentOf(id);
    const neighbours = (sums: Record<string, string>) =>
      Object.fromEntries(Object.entries(sums).filter(([key]) => !key.startsWith(`${id} `)));
    const before = await charged(september);
    await inOurs((tx) =>
      new Residents(new AuditLog()).moveOut(tx, id, { partyId, from: parseDate('2026-08-16') }, because('выбыл')),
    );
    const corrections = await correctionsOf(await closeMonth(october));
    expect(new Set(corrections.map((one) => one.account))).toEqual(new Set([id]));
    expect(new Set(corrections.map(({ origin }) => origin))).toEqual(new Set(['2026-08-01', '2026-09-01']));
    expect(corrections.map(({ service }) => service)).not.toContain(common); // by the area, and by figures that stand
    // less by norm in August is more by the meter in September, which settles it
    expect(corrections.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBeLessThan(0n);
    expect(neighbours(await charged(september))).toEqual(neighbours(before));
    expect(await correctionsOf(await closeMonth(november))).toEqual([]);
  });

  it('corrects an area by the volumes that the house had', async () => {
    await inOurs((tx) =>
      new PremisesLife(new AuditLog()).change(
        tx,
        flat(1, 2).id,
        { values: { area: '60.00' } as never, days: days('2026-09-01') },
        because('обмер'),
      ),
    );
    const corrections = await correctionsOf(await closeMonth(october));
    expect(new Set(corrections.map((one) => one.account))).toEqual(new Set([account(1, 2)]));
    expect(new Set(corrections.map(({ service }) => service))).toEqual(new Set([stock.upkeep, common]));
    expect(new Set(corrections.map(({ origin }) => origin))).toEqual(new Set(['2026-09-01']));
    expect(await correctionsOf(await closeMonth(november))).toEqual([]);
  });

  it('corrects a volume of the house for all of it', async () => {
    const [meter] = await inOurs((tx) =>
      tx.query<{ id: string }[]>(`select id from meters where house_id = $1 and premises_id is null`, [
        stock.houses[0]!.id,
      ]),
    );
    await inOurs((tx) =>
      new HouseMeters().enter(
        tx,
        stock.houses[0]!.id as HouseId,
        [{ meterId: meter!.id, period: august, volume: '1100' } as never],
        because('ошибка в ведомости'),
      ),
    );
    const corrections = await expectExact();
    expect(new Set(corrections.map(({ origin, service }) => `${origin} ${service}`))).toEqual(
      new Set([`2026-08-01 ${common}`]),
    );
    expect(corrections).toHaveLength(5);
  });

  it('takes a service back that was not to be charged, and charges one that was', async () => {
    const [assignment] = await inOurs((tx) =>
      tx.query<{ id: string }[]>(
        'select id from service_assignments where house_id = $1 and service_id = $2 and superseded_at is null',
        [stock.houses[1]!.id, stock.waste],
      ),
    );
    await inOurs((tx) =>
      new AssignmentDesk(new Assignments(), new AuditLog()).end(tx, assignment!.id as never, {
        from: parseDate('2026-09-01'),
        ...because('договор расторгнут'),
      }),
    );
    const corrections = await expectExact();
    expect(corrections).toHaveLength(3);
    for (const { working, origin, service } of corrections)
      expect([working.again, origin, service]).toEqual([[], '2026-09-01', stock.waste]);
  });

  it('settles estimated months by a reading that came after they were closed', async () => {
    const meter = await inOurs(async (tx) => {
      const [row] = await tx.query<{ id: MeterId }[]>('select id from meters where premises_id = $1', [flat(0, 4).id]);
      return row!.id;
    });
    await inOurs((tx) =>
      recordReading(
        tx,
        meter,
        { date: parseDate('2026-08-20'), amounts: ['99.25'], source: 'resident' },
        because('показание за август принёс житель'),
      ),
    );
    const corrections = await expectExact();
    expect(new Set(corrections.map((one) => one.account))).toEqual(new Set([account(0, 4)]));
    expect(new Set(corrections.map(({ service, origin }) => `${origin} ${service}`))).toEqual(
      new Set(
        [august, september].flatMap((period) =>
          [stock.water, stock.sewage].map((id) => `${formatDate(firstDay(period))} ${id}`),
        ),
      ),
    );
  });

  it('corrects a reading that was billed already', async () => {
    const [row] = await inOurs((tx) =>
      tx.query<{ id: MeterId }[]>('select id from meters where premises_id = $1', [flat(0, 2).id]),
    );
    await inOurs((tx) =>
      recordReading(
        tx,
        row!.id,
        { date: parseDate('2026-09-20'), amounts: ['100.75'], source: 'accountant' },
        because('описка в показании'),
      ),
    );
    const corrections = await expectExact();
    expect(new Set(corrections.map(({ origin }) => origin))).toEqual(new Set(['2026-09-01']));
  });

  it('goes on from what was corrected before', async () => {
    const id = account(0, 4);
    const partyId = await residentOf(id);
    const residents = new Residents(new AuditLog());
    await inOurs((tx) => residents.moveOut(tx, id, { partyId, from: parseDate('2026-08-01') }, because('выбыл')));
    const first = await correctionsOf(await closeMonth(october));
    await inOurs((tx) =>
      residents.moveIn(tx, id, { partyId, kind: 'permanent', days: days('2026-08-01') }, because('ошибка')),
    );
    const second = await correctionsOf(await closeMonth(november));
    const sum = (rows: CorrectionRow[]) => Money.sum(rows.map(({ amount }) => Money.ofKopecks(amount)));
    const ofClosed = second.filter(({ origin }) => origin < '2026-10-01');
    expect(sum(ofClosed).plus(sum(first)).isZero).toBe(true);
    expect(second.some(({ origin }) => origin === '2026-10-01')).toBe(true); // October was billed without him
  });

  it('posts corrections as money of the open month', async () => {
    const id = account(0, 4);
    const partyId = await residentOf(id);
    await inOurs((tx) =>
      new Residents(new AuditLog()).moveOut(tx, id, { partyId, from: parseDate('2026-08-16') }, because('выбыл')),
    );
    const runId = await closeMonth(october);
    const [sums] = await test.asOwner<[{ lines: string; posted: string }]>(
      `select (select sum(amount) from charge_lines where run_id = $1 and account_id = $2) as lines,
              (select sum(amount) from ledger_postings where account_id = $2 and period = '2026-10-01' and ledger_account = 'receivable') as posted`,
      [runId, id],
    );
    expect(sums.posted).toBe(sums.lines);
  });

  it('calculates a chunk again without doubling anything', async () => {
    const id = account(0, 4);
    const partyId = await residentOf(id);
    await inOurs((tx) =>
      new Residents(new AuditLog()).moveOut(tx, id, { partyId, from: parseDate('2026-08-16') }, because('выбыл')),
    );
    const month = monthOf(october);
    const review = await month.toReview();
    const before = await correctionsOf(review.id);
    expect(before.length).toBeGreaterThan(0);
    await test.asOwner('update billing_run_chunks set calculated_at = null where run_id = $1', [review.id]);
    await test.asOwner(`update billing_runs set state = 'calculating' where id = $1`, [review.id]);
    expect(await month.calculate(review.id)).toMatchObject({ amount: review.amount, fingerprint: review.fingerprint });
    expect(await correctionsOf(review.id)).toEqual(before);
  });

  it('leaves what is older than the months that are usual', async () => {
    await test.asOwner(
      `insert into organization_settings (organization_id, code, value, valid, reason) values ($1, 'recalculation.months-back', '1', '[2020-01-01,)', 'для проверки')`,
      [tenant.organizationId],
    );
    const id = account(0, 4);
    const partyId = await residentOf(id);
    await inOurs((tx) =>
      new Residents(new AuditLog()).moveOut(tx, id, { partyId, from: parseDate('2026-08-16') }, because('выбыл')),
    );
    const corrections = await correctionsOf(await closeMonth(october));
    expect(new Set(corrections.map(({ origin }) => origin))).toEqual(new Set(['2026-09-01']));
    const inbox = await inOurs((tx) => app.get(ExceptionsInbox).list(tx, { state: 'open' }, { limit: 50 }));
    const told = inbox.items.filter(({ kind }) => kind === 'billing.past-too-old');
    expect(told).toMatchObject([{ kind: 'billing.past-too-old', details: { reason: 'выбыл', period: '2026-08' } }]);
    // a person lets it in, with a reason; of one account, so alone
    expect(await inOurs((tx) => app.get(Recalculations).letting(tx, told[0]!.objectId))).toMatchObject({
      required: false,
      cutOff: '2026-08',
      monthsBack: 1,
    });
    await inOurs((tx) =>
      app.get(Recalculations).approve(tx, told[0]!.objectId, { by: null, beyond: true, reason: 'по решению суда' }),
    );
    const open = await inOurs((tx) => app.get(ExceptionsInbox).list(tx, { state: 'open' }, { limit: 50 }));
    expect(open.items.filter(({ kind }) => kind === 'billing.past-too-old')).toEqual([]);
    const later = await correctionsOf(await closeMonth(november));
    // September’s reading settles August’s estimate, which is another one now
    expect(new Set(later.map(({ origin }) => origin))).toEqual(new Set(['2026-08-01', '2026-09-01']));
  });

  it('keeps what it could not replay for the next run, and bills all others', async () => {
    const id = account(0, 4);
    await test.asOwner(`update residencies set superseded_at = now() where account_id = $1`, [id]);
    await test.asOwner(`update ownerships set superseded_at = now() where premises_id = $1`, [flat(0, 4).id]);
    await test.asOwner(
      `insert into fact_changes (organization_id, fact, subject_type, subject_id, from_day, to_day, reason)
       values ($1, 'residencies', 'account', $2, '2026-09-01', '2026-10-01', 'никого')`,
      [tenant.organizationId, id],
    );
    const month = monthOf(october);
    const review = await month.toReview();
    const left = () =>
      test.asOwner(
        `select u.origin::text as origin, u.code, r.period::text as period from billing_run_unreplayed u join billing_runs r on r.id = u.run_id where account_id = $1 order by u.id`,
        [id],
      );
    expect(await left()).toEqual([{ origin: '2026-09-01', code: 'no-persons', period: '2026-10-01' }]);
    expect(await correctionsOf(review.id)).toEqual([]);
  });
});

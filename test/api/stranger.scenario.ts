import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Suppliers } from '@dvor/catalogue';
import { Documents } from '@dvor/housing';
import {
  type AccountId,
  type MeterId,
  Money,
  type OrganizationId,
  parseDate,
  parsePeriod,
  type UserId,
} from '@dvor/kernel';
import { MeterProposals, ReadingIntake } from '@dvor/metering';
import { Invoices } from '@dvor/payments';
import { InstalmentOffers, InstalmentPlans } from '@dvor/penalties';
import { Approvals, Database, ExceptionsInbox, FileStore, recordChanges, type Tenant } from '@dvor/platform';
import { days, entered, makeStock, newHouse } from '@dvor/testing';
import { PDFDocument } from 'pdf-lib';
import pg from 'pg';
import { describeApi } from '../../apps/api/src/door/openapi.js';
import { intervalMessage } from '../../apps/worker/src/invented/interval-message.js';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { findOvercharge } from './support/find-overcharge.js';
import { misfits, type Schema, type Schemas } from './support/misfits.js';
import { sampleOf } from './support/sample.js';
import { startWorkerBeside } from './support/worker-beside.js';

interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete' | 'patch';
  readonly path: string;
  readonly access: string;
  /** Of a good answer in JSON. */
  readonly answer: Schema | undefined;
  /** Of what is sent. */
  readonly body: Schema | undefined;
  /** What must stand in the query. */
  readonly query: readonly { readonly name: string; readonly schema: Schema }[];
}

/** Somebody of another organisation tries every address with ids that are right, but not theirs (TEN-01). */
describe('a stranger', () => {
  let api: ApiUnderTest;
  let owner: OrganizationId;
  let operations: Operation[];
  let schemas: Schemas;
  let idsAt: Record<string, string>;
  const clients = {} as Record<'administrator' | 'resident' | 'stranger' | 'strangerResident', Client>;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    owner = await api.setUp();
    const stranger = await api.setUpStranger();
    idsAt = await fillBooks(api, owner);
    await api.resident(owner, 'resident@dvor.test', [idsAt['/accounts']! as never]);
    const [house] = await api.app
      .get(Database)
      .inTenant({ organizationId: stranger }, async (tx) => (await makeStock(tx, [newHouse('9', 1)])).houses);
    await api.resident(stranger, 'strange-resident@dvor.test', [house!.premises[0]!.accountIds[0]!]);
    clients.administrator = await api.signedIn('administrator@dvor.test');
    clients.resident = await api.signedIn('resident@dvor.test');
    clients.stranger = await api.signedIn('stranger@dvor.test');
    clients.strangerResident = await api.signedIn('strange-resident@dvor.test');
    const document = describeApi(api.app);
    operations = operationsOf(document);
    schemas = document.components!.schemas as unknown as Schemas;
  });
  afterAll(async () => {
    await api.stop();
  });

  const addressOf = ({ path, query }: Operation) => {
    const base = path.replace('/api/v1', '');
    const kind = base.replace('/resident', '').split('/{', 1)[0]!;
    const address = base
      .replace('{id}', idsAt[kind] ?? 'missing')
      .replace('{houseId}', idsAt['/houses']!)
      .replace('{accountId}', idsAt['/accounts']!)
      .replace('{partyId}', idsAt['/parties']!)
      .replace('{readingId}', idsAt['/readings']!)
      .replace('{day}', idsAt['/transfers/days']!)
      .replace('{kind}', 'accounts')
      .replaceAll(/\{\w+\}/g, '1');
    const asked = query.map(({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(schema, schemas)))}`);
    return asked.length > 0 ? `${address}?${asked.join('&')}` : address;
  };
  const ofStaff = (operation: Operation) => !['public', 'signed-in', 'residents'].includes(operation.access);
  const byId = (operation: Operation) => operation.path.includes('{') && !/\/auth\/|\{kind\}/.test(operation.path);

  it('is not the rightful owner, who is answered everywhere and as the document says', async () => {
    const wrong: string[] = [];
    for (const operation of operations.filter((one) => one.method === 'get')) {
      const client = operation.access === 'residents' ? clients.resident : clients.administrator;
      const { status, body } = await client.get(addressOf(operation));
      if (status !== 200) wrong.push(`${status} ${addressOf(operation)}`);
      else if (operation.answer)
        wrong.push(...misfits(body, operation.answer, schemas).map((misfit) => `${operation.path}: ${misfit}`));
    }
    expect(wrong).toEqual([]);
    expect(operations.filter(byId).length).toBeGreaterThan(15);
  });

  it('is told 404 about everything that has an id', async () => {
    const answered: string[] = [];
    for (const operation of operations.filter(byId)) {
      const client = operation.access === 'residents' ? clients.strangerResident : clients.stranger;
      const body = (operation.body ? sampleOf(operation.body, schemas) : {}) as object;
      const headers = {
        'Idempotency-Key': `stranger-${operation.method}-${operation.path}`.replaceAll(/[{}]/g, ''),
        'If-Match': '"1"',
      };
      const { status } = await client.send(
        operation.method,
        addressOf(operation),
        operation.method === 'get' ? {} : { body, headers },
      );
      if (status !== 404) answered.push(`${status} ${operation.method} ${addressOf(operation)}`);
    }
    expect(answered).toEqual([]);
  });

  it('finds none of it in any list', async () => {
    for (const operation of operations.filter((one) => one.method === 'get' && !byId(one) && ofStaff(one))) {
      const { status, body } = await clients.stranger.get(addressOf(operation));
      expect({ path: operation.path, status }).toEqual({ path: operation.path, status: 200 });
      for (const text of ['ул. Юрина, д. 1', '00010001', 'administrator@dvor.test'])
        expect({ path: operation.path, leaks: JSON.stringify(body).includes(text) }).toEqual({
          path: operation.path,
          leaks: false,
        });
    }
    expect((await clients.stranger.get('/organization')).body).toMatchObject({ name: 'ООО «Чужая»' });
    expect((await clients.stranger.get('/runs')).body.items).toEqual([]);
    expect((await clients.stranger.get('/exceptions')).body.items).toEqual([]);
    expect((await clients.stranger.get('/accounts?search=00010001')).body.items).toEqual([]);
    expect((await clients.strangerResident.get('/resident/accounts')).body).toHaveLength(1);
  });

  it('sees nothing even with a connection of the api’s own, in any table or partition', async () => {
    const { rows: tables } = await asApi(
      api,
      null,
      `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'sessions' and has_table_privilege(c.oid, 'select')`,
    );
    const seen: string[] = [];
    let full = 0;
    for (const { name } of tables as { name: string }[]) {
      const count = async (organization: string | null) =>
        Number(
          (await asApi(api, organization, `select count(*) from ${name} where organization_id = ${owner}`)).rows[0]
            .count,
        );
      if ((await count(null)) > 0) seen.push(`${name} without an organisation`);
      if ((await count(String(Number(owner) + 1))) > 0) seen.push(`${name} as another organisation`);
      if ((await count(owner)) > 0) full += 1;
    }
    expect(seen).toEqual([]);
    expect(full).toBeGreaterThan(25);
  });

  it('writes nothing into another organisation', async () => {
    await expect(
      asApi(
        api,
        String(Number(owner) + 1),
        `insert into parties (organization_id, kind, name) values (${owner}, 'person', 'x')`,
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

interface Described {
  readonly 'x-access'?: string;
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

function operationsOf(document: ReturnType<typeof describeApi>): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as unknown as Record<string, Described>)
      .filter(() => path.startsWith('/api/v1/'))
      .map(([method, { 'x-access': access = '', responses, requestBody, parameters = [] }]) => ({
        method: method as Operation['method'],
        path,
        access,
        answer: responses['200']?.content?.['application/json']?.schema,
        body: (requestBody?.content['application/json'] ?? requestBody?.content['multipart/form-data'])?.schema,
        query: parameters.filter((parameter) => parameter.in === 'query' && parameter.required),
      })),
  );
}

/** A house billed and closed, with a receipt and an exception; ids by the path they stand in. */
async function fillBooks(api: ApiUnderTest, organizationId: OrganizationId): Promise<Record<string, string>> {
  const database = api.app.get(Database);
  const tenant = { organizationId };
  await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z' where id = $1`, [
    organizationId,
  ]);
  const [house] = await database.inTenant(tenant, async (tx) => (await makeStock(tx, [newHouse('1', 2)])).houses);
  const { id: premises, accountIds } = house!.premises[0]!;
  const account = accountIds[0]!;
  const [party] = await api.database.asOwner<[{ id: string }]>(
    'select party_id as id from ownerships where premises_id = $1',
    [premises],
  );
  const document = await database.inTenant(tenant, (tx) =>
    api.app.get(Documents).add(tx, { kind: 'act', number: '1', dated: parseDate('2026-10-01') }, null),
  );
  const worker = await startWorkerBeside(api);
  const administrator = await api.signedIn('administrator@dvor.test');
  const { body: run } = await administrator.post('/runs', { period: '2026-10' });
  const until = async (state: string) => {
    while ((await administrator.get(`/runs/${run.id}`)).body.state !== state)
      await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await until('review');
  await administrator.post(`/runs/${run.id}/close`, {}, { 'Idempotency-Key': 'close' });
  await until('closed');
  await findOvercharge(api, { runId: run.id, accountId: account });
  const load = await loadWithABadRow(administrator);
  const managed = { kind: 'management', number: '1', signedOn: '2020-01-01', from: '2020-01-01', to: '2026-11-01' };
  await administrator.post(`/houses/${house!.id}/agreements`, { ...managed, reason: 'Решение № 1' });
  await administrator.post(`/houses/${house!.id}/final-acts`, { number: '1' });
  const formula = { code: 'guard', name: 'Охрана', text: 'площадь × тариф', unit: 'm2' };
  const { body: guard } = await administrator.post('/formulas', formula);
  const interfered = { kind: 'interference', resource: 'cold-water', number: '1', dated: '2026-10-20', months: '1' };
  const { body: meterAct } = await administrator.post(`/premises/${premises}/meter-acts`, {
    ...interfered,
    signedBy: ['Иванов И. И.'],
    reason: 'Акт проверки',
  });
  const { body: qualityAct } = await administrator.post('/quality-acts', {
    ...{ number: '1', dated: '2026-10-20', service: 'cold-water', type: 'outage', from: '2026-10-10T08:00' },
    ...{ to: '2026-10-11T08:00', places: [{ houseId: house!.id }], reason: 'Порыв' },
  });
  const [meter] = await api.database.asOwner<[{ id: MeterId }]>('select id from meters where premises_id = $1', [
    premises,
  ]);
  const back = [{ meterId: meter.id, date: parseDate('2026-11-01'), value: '1' }];
  const bank = { source: 'payment', by: null, reason: 'с платежом' } as const;
  const [held] = await database.inTenant(tenant, async (tx) => {
    const photo = { name: 'Счётчик.jpg', mediaType: 'image/jpeg', content: Buffer.from('фото') };
    const paper = {
      kind: 'other' as const,
      dated: parseDate('2026-11-01'),
      fileId: await api.app.get(FileStore).save(tx, photo),
    };
    const documentId = await api.app.get(Documents).add(tx, paper, null);
    return api.app.get(ReadingIntake).take(tx, back, { ...bank, documentId }, parseDate('2026-11-02'));
  });
  if (held?.kind !== 'held') throw new Error('a reading below the last one was not held');
  const { body: registry } = await administrator
    .send('post', '/reading-registries')
    .attach('file', Buffer.from('777;;;;;9;1;;;5;20.10.2026;'), 'registry.txt');
  const letter = [
    ...['From: ivanova@dvor.test', 'Message-ID: <1>', 'Content-Type: image/jpeg; name=dial.jpg'],
    ...['Content-Disposition: attachment', 'Content-Transfer-Encoding: base64', '', '/9j/4AAQ', ''],
  ].join('\r\n');
  const { body: message } = await administrator
    .send('post', '/inbound-messages/mail')
    .attach('file', Buffer.from(letter), 'letter.eml');
  const halfHours = intervalMessage({
    number: 1,
    day: parseDate('2026-10-01'),
    points: [{ code: '772000000000101', name: 'Ввод', values: Array(24).fill('1') }],
  });
  const { body: intervalFile } = await administrator
    .send('post', '/interval-files')
    .attach('file', Buffer.from(halfHours), 'day.xml');
  const paid = { accountId: account, amount: '100.00', paidOn: '2026-11-02' };
  const { body: payment } = await administrator.post('/payments', paid, { 'Idempotency-Key': 'payment' });
  const terminal = { preset: 'qiwi', code: 'terminal-1', name: 'Терминалы' };
  const { body: channel } = await administrator.post('/payment-channels', terminal);
  await worker.stop();
  const transfers = await transferIds(api, administrator, organizationId);

  const pdf = await PDFDocument.create();
  pdf.addPage();
  const content = await pdf.save();
  const file = await database.inTenant(tenant, (tx) =>
    api.app.get(FileStore).save(tx, { name: 'house.pdf', mediaType: 'application/pdf', content }),
  );
  await api.database.asOwner(
    `insert into receipt_files (organization_id, run_id, house_id, file_id, receipts, pages) values ($1, $2, $3, $4, 2, 2)`,
    [organizationId, run.id, house!.id, file],
  );
  const [receipt] = await api.database.asOwner<[{ id: string }]>(
    `insert into receipts (organization_id, run_id, house_id, account_id, period, number, issued_on, due_on, total, document, first_page, pages)
     values ($1, $2, $3, $4, '2026-10-01', '1', '2026-11-01', '2026-11-10', 100, '{}', 1, 1) returning id`,
    [organizationId, run.id, house!.id, account],
  );
  await database.inTenant(tenant, (tx) =>
    api.app
      .get(ExceptionsInbox)
      .raise(tx, [
        { kind: 'billing.run-failed', dedupeKey: 'x', object: { type: 'run', id: run.id, label: '2026-10' } },
      ]),
  );
  const [{ id: by }] = await api.database.asOwner<[{ id: UserId }]>(
    `select id from users where email = 'administrator@dvor.test'`,
  );
  const approval = await database.inTenant(tenant, (tx) =>
    api.app
      .get(Approvals)
      .request(
        tx,
        { action: 'debt.write-off', object: { type: 'account', id: account, label: '00010001' }, version: '100.00' },
        { by, reason: 'Смерть должника' },
      ),
  );
  const invoice = await database.inTenant(tenant, (tx) =>
    api.app.get(Invoices).make(tx, { accountId: account, amount: Money.parse('100.00'), words: {}, by }),
  );
  const [tariff] = await api.database.asOwner<[{ service: string }]>(
    `select service_id as service from tariffs where organization_id = $1 order by id limit 1`,
    [organizationId],
  );
  await database.inTenant(tenant, (tx) =>
    recordChanges(
      tx,
      [{ fact: 'tariffs', subject: { type: 'service', id: tariff.service }, ...days('2026-10-01', '2026-11-01') }],
      { by, reason: 'Решение № 2' },
    ),
  );
  const [alert] = await api.database.asOwner<{ id: string }[]>(
    `insert into meter_alerts (organization_id, house_id, meter_id, kind, week, happened_on, cause, figures, told)
     values ($1, $2, $3, 'spike', '2026-11-02', '2026-11-01', 'cistern', '{"volume": "40", "days": "30"}', true) returning id`,
    [organizationId, house!.id, meter.id],
  );
  const { body: recalculations } = await administrator.get('/recalculations');
  const { body: key } = await administrator.post('/api-keys', { name: 'Обмен с 1С', scopes: ['account.read'] });
  const { body: webhook } = await administrator.post('/webhooks', { url: 'https://receiver.invalid/dvor' });
  await administrator.post(`/webhooks/${webhook.endpoint.id}/try-out`);
  const [correction] = await api.database.asOwner<{ id: string }[]>(
    `insert into corrections (organization_id, number, kind, dated, reason, document_id, own_error, above_limit)
     values ($1, 1, 'correction', '2026-11-02', 'Двойное начисление', $2, true, true) returning id`,
    [organizationId, document],
  );
  await api.database.asOwner(
    `insert into correction_items (organization_id, correction_id, house_id, account_id, service_id, supplier_id, part, origin, amount)
     select $1, $2, $3, $4, s.id, p.id, 'individual', '2026-09-01', -100
       from services s, suppliers p where s.organization_id = $1 and p.organization_id = $1 limit 1`,
    [organizationId, correction!.id, house!.id, account],
  );
  const [claim] = await api.database.asOwner<{ id: string }[]>(
    `insert into overcharge_claims (organization_id, house_id, account_id, service_id, origin, received_at, claim)
     select $1, $2, $3, id, '2026-09-01', '2026-11-01', 'Начислили дважды' from services where organization_id = $1 limit 1 returning id`,
    [organizationId, house!.id, account],
  );
  const plan = await instalmentsOf(api, tenant, account);
  const noted = await administrator.post(`/accounts/${account}/debt-contacts`, {
    way: 'call',
    reached: true,
    note: 'Обещал',
  });
  const disputed = await administrator.post(`/accounts/${account}/disputes`, { reason: 'Не согласен' });
  const forgiven = await administrator.post(
    '/write-offs',
    { accountIds: [account], of: 'all', basis: 'death', reason: 'Смерть должника', documentId: document },
    { 'Idempotency-Key': 'write-off' },
  );
  const paper = { number: '5', dated: '2026-10-05', signedBy: ['Иванов И. И.'], reason: 'Акт' };
  const put = { ...paper, resource: 'gas', serial: 'G-1', shown: '0' };
  const { body: gas } = await administrator.post(`/premises/${premises}/meters`, put);
  const { body: gasLife } = await administrator.get(`/meters/${gas.id}/life`);
  const heat = { ...paper, resource: 'heating' };
  const { body: noHeat } = await administrator.post(`/premises/${premises}/meter-impossibility`, heat);
  const window = { resource: 'any', entry: 'on', opens: 15, closes: 25, outside: 'refuse', from: '2030-01-01' };
  await administrator.send('put', '/reading-windows', {
    body: { ...window, houseId: house!.id, reason: 'Приказ № 3' },
  });
  const { body: windows } = await administrator.get('/reading-windows');
  const [read] = await api.database.asOwner<[{ id: string }]>(
    `update readings set document_id = (select document_id from reading_doubts where id = $1)
      where (meter_id, id) = (select meter_id, max(id) from readings where meter_id = $2 group by meter_id) returning id`,
    [held.doubtId, meter.id],
  );
  const [exception] = await api.database.asOwner<[{ id: string }]>('select id from exceptions');
  return {
    '/houses': house!.id,
    '/imports': load,
    '/formulas': guard.id,
    '/accounts': account,
    '/premises': premises,
    '/parties': party.id,
    '/documents': document,
    '/runs': run.id,
    '/receipts': receipt.id,
    '/exceptions': exception.id,
    '/api-keys': key.key.id,
    '/approvals': approval.id,
    '/invoices': invoice.id,
    '/recalculations': recalculations.items[0].id,
    '/meter-acts': meterAct.id,
    '/quality-acts': qualityAct.id,
    '/readings': read.id,
    '/readings/doubtful': held.doubtId,
    '/meter-proposals': await proposalOf(api, tenant, { accountId: account, by }),
    '/meters': meter.id,
    '/meter-alerts': alert!.id,
    '/meter-life-acts': gasLife.items[0].id,
    '/meter-impossibility': noHeat.id,
    '/reading-windows': windows.items[0].id,
    '/reading-registries': registry.id,
    '/interval-files': intervalFile.id,
    '/inbound-messages': message.id,
    '/metering-points': intervalFile.points[0].pointId,
    '/corrections': correction!.id,
    '/overcharge-claims': claim!.id,
    ...plan,
    '/debt-contacts': noted.body.id,
    '/disputes': disputed.body.id,
    '/write-offs': forgiven.body.id,
    '/webhooks': webhook.endpoint.id,
    '/payments': payment.id,
    '/payment-channels': channel.id,
    ...transfers,
    ...(await debtLetterIds(api, organizationId, { account, file })),
    ...(await catalogueIds(api, administrator, organizationId)),
  };
}

/** A meter that a resident proposes, with both its pictures. */
async function proposalOf(
  api: ApiUnderTest,
  tenant: Tenant,
  { accountId, by }: { readonly accountId: AccountId; readonly by: UserId },
): Promise<string> {
  const [installedOn, verifiedUntil, today] = ['2026-10-25', '2032-10-24', '2026-11-02'].map(parseDate);
  const dial = { resource: 'hot-water', serial: 'H-1', zones: ['all'], digits: 5, scale: 3, shown: ['0'] } as const;
  const proposed = { ...dial, installedOn: installedOn!, verifiedUntil: verifiedUntil!, replaces: null, note: null };
  return api.app.get(Database).inTenant(tenant, (tx) => {
    const picture = { name: 'Счётчик.jpg', mediaType: 'image/jpeg', content: Buffer.from('фото') };
    const save = () => api.app.get(FileStore).save(tx, picture);
    const keep = async () => ({ photoId: await save(), passportId: await save() });
    return api.app.get(MeterProposals).propose(tx, proposed, { accountId, by, today: today!, keep });
  });
}

/** A plan of all the account owes, and an offer of another. */
async function instalmentsOf(api: ApiUnderTest, tenant: Tenant, accountId: AccountId): Promise<Record<string, string>> {
  return api.app.get(Database).inTenant(tenant, async (tx) => {
    const plan = { accountId, basis: 'agreement', note: null } as const;
    const id = await api.app.get(InstalmentPlans).make(tx, plan, null);
    const { places } = await api.app.get(InstalmentPlans).read(tx, id);
    const rise = { accountId, ...places[0]!, before: Money.parse('1') };
    await api.app.get(InstalmentOffers).offer(tx, parsePeriod('2026-10'), [rise]);
    const { items } = await api.app.get(InstalmentOffers).list(tx, {}, { limit: 1 });
    return { '/instalments': id, '/instalment-offers': items[0]!.id };
  });
}

/** A letter to a debtor, and how it came. */
async function debtLetterIds(
  api: ApiUnderTest,
  organizationId: OrganizationId,
  { account, file }: { readonly account: string; readonly file: string },
): Promise<Record<string, string>> {
  const content = {
    ...{ number: '1/1', dated: '2026-11-02', payBy: '2026-11-16', debtor: 'Житель', title: 'Претензия' },
    ...{
      account: { number: '1', address: 'кв. 1' },
      opening: ['Долг'],
      closing: ['Оплатите'],
      months: [],
      leftOut: [],
    },
    ...{ payees: [], issuer: { name: 'УК' }, signer: { post: 'Директор', name: '' }, from: '2026-10', to: '2026-10' },
    debtors: [{ people: [{ name: 'Житель' }], share: null, principal: '1.00', penalty: '0.00' }],
  };
  const [ids] = await api.database.asOwner<
    [{ batch: string; letter: string; delivery: string; court: string; step: string; restriction: string }]
  >(
    `with batch as (
       insert into letter_batches (organization_id, number, kind, as_of, pay_by, rule, state, file_id)
       values ($1, 1, 'claim', '2026-11-02', '2026-11-16', '{}', 'failed', $3) returning id),
          letter as (
       insert into debt_letters (organization_id, house_id, account_id, batch_id, number, kind, content, principal, penalty, file_id)
       select $1, a.house_id, a.id, batch.id, '1/1', 'claim', $4, 100, 0, $3 from accounts a, batch where a.id = $2
       returning id, house_id),
          delivery as (
       insert into letter_deliveries (organization_id, house_id, letter_id, way, sent_on, file_id)
       select $1, house_id, id, 'post', '2026-11-02', $3 from letter returning id),
          court_case as (
       insert into court_cases (organization_id, house_id, account_id, number, dated, court, content, principal, penalty, fee, file_id)
       select $1, house_id, $2, 1, '2026-11-02', '{"name": "Суд"}', $4, 100, 0, 100, $3 from letter returning id, house_id),
          step as (
       insert into debt_steps (organization_id, house_id, account_id, kind, on_date, principal, penalty, court_case_id, file_id)
       select $1, house_id, $2, 'court-application', '2026-11-02', 100, 0, id, $3 from court_case returning id),
          restriction as (
       insert into restrictions (organization_id, house_id, account_id, service_id, can_limit, norm_fee, debt, working, began_on)
       select $1, letter.house_id, $2, service.id, true, 100, 300, '[]', '2026-11-02'
         from letter, (select id from services where organization_id = $1 and resource = 'cold-water' limit 1) service
       returning id)
     select batch.id as batch, letter.id as letter, delivery.id as delivery, court_case.id as court, step.id as step,
            restriction.id as restriction
       from batch, letter, delivery, court_case, step, restriction`,
    [organizationId, account, file, JSON.stringify(content)],
  );
  return {
    ...{ '/debt-letter-batches': ids.batch, '/debt-letters': ids.letter, '/letter-deliveries': ids.delivery },
    ...{ '/court-cases': ids.court, '/debt-steps': ids.step, '/restrictions': ids.restriction },
  };
}

/** The day after a payment: what came for its recipient waits to be sent, and everybody's bank is known. */
async function transferIds(
  api: ApiUnderTest,
  administrator: Client,
  organizationId: OrganizationId,
): Promise<Record<string, string>> {
  const setClock = (now: string) =>
    api.database.asOwner('update organizations set demo_now = $2 where id = $1', [organizationId, now]);
  await api.app.get(Database).inTenant({ organizationId }, async (tx) => {
    const bic = '040173604';
    const bank = { accountNumber: '40702810100000000001', bic, bankName: 'Банк', ...days('2020-01-01') };
    const suppliers = api.app.get(Suppliers);
    for (const { id } of await suppliers.list(tx, parseDate('2026-11-02')))
      await suppliers.addBankDetails(tx, id, bank, entered);
  });
  await setClock('2026-11-03T03:00:00Z');
  await administrator.post('/transfers/prepare');
  const { body } = await administrator.get('/transfers?from=2026-11-02&to=2026-11-02');
  const { body: file } = await administrator.post('/transfers/days/2026-11-02/orders');
  await setClock('2026-11-02T03:00:00Z');
  return { '/transfers': body.items[0].id, '/transfers/days': body.items[0].day, '/transfers/orders': file.id };
}

/** What `makeStock` has entered into the catalogue, and what it has not. */
async function catalogueIds(
  api: ApiUnderTest,
  administrator: Client,
  organizationId: OrganizationId,
): Promise<Record<string, string>> {
  const idOf = async (table: string) => {
    const [row] = await api.database.asOwner<[{ id: string }]>(
      `select id from ${table} where organization_id = $1 order by id limit 1`,
      [organizationId],
    );
    return row.id;
  };
  const [service, supplier] = [await idOf('services'), await idOf('suppliers')];
  const since = { from: '2026-11-01', reason: 'Решение № 1' };
  const law = { act: 'Решение № 1', clause: 'п. 1' };
  await administrator.post('/coefficients', { ...since, ...law, code: 'rent.quality', value: '1.1' });
  await administrator.post('/rate-drafts', { kind: 'norm', serviceId: service, value: '1', from: '2026-11-01' });
  await administrator.post(`/suppliers/${supplier}/bank-changes`, {
    ...since,
    accountNumber: '40702810902000003824',
    bic: '040173604',
    bankName: 'Банк',
  });
  await administrator.post(`/suppliers/${supplier}/vat-exemptions`, { ...since, basis: 'НК РФ, ст. 145' });
  await administrator.post('/heating-seasons', { ...since, to: '2027-05-01' });
  return {
    '/services': service,
    '/suppliers': supplier,
    '/tariffs': await idOf('tariffs'),
    '/norms': await idOf('norms'),
    '/assignments': await idOf('service_assignments'),
    '/coefficients': await idOf('coefficients'),
    '/rate-drafts': await idOf('rate_drafts'),
    '/bank-changes': await idOf('supplier_bank_changes'),
    '/vat-exemptions': await idOf('supplier_vat_exemptions'),
    '/heating-seasons': await idOf('heating_seasons'),
  };
}

async function asApi(api: ApiUnderTest, organization: string | null, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: api.database.apiUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('dvor.organization_id', $1, true)`, [organization ?? '']);
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A table of one house that no address can be made out of, tried out. */
async function loadWithABadRow(administrator: Client): Promise<string> {
  const { body: load } = await administrator
    .send('post', '/imports')
    .field('kind', 'houses')
    .attach('file', Buffer.from('Адрес;Этажей\r\nгде-то;9'), { filename: 'houses.csv' });
  await administrator.post(`/imports/${load.id}/check`);
  while ((await administrator.get(`/imports/${load.id}`)).body.state !== 'checked')
    await new Promise((resolve) => setTimeout(resolve, 50));
  return load.id;
}

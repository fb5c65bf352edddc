import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AccountId } from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import { makeOrganization, makeStock, newHouse, until } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import { startWorkerBeside } from './support/worker-beside.js';

let api: ApiUnderTest;
let base: string;
let tenant: Tenant;
let number: string;
let accountId: AccountId;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  base = await api.app.getUrl();
});

afterAll(() => api?.stop());

let made = 0;

beforeEach(async () => {
  tenant = await makeOrganization(api.database);
  const { houses } = await inTenant((tx) => makeStock(tx, [newHouse('1', 2)]));
  accountId = houses[0]!.premises[0]!.accountIds[0]!;
  [{ number }] = await inTenant((tx) =>
    tx.query<[{ number: string }]>('select number from accounts where id = $1', [accountId]),
  );
  made += 1;
});

describe('a terminal network, by OSMP', () => {
  it('finds the account, pays once however often it asks, and is told of another sum', async () => {
    const code = await channel('osmp');
    expect(await osmp(code, `command=check&txn_id=1&account=${number}&sum=10.45`)).toMatchObject({
      result: '0',
      osmp_txn_id: '1',
    });
    const first = await osmp(code, `command=pay&txn_id=77&txn_date=20261101123000&account=${number}&sum=10.45`);
    expect(first).toMatchObject({ result: '0', sum: '10.45' });
    expect(await osmp(code, `command=pay&txn_id=77&txn_date=20261101123000&account=${number}&sum=10.45`)).toEqual(
      first,
    );
    expect(await balance()).toBe('-10.45');
    expect(
      (await osmp(code, `command=pay&txn_id=77&txn_date=20261101123000&account=${number}&sum=11`))['result'],
    ).not.toBe('0');
    expect(await balance()).toBe('-10.45');
  });

  it('is told why there is no payment', async () => {
    const code = await channel('osmp', { settings: { least: '10.00', most: '15000.00' } });
    const result = async (query: string) => (await osmp(code, query))['result'];
    expect(await result('command=check&txn_id=1&account=000000&sum=10')).toBe('5');
    expect(await result(`command=pay&txn_id=2&txn_date=20261101123000&account=${number}&sum=9.99`)).toBe('241');
    expect(await result(`command=pay&txn_id=3&txn_date=20261101123000&account=${number}&sum=15000.01`)).toBe('242');
    expect(await result(`command=pay&txn_id=4&txn_date=20991101123000&account=${number}&sum=100`)).toBe('300');
    expect(await balance()).toBe('0.00');
  });

  it('shows no names but masked ones', async () => {
    const code = await channel('osmp');
    const text = await (await fetch(`${base}/pay/osmp/${code}?command=check&txn_id=1&account=${number}&sum=1`)).text();
    const [{ name }] = await inTenant((tx) =>
      tx.query<[{ name: string }]>(
        'select p.name from account_facts f join parties p on p.id = f.payer_id where f.account_id = $1',
        [accountId],
      ),
    );
    expect(text).not.toContain(name);
    expect(text).toContain('*');
  });
});

describe('Sberbank', () => {
  it('pays by protocol 1, and a repeat is a duplicate with the first answer', async () => {
    const code = await channel('sber-action');
    const pay = `ACTION=payment&ACCOUNT=${number}&AMOUNT=100.00&PAY_ID=9001&PAY_DATE=01.11.2026_12:31:00`;
    expect(await sber(code, `ACTION=check&ACCOUNT=${number}`)).toMatchObject({ CODE: '0', BALANCE: '0.00' });
    const first = await sber(code, pay);
    expect(first).toMatchObject({ CODE: '0', AMOUNT: '100.00' });
    expect(await sber(code, pay)).toMatchObject({ CODE: '8', EXT_ID: first['EXT_ID']!, REG_DATE: first['REG_DATE']! });
    expect(await balance()).toBe('-100.00');
  });

  it('may ask in its second dialect at the same address', async () => {
    const code = await channel('sber-action');
    const text = await (
      await fetch(`${base}/pay/sber/${code}?command=check&txn_id=1&account=${number}&sum=1.00`)
    ).text();
    expect(tag(text, 'result') ?? tag(text, 'CODE')).toBe('0');
  });
});

describe('a resident’s invoice', () => {
  it('is made out in the cabinet, checked and paid by its number at a terminal, and then takes no second sum', async () => {
    const code = await channel('osmp');
    const email = `resident-${made}@dvor.test`;
    await api.resident(tenant.organizationId, email, [accountId]);
    const resident = await api.signedIn(email);
    const asked = { amount: '250.00' };
    const preview = await resident.post(`/resident/accounts/${accountId}/invoices/preview`, asked);
    expect(preview.body).toMatchObject({ advance: '250.00', ways: [{ fee: '0.00', total: '250.00' }] });

    const { body: invoice } = await resident.post(`/resident/accounts/${accountId}/invoices`, asked);
    expect(await resident.post(`/resident/accounts/${accountId}/invoices`, asked)).toMatchObject({ body: invoice });
    const card = await resident.get(`/resident/invoices/${invoice.id}`);
    expect(card.body).toMatchObject({ state: 'open', account: number, codes: [{ amount: '250.00' }] });

    const check = `command=check&txn_id=1&account=${invoice.number}&sum=250.00`;
    expect(await osmp(code, check)).toMatchObject({ result: '0' });
    const pay = `command=pay&txn_id=501&txn_date=20261101123000&account=${invoice.number}&sum=250.00`;
    expect(await osmp(code, pay)).toMatchObject({ result: '0' });
    expect(await balance()).toBe('-250.00');
    expect((await resident.get(`/resident/invoices/${invoice.id}`)).body).toMatchObject({ state: 'paid', codes: [] });
    expect(await osmp(code, check)).toMatchObject({ result: '79', comment: 'Счёт на оплату уже оплачен' });
    expect((await resident.post(`/resident/invoices/${invoice.id}/cancel`, {})).body).toMatchObject({
      code: 'invoice.not-open',
    });
  });
});

describe('a payer’s readings', () => {
  const meterOf = async () => {
    const [meter] = await api.database.asOwner<[{ id: string; serial: string }]>(
      'select m.id, m.serial from meters m join accounts a on a.premises_id = m.premises_id where a.id = $1',
      [accountId],
    );
    return meter;
  };
  const readings = async () =>
    (
      await api.database.asOwner<{ text: string }[]>(
        `select r.taken_on || ' ' || r.amounts::text as text from readings r join meters m on m.id = r.meter_id
          join accounts a on a.premises_id = m.premises_id where a.id = $1 and r.source = 'payment' order by r.id`,
        [accountId],
      )
    ).map(({ text }) => text);
  const queued = async () =>
    (
      await api.database.asOwner<{ kind: string }[]>(
        `select kind from exceptions where organization_id = $1 and kind like 'readings.%' order by id`,
        [tenant.organizationId],
      )
    ).map(({ kind }) => kind);
  const told = () =>
    api.database.asOwner<{ id: string }[]>(
      `select id from outbox_events where organization_id = $1 and type = 'payments.readings-told'`,
      [tenant.organizationId],
    );
  const contract = { settings: { biller: { readings: true } } };
  const pay = (txn: number, more: string) =>
    `command=pay&txn_id=${txn}&txn_date=20261101123000&account=${number}&sum=10.00&${more}`;

  it('are asked for by the check, come with the money, and are taken once however often it is told', async () => {
    const code = await channel('osmp', contract);
    const { serial } = await meterOf();
    const check = `command=check&txn_id=1&account=${number}&sum=1`;
    const shown = await (await fetch(`${base}/pay/osmp/${code}?${check}`)).text();
    expect(shown).toContain(`ХВС, счётчик № ${serial}`);
    expect(shown).toContain('104 на 2026-10-20');
    const bare = await channel('sber-action');
    const silent = await (await fetch(`${base}/pay/sber/${bare}?ACTION=check&ACCOUNT=${number}`)).text();
    expect(silent).toContain('<CODE>0</CODE>');
    expect(silent).not.toContain(serial);

    const worker = await startWorkerBeside(api);
    try {
      const query = pay(91, `counterid=${encodeURIComponent(serial)}&counterval=107,5`);
      expect(await osmp(code, query)).toMatchObject({ result: '0' });
      await until(async () => ((await readings()).length > 0 ? true : null));
      expect(await osmp(code, query)).toMatchObject({ result: '0' });
      expect(await told()).toHaveLength(1);
      expect(await readings()).toEqual(['2026-11-01 {107.5000}']);
      expect(await queued()).toEqual([]);
    } finally {
      await worker.stop();
    }
  });

  it('that are wrong never hold up the money, and wait for a person', async () => {
    const code = await channel('sber-action', contract);
    const { serial } = await meterOf();
    const send = (id: number, more: string) =>
      sber(code, `ACTION=payment&ACCOUNT=${number}&AMOUNT=10.00&PAY_ID=${id}&PAY_DATE=01.11.2026_12:31:00&${more}`);
    const named = encodeURIComponent(serial);
    const worker = await startWorkerBeside(api);
    try {
      for (const [id, more] of [
        [1, 'counterid=77-000&counterval=5'],
        [2, `counterid=${named}&counterval=108.123456789`],
        [3, `counterid=${named}&counterval=1/2`],
        [4, `readings=${encodeURIComponent('сколько-то воды')}`],
        [5, `counterid=${named}&counterval=NaN`],
        [6, `counterid=${named}&counterval=1`],
      ] as const)
        expect(await send(id, more)).toMatchObject({ CODE: '0' });
      expect(await balance()).toBe('-60.00');
      expect(await until(async () => ((await queued()).length === 6 ? queued() : null))).toEqual(
        expect.arrayContaining([
          ...['readings.paid-no-meter', 'readings.paid-refused', 'readings.paid-zones'],
          ...['readings.paid-unread', 'readings.doubtful'],
        ]),
      );
      expect(await readings()).toEqual([]);
    } finally {
      await worker.stop();
    }
  });

  it('are not looked at where the contract has none', async () => {
    const code = await channel('osmp');
    const { serial } = await meterOf();
    await osmp(code, pay(92, `counterid=${encodeURIComponent(serial)}&counterval=107,5`));
    expect(await told()).toEqual([]);
  });

  it('come from an aggregator in the field of its form', async () => {
    const code = await channel('my-services', contract);
    const ask = async (body: object) =>
      (await (
        await fetch(`${base}/pay/services/${code}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ schema: '1', ...body }),
        })
      ).json()) as Record<string, unknown>;
    expect(await ask({ action: 'schema', service: 'cold-water' })).toMatchObject({
      fields: expect.arrayContaining([expect.objectContaining({ name: 'readings' })]) as object,
    });
    const paid = { action: 'payment', account: number, amount: '10.00', payId: '7', payDate: '2026-11-01T12:00:00' };
    expect(await ask({ ...paid, fields: { readings: 'ХВС 107,5' } })).toMatchObject({ code: 0 });
    expect(await told()).toHaveLength(1);
  });
});

describe('an aggregator of «my services»', () => {
  it('lists services at an address, shows the form, and pays for the one that is named', async () => {
    const code = await channel('my-services');
    const ask = async (body: object) =>
      (await (
        await fetch(`${base}/pay/services/${code}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ schema: '1', ...body }),
        })
      ).json()) as Record<string, unknown>;
    const { services } = (await ask({ action: 'services', address: number })) as { services: { code: string }[] };
    const service = services[0]!.code;
    expect(await ask({ action: 'schema', service })).toMatchObject({ code: 0, service });
    const payment = {
      action: 'payment',
      service,
      account: number,
      amount: '12.00',
      payId: '5',
      payDate: '2026-11-01T12:00:00',
    };
    expect(await ask(payment)).toMatchObject({ code: 0 });
    expect(await ask(payment)).toMatchObject({ code: 8 });
    expect(await ask({ ...payment, payId: '6', service: 'no-such' })).not.toMatchObject({ code: 0 });
    expect(await balance()).toBe('-12.00');
  });
});

describe('the door', () => {
  it('knows no channel that nobody has, and no other dialect’s', async () => {
    const code = await channel('osmp');
    for (const path of ['osmp/nobody', `sber/${code}`, `nothing/${code}`])
      expect((await fetch(`${base}/pay/${path}?command=check`)).status).toBe(404);
  });

  it('is closed to addresses that are not in the contract', async () => {
    const code = await channel('osmp', { settings: { networks: ['203.0.113.0/24'] } });
    const call = (forwarded: string) =>
      fetch(`${base}/pay/osmp/${code}?command=check&txn_id=1&account=${number}&sum=1`, {
        headers: { 'x-forwarded-for': forwarded },
      });
    expect((await call('198.51.100.1')).status).toBe(403);
    expect((await call('203.0.113.9')).status).toBe(200);
  });

  it('takes nothing for a channel that is off, and books nothing for one that is tried', async () => {
    const off = await channel('osmp', { state: 'off' });
    expect(
      (await osmp(off, `command=pay&txn_id=1&txn_date=20261101123000&account=${number}&sum=5`))['result'],
    ).not.toBe('0');
    const tried = await channel('osmp', { state: 'testing' });
    const pay = `command=pay&txn_id=1&txn_date=20261101123000&account=${number}&sum=5`;
    const first = await osmp(tried, pay);
    expect(first).toMatchObject({ result: '0' });
    expect(await osmp(tried, pay)).toEqual(first);
    await osmp(tried, 'command=check&txn_id=2&account=000000&sum=5');
    await osmp(tried, `command=check&txn_id=3&account=${number}&sum=5`);
    expect(await balance()).toBe('0.00');
    const trials = await inTenant((tx) =>
      tx.query<{ kind: string; answer: string }[]>(
        'select t.kind, t.answer from payment_channel_trials t join payment_channels c on c.id = t.channel_id where c.code = $1 order by t.id',
        [tried],
      ),
    );
    expect(trials.map(({ kind }) => kind)).toEqual(['pay', 'repeat', 'unknown-account', 'check']);
    expect(trials.every(({ answer }) => answer.includes('<response>'))).toBe(true);
  });
});

// ------------------------------------------------------------------------------------------------------------ steps

function inTenant<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return api.app.get(Database).inTenant(tenant, work);
}

async function channel(
  protocol: string,
  { state = 'on', settings = {} }: { state?: string; settings?: object } = {},
): Promise<string> {
  const code = `${protocol}-${made}-${state}`;
  const common = {
    networks: ['127.0.0.0/8', '::1/128'],
    timeZone: 'Europe/Moscow',
    least: null,
    most: null,
    recipientId: null,
    showsPayer: true,
    biller: {},
    sealed: {},
  };
  await inTenant((tx) =>
    tx.query(
      `insert into payment_channels (organization_id, code, preset, protocol, name, state, settings)
       values (current_organization(), $1, 'demo', $2, $2, $3, $4)`,
      [code, protocol, state, JSON.stringify({ ...common, ...settings })],
    ),
  );
  return code;
}

async function osmp(code: string, query: string): Promise<Record<string, string>> {
  return fieldsOf(await fetch(`${base}/pay/osmp/${code}?${query}`));
}

async function sber(code: string, query: string): Promise<Record<string, string>> {
  return fieldsOf(await fetch(`${base}/pay/sber/${code}?${query}`));
}

async function fieldsOf(response: Response): Promise<Record<string, string>> {
  expect(response.status).toBe(200);
  const text = await response.text();
  return Object.fromEntries([...text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, value]) => [name, value]));
}

function tag(text: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
}

async function balance(): Promise<string> {
  const sums = await inTenant((tx) => api.app.get(Balances).of(tx, [accountId]));
  return sums.get(accountId)!.toString();
}

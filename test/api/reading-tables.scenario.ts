import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationId } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { accountNumber, makeStock, newHouse, until } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

/** The meter of flat 1 showed 100.5 in September and 104 in October 2026; today is the 2nd of November. */
describe('readings by tables and registries (MTR-11, MTR-12)', () => {
  let api: ApiUnderTest;
  let worker: Awaited<ReturnType<typeof startWorkerBeside>>;
  let organization: OrganizationId;
  let accountant: Client;
  const account = accountNumber('1', 1);
  let serial: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    worker = await startWorkerBeside(api);
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z' where id = $1`, [
      organization,
    ]);
    await api.app.get(Database).inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1')]));
    [{ serial }] = (await api.database.asOwner(
      `select m.serial from meters m join accounts a on a.premises_id = m.premises_id where a.number = $1`,
      [account],
    )) as [{ serial: string }];
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    accountant = await api.signedIn('accountant@dvor.test');
  }, 60_000);
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
  });

  const counting = async () => {
    const rows = await api.database.asOwner<{ told: string }[]>(
      `select taken_on || ' ' || trim_scale(amounts[1]) as told from readings r join meters m on m.id = r.meter_id
        where m.serial = $1 and r.refused_at is null and taken_on > '2026-10-20' order by taken_on, r.id`,
      [serial],
    );
    return rows.map(({ told }) => told);
  };
  const doubtful = async () => (await accountant.get('/readings/doubtful')).body.items as { value: string }[];

  describe('a table', () => {
    let id: string;
    const check = async () => {
      await accountant.post(`/imports/${id}/check`).expect(202);
      return stateOf('checked');
    };
    const stateOf = async (state: string) => {
      let body: { state: string; failure: unknown; totals: { verdicts: object } } = null as never;
      await until(async () => {
        ({ body } = await accountant.get(`/imports/${id}`));
        expect(body.failure).toBeNull();
        return body.state === state;
      });
      return body;
    };
    const problems = async () => {
      const { items } = (await accountant.get(`/imports/${id}/problems?limit=100`)).body;
      return Object.fromEntries(items.map((one: { line: number; code: string }) => [one.line, one.code]));
    };

    it('is tried out: each bad line is named, nothing is written', async () => {
      const lines = [
        'Лицевой счёт;№ счётчика;Показание;Дата показаний',
        `${account};${serial.toLowerCase()};107,5;01.11.2026`,
        `${account};${serial};12З;27.10.2026`,
        `${account};${serial};NaN;30.10.2026`,
        `${account};${serial};1e309;29.10.2026`,
        `${account};${serial};-5;28.10.2026`,
        `${account};нет такого;1;01.11.2026`,
        `777;${serial};1;01.11.2026`,
        `${account};${serial};109;03.11.2026`,
        `${account};${serial};1234567;31.10.2026`,
        `${account};${serial};20;02.11.2026`,
        `${account};${serial};107,5;01.11.2026`,
      ];
      const uploaded = await upload('/imports', lines.join('\r\n')).field('kind', 'readings').expect(201);
      ({ id } = uploaded.body);
      expect(uploaded.body.map).toEqual({ number: 0, serial: 1, value1: 2, readOn: 3 });
      const { totals } = await check();
      expect(totals.verdicts).toEqual({ new: 2, change: 0, same: 0, bad: 9 });
      expect(await problems()).toEqual({
        3: 'reading.unreadable',
        4: 'reading.unreadable',
        5: 'reading.unreadable',
        6: 'reading.negative',
        7: 'meter.unknown',
        8: 'account.unknown',
        9: 'reading.future',
        10: 'reading.digits',
        11: expect.stringMatching(/doubt.below-previous|reading.held/),
        12: 'row.twice',
      });
      expect(await counting()).toEqual([]);
    });

    it('is loaded: good readings count, a doubtful one waits; again it changes nothing', async () => {
      await accountant.post(`/imports/${id}/apply`).expect(202);
      await stateOf('applied');
      expect(await counting()).toEqual(['2026-11-01 107.5']);
      expect(await doubtful()).toMatchObject([{ value: '20', isTaken: false, source: 'import' }]);
    });

    it('is taken back: its readings count no more and its doubts are gone', async () => {
      await accountant.post(`/imports/${id}/undo`).expect(202);
      await stateOf('undone');
      expect(await counting()).toEqual([]);
      expect(await doubtful()).toEqual([]);
      expect((await accountant.get('/exceptions?kind=readings.doubtful')).body.items).toEqual([]);
    });

    it('without account or number of the meter has to say more', async () => {
      const uploaded = await upload('/imports', 'Показание;Ресурс\r\n5;ХВС').field('kind', 'readings').expect(201);
      expect(uploaded.body.missing).toEqual([['serial', 'number']]);
    });

    it('finds a meter by its account and what it measures', async () => {
      const table = `Лицевой счёт;Ресурс;Показание\r\n${account};ХВС;106,25`;
      ({ id } = (await upload('/imports', table).field('kind', 'readings').expect(201)).body);
      expect((await check()).totals.verdicts).toMatchObject({ new: 1, bad: 0 });
    });
  });

  describe('a registry of a bank', () => {
    const line = (of: string, meter: string, value: string, day = '30.10.2026') =>
      `${of};Иванова;;77;адрес;9;${meter};ХВС;;${value};${day};`;
    const bring = (text: string | Buffer) => upload('/reading-registries', text);
    let id: string;

    it('gives each meter a result of its own', async () => {
      const text = [
        line(account, serial, '105.5'),
        line(account, 'нет', '5'),
        line('000777', serial, '5'),
        line(account, serial, '50', '31.10.2026'),
        line(account, serial, '-1'),
        `${account};Иванова;;77;адрес;9;${serial};ХВ`,
      ].join('\r\n');
      const { body } = await bring(text).expect(200);
      ({ id } = body);
      expect(body).toMatchObject({ accounts: 6, counts: { taken: 1, same: 0, held: 1, refused: 4 } });
      const { items } = (await accountant.get(`/reading-registries/${id}/rows`)).body;
      expect(
        items.map(
          (row: { line: number; code: string | null; outcome: string }) => `${row.line} ${row.code ?? row.outcome}`,
        ),
      ).toEqual([
        '1 taken',
        '2 reading.unknown-meter',
        '3 reading.unknown-meter',
        '4 held',
        '5 value-negative',
        '6 block-cut-off',
      ]);
      expect(items[1].detail).toContain(account);
      expect(items[3].findings[0].text).toContain('105,5');
      expect(items[5].detail).toContain('оборваны');
      expect(await counting()).toEqual(['2026-10-30 105.5']);
      const held = (await accountant.get(`/reading-registries/${id}/rows?outcome=held`)).body.items;
      expect(held).toHaveLength(1);
    });

    it('that comes again is the same one, and its readings stand', async () => {
      const before = await counting();
      const again = [line(account, serial, '105.5'), line(account, serial, '50', '31.10.2026')].join('\r\n');
      const { body } = await bring(again).expect(200);
      expect(body.counts).toEqual({ taken: 0, same: 1, held: 1, refused: 0 });
      expect((await bring(again).expect(200)).body.id).toBe(body.id);
      expect(await counting()).toEqual(before);
      expect(await doubtful()).toHaveLength(1);
      const { items } = (await accountant.get('/reading-registries')).body;
      expect(items.map((one: { id: string }) => one.id)).toEqual([body.id, id]);
    });

    it('of which nothing can be read is refused whole, by its first fault', async () => {
      const { body } = await bring(line(account, serial, '12З')).expect(422);
      expect(body).toMatchObject({ code: 'reading-registry.nothing-read' });
      expect(body.detail).toContain('12З');
      expect((await bring('').expect(422)).body.code).toBe('reading-registry.nothing-read');
      expect((await bring(Buffer.alloc(40 * 1024 * 1024, '1')).expect(413)).body.detail).toMatch(/велик/);
      expect((await accountant.send('post', '/reading-registries').expect(422)).body.code).toBe(
        'reading-registry.no-file',
      );
    });
  });

  it('that names no meter is told so, whatever it did name', async () => {
    const readings = [{ value: '1' }, { account, value: '1' }, { meterId: '999999', value: '1' }];
    const { items } = (await accountant.post('/readings', { readings })).body;
    expect(items.map(({ code }: { code: string }) => code)).toEqual([
      'reading.meter-unnamed',
      'reading.meter-unnamed',
      'reading.unknown-meter-id',
    ]);
    expect(items[2].detail).toContain('999999');
  });

  function upload(path: string, content: string | Buffer) {
    return accountant
      .send('post', path)
      .attach('file', Buffer.from(content), { filename: 'показания.csv', contentType: 'text/csv' });
  }
});

import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Documents } from '@dvor/housing';
import { type OrganizationId, parseDate } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { makeStock, newHouse, type Stock } from '@dvor/testing';
import { PDFDocument } from 'pdf-lib';
import { ApiUnderTest } from './support/api-under-test.js';
import { asBytes } from './support/as-bytes.js';
import type { Client } from './support/client.js';
import { findOvercharge } from './support/find-overcharge.js';

describe('the letter about a mistake (REC-10)', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let stock: Stock;
  let accountant: Client;
  let correction: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z' where id = $1`, [
      organization,
    ]);
    stock = await api.app
      .get(Database)
      .inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1')]));
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    accountant = await api.signedIn('accountant@dvor.test');
    const documentId = await api.app
      .get(Database)
      .inTenant({ organizationId: organization }, (tx) =>
        api.app.get(Documents).add(tx, { kind: 'act', number: '1', dated: parseDate('2026-11-02') }, null),
      );
    const [house] = stock.houses;
    const [made] = await api.database.asOwner<{ id: string }[]>(
      `insert into corrections (organization_id, number, kind, dated, reason, document_id, own_error, above_limit)
       values ($1, 1, 'correction', '2026-11-02', 'Площадь внесена с опечаткой', $2, true, false) returning id`,
      [organization, documentId],
    );
    correction = made!.id;
    await api.database.asOwner(
      `insert into correction_items (organization_id, correction_id, house_id, account_id, service_id, supplier_id, part, origin, amount)
       select $1, $2, $3, $4, $5, $6, 'individual', month, -13335 from unnest('{2026-08-01,2026-09-01}'::date[]) as month`,
      [organization, correction, house!.id, account(0), stock.upkeep, stock.company],
    );
  });
  afterAll(async () => {
    await api?.stop();
  });

  const account = (i: number) => stock.houses[0]!.premises[i]!.accountIds[0]!;

  it('is a sheet for the payer whom the correction gives something back', async () => {
    const answer = await accountant
      .get(`/corrections/${correction}/letters/${account(0)}`)
      .buffer(true)
      .parse(asBytes);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await PDFDocument.load(answer.body)).getPageCount()).toBe(1);
    if (process.env['LETTER']) await writeFile(process.env['LETTER'], answer.body);
  });

  it('is there for what a recalculation has found, which the payer is told of once', async () => {
    const [{ id: run }] = await api.database.asOwner<[{ id: string }]>(
      `insert into billing_runs (organization_id, period, state, engine_version) values ($1, '2026-10-01', 'review', '1') returning id`,
      [organization],
    );
    await findOvercharge(api, { runId: run, accountId: account(0) });
    const answer = await accountant
      .get(`/runs/${run}/mistake-letters/${account(0)}`)
      .buffer(true)
      .parse(asBytes);
    expect([answer.status, (await PDFDocument.load(answer.body)).getPageCount()]).toEqual([200, 1]);
    if (process.env['LETTER']) await writeFile(`${process.env['LETTER']}.found.pdf`, answer.body);
    const found = async () => (await accountant.get('/overcharges/found')).body.items;
    expect(await found()).toMatchObject([{ runId: run, toldAt: null, claimed: false, excess: '100.00' }]);
    const tell = (i: number) =>
      accountant.post(`/runs/${run}/overcharge-notices`, { accountId: account(i), how: 'letter' });
    expect((await tell(0)).status).toBe(204);
    expect((await found())[0].toldAt).toEqual(expect.any(String));
    expect((await tell(0)).body.code).toBe('overcharge.told');
    expect((await tell(1)).body.code).toBe('overcharge.no-mistake');
    expect((await accountant.get(`/runs/${run}/mistake-letters/${account(1)}`)).body.code).toBe(
      'overcharge.no-mistake',
    );
  });

  it('is not there for those whom it gives nothing, or where it was no mistake of ours', async () => {
    const { status, body } = await accountant.get(`/corrections/${correction}/letters/${account(1)}`);
    expect([status, body.code]).toEqual([404, 'overcharge.no-mistake']);
  });
});

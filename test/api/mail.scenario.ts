import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@dvor/platform';
import { accountNumber, makeStock, newHouse } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 1, 2]);

/** The meter of flat 1 showed 104 in October 2026; today is the 2nd of November. */
describe('raw letters with readings (MTR-11)', () => {
  let api: ApiUnderTest;
  let accountant: Client;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z' where id = $1`, [
      organization,
    ]);
    await api.app.get(Database).inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1')]));
    await api.database.asOwner(`update parties set email = 'ivanova@dvor.test' where id =
      (select payer_id from account_facts f join accounts a on a.id = f.account_id where a.number = '${accountNumber('1', 1)}')`);
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    accountant = await api.signedIn('accountant@dvor.test');
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
  });

  const send = (letter: Buffer | string) =>
    accountant.send('post', '/inbound-messages/mail').attach('file', Buffer.from(letter), 'letter.eml');

  it('are taken for the account of their sender, with the photo beside the reading; again they are the same', async () => {
    const letter = withPhoto('<1@dvor.test>', 'ХВС 105,5\r\n-- \r\nИванова');
    const { body } = await send(letter).expect(200);
    expect(body).toMatchObject({
      ...{ channel: 'email', sender: 'ivanova@dvor.test', externalId: '<1@dvor.test>', subject: 'Показания' },
      ...{ text: 'ХВС 105,5', answer: 'taken', accountNumber: accountNumber('1', 1) },
      ...{ reply: 'ХВС 105,5: принято, расход 1,5', attachments: [{ place: 1, name: 'dial.jpg' }] },
    });
    expect((await send(letter).expect(200)).body).toEqual(body);
    const [reading] = await api.database.asOwner<{ fileName: string }[]>(
      `select s.name as "fileName" from readings r join documents d on d.id = r.document_id join stored_files s on s.id = d.file_id
        where r.source = 'message'`,
    );
    expect(reading).toEqual({ fileName: 'dial.jpg' });
    const photo = await accountant.get(`/inbound-messages/${body.id}/files/1`).expect(200);
    expect(Buffer.from(photo.body as Uint8Array)).toEqual(JPEG);
    expect((await accountant.get(`/inbound-messages/${body.id}/files/2`)).status).toBe(404);
  });

  it('of a program are kept and get no reply', async () => {
    const { body } = await send(plain('<2@dvor.test>', 'Я в отпуске', ['Auto-Submitted: auto-replied'])).expect(200);
    expect(body).toMatchObject({ answer: 'ignored', reply: '', accountNumber: null });
    expect((await accountant.get('/inbound-messages?answer=ignored')).body.items).toHaveLength(1);
  });

  it('of an address that nobody knows are answered so', async () => {
    const letter = plain('<3@dvor.test>', 'ХВС 106').replace('ivanova@', 'stranger@');
    expect((await send(letter)).body).toMatchObject({ answer: 'unknown-sender' });
  });

  it.each([
    ['nothing', undefined, 'mail.no-file'],
    ['a letter of nobody', 'Subject: x\r\n\r\nХВС 1', 'mail.no-sender'],
    ['no letter at all', '\u0000\u0001', 'mail.no-sender'],
  ])('are refused by name: %s', async (_, letter, code) => {
    const { body } = await (letter === undefined ? accountant.post('/inbound-messages/mail', {}) : send(letter));
    expect([body.status, body.type]).toEqual([422, expect.stringContaining(code)]);
  });
});

function plain(id: string, text: string, more: readonly string[] = []): string {
  return [
    ...['From: =?utf-8?B?0JjQstCw0L3QvtCy0LA=?= <ivanova@dvor.test>', `Message-ID: ${id}`, ...more],
    ...['Content-Type: text/plain; charset=utf-8', '', text],
  ].join('\r\n');
}

/** «Показания» in koi8-r as its subject. */
function withPhoto(id: string, text: string): string {
  return [
    ...['From: ivanova@dvor.test', `Message-ID: ${id}`, 'Subject: =?koi8-r?B?8M/LwdrBzsnR?='],
    ...['Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain; charset=utf-8', '', text],
    ...['--b', 'Content-Type: image/jpeg', 'Content-Disposition: attachment; filename=dial.jpg'],
    ...['Content-Transfer-Encoding: base64', '', JPEG.toString('base64'), '--b--', ''],
  ].join('\r\n');
}

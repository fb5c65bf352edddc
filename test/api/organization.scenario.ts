import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { People } from '@dvor/auth';
import type { OrganizationId, UserId } from '@dvor/kernel';
import { ApiUnderTest, PASSWORD } from './support/api-under-test.js';

const FIRST = {
  organization: {
    kind: 'owners-association',
    name: 'ТСЖ «Берёзка»',
    shortName: 'ТСЖ «Берёзка»',
    inn: '7707083893',
    kpp: null,
    address: 'г. Барнаул, ул. Юрина, 1',
    timeZone: 'Asia/Barnaul',
  },
  administrator: { name: 'Анна Серова', email: 'Anna@dvor.test', password: PASSWORD },
};

describe('the organisation', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(async () => {
    await api.stop();
  });

  it('tells what is wrong with its requisites, field by field', async () => {
    const { body } = await api.client().post('/setup', {
      organization: { ...FIRST.organization, inn: '7707083892', kpp: '12', ogrn: '1', timeZone: 'Barnaul' },
      administrator: { ...FIRST.administrator, password: 'short' },
    });
    expect(body).toMatchObject({ status: 422, code: 'validation' });
    expect(body.errors).toEqual([
      { field: 'organization.inn', message: 'Неверный ИНН: проверьте цифры' },
      { field: 'organization.kpp', message: 'Неверный КПП: нужны 9 знаков' },
      { field: 'organization.ogrn', message: 'Неверный ОГРН: проверьте цифры' },
      { field: 'organization.timeZone', message: 'Такого часового пояса нет' },
      { field: 'administrator.password', message: 'От 8 до 200 знаков' },
    ]);
  });

  it('is set up once, even by two at the same moment', async () => {
    expect((await api.client().get('/setup')).body).toEqual({ empty: true });
    const [one, other] = await Promise.all([
      api.client().post('/setup', FIRST),
      api.client().post('/setup', { ...FIRST, administrator: { ...FIRST.administrator, email: 'other@dvor.test' } }),
    ]);
    expect([one.status, other.status].sort()).toEqual([201, 409]);
    expect([one, other].find(({ status }) => status === 409)!.body.code).toBe('setup.already-done');
    organization = [one, other].find(({ status }) => status === 201)!.body.organizationId;
    expect((await api.client().get('/setup')).body).toEqual({ empty: false });
    expect(await api.database.asOwner('select * from organizations')).toHaveLength(1);
    await api.database.asOwner(`update users set email = 'anna@dvor.test'`);
  });

  it('is edited only as it was last seen', async () => {
    const client = await api.signedIn('anna@dvor.test');
    const seen = await client.get('/organization');
    expect(seen.headers['etag']).toBe('"1"');
    const edit = (change: object, etag?: string) =>
      client.send('patch', '/organization', { body: change, headers: etag ? { 'If-Match': etag } : {} });
    expect((await edit({ phone: '+7 3852 000-000' })).body).toMatchObject({ status: 428, code: 'etag.required' });
    const edited = await edit({ phone: '+7 3852 000-000' }, '"1"');
    expect(edited.body).toMatchObject({ phone: '+7 3852 000-000', inn: '7707083893', version: 2 });
    expect(edited.headers['etag']).toBe('"2"');
    expect((await edit({ phone: null }, '"1"')).body).toMatchObject({
      status: 412,
      code: 'organization.stale',
      title: 'Данные изменились',
    });
    expect((await edit({ phone: null }, 'W/"weak"')).status).toBe(412);
    expect((await edit({ inn: null }, '"2"')).status).toBe(422);
    const two = await Promise.all([edit({ shortName: 'А' }, '"2"'), edit({ shortName: 'Б' }, '"2"')]);
    expect(two.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { body } = await client.get('/audit?action=organization.edit');
    expect(body.items.at(-1).details).toEqual({ phone: { from: null, to: '+7 3852 000-000' } });
  });

  it('keeps its last administrator', async () => {
    const people = api.app.get(People);
    const tenant = { organizationId: organization };
    const [{ id: anna }] = await api.database.asOwner<[{ id: UserId }]>(
      `select id from users where email = 'anna@dvor.test'`,
    );
    await expect(people.removeStaff(tenant, anna, anna)).rejects.toMatchObject({ code: 'staff.last-administrator' });
    await expect(people.changeRole(tenant, { userId: anna, role: 'accountant' }, anna)).rejects.toMatchObject({
      code: 'staff.last-administrator',
    });
    const boris = await api.staff(organization, 'boris@dvor.test', 'administrator');
    const removed = await Promise.allSettled([
      people.removeStaff(tenant, anna, boris),
      people.removeStaff(tenant, boris, anna),
    ]);
    expect(removed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await api.database.asOwner(`select from memberships where role = 'administrator'`)).toHaveLength(1);
  });

  it('refuses an e-mail that somebody has', async () => {
    await expect(api.staff(organization, 'BORIS@dvor.test', 'cashier')).rejects.toMatchObject({
      code: 'user.email-taken',
    });
  });
});

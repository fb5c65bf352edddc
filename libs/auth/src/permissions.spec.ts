import { describe, expect, it } from '@jest/globals';
import { KEY_SCOPES, mayDo, PERMISSIONS, PERMISSIONS_OF, type Role, ROLES } from './permissions.js';

const everywhere = (role: Role) => ({ role, houseIds: null });

describe('permissions', () => {
  it('lets the administrator do everything in the organisation, and nothing to the install', () => {
    const denied = PERMISSIONS.filter((permission) => !mayDo(everywhere('administrator'), permission));
    expect(denied).toEqual(['queue.watch', 'queue.manage', 'metrics.read']);
  });

  it('gives every permission to somebody besides the administrator, but for appointing staff and giving out keys', () => {
    const others = ROLES.filter((role) => role !== 'administrator');
    const onlyAdministrator = PERMISSIONS.filter(
      (permission) => !others.some((role) => PERMISSIONS_OF[role].includes(permission)),
    );
    expect(onlyAdministrator).toEqual(['staff.manage', 'key.manage']);
  });

  it('shows the queues to operators and to nobody else', () => {
    expect(ROLES.filter((role) => mayDo(everywhere(role), 'queue.watch'))).toEqual(['operator']);
  });

  it('shows a lawyer debts and no month-end', () => {
    expect(PERMISSIONS.filter((permission) => mayDo(everywhere('lawyer'), permission))).toEqual([
      'organization.read',
      'house.read',
      'account.read',
      'ledger.read',
      'payment.read',
      'debt.read',
      'debt.work',
    ]);
  });

  it('leaves a chairman to read only', () => {
    for (const permission of PERMISSIONS_OF.chairman) expect(permission).toMatch(/\.read$/);
  });

  it('confines a key to its scopes, and to what its maker may do', () => {
    const key = { ...everywhere('cashier'), scopes: ['account.read', 'run.close', 'staff.manage'] as const };
    expect(PERMISSIONS.filter((permission) => mayDo(key, permission))).toEqual(['account.read']);
  });

  it('leaves people and keys to people, whatever a key says', () => {
    const greedy = { ...everywhere('administrator'), scopes: PERMISSIONS };
    expect(PERMISSIONS.filter((permission) => mayDo(greedy, permission))).toEqual(KEY_SCOPES);
    for (const permission of ['staff.manage', 'key.manage'] as const) expect(KEY_SCOPES).not.toContain(permission);
  });

  it('keeps the month of the whole organisation from someone who sees some houses', () => {
    const oneHouse = { role: 'senior-accountant', houseIds: ['7'] } as const;
    expect(mayDo(oneHouse, 'account.read')).toBe(true);
    expect(mayDo(oneHouse, 'run.close')).toBe(false);
    expect(mayDo(everywhere('senior-accountant'), 'run.close')).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { mayDo, PERMISSIONS, PERMISSIONS_OF, type Role, ROLES } from './permissions.js';

const everywhere = (role: Role) => ({ role, houseIds: null });

describe('permissions', () => {
  it('lets the administrator do everything', () => {
    for (const permission of PERMISSIONS) expect(mayDo(everywhere('administrator'), permission)).toBe(true);
  });

  it('gives every permission to somebody besides the administrator, or to the administrator by intent', () => {
    const others = ROLES.filter((role) => role !== 'administrator');
    const onlyAdministrator = PERMISSIONS.filter((permission) => !others.some((role) => PERMISSIONS_OF[role].includes(permission)));
    expect(onlyAdministrator).toEqual(['staff.manage']);
  });

  it('shows the queues to operators and not to accountants', () => {
    expect(mayDo(everywhere('operator'), 'queue.watch')).toBe(true);
    expect(mayDo(everywhere('accountant'), 'queue.watch')).toBe(false);
  });

  it('shows a lawyer debts and no month-end', () => {
    expect(PERMISSIONS.filter((permission) => mayDo(everywhere('lawyer'), permission))).toEqual(['organization.read', 'account.read', 'ledger.read']);
  });

  it('leaves a chairman to read only', () => {
    for (const permission of PERMISSIONS_OF.chairman) expect(permission).toMatch(/\.read$/);
  });

  it('keeps the month of the whole organisation from someone who sees some houses', () => {
    const oneHouse = { role: 'senior-accountant', houseIds: ['7'] } as const;
    expect(mayDo(oneHouse, 'account.read')).toBe(true);
    expect(mayDo(oneHouse, 'run.close')).toBe(false);
    expect(mayDo(everywhere('senior-accountant'), 'run.close')).toBe(true);
  });
});

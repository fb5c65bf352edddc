/** Roles of staff in an organisation (IAM-01). */
export const ROLES = [
  'administrator',
  'senior-accountant',
  'accountant',
  'cashier',
  'lawyer',
  'chairman',
  'operator',
  'integrator',
] as const;
export type Role = (typeof ROLES)[number];

/** What may be done, named `object.action`. Every endpoint of staff asks for exactly one. */
export const PERMISSIONS = [
  'organization.read',
  'organization.edit',
  'organization.move-clock', // of a demo organisation
  'staff.manage',
  'key.manage', // of programs, by API keys
  'webhook.manage',
  'house.read',
  'house.edit',
  'account.read',
  'account.edit',
  'certificate.issue',
  'reading.enter',
  'reading.check', // doubtful ones
  'ledger.read',
  'catalogue.read',
  'catalogue.edit',
  'assignment.edit',
  'supplier.confirm', // somebody else's change of bank details
  'settings.edit',
  'approval.read',
  'approval.decide', // on what somebody else has asked for
  'run.read',
  'run.start',
  'run.close',
  'receipt.read',
  'receipt.print',
  'payment.read',
  'payment.enter',
  'payment.correct', // moved, voided, refunded
  'channel.read',
  'channel.edit',
  'transfer.read',
  'transfer.send',
  'debt.read',
  'debt.work', // contacts, disputes, letters, court
  'debt.write-off',
  'import.read',
  'import.run',
  'exceptions.read',
  'exceptions.resolve',
  'audit.read',
  'queue.watch',
  'queue.manage',
  'metrics.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const ACCOUNTANT: readonly Permission[] = [
  'organization.read',
  'organization.move-clock',
  'house.read',
  'house.edit',
  'account.read',
  'account.edit',
  'certificate.issue',
  'reading.enter',
  'reading.check',
  'ledger.read',
  'catalogue.read',
  'catalogue.edit',
  'assignment.edit',
  'supplier.confirm',
  'approval.read',
  'run.read',
  'run.start',
  'run.close',
  'receipt.read',
  'receipt.print',
  'payment.read',
  'payment.enter',
  'payment.correct',
  'channel.read',
  'transfer.read',
  'transfer.send',
  'debt.read',
  'debt.work',
  'debt.write-off',
  'import.read',
  'import.run',
  'exceptions.read',
  'exceptions.resolve',
];

/** Queues and metrics are those of the whole install, other organisations' too: only whoever keeps it running sees them. */
const OF_THE_INSTALL: ReadonlySet<Permission> = new Set<Permission>(['queue.watch', 'queue.manage', 'metrics.read']);

/** The one table of who may do what. */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: PERMISSIONS.filter((permission) => !OF_THE_INSTALL.has(permission)),
  'senior-accountant': [
    ...ACCOUNTANT,
    'organization.edit',
    'settings.edit',
    'approval.decide',
    'channel.edit',
    'audit.read',
  ],
  accountant: ACCOUNTANT,
  cashier: [
    'organization.read',
    'house.read',
    'account.read',
    'reading.enter',
    'ledger.read',
    'receipt.read',
    'payment.read',
    'payment.enter',
    'channel.read',
  ],
  lawyer: ['organization.read', 'house.read', 'account.read', 'ledger.read', 'payment.read', 'debt.read', 'debt.work'],
  chairman: ['organization.read', 'house.read', 'account.read', 'run.read'], // of their own house, by house scope
  operator: ['organization.read', 'run.read', 'exceptions.read', 'queue.watch', 'queue.manage', 'metrics.read'],
  integrator: [
    'organization.read',
    'webhook.manage',
    'house.read',
    'account.read',
    'reading.enter',
    'ledger.read',
    'catalogue.read',
    'run.read',
    'receipt.read',
    'payment.read',
    'channel.read',
    'debt.read',
    'import.read',
    'import.run',
  ],
};

/** What concerns the whole organisation is never done by someone who sees only some of its houses. */
const WHOLE_ORGANIZATION: ReadonlySet<Permission> = new Set<Permission>([
  'organization.edit',
  'organization.move-clock',
  'staff.manage',
  'key.manage',
  'webhook.manage',
  'catalogue.edit',
  'supplier.confirm',
  'settings.edit',
  'approval.read',
  'approval.decide',
  'run.start',
  'run.close',
  'receipt.print',
  'channel.edit',
  'transfer.read',
  'transfer.send',
  'debt.write-off',
  'import.read',
  'import.run',
  'audit.read',
  'queue.watch',
  'queue.manage',
  'metrics.read',
]);

export interface Powers {
  readonly role: Role;
  /** `null`: every house. */
  readonly houseIds: readonly string[] | null;
  /** What a key is confined to; a member has none. */
  readonly scopes?: readonly Permission[];
}

/** What no key is ever given: who may work here is said by people, a second person is one, and the clock of a demo is moved by them. */
const BY_PEOPLE_ONLY: ReadonlySet<Permission> = new Set<Permission>([
  'staff.manage',
  'key.manage',
  'organization.move-clock',
  'approval.decide',
  ...OF_THE_INSTALL,
]);
/** What a key may be given. */
export const KEY_SCOPES: readonly Permission[] = PERMISSIONS.filter((permission) => !BY_PEOPLE_ONLY.has(permission));

export function mayDo(powers: Powers, permission: Permission): boolean {
  if (powers.scopes && !(powers.scopes.includes(permission) && !BY_PEOPLE_ONLY.has(permission))) return false;
  if (powers.houseIds !== null && WHOLE_ORGANIZATION.has(permission)) return false;
  return PERMISSIONS_OF[powers.role].includes(permission);
}

/** Roles that have a permission, whatever houses they see. */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => PERMISSIONS_OF[role].includes(permission));
}

import type { HouseId, OrganizationId, UserId } from '@dvor/kernel';
import type { Tenant } from '@dvor/platform';
import type { Permission, Role } from './permissions.js';

/** Who asks, as the books have it at this moment: a session ended or a role taken away counts at once. */
export type Caller = StaffCaller | ResidentCaller;

/** Whoever asks by a session of their own. */
export type SignedIn = Member | ResidentCaller;

/** The work of staff is done by a member, or by a program with a key that a member has given it. */
export type StaffCaller = Member | KeyHolder;

/** Staff work in one organisation at a time. */
export interface Member {
  readonly kind: 'staff';
  readonly userId: UserId;
  readonly sessionId: string;
  readonly organizationId: OrganizationId;
  readonly role: Role;
  /** `null`: every house. */
  readonly houseIds: readonly HouseId[] | null;
}

/** A program with an API key. It may what its maker may, within the scopes of the key. */
export interface KeyHolder {
  readonly kind: 'key';
  readonly keyId: string;
  readonly keyName: string;
  readonly requestsAMinute: number;
  readonly scopes: readonly Permission[];
  /** The key's maker. */
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly role: Role;
  readonly houseIds: readonly HouseId[] | null;
}

/** A resident's accounts may be with several organisations. */
export interface ResidentCaller {
  readonly kind: 'resident';
  readonly userId: UserId;
  readonly sessionId: string;
  /** Where the first of their accounts is; `null` while they have none. */
  readonly organizationId: OrganizationId | null;
}

/** Whose rows this member of staff may see. */
export function tenantOf(caller: StaffCaller): Tenant {
  return { organizationId: caller.organizationId, houseIds: caller.houseIds };
}

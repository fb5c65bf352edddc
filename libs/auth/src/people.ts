import { Injectable } from '@nestjs/common';
import { type AccountId, DomainError, type HouseId, type OrganizationId, type UserId } from '@dvor/kernel';
import { AuditLog, constraintOf, Database, type Tenant, type Tx } from '@dvor/platform';
import { hashPassword } from './password.js';
import type { Role } from './permissions.js';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface Membership {
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly role: Role;
}

export interface Profile {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly Membership[];
}

/** People who may sign in: staff with a role in an organisation, residents with accounts of theirs. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  async profileOf(userId: UserId): Promise<Profile> {
    return this.database.outsideTenants(async (tx) => {
      const [user] = await tx.query<{ id: UserId; name: string; email: string }[]>(
        'select id, name, email from users where id = $1',
        [userId],
      );
      const memberships = await tx.query<Membership[]>(
        `select organization_id as "organizationId", organization_name as "organizationName", role from memberships_of($1)`,
        [userId],
      );
      return { ...user!, memberships };
    });
  }

  /** Names of some people, for lists that know them by id. */
  async namesOf(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, string>> {
    if (userIds.length === 0) return new Map();
    const rows = await this.database.outsideTenants((tx) =>
      tx.query<{ id: UserId; name: string }[]>('select id, name from users where id = any($1)', [userIds]),
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** A member of the organisation by e-mail, in whatever letters it is written. */
  async member(tx: Tx, email: string): Promise<UserId | null> {
    const [row] = await tx.query<{ id: UserId }[]>(
      'select u.id from memberships m join users u on u.id = m.user_id where lower(u.email) = lower($1)',
      [email],
    );
    return row?.id ?? null;
  }

  /** Somebody who pays accounts of the organisation, by e-mail. */
  async resident(tx: Tx, email: string): Promise<UserId | null> {
    const [row] = await tx.query<{ id: UserId }[]>(
      'select u.id from resident_accounts r join users u on u.id = r.user_id where lower(u.email) = lower($1) limit 1',
      [email],
    );
    return row?.id ?? null;
  }

  /** @throws DomainError `user.email-taken` */
  async addStaff(
    tenant: Tenant,
    person: NewPerson & { role: Role; houseIds?: readonly HouseId[] },
    by: UserId | null,
  ): Promise<UserId> {
    const passwordHash = await hashPassword(person.password);
    return this.database.inTenant(tenant, async (tx) => {
      const userId = await insertUser(tx, { kind: 'staff', ...person, passwordHash });
      await tx.query(
        'insert into memberships (organization_id, user_id, role, house_ids) values (current_organization(), $1, $2, $3)',
        [userId, person.role, person.houseIds ?? null],
      );
      await this.audit.record(tx, {
        userId: by,
        action: 'staff.add',
        object: { type: 'user', id: userId },
        details: { role: person.role, houses: person.houseIds ?? null },
      });
      return userId;
    });
  }

  /** @throws DomainError `user.email-taken` */
  async addResident(
    tenant: Tenant,
    person: NewPerson & { accountIds: readonly AccountId[] },
    by: UserId | null,
  ): Promise<UserId> {
    const passwordHash = await hashPassword(person.password);
    return this.database.inTenant(tenant, async (tx) => {
      const userId = await insertUser(tx, { kind: 'resident', ...person, passwordHash });
      await tx.query(
        `insert into resident_accounts (organization_id, user_id, account_id)
         select current_organization(), $1, account from unnest($2::bigint[]) account`,
        [userId, person.accountIds],
      );
      await this.audit.record(tx, {
        userId: by,
        action: 'resident.add',
        object: { type: 'user', id: userId },
        details: { accounts: person.accountIds },
      });
      return userId;
    });
  }

  /** @throws DomainError `staff.not-found`, `staff.last-administrator` */
  async changeRole(
    tenant: Tenant,
    change: { userId: UserId; role: Role; houseIds?: readonly HouseId[] },
    by: UserId,
  ): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      const former = await this.lockMember(tx, change.userId);
      const staysAdministrator = change.role === 'administrator' && !change.houseIds;
      if (!staysAdministrator) await assertNotLastAdministrator(tx, change.userId);
      await tx.query('update memberships set role = $2, house_ids = $3 where user_id = $1', [
        change.userId,
        change.role,
        change.houseIds ?? null,
      ]);
      await this.audit.record(tx, {
        userId: by,
        action: 'staff.change-role',
        object: { type: 'user', id: change.userId },
        details: { from: former, to: change.role, houses: change.houseIds ?? null },
      });
    });
  }

  /** Takes somebody out of the organisation; what they did stays under their name. @throws DomainError `staff.not-found`, `staff.last-administrator` */
  async removeStaff(tenant: Tenant, userId: UserId, by: UserId): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      const role = await this.lockMember(tx, userId);
      await assertNotLastAdministrator(tx, userId);
      await tx.query('delete from memberships where user_id = $1', [userId]);
      await this.audit.record(tx, {
        userId: by,
        action: 'staff.remove',
        object: { type: 'user', id: userId },
        details: { role },
      });
    });
  }

  /** Members are changed one at a time: of two administrators who remove each other at once, one stays. */
  private async lockMember(tx: Tx, userId: UserId): Promise<Role> {
    const members = await tx.query<{ user_id: UserId; role: Role }[]>(
      'select user_id, role from memberships order by user_id for update',
    );
    const member = members.find(({ user_id }) => user_id === userId);
    if (!member) throw new DomainError('staff.not-found');
    return member.role;
  }
}

async function assertNotLastAdministrator(tx: Tx, userId: UserId): Promise<void> {
  const administrators = await tx.query<{ user_id: UserId }[]>(
    `select user_id from memberships where role = 'administrator' and house_ids is null`,
  );
  if (administrators.length === 1 && administrators[0]!.user_id === userId)
    throw new DomainError('staff.last-administrator');
}

/** @throws DomainError `user.email-taken` */
export async function insertUser(
  tx: Tx,
  user: { kind: 'staff' | 'resident'; name: string; email: string; passwordHash: string },
): Promise<UserId> {
  try {
    const [row] = await tx.query<{ id: UserId }[]>(
      'insert into users (kind, name, email, password_hash) values ($1, $2, $3, $4) returning id',
      [user.kind, user.name.trim(), user.email.trim(), user.passwordHash],
    );
    return row!.id;
  } catch (error) {
    if (constraintOf(error) === 'users_email') throw new DomainError('user.email-taken', { email: user.email });
    throw error;
  }
}

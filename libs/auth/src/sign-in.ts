import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError, type OrganizationId, type UserId } from '@dvor/kernel';
import { AuditLog, CLOCK, Database, type Tx } from '@dvor/platform';
import { linkedAccounts } from './callers.js';
import { isPasswordRight } from './password.js';
import { type Device, type OpenSession, Sessions } from './sessions.js';

export const FAILURES_TO_LOCK = 5;
export const LOCK_MINUTES = 15;

/** E-mail and password (IAM-03). Whether anybody has the e-mail shows neither in the answer nor in its time nor in a lock. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `auth.wrong-credentials`, `auth.locked`, `auth.no-organization` */
  async withPassword(credentials: { email: string; password: string }, device: Device): Promise<OpenSession> {
    const email = credentials.email.trim().toLowerCase();
    const attempt = await this.database.outsideTenants((tx) => this.countAttempt(tx, email));
    const user = await this.database.outsideTenants((tx) => userOf(tx, email));
    if (!(await isPasswordRight(credentials.password, user?.passwordHash))) {
      if (attempt.failures === FAILURES_TO_LOCK && user) await this.recordLock(user, device);
      throw new DomainError('auth.wrong-credentials');
    }
    const organizations = await this.database.outsideTenants(async (tx) => {
      await tx.query('delete from sign_in_failures where email_hash = $1', [hashOf(email)]);
      return organizationsOf(tx, user!);
    });
    if (user!.kind === 'staff' && organizations.length === 0) throw new DomainError('auth.no-organization');
    return this.sessions.open({ id: user!.id, kind: user!.kind, organizationId: organizations[0] ?? null }, device);
  }

  /**
   * An attempt counts as failed before the password is looked at, so that guesses made at once don't slip past the
   * lock; the right password takes the count back.
   */
  private async countAttempt(tx: Tx, email: string): Promise<{ failures: number }> {
    const now = this.clock.now();
    const oldest = new Date(now.getTime() - LOCK_MINUTES * 60_000);
    const [counted] = await tx.query<{ failures: number }[]>(
      `insert into sign_in_failures as f (email_hash, failures, last_at) values ($1, 1, $2)
       on conflict (email_hash) do update
          set failures = case when f.last_at <= $3 then 1 else f.failures + 1 end, last_at = $2
        where f.last_at <= $3 or f.failures < ${FAILURES_TO_LOCK}
       returning failures`,
      [hashOf(email), now, oldest],
    );
    if (counted) return counted;
    const [lock] = await tx.query<{ last_at: Date }[]>('select last_at from sign_in_failures where email_hash = $1', [
      hashOf(email),
    ]);
    const until = new Date((lock?.last_at ?? now).getTime() + LOCK_MINUTES * 60_000);
    throw new DomainError('auth.locked', {
      until: until.toISOString(),
      minutes: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000)),
    });
  }

  private async recordLock(user: UserRow, device: Device): Promise<void> {
    const organizations = await this.database.outsideTenants((tx) => organizationsOf(tx, user));
    for (const organizationId of organizations)
      await this.database.inTenant({ organizationId }, (tx) =>
        this.audit.record(tx, {
          userId: user.id,
          action: 'user.locked',
          object: { type: 'user', id: user.id },
          details: { ip: device.ip },
        }),
      );
  }
}

interface UserRow {
  readonly id: UserId;
  readonly kind: 'staff' | 'resident';
  readonly passwordHash: string;
}

async function userOf(tx: Tx, email: string): Promise<UserRow | undefined> {
  const [user] = await tx.query<UserRow[]>(
    'select id, kind, password_hash as "passwordHash" from users where lower(email) = $1',
    [email],
  );
  return user;
}

async function organizationsOf(tx: Tx, user: UserRow): Promise<OrganizationId[]> {
  if (user.kind === 'resident')
    return [...new Set((await linkedAccounts(tx, user.id)).map(({ organizationId }) => organizationId))];
  const memberships = await tx.query<{ organization_id: OrganizationId }[]>(
    'select organization_id from memberships_of($1)',
    [user.id],
  );
  return memberships.map(({ organization_id }) => organization_id);
}

function hashOf(email: string): Buffer {
  return createHash('sha256').update(email).digest();
}

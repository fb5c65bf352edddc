import { Inject, Injectable } from '@nestjs/common';
import type { AccountId, Clock, HouseId, OrganizationId, UserId } from '@dvor/kernel';
import { CLOCK, Database, type Tx } from '@dvor/platform';
import type { ResidentCaller, SignedIn } from './caller.js';
import type { Role } from './permissions.js';

export interface LinkedAccount {
  readonly organizationId: OrganizationId;
  readonly accountId: AccountId;
}

/** From a session to who stands behind it. */
@Injectable()
export class Callers {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `null`: the session has ended, or its owner no longer works there. */
  async ofSession(sessionId: string): Promise<SignedIn | null> {
    return this.database.outsideTenants((tx) => this.read(tx, sessionId));
  }

  async read(tx: Tx, sessionId: string): Promise<SignedIn | null> {
    const [row] = await tx.query<CallerRow[]>(
      `select u.id as "userId", u.kind, s.organization_id as "organizationId", m.role, m.house_ids as "houseIds"
         from sessions s
         join users u on u.id = s.user_id
         left join memberships_of(u.id) m on m.organization_id = s.organization_id
        where s.id = $1 and s.ended_at is null and s.expires_at > $2`,
      [sessionId, this.clock.now()],
    );
    if (!row) return null;
    const { userId, kind, organizationId, role, houseIds } = row;
    if (kind === 'resident') return { kind, userId, sessionId, organizationId };
    return organizationId && role ? { kind, userId, sessionId, organizationId, role, houseIds } : null;
  }

  /** Accounts a resident may open, oldest link first. */
  async accountsOf(resident: ResidentCaller): Promise<LinkedAccount[]> {
    return this.database.outsideTenants((tx) => linkedAccounts(tx, resident.userId));
  }
}

export async function linkedAccounts(tx: Tx, userId: UserId): Promise<LinkedAccount[]> {
  return tx.query(
    'select organization_id as "organizationId", account_id as "accountId" from resident_accounts_of($1)',
    [userId],
  );
}

interface CallerRow {
  readonly userId: UserId;
  readonly kind: 'staff' | 'resident';
  readonly organizationId: OrganizationId | null;
  readonly role: Role | null;
  readonly houseIds: readonly HouseId[] | null;
}

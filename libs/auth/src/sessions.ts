import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError, type OrganizationId, type UserId } from '@dvor/kernel';
import { AuditLog, CLOCK, Database, type Tx } from '@dvor/platform';
import type { SignedIn } from './caller.js';
import { Callers } from './callers.js';
import { newSecret, readRefreshToken, writeRefreshToken } from './refresh-token.js';

/** The device a session is used from, as it shows itself. */
export interface Device {
  readonly ip: string | null;
  readonly userAgent: string | null;
}

export interface OpenSession {
  readonly caller: SignedIn;
  readonly refreshToken: string;
  readonly expiresAt: Date;
}

export interface SessionRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

type EndReason = 'signed-out' | 'ended-by-user' | 'token-reuse' | 'password-changed';

const DAY_MS = 86_400_000;
const LIFETIME_MS = { staff: 7 * DAY_MS, resident: 60 * DAY_MS };
/** Old secrets kept to recognise a stolen token; one that is older still is merely refused. */
const REMEMBERED = 200;

/**
 * A session lives from sign-in on and is carried by a refresh token that changes at every use. An old token used
 * again means that two hold it, so the whole session ends.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly callers: Callers,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(
    user: { id: UserId; kind: 'staff' | 'resident'; organizationId: OrganizationId | null },
    device: Device,
  ): Promise<OpenSession> {
    const { secret, secretHash } = newSecret();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIFETIME_MS[user.kind]);
    return this.within(user.organizationId, async (tx) => {
      const [{ id }] = await tx.query<[{ id: string }]>(
        `insert into sessions (user_id, refresh_hash, organization_id, ip, user_agent, created_at, last_used_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $6, $7) returning id`,
        [user.id, secretHash, user.organizationId, device.ip, shown(device.userAgent), now, expiresAt],
      );
      await this.record(tx, 'session.opened', { id, userId: user.id, organizationId: user.organizationId }, device);
      const caller = await this.callers.read(tx, id);
      return { caller: caller!, refreshToken: writeRefreshToken(id, secret), expiresAt };
    });
  }

  /**
   * A new pair for a good token; `organizationId` moves the session to another organisation of the same person.
   * @throws DomainError `auth.session-ended`, `auth.token-reused`, `auth.not-a-member`
   */
  async refresh(refreshToken: string, device: Device, organizationId?: string): Promise<OpenSession> {
    const token = readRefreshToken(refreshToken);
    const { secret, secretHash } = newSecret();
    const now = this.clock.now();
    const outcome = await this.withSession(
      token?.sessionId,
      async (tx, session): Promise<OpenSession | 'reused' | 'ended'> => {
        const standing = token && session ? await standingOf(tx, token) : 'unknown';
        if (standing === 'previous') {
          await this.endSession(tx, session!, 'token-reuse', device);
          return 'reused';
        }
        if (standing === 'unknown') return 'ended';
        if (organizationId) await assertMember(tx, session!.userId, organizationId);
        await tx.query(
          `update sessions set refresh_hash = $2, previous_hashes = (array_prepend(refresh_hash, previous_hashes))[1:${REMEMBERED}],
                last_used_at = $3, ip = $4, user_agent = $5, organization_id = coalesce($6, organization_id)
          where id = $1`,
          [session!.id, secretHash, now, device.ip, shown(device.userAgent), organizationId ?? null],
        );
        const caller = await this.callers.read(tx, session!.id);
        return caller
          ? { caller, refreshToken: writeRefreshToken(session!.id, secret), expiresAt: session!.expiresAt }
          : 'ended';
      },
    );
    if (outcome === 'ended') throw new DomainError('auth.session-ended');
    if (outcome === 'reused') throw new DomainError('auth.token-reused');
    return outcome;
  }

  /** Ends the session a token belongs to; a token of no session is as good as ended. */
  async signOut(refreshToken: string): Promise<void> {
    const token = readRefreshToken(refreshToken);
    await this.withSession(token?.sessionId, async (tx, session) => {
      if (session && (await standingOf(tx, token!)) === 'current') await this.endSession(tx, session, 'signed-out');
    });
  }

  /** Sessions of the caller that are still good, the last used first. */
  async list(caller: SignedIn): Promise<(SessionRow & { current: boolean })[]> {
    const rows = await this.database.outsideTenants((tx) =>
      tx.query<SessionRow[]>(
        `select id, created_at as "createdAt", last_used_at as "lastUsedAt", host(ip) as ip, user_agent as "userAgent"
           from sessions where user_id = $1 and ended_at is null and expires_at > $2 order by last_used_at desc, id`,
        [caller.userId, this.clock.now()],
      ),
    );
    return rows.map((row) => ({ ...row, current: row.id === caller.sessionId }));
  }

  /** @throws DomainError `auth.session-not-found`, for somebody else's session too */
  async end(
    caller: SignedIn,
    sessionId: string,
    reason: 'signed-out' | 'ended-by-user' = 'ended-by-user',
  ): Promise<void> {
    await this.withSession(sessionId, async (tx, session) => {
      if (session?.userId !== caller.userId) throw new DomainError('auth.session-not-found');
      await this.endSession(tx, session, reason);
    });
  }

  /** A transaction in the organisation of a session that is still good. */
  private async withSession<T>(
    id: string | undefined,
    work: (tx: Tx, session: LiveSession | null) => Promise<T>,
  ): Promise<T> {
    const [session] = id
      ? await this.database.outsideTenants((tx) =>
          tx.query<LiveSession[]>(
            `select id, user_id as "userId", organization_id as "organizationId", expires_at as "expiresAt"
               from sessions where id = $1 and ended_at is null and expires_at > $2`,
            [id, this.clock.now()],
          ),
        )
      : [];
    return this.within(session?.organizationId ?? null, (tx) => work(tx, session ?? null));
  }

  private async within<T>(organizationId: OrganizationId | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    return organizationId ? this.database.inTenant({ organizationId }, work) : this.database.outsideTenants(work);
  }

  private async endSession(tx: Tx, session: AuditedSession, reason: EndReason, device?: Device): Promise<void> {
    await tx.query('update sessions set ended_at = $3, end_reason = $2 where id = $1', [
      session.id,
      reason,
      this.clock.now(),
    ]);
    await this.record(tx, reason === 'token-reuse' ? 'session.token-reused' : 'session.ended', session, device);
  }

  /** A resident whose accounts were all unlinked has no organisation to be told. */
  private async record(tx: Tx, action: string, session: AuditedSession, device?: Device): Promise<void> {
    if (!session.organizationId) return;
    const details = device && { ip: device.ip, userAgent: shown(device.userAgent) };
    await this.audit.record(tx, {
      userId: session.userId,
      action,
      object: { type: 'session', id: session.id },
      ...(details && { details }),
    });
  }
}

interface AuditedSession {
  readonly id: string;
  readonly userId: UserId;
  readonly organizationId: OrganizationId | null;
}

interface LiveSession extends AuditedSession {
  readonly expiresAt: Date;
}

/** Of two refreshes at once with one token the second waits here for the first, and then finds its token used. */
async function standingOf(
  tx: Tx,
  token: { sessionId: string; secretHash: Buffer },
): Promise<'current' | 'previous' | 'unknown'> {
  const [row] = await tx.query<{ current: boolean; previous: boolean }[]>(
    `select refresh_hash = $2 as current, $2 = any (previous_hashes) as previous
       from sessions where id = $1 and ended_at is null for update`,
    [token.sessionId, token.secretHash],
  );
  return row?.current ? 'current' : row?.previous ? 'previous' : 'unknown';
}

async function assertMember(tx: Tx, userId: UserId, organizationId: string): Promise<void> {
  const [membership] = await tx.query<object[]>('select from memberships_of($1) where organization_id::text = $2', [
    userId,
    organizationId,
  ]);
  if (!membership) throw new DomainError('auth.not-a-member');
}

function shown(userAgent: string | null): string | null {
  return userAgent?.slice(0, 400) ?? null;
}

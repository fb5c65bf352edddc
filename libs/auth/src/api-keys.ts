import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError, type HouseId, type OrganizationId, type UserId } from '@dvor/kernel';
import {
  AuditLog,
  CLOCK,
  Database,
  decodeCursor,
  isWithin,
  KEY,
  type Page,
  pageOf,
  type PageRequest,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import { apiKeyStem, newApiKeyText, newPublicId, readApiKeyText } from './api-key-text.js';
import type { KeyHolder, StaffCaller } from './caller.js';
import { KEY_SCOPES, mayDo, type Permission, type Role } from './permissions.js';

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly Permission[];
  /** Addresses and CIDR ranges it may come from; none: from anywhere. */
  readonly addresses: readonly string[];
  readonly requestsAMinute: number;
  readonly expiresAt: Date | null;
}

export interface ApiKey extends NewApiKey {
  readonly id: string;
  /** The beginning of the key, by which one knows it again. */
  readonly stem: string;
  readonly state: 'live' | 'expired' | 'revoked' | 'maker-left';
  readonly createdAt: Date;
  readonly madeBy: string;
  readonly rotatedAt: Date | null;
  /** The secret before the rotation is good until then. */
  readonly formerUntil: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly lastUsedIp: string | null;
}

/** The whole key is told this once. */
export interface GivenKey {
  readonly key: ApiKey;
  readonly text: string;
}

const HOUR_MS = 3_600_000;
const USE_NOTED_EVERY_MS = 60_000;

/** Keys of programs (API-02): what they may, from where, until when, and when they were last used. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Whose key it is, if it is good and comes from where it may.
   * @throws DomainError `auth.key-unknown`, `auth.key-revoked`, `auth.key-expired`, `auth.key-maker-left`, `auth.key-address`
   */
  async holderOf(text: string, ip: string): Promise<KeyHolder> {
    const read = readApiKeyText(text);
    const [row] = read
      ? await this.database.outsideTenants((tx) =>
          tx.query<HolderRow[]>('select * from api_key_holder($1)', [read.publicId]),
        )
      : [];
    const now = this.clock.now();
    if (!row || !isSecretOf(row, read!.secretHash, now)) throw new DomainError('auth.key-unknown');
    if (row.revoked_at) throw new DomainError('auth.key-revoked');
    if (row.expires_at && row.expires_at <= now) throw new DomainError('auth.key-expired');
    if (!row.role) throw new DomainError('auth.key-maker-left');
    if (row.addresses.length > 0 && !isWithin(row.addresses, ip)) throw new DomainError('auth.key-address', { ip });
    if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() >= USE_NOTED_EVERY_MS)
      await this.noteUse(row, ip, now);
    return {
      kind: 'key',
      keyId: row.id,
      keyName: row.name,
      requestsAMinute: row.requests_a_minute,
      scopes: row.scopes,
      userId: row.made_by,
      organizationId: row.organization_id,
      role: row.role,
      houseIds: row.house_ids,
    };
  }

  /** The newest first, those that are over too. */
  async list(tenant: Tenant, page: PageRequest): Promise<Page<ApiKey>> {
    const [before] = page.cursor ? decodeCursor(page.cursor, [KEY.id]) : [null];
    const rows = await this.database.inTenant(tenant, (tx) =>
      tx.query<ApiKeyRow[]>(`${SELECT} where ($1::bigint is null or k.id < $1) order by k.id desc limit $2`, [
        before,
        page.limit + 1,
      ]),
    );
    const { items, nextCursor } = pageOf(rows, page.limit, ({ id }) => [id]);
    return { items: items.map((row) => apiKeyOf(row, this.clock.now())), nextCursor };
  }

  /**
   * A key that may no more than whoever makes it.
   * @throws DomainError `key.scope-not-yours`, `key.expires-in-the-past`
   */
  async make(key: NewApiKey, by: StaffCaller): Promise<GivenKey> {
    assertOwn(key.scopes, by);
    const now = this.clock.now();
    if (key.expiresAt && key.expiresAt <= now) throw new DomainError('key.expires-in-the-past');
    const publicId = newPublicId();
    return this.database.inTenant(by, async (tx) => {
      const { text, secretHash } = newApiKeyText(publicId, { demo: await isDemo(tx) });
      const [{ id }] = await tx.query<[{ id: string }]>(
        `insert into api_keys (organization_id, public_id, name, scopes, addresses, requests_a_minute, secret_hash, made_by, created_at, expires_at)
         values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
        [publicId, key.name, key.scopes, key.addresses, key.requestsAMinute, secretHash, by.userId, now, key.expiresAt],
      );
      await this.record(tx, 'key.make', id, by, {
        name: key.name,
        scopes: [...key.scopes],
        addresses: [...key.addresses],
        expiresAt: key.expiresAt?.toISOString() ?? null,
      });
      return { key: await this.read(tx, id), text };
    });
  }

  /**
   * A new secret; the one before stays good for some hours, so that the program can be given the new one in its time.
   * Whoever rotates becomes the key's maker: a key whose maker has left is taken over so.
   * @throws DomainError `key.not-found`, `key.revoked`, `key.expired`, `key.scope-not-yours`
   */
  async rotate(id: string, { graceHours }: { graceHours: number }, by: StaffCaller): Promise<GivenKey> {
    return this.database.inTenant(by, async (tx) => {
      const before = await this.lock(tx, id);
      const now = this.clock.now();
      if (before.expiresAt && before.expiresAt <= now) throw new DomainError('key.expired', { name: before.name });
      assertOwn(before.scopes, by);
      const { text, secretHash } = newApiKeyText(before.publicId, { demo: await isDemo(tx) });
      const until = graceHours > 0 ? new Date(now.getTime() + graceHours * HOUR_MS) : null;
      await tx.query(
        `update api_keys set former_hash = case when $3::timestamptz is null then null else secret_hash end, former_until = $3,
                secret_hash = $2, made_by = $4, rotated_at = $5 where id = $1`,
        [id, secretHash, until, by.userId, now],
      );
      await this.record(tx, 'key.rotate', id, by, { name: before.name, graceHours });
      return { key: await this.read(tx, id), text };
    });
  }

  /** At once and for good. @throws DomainError `key.not-found`, `key.revoked` */
  async revoke(id: string, by: StaffCaller): Promise<ApiKey> {
    return this.database.inTenant(by, async (tx) => {
      const { name } = await this.lock(tx, id);
      await tx.query('update api_keys set revoked_at = $2, revoked_by = $3 where id = $1', [
        id,
        this.clock.now(),
        by.userId,
      ]);
      await this.record(tx, 'key.revoke', id, by, { name });
      return this.read(tx, id);
    });
  }

  /** At most once a minute, so that reading stays reading. */
  private async noteUse(row: HolderRow, ip: string, now: Date): Promise<void> {
    const shown = ip.replace(/^::ffff:(?=\d+\.)/i, ''); // an IPv4 address on a socket of IPv6
    await this.database.inTenant({ organizationId: row.organization_id }, (tx) =>
      tx.query(
        `update api_keys set last_used_at = $2, last_used_ip = $3
          where id = $1 and (last_used_at is null or last_used_at <= $2::timestamptz - interval '1 minute')`,
        [row.id, now, shown],
      ),
    );
  }

  private async lock(tx: Tx, id: string): Promise<ApiKeyRow> {
    const [row] = await tx.query<ApiKeyRow[]>(`${SELECT} where k.id = $1 for update of k`, [id]);
    if (!row) throw new DomainError('key.not-found');
    if (row.revokedAt) throw new DomainError('key.revoked', { name: row.name });
    return row;
  }

  private async read(tx: Tx, id: string): Promise<ApiKey> {
    const [row] = await tx.query<[ApiKeyRow]>(`${SELECT} where k.id = $1`, [id]);
    return apiKeyOf(row, this.clock.now());
  }

  private async record(
    tx: Tx,
    action: string,
    id: string,
    by: StaffCaller,
    details: Record<string, string | number | null | string[]>,
  ): Promise<void> {
    await this.audit.record(tx, { userId: by.userId, action, object: { type: 'api-key', id }, details });
  }
}

/** @throws DomainError `key.scope-not-yours` */
function assertOwn(scopes: readonly Permission[], by: StaffCaller): void {
  const foreign = scopes.filter((scope) => !KEY_SCOPES.includes(scope) || !mayDo(by, scope));
  if (foreign.length > 0) throw new DomainError('key.scope-not-yours', { scopes: foreign.join(', ') });
}

function isSecretOf(row: HolderRow, hash: Buffer, now: Date): boolean {
  if (timingSafeEqual(row.secret_hash, hash)) return true;
  return row.former_hash !== null && row.former_until! > now && timingSafeEqual(row.former_hash, hash);
}

async function isDemo(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<[{ demo: boolean }]>('select demo_now is not null as demo from organizations');
  return row.demo;
}

const SELECT = `
  select k.id, k.public_id as "publicId", k.name, k.scopes, k.addresses, k.requests_a_minute as "requestsAMinute",
         k.expires_at as "expiresAt", k.created_at as "createdAt", u.name as "madeBy", k.rotated_at as "rotatedAt",
         k.former_until as "formerUntil", k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt",
         host(k.last_used_ip) as "lastUsedIp", m.user_id is null as "makerLeft",
         (select demo_now is not null from organizations) as demo
    from api_keys k
    join users u on u.id = k.made_by
    left join memberships m on m.organization_id = k.organization_id and m.user_id = k.made_by`;

type ApiKeyRow = Omit<ApiKey, 'stem' | 'state'> & {
  readonly publicId: string;
  readonly makerLeft: boolean;
  readonly demo: boolean;
};

function apiKeyOf({ publicId, makerLeft, demo, ...row }: ApiKeyRow, now: Date): ApiKey {
  const over = row.expiresAt !== null && row.expiresAt <= now;
  return {
    ...row,
    formerUntil: row.formerUntil && row.formerUntil > now ? row.formerUntil : null,
    stem: apiKeyStem(publicId, { demo }),
    state: row.revokedAt ? 'revoked' : over ? 'expired' : makerLeft ? 'maker-left' : 'live',
  };
}

interface HolderRow {
  readonly id: string;
  readonly organization_id: OrganizationId;
  readonly name: string;
  readonly scopes: readonly Permission[];
  readonly addresses: readonly string[];
  readonly requests_a_minute: number;
  readonly secret_hash: Buffer;
  readonly former_hash: Buffer | null;
  readonly former_until: Date | null;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
  readonly last_used_at: Date | null;
  readonly made_by: UserId;
  readonly role: Role | null;
  readonly house_ids: readonly HouseId[] | null;
}
